package org.handsel.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.handsel.platform.HandselException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Parts of authority files and of persons: which are one set, and what is said of those that are
/// not.
class PersonPartsTest {
  @TempDir Path folder;

  private Path file(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "{\"id\":\"%s\",\"name\":\"Moe, Astrid\"}\n".formatted(name));
  }

  private List<String> found(Path... named) throws IOException {
    return PersonParts.find("--authority", List.of(named)).stream()
        .map(file -> folder.relativize(file).toString())
        .toList();
  }

  private void refused(String reason, Path... named) {
    assertThatThrownBy(() -> found(named))
        .isInstanceOf(HandselException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void partsOfAFolderComeByTheirNumbers() throws IOException {
    file("lib/gnd-10.jsonl");
    for (int number = 1; number < 10; number++) {
      file("lib/gnd-%d.jsonl".formatted(number));
    }
    file("lib/readme.md");
    file("lib/.hidden.jsonl");
    file("lib/names.csv");
    assertThat(found(folder.resolve("lib")))
        .hasSize(11)
        .startsWith("lib/gnd-1.jsonl", "lib/gnd-2.jsonl")
        .endsWith("lib/gnd-10.jsonl", "lib/names.csv");
  }

  @Test
  void aNumberThatIsMissingIsNamed() throws IOException {
    file("lib/gnd-1.jsonl");
    file("lib/gnd-2.jsonl");
    Path fourth = file("lib/gnd-4.jsonl");
    refused("gnd-4.jsonl: the part with the number 3 is missing", folder.resolve("lib"));
    refused(
        "gnd-2.jsonl: the part with the number 1 is missing",
        folder.resolve("lib/gnd-2.jsonl"),
        fourth);
  }

  @Test
  void aPartThatChecksumsNameMustBeThere() throws IOException {
    file("lib/gnd-1.jsonl");
    Files.writeString(
        folder.resolve("lib/sha1sums.txt"),
        "da39a3ee5e6b4b0d3255bfef95601890afd80709  gnd-1.jsonl\n"
            + "da39a3ee5e6b4b0d3255bfef95601890afd80709 *gnd-2.jsonl\n");
    refused("the part gnd-2.jsonl is missing, which sha1sums.txt names", folder.resolve("lib"));
  }

  @Test
  void aPartThatComesTwiceIsNamedWhateverItIsCalled() throws IOException {
    Path one = file("one.jsonl");
    Path copy = Files.copy(one, folder.resolve("two.jsonl"));
    refused("one.jsonl and %s hold the same".formatted(copy), one, copy);
    refused("hold the same", one, one);
  }

  @ParameterizedTest
  @ValueSource(strings = {"viaf-20261108-2.xml", "viaf-2026-11-08-part2.xml"})
  void partsOfDifferentDaysAreRefused(String second) throws IOException {
    String first = second.replace("08", "01").replaceFirst("2(?=\\.xml)", "1");
    refused("are of different days", file(first), file(second));
  }

  @Test
  void filesOfTwoLibrariesMayBeOfDifferentDays() throws IOException {
    Path gnd = file("gnd-20261101.jsonl");
    Path viaf = file("viaf-20261108.jsonl");
    assertThat(found(gnd, viaf)).hasSize(2);
    assertThat(found(file("persons-1898.jsonl"), file("persons-1912.jsonl"))).hasSize(2);
  }

  @Test
  void anEmptyPartAndAFolderWithoutPartsAreNamed() throws IOException {
    Path empty = Files.createFile(folder.resolve("gnd-1.jsonl"));
    refused("gnd-1.jsonl: expected persons, found an empty file", empty);
    refused("found none", Files.createDirectory(folder.resolve("nothing")));
    refused("cannot be read", folder.resolve("absent.jsonl"));
  }

  @Test
  void aPartThatIsCutOffIsRefusedWithItsName() throws IOException {
    Path whole = file("gnd-1.jsonl");
    Path packed = folder.resolve("gnd-2.jsonl.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      for (int i = 0; i < 2_000; i++) {
        out.write(
            "{\"id\":\"x%d\",\"name\":\"Moe, Astrid\"}\n"
                .formatted(i)
                .getBytes(StandardCharsets.UTF_8));
      }
    }
    byte[] bytes = Files.readAllBytes(packed);
    Files.write(packed, Arrays.copyOf(bytes, bytes.length / 2));
    Path persons = file("persons.jsonl");
    StageLog silent = new StageLog(new java.io.PrintStream(OutputStream.nullOutputStream()), 60);
    try (Session session = Session.open("local[2]", 2, List.of(), silent)) {
      assertThatThrownBy(() ->
              new LinkJob(
                      session,
                      new LinkJob.Order(
                          List.of(persons),
                          List.of(whole, packed),
                          java.util.Map.of(),
                          0,
                          folder.resolve("out").toString(),
                          0))
                  .run())
          .isInstanceOf(HandselException.class)
          .hasMessageContaining("gnd-2.jsonl.gz: cannot be read");
    }
    assertThat(folder.resolve("out/links.tsv")).doesNotExist();
  }
}
