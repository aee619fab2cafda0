package org.handsel.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.handsel.app.Main;
import org.handsel.testing.Shared;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A million records of one name, and persons of that name: memory and time are bounded, only the
/// year that nobody else has is a link.
@Tag("data")
class MillionNamesakesIT {
  private static final int RECORDS = 1_000_000;
  private static final int ALONE = 777_777;

  /// Ten times what it takes on one busy core.
  private static final int MOST_MINUTES = 5;

  @TempDir Path folder;

  private Path records() throws IOException {
    Path file = folder.resolve("records.jsonl");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < RECORDS; i++) {
        row(out, "r" + i, "Hansen, Ole", i == ALONE ? 1633 : 1700 + i % 200);
      }
    }
    return file;
  }

  private Path persons() throws IOException {
    Path file = folder.resolve("persons.jsonl");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      row(out, "alone", "Ole Hansen", 1633);
      row(out, "undated", "Ole Hansen", 0);
      for (int i = 0; i < 1_000; i++) {
        row(out, "p" + i, "Ole Hansen", 1700 + i % 200);
      }
    }
    return file;
  }

  private static void row(BufferedWriter out, String id, String name, int birth)
      throws IOException {
    out.write(
        "{\"id\":\"%s\",\"name\":\"%s\",\"birth\":\"%s\"}\n"
            .formatted(id, name, birth == 0 ? "" : birth));
  }

  private void run(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-Dhandsel.root=" + Shared.root(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(List.of(arguments));
    Path said = folder.resolve("said.txt");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    boolean ended = process.waitFor(MOST_MINUTES, TimeUnit.MINUTES);
    process.destroyForcibly();
    String words = Files.readString(said, StandardCharsets.UTF_8);
    assertThat(ended).as("ended in time: %s", words).isTrue();
    assertThat(process.waitFor()).as(words).isZero();
  }

  private void isOnlyLinkedByTheYear(Path out) throws IOException {
    List<String> links = Files.readAllLines(out.resolve("links.tsv"));
    assertThat(links).hasSize(1_003);
    assertThat(links.stream().filter(line -> !line.split("\t", -1)[1].isEmpty()).skip(1))
        .singleElement()
        .asString()
        .startsWith("alone\tr" + ALONE + "\t");
  }

  @Test
  void namesakesAreToldApartByTheirYearsInBoundedMemory() throws Exception {
    String persons = persons().toString();
    String records = records().toString();
    String index = folder.resolve("records.index").toString();
    Path byFile = folder.resolve("by-file");
    Path byIndex = folder.resolve("by-index");
    run("authority", "link", "--persons", persons, "--authority", records, "--out", byFile + "");
    isOnlyLinkedByTheYear(byFile);
    run("authority", "index", records, "--out", index);
    run("authority", "link", "--persons", persons, "--authority", index, "--out", byIndex + "");
    isOnlyLinkedByTheYear(byIndex);
    run("authority", "check", index, "--out", folder.resolve("check").toString());
  }

  @Test
  void millionPersonsOfThatNameAreLinkedToNobodyButThemselves() throws Exception {
    String records = records().toString();
    Path out = folder.resolve("out");
    run("authority", "link", "--persons", records, "--authority", records, "--out", out + "");
    try (var lines = Files.lines(out.resolve("links.tsv"))) {
      assertThat(lines.skip(1).filter(line -> !line.contains("\t\t")).toList())
          .singleElement()
          .asString()
          .startsWith("r%d\tr%d\t".formatted(ALONE, ALONE));
    }
  }
}
