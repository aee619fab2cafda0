package org.handsel.authority.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Lines in two encodings, whatever pieces they come in.
class LineTextTest {
  private static final Charset WESTERN = Charset.forName("windows-1252");

  private final Problems problems = new Problems("line");

  private String read(byte[] bytes) throws IOException {
    return read(new ByteArrayInputStream(bytes));
  }

  private String read(InputStream in) throws IOException {
    StringWriter text = new StringWriter();
    try (LineText lines = new LineText(in)) {
      lines.transferTo(text);
      lines.tell(problems);
    }
    return text.toString();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void eachLineIsDecodedByItself(long seed) throws IOException {
    Random random = new Random(seed);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    StringBuilder expected = new StringBuilder();
    int western = 0;
    int first = 0;
    for (int line = 1; line <= 20_000; line++) {
      String text = "é".repeat(random.nextInt(30)) + line + " Müller" + "\n";
      boolean old = random.nextInt(1_000) == 0;
      bytes.writeBytes(text.getBytes(old ? WESTERN : StandardCharsets.UTF_8));
      first = old && western == 0 ? line : first;
      western += old ? 1 : 0;
      expected.append(text);
    }
    // Comes in pieces of any size, as from a packed file.
    byte[] all = bytes.toByteArray();
    InputStream pieces =
        new ByteArrayInputStream(all) {
          @Override
          public synchronized int read(byte[] into, int offset, int length) {
            return super.read(into, offset, Math.min(length, 1 + random.nextInt(7_000)));
          }
        };
    assertThat(read(pieces)).isEqualTo(expected.toString());
    assertThat(problems.all())
        .singleElement()
        .extracting(PersonProblem::message)
        .asString()
        .startsWith(
            "line %d: expected UTF-8, found other bytes in %d lines".formatted(first, western));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void lineLongerThanIsHeldIsNotCutWithinALetter(int shift) throws IOException {
    String text = "x".repeat(shift) + "€".repeat(1_000_000) + "\nß";
    assertThat(read(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void nothingIsNothing() throws IOException {
    assertThat(read(new byte[0])).isEmpty();
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void lastLineNeedsNoEnd() throws IOException {
    assertThat(read("a\nMüller".getBytes(WESTERN))).isEqualTo("a\nMüller");
    assertThat(problems.all().getFirst().message()).startsWith("line 2: expected UTF-8, found");
  }
}
