package org.handsel.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.handsel.platform.Tsv;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Cells as bytes are those that Tsv reads as text.
class CellReaderTest {
  private static CellReader reader(String text) {
    return new CellReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<List<String>> read(String text) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (CellReader reader = reader(text)) {
      while (reader.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 0; i < reader.cells(); i++) {
          byte[] plain = reader.unescaped(i);
          row.add(plain == null ? reader.text(i) : new String(plain, StandardCharsets.UTF_8));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void anyRowsAreReadAsTheyWereWritten(long seed) throws IOException {
    Random random = new Random(seed);
    String[] pieces = {"a", "\u00e9", "\t", "\n", "\r", "\\", "\\t", "word", "\u6c34", ""};
    List<List<String>> rows = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 2_000; i++) {
      List<String> row = new ArrayList<>();
      for (int cell = random.nextInt(12); cell >= 0; cell--) {
        StringBuilder one = new StringBuilder();
        // Now and then a cell that is longer than what is read at a time.
        int length = random.nextInt(500) == 0 ? 300_000 : random.nextInt(60);
        while (one.length() < length) {
          one.append(pieces[random.nextInt(pieces.length)]);
        }
        row.add(one.toString());
      }
      rows.add(row);
      text.append(Tsv.row(row)).append('\n');
    }
    assertThat(read(text.toString()).equals(rows)).isTrue();
  }

  @Test
  void aRowWithoutAnEndIsAFault() {
    assertThatThrownBy(() -> read("a\tb\nc\td")).isInstanceOf(EOFException.class);
    assertThatThrownBy(() -> read("a\tb\nc\t")).isInstanceOf(EOFException.class);
  }

  @Test
  void numbersAreRead() throws IOException {
    try (CellReader reader = reader("0\t-17\t9223372036854775807\tx1\n")) {
      assertThat(reader.next()).isTrue();
      assertThat(reader.whole(0)).isZero();
      assertThat(reader.whole(1)).isEqualTo(-17);
      assertThat(reader.whole(2)).isEqualTo(Long.MAX_VALUE);
      assertThatThrownBy(() -> reader.whole(3)).isInstanceOf(NumberFormatException.class);
      assertThat(reader.next()).isFalse();
    }
  }
}
