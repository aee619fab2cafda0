package org.handsel.authority.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handsel.authority.index.RecordStore;
import org.handsel.authority.record.PersonRecord;
import org.handsel.platform.Progress;
import org.handsel.testing.CaseTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a library is told about its file.
class LibraryCheckTest {
  @TempDir Path folder;

  static Stream<List<String>> cases() {
    return CaseTable.rows("authority/library.tsv");
  }

  private List<String> notes(String records, List<LibraryCheck.Stated> stated) throws IOException {
    Path file = Files.writeString(folder.resolve("library.jsonl"), records);
    Path out = folder.resolve("out");
    try (RecordStore store = RecordStore.open(file)) {
      LibraryCheck.run(store, "library.jsonl", stated::forEach, List.of(), out, Progress.NONE);
    }
    return Files.readAllLines(out.resolve("library.tsv")).stream().skip(1).toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void recordsShowWhatWantsALook(List<String> one) throws IOException {
    List<String> notes = notes(one.get(1).replace("; ", "\n") + "\n", List.of());
    String found =
        notes.stream()
            .map(line -> line.split("\t", -1)[0] + " " + line.split("\t", -1)[1])
            .collect(Collectors.joining(", "));
    assertThat(found).as(one.get(0)).isEqualTo(one.get(2));
  }

  private static PersonRecord person(String name, String birth, String death) {
    return new PersonRecord(
        "p", name, "", List.of(), birth, death, List.of(), "", "", List.of(), "");
  }

  @Test
  void linkOfAnotherSourceThatContradictsIsTold() throws IOException {
    String file =
        """
        {"id":"118650130","name":"Lindqvist-Moe, Astrid","birth":"1872","death":"1941"}
        {"id":"100000010","name":"Brekke, Olaf","birth":"1858","death":"1930"}
        """;
    assertThat(
            notes(
                file,
                List.of(
                    new LibraryCheck.Stated(person("Brekke, Olaf", "1858", "1930"), "118650130"))))
        .hasSize(2)
        .allMatch(line -> line.startsWith("conflict\tstrong\t118650130"));
    assertThat(
            notes(
                file,
                List.of(
                    new LibraryCheck.Stated(person("Brekke, Olaf", "1859", "1930"), "100000010"))))
        .singleElement()
        .asString()
        .startsWith("date\tlikely\t100000010");
    assertThat(
            notes(
                file,
                List.of(
                    new LibraryCheck.Stated(person("Brekke, Olaf", "1858", "1930"), "100000011"))))
        .singleElement()
        .asString()
        .startsWith("check-digit\tstrong\t100000011");
    assertThat(
            notes(
                file,
                List.of(
                    new LibraryCheck.Stated(person("Brekke, Olaf", "1858", "1930"), "100000010"))))
        .isEmpty();
  }

  @Test
  void reportEscapesWhatTheFileSays() throws IOException {
    notes(
        "{\"id\":\"1\",\"name\":\"<script>x</script>, A\",\"birth\":\"1900\",\"death\":\"1800\"}\n",
        List.of());
    assertThat(Files.readString(folder.resolve("out/library.html")))
        .contains("&lt;script")
        .doesNotContain("<script>x");
  }

  @Test
  void manyRecordsOfOneNameAndLifeAreToldAsNeighbours() throws IOException {
    StringBuilder file = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      file.append(
          "{\"id\":\"x%d\",\"name\":\"Huber, Anna\",\"birth\":\"1850\",\"death\":\"1900\"}\n"
              .formatted(i));
    }
    assertThat(notes(file.toString(), List.of())).hasSize(199);
  }

  @Test
  void namesAreEqualInOrderMarksAndUmlauts() {
    assertThat(NameKey.of("Röper, Hedwig")).isEqualTo(NameKey.of("Hedwig Roeper"));
    assertThat(Map.of("a", NameKey.of("Huber"))).containsValue("");
  }
}
