package org.handsel.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a partner wrote does not run in the workbook of a report.
class WorkbookOfAReportTest {
  private static final String EVIL = "=HYPERLINK(\"http://evil.example\",\"x\")<script>1</script>";

  @TempDir Path folder;

  @Test
  void textThatLooksLikeAFormulaStaysText() throws IOException {
    Files.writeString(
        folder.resolve("measures.json"),
        """
        [{"measure":"files-available","value":3,"definition":"","source":"=1+1","asOf":"2026-11-01",
        "parameters":{"category":"=2+2"},"gaps":[]}]
        """);
    Files.writeString(
        folder.resolve("about.json"),
        """
        {"kind":"pages","collection":"=3+3","source":"list.xlsx","sha1":"0","asOf":"2026-11-01",
        "measuredAt":"2026-11-02T00:00:00Z","parameters":{}}
        """);
    PartnerNotes notes =
        new PartnerNotes(
            List.of(new Correction(EVIL, "@title", "+old", "-new", EVIL, "proposed")),
            List.of(),
            List.of(EVIL),
            null,
            false);
    Path book = new PartnerReports(List.of()).write(folder, Set.of("xlsx"), "en", notes).getFirst();
    StringBuilder all = new StringBuilder();
    try (ZipFile zip = new ZipFile(book.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    assertThat(all.toString())
        .contains("=HYPERLINK(&quot;http://evil.example&quot;")
        .doesNotContain("<f>", "<f ", "<hyperlink", "<script>");
  }
}
