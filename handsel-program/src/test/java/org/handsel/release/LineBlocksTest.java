package org.handsel.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineBlocksTest {
  @TempDir Path folder;

  private record Line(long at, long number, String text) {}

  private static long read(Path file, long from, boolean unended, List<Line> lines)
      throws IOException {
    return LineBlocks.read(
        file,
        from,
        unended,
        block ->
            lines.addAll(
                block.map(line ->
                    new Line(
                        block.at(line),
                        block.number(line),
                        new String(
                            block.bytes(),
                            block.begin(line),
                            block.length(line),
                            StandardCharsets.UTF_8)))));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void linesOfAnyLengthComeInOrderWithTheirPlaces(long seed) throws IOException {
    Random random = new Random(seed);
    List<Line> written = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= 300; i++) {
      // Blank lines count as lines but mean nothing; some lines are longer than a block.
      int length = random.nextInt(10) == 0 ? 0 : random.nextInt(60) == 0 ? 3_000_000 : 1_000;
      String line = "x".repeat(length == 0 ? 0 : 1 + random.nextInt(length));
      if (!line.isEmpty()) {
        written.add(new Line(text.length(), i, line));
      }
      text.append(line).append('\n');
    }
    Path file = Files.writeString(folder.resolve("lines"), text);
    List<Line> read = new ArrayList<>();

    assertThat(read(file, 0, random.nextBoolean(), read)).isEqualTo(text.length());

    assertThat(read).isEqualTo(written);
  }

  @Test
  void aLineWithoutAnEndWaitsUntilItIsWhole() throws IOException {
    Path file = Files.writeString(folder.resolve("lines"), "one\ntw");
    List<Line> read = new ArrayList<>();

    long end = read(file, 0, false, read);
    assertThat(read).containsExactly(new Line(0, 1, "one"));
    Files.writeString(file, "one\ntwo\n");
    assertThat(read(file, end, false, read)).isEqualTo(8);

    assertThat(read.get(1).text()).isEqualTo("two");
  }

  @Test
  void aPlanMayEndWithoutALineBreak() throws IOException {
    Path file = Files.writeString(folder.resolve("lines"), "one\ntwo");
    List<Line> read = new ArrayList<>();

    assertThat(read(file, 0, true, read)).isEqualTo(7);
    assertThat(read).extracting(Line::text).containsExactly("one", "two");
    assertThat(read(Files.createFile(folder.resolve("empty")), 0, true, read)).isZero();
  }
}
