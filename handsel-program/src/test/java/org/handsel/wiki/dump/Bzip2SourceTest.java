package org.handsel.wiki.dump;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Bzip2 files that are odd or damaged.
class Bzip2SourceTest {
  private static final long MARK = 0x314159265359L;

  @TempDir Path folder;

  private final Problems problems = new Problems();

  private byte[] unpacked(byte[] packed) throws IOException {
    Path file = Files.write(folder.resolve("file.bz2"), packed);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ExecutorService pool = Executors.newFixedThreadPool(3);
        Bzip2Source source = new Bzip2Source(file, pool, 3, problems)) {
      for (Piece piece = source.next(); piece != null; piece = source.next()) {
        out.write(piece.bytes(), 0, piece.length());
      }
    }
    return out.toByteArray();
  }

  private static byte[] words(long seed, int length) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      text.append(Integer.toString(random.nextInt(5_000), 36)).append(' ');
    }
    return text.substring(0, length).getBytes(StandardCharsets.US_ASCII);
  }

  @ParameterizedTest(name = "{0} marks within a block")
  @ValueSource(ints = {1, 3})
  void markWithinABlockIsNoBlock(int marks) throws IOException {
    byte[] packed = new Packer(51).marked(marks).marked(0).marked(1).stream();
    byte[] expected;
    try (BZip2CompressorInputStream peer =
        new BZip2CompressorInputStream(new ByteArrayInputStream(packed))) {
      expected = peer.readAllBytes();
    }
    assertThat(unpacked(packed)).isEqualTo(expected);
    assertThat(problems.count()).isZero();
  }

  @Test
  void checksumOfABlockIsChecked() throws IOException {
    byte[] text = words(52, 250_000);
    byte[] packed = DumpsTest.bzip2(1, text);
    packed[11] ^= 4;
    byte[] rest = unpacked(packed);
    assertThat(rest).isEqualTo(Arrays.copyOfRange(text, text.length - rest.length, text.length));
    assertThat(rest.length).isBetween(140_000, 160_000);
    assertThat(problems.kept())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.code()).isEqualTo("damaged-block");
          assertThat(problem.offset()).isEqualTo(4);
          assertThat(problem.message()).startsWith("Byte 4: ").contains("reading went on at byte");
        });
  }

  @Test
  void checksumOfAStreamIsChecked() throws IOException {
    byte[] text = words(53, 250_000);
    byte[] packed = DumpsTest.bzip2(1, text);
    packed[packed.length - 3] ^= 16;
    assertThat(unpacked(packed)).isEqualTo(text);
    assertThat(problems.kept())
        .singleElement()
        .satisfies(problem -> assertThat(problem.code()).isEqualTo("damaged-stream"));
  }

  @ParameterizedTest(name = "of {0} bytes")
  @ValueSource(ints = {1, 2, 40, 4_096})
  void blockThatRepeatsItselfComesBack(int period) throws IOException {
    byte[] once = words(54, period);
    byte[] text = new byte[450_000 / period * period];
    for (int i = 0; i < text.length; i++) {
      text[i] = once[i % period];
    }
    assertThat(unpacked(DumpsTest.bzip2(9, text))).isEqualTo(text);
    assertThat(problems.count()).isZero();
  }

  @Test
  void emptyStreamsBetweenOthersAreNothing() throws IOException {
    byte[] nothing = new byte[0];
    byte[] text = words(55, 300_000);
    assertThat(unpacked(DumpsTest.bzip2(2, nothing, nothing, text, nothing, text, nothing)))
        .hasSize(600_000)
        .startsWith(text)
        .endsWith(text);
    assertThat(problems.count()).isZero();
  }

  /// Packs blocks whose codes all have eight bits, so that any bits can be made to stand in a
  /// block.
  private static final class Packer {
    private static final int USED = 254;
    private static final int END = USED + 1;

    private final Random random;
    private final StringBuilder bits = new StringBuilder();
    private int streamChecksum;

    Packer(long seed) {
      random = new Random(seed);
      put(0x425A6839, 32);
    }

    /// Adds a block of some thousand bytes in which the mark of blocks stands some times.
    Packer marked(int marks) {
      List<Integer> codes = new ArrayList<>();
      for (int i = 0; i < 5_000; i++) {
        codes.add(2 + random.nextInt(USED - 2));
      }
      for (int mark = 0; mark < marks; mark++) {
        for (int i = 0; i < 6; i++) {
          codes.set(1_000 * (mark + 1) + i, (int) (MARK >>> 40 - 8 * i & 0xff));
        }
      }
      byte[] last = last(codes);
      int start = random.nextInt(last.length);
      int checksum = checksum(runs(inverse(last, start)));
      streamChecksum = (streamChecksum << 1 | streamChecksum >>> 31) ^ checksum;
      put(MARK, 48);
      put(checksum, 32);
      put(0, 1);
      put(start, 24);
      put(0xffff, 16);
      for (int group = 0; group < 16; group++) {
        put(group < 15 ? 0xffff : 0xfffc, 16);
      }
      int groups = codes.size() / 50 + 1;
      put(2, 3);
      put(groups, 15);
      put(0, groups);
      for (int table = 0; table < 2; table++) {
        put(8, 5);
        put(0, USED + 2);
      }
      codes.forEach(code -> put(code, 8));
      put(END, 8);
      return this;
    }

    byte[] stream() {
      put(0x177245385090L, 48);
      put(streamChecksum, 32);
      put(0, 7);
      byte[] bytes = new byte[bits.length() / 8];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
      }
      return bytes;
    }

    private void put(long value, int count) {
      for (int i = count - 1; i >= 0; i--) {
        bits.append(i < 64 && (value >>> i & 1) == 1 ? '1' : '0');
      }
    }

    private static byte[] last(List<Integer> codes) {
      List<Integer> front = new ArrayList<>();
      for (int i = 0; i < USED; i++) {
        front.add(i);
      }
      byte[] last = new byte[codes.size()];
      for (int i = 0; i < last.length; i++) {
        int value = front.remove(codes.get(i) - 1);
        front.addFirst(value);
        last[i] = (byte) value;
      }
      return last;
    }

    private static byte[] inverse(byte[] last, int start) {
      Integer[] order = new Integer[last.length];
      Arrays.setAll(order, i -> i);
      Arrays.sort(order, (a, b) -> Integer.compare(last[a] & 0xff, last[b] & 0xff));
      byte[] bytes = new byte[last.length];
      int at = order[start];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = last[at];
        at = order[at];
      }
      return bytes;
    }

    private static byte[] runs(byte[] packed) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      int equal = 0;
      for (int i = 0; i < packed.length; i++) {
        if (equal == 4) {
          for (int k = packed[i] & 0xff; k > 0; k--) {
            out.write(packed[i - 1]);
          }
          equal = 0;
          continue;
        }
        equal = i > 0 && equal > 0 && packed[i] == packed[i - 1] ? equal + 1 : 1;
        out.write(packed[i]);
      }
      return out.toByteArray();
    }

    private static int checksum(byte[] bytes) {
      int value = -1;
      for (byte b : bytes) {
        value ^= b << 24;
        for (int bit = 0; bit < 8; bit++) {
          value = value < 0 ? value << 1 ^ 0x04c11db7 : value << 1;
        }
      }
      return ~value;
    }
  }
}
