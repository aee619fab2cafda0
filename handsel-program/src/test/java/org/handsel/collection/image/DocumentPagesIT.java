package org.handsel.collection.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Page counts held against poppler and DjVuLibre, in files as qpdf, poppler, cairo and DjVuLibre
/// write them. Needs `testbed/pictures/deps.sh`.
@Tag("wiki")
class DocumentPagesIT {
  @TempDir Path folder;

  private String run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    // qpdf ends with 3 when it has a warning.
    assertThat(process.waitFor()).as("%s: %s", List.of(command), said).isIn(0, 3);
    return said;
  }

  private int pdfinfo(String file) throws Exception {
    Matcher pages = Pattern.compile("(?m)^Pages:\\s+(\\d+)").matcher(run("pdfinfo", file));
    assertThat(pages.find()).isTrue();
    return Integer.parseInt(pages.group(1));
  }

  private int ours(String file) throws IOException {
    return Images.inspect(folder.resolve(file)).pages();
  }

  @Test
  void pagesOfPdfAreThoseOfPoppler() throws Exception {
    Map<String, String> told = new LinkedHashMap<>();
    for (int number : new int[] {1, 2, 37, 400}) {
      String plain = "p%d.pdf".formatted(number);
      Files.write(folder.resolve(plain), SampleDocuments.pdf(number));
      List<String> files = new ArrayList<>(List.of(plain));
      Map<String, List<String>> ways = new LinkedHashMap<>();
      ways.put("rewritten", List.of("--object-streams=disable"));
      ways.put("streams", List.of("--object-streams=generate"));
      ways.put("linear", List.of("--linearize", "--object-streams=disable"));
      ways.put("linear-streams", List.of("--linearize", "--object-streams=generate"));
      ways.put("qdf", List.of("--qdf"));
      ways.put("locked", List.of("--object-streams=disable", "--encrypt", "", "x", "256", "--"));
      ways.put(
          "locked-linear",
          List.of("--linearize", "--object-streams=generate", "--encrypt", "", "x", "256", "--"));
      for (Map.Entry<String, List<String>> way : ways.entrySet()) {
        String file = "p%d-%s.pdf".formatted(number, way.getKey());
        List<String> command = new ArrayList<>(List.of("qpdf"));
        command.addAll(way.getValue());
        command.addAll(List.of(plain, file));
        run(command.toArray(String[]::new));
        files.add(file);
      }
      for (String file : files) {
        int poppler = pdfinfo(file);
        assertThat(poppler).isEqualTo(number);
        told.put(file, ours(file) + " " + poppler);
        assertThat(ours(file)).as(file).isEqualTo(poppler);
      }
    }
    run("pdftocairo", "-pdf", "p37.pdf", "cairo.pdf");
    run("pdfunite", "p37.pdf", "p2-streams.pdf", "cairo.pdf", "united.pdf");
    for (String file : List.of("cairo.pdf", "united.pdf")) {
      told.put(file, ours(file) + " " + pdfinfo(file));
      assertThat(ours(file)).as(file).isEqualTo(pdfinfo(file));
    }
    assertThat(ours("united.pdf")).isEqualTo(76);
    System.out.println("pages by us and by poppler: " + told);
  }

  /// Object streams of a locked file cannot be read without its password: nothing is guessed.
  @Test
  void lockedObjectStreamsAreUnknown() throws Exception {
    Files.write(folder.resolve("plain.pdf"), SampleDocuments.pdf(9));
    run(
        "qpdf",
        "--object-streams=generate",
        "--encrypt",
        "u",
        "x",
        "256",
        "--",
        "plain.pdf",
        "locked.pdf");
    assertThat(ours("locked.pdf")).isZero();
    assertThat(Images.inspect(folder.resolve("locked.pdf")).defect()).isNull();
  }

  @Test
  void pagesOfDjvuAreThoseOfDjvuLibre() throws Exception {
    for (int number : new int[] {1, 3, 12}) {
      List<String> bundle = new ArrayList<>(List.of("djvm", "-c", "book.djvu"));
      for (int i = 0; i < number; i++) {
        String page = "page%d".formatted(i);
        run("convert", "-size", (40 + i) + "x30", "plasma:", page + ".ppm");
        run("c44", page + ".ppm", page + ".djvu");
        bundle.add(page + ".djvu");
      }
      run(bundle.toArray(String[]::new));
      int theirs = Integer.parseInt(run("djvused", "-e", "n", "book.djvu").strip());
      assertThat(theirs).isEqualTo(number);
      assertThat(Images.inspect(folder.resolve("book.djvu")))
          .extracting(ImageFacts::pages, ImageFacts::width, ImageFacts::height, ImageFacts::defect)
          .containsExactly(theirs, 40, 30, null);
      assertThat(ours("page0.djvu")).isEqualTo(1);
    }
    run("djvmcvt", "-i", "book.djvu", folder.toString(), "index.djvu");
    assertThat(Images.inspect(folder.resolve("index.djvu")).detail()).contains("12 parts");
  }
}
