package org.handsel.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.handsel.authority.matching.Linking;
import org.handsel.platform.Progress;
import org.handsel.readiness.facts.FactsExtraction;
import org.handsel.readiness.facts.FactsFolder;
import org.handsel.readiness.sample.SampleOrder;
import org.handsel.readiness.sample.SampleWiki;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A disk that is full ends a job in order; when there is room again, the same command goes on and
/// gives the same answer.
class FullDiskTest {
  private static final String KEY = "spark.hadoop.fs.full.impl";

  @TempDir Path folder;
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void register() {
    System.setProperty(KEY, FullDisk.class.getName());
    System.setProperty("spark.hadoop.fs.full.impl.disable.cache", "true");
  }

  @AfterEach
  void forget() {
    System.clearProperty(KEY);
    System.clearProperty("spark.hadoop.fs.full.impl.disable.cache");
  }

  private int run(long room, String... arguments) {
    FullDisk.LEFT.set(room);
    err.reset();
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(
        List.of("--master", "local[2]", "--partitions", "4", "--out", "full:" + folder + "/out"));
    return Main.run(
        new PrintStream(OutputStream.nullOutputStream()),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        all.toArray(String[]::new));
  }

  private List<String> results() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("out"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".tsv") || name.endsWith(".json"))
          .toList();
    }
  }

  /// Links made-up persons with the local engine.
  ///
  /// @return the job that links them
  private String[] linkedHere(int seed) throws IOException {
    MadePersons made = MadePersons.write(folder, seed, 12_000, 0, 11_000);
    Linking.run(
        new Linking.Order(
            made.persons(), made.authority(), Map.of(), Linking.CHOSEN, folder.resolve("local")),
        Progress.NONE);
    return new String[] {
      "link", "--persons", made.persons().toString(), "--authority", made.authority().toString()
    };
  }

  private void sameAsHere() {
    for (String table : List.of("links.tsv", "candidates.tsv")) {
      assertThat(folder.resolve("out").resolve(table))
          .hasSameBinaryContentAs(folder.resolve("local").resolve(table));
    }
  }

  @Test
  void linksAreWholeOrNotThere() throws IOException {
    String[] link = linkedHere(41);
    // Ever more room: it ends while persons are read, compared, decided on and written.
    int stopped = 0;
    boolean wentOn = false;
    long room = 0;
    for (int exit = 3; exit != 0; room = room * 2 + 500_000) {
      exit = run(room, link);
      String said = err.toString(StandardCharsets.UTF_8);
      wentOn |= said.contains("chunks were finished before");
      if (exit != 0) {
        stopped++;
        assertThat(exit).as("exit code with room for %,d bytes", room).isEqualTo(3);
        assertThat(said)
            .contains("No space left on device")
            .contains("Work that was finished is kept");
        assertThat(results()).isEmpty();
      }
    }
    assertThat(stopped).as("times without room").isGreaterThan(2);
    assertThat(wentOn).as("went on behind chunks that were compared").isTrue();
    sameAsHere();
    assertThat(folder.resolve("out/.work")).doesNotExist();
  }

  @Test
  void linksAreTheSameWhenSparksOwnDiskWasFull() throws IOException {
    String[] link = linkedHere(43);
    System.setProperty("spark.shuffle.sort.io.plugin.class", FullShuffle.class.getName());
    try {
      // None, some of the first shuffle, some of the last.
      for (int files : new int[] {0, 4, 9}) {
        FullShuffle.LEFT.set(files);
        assertThat(run(Long.MAX_VALUE, link))
            .as("exit code with room for %d files", files)
            .isEqualTo(3);
        assertThat(err.toString(StandardCharsets.UTF_8))
            .contains("No space left on device")
            .contains("spark.local.dir")
            .contains("Work that was finished is kept");
        assertThat(results()).isEmpty();
      }
      FullShuffle.LEFT.set(Integer.MAX_VALUE);
      assertThat(run(Long.MAX_VALUE, link)).isZero();
    } finally {
      System.clearProperty("spark.shuffle.sort.io.plugin.class");
    }
    sameAsHere();
  }

  @Test
  void factsAreWholeOrNotThere() throws IOException {
    SampleOrder order = SampleOrder.small(folder.resolve("wiki"), 42, 800, 2);
    SampleWiki.write(order, Progress.NONE, () -> false);
    Path dump = folder.resolve("dump.xml.bz2");
    try (OutputStream out = new BZip2CompressorOutputStream(Files.newOutputStream(dump), 1)) {
      Files.copy(order.dump(), out);
    }
    FactsFolder expected = new FactsFolder(folder.resolve("local"));
    FactsExtraction.run(dump, null, 2, expected, Progress.NONE, () -> false);
    assertThat(run(100_000, "facts", dump.toString())).isEqualTo(3);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("No space left on device");
    assertThat(results()).isEmpty();
    assertThat(run(Long.MAX_VALUE, "facts", dump.toString())).isZero();
    FactsFolder out = new FactsFolder(folder.resolve("out"));
    assertThat(out.pages()).hasSameBinaryContentAs(expected.pages());
    assertThat(out.categories()).hasSameBinaryContentAs(expected.categories());
    assertThat(out.templates()).hasSameBinaryContentAs(expected.templates());
    assertThat(out.marks()).hasSameBinaryContentAs(expected.marks());
  }
}
