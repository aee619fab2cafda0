package org.handsel.collection.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Locale;
import org.handsel.collection.source.Delivery.DeliveredFile;
import org.handsel.platform.HandselException;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/// The character set of a text.
///
/// Recognition in this order: byte-order mark; zero bytes in every second place (UTF-16); strict
/// UTF-8 over the whole file where it lies on disk, otherwise over its beginning; the statistics of
/// juniversalchardet over the bytes that are not UTF-8; windows-1252.
///
/// @param charset how bytes become characters
/// @param markLength bytes of the byte-order mark, 0 when there is none
/// @param doubt why a charset that was given looks wrong, with line and bytes; null when it does
///   not
record TextEncoding(Charset charset, int markLength, @Nullable Doubt doubt) {
  static final int SAMPLE = 1 << 20;

  /// ISO 8859-1 in deliveries is windows-1252: nobody means the control characters 80 to 9F.
  private static final Charset WESTERN = Charset.forName("windows-1252");

  /// @param line line of the first bytes that speak against the charset
  /// @param bytes those bytes, in hexadecimal
  record Doubt(long line, String bytes) {}

  static TextEncoding of(DeliveredFile file, @Nullable String given) throws IOException {
    byte[] sample = file.bytes().peek(SAMPLE);
    TextEncoding marked = byMark(sample);
    if (given != null) {
      return given(charset(given), sample, marked);
    }
    if (marked != null) {
      return marked;
    }
    Charset wide = utf16WithoutMark(sample);
    if (wide != null) {
      return new TextEncoding(wide, 0, null);
    }
    return byContent(file, sample);
  }

  /// By byte-order mark; null when there is none.
  static @Nullable TextEncoding byMark(byte[] sample) {
    if (startsWith(sample, 0xef, 0xbb, 0xbf)) {
      return new TextEncoding(StandardCharsets.UTF_8, 3, null);
    }
    if (startsWith(sample, 0xff, 0xfe, 0, 0)) {
      return new TextEncoding(Charset.forName("UTF-32LE"), 4, null);
    }
    if (startsWith(sample, 0, 0, 0xfe, 0xff)) {
      return new TextEncoding(Charset.forName("UTF-32BE"), 4, null);
    }
    if (startsWith(sample, 0xff, 0xfe)) {
      return new TextEncoding(StandardCharsets.UTF_16LE, 2, null);
    }
    if (startsWith(sample, 0xfe, 0xff)) {
      return new TextEncoding(StandardCharsets.UTF_16BE, 2, null);
    }
    return null;
  }

  /// UTF-16 whose text is mostly Latin, told by its zero bytes; null otherwise.
  static @Nullable Charset utf16WithoutMark(byte[] sample) {
    int length = Math.min(sample.length & ~1, 4096);
    int even = 0;
    int odd = 0;
    for (int i = 0; i < length; i += 2) {
      even += sample[i] == 0 ? 1 : 0;
      odd += sample[i + 1] == 0 ? 1 : 0;
    }
    int pairs = length / 2;
    if (pairs < 4) {
      return null;
    }
    if (odd * 10 > pairs * 7 && even * 10 < pairs) {
      return StandardCharsets.UTF_16LE;
    }
    return even * 10 > pairs * 7 && odd * 10 < pairs ? StandardCharsets.UTF_16BE : null;
  }

  /// @throws HandselException when Java knows no such charset
  static Charset charset(String name) {
    try {
      return Charset.forName(name.strip());
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      throw HandselException.usage(
          ("source.charset: no such character set: expected a name such as UTF-8, windows-1252 or"
                  + " UTF-16LE, found \"%s\".")
              .formatted(name));
    }
  }

  /// The charset that was given, with a doubt when the bytes are plainly UTF-8 or have its mark.
  private static TextEncoding given(Charset given, byte[] sample, @Nullable TextEncoding marked) {
    if (marked != null) {
      boolean same =
          marked.charset().equals(given)
              || (given.equals(StandardCharsets.UTF_16) && marked.markLength() == 2);
      return same
          ? marked
          : new TextEncoding(
              given, 0, new Doubt(1, hex(sample, marked.markLength()) + " (a byte-order mark)"));
    }
    Utf8Scan scan = Utf8Scan.of(sample);
    boolean reallyUtf8 = scan.isUtf8() && scan.sequences() > 0;
    boolean doubtful = reallyUtf8 && !given.equals(StandardCharsets.UTF_8);
    // The JDK takes a missing mark for big-endian.
    Charset exact = given.equals(StandardCharsets.UTF_16) ? StandardCharsets.UTF_16BE : given;
    return new TextEncoding(
        exact, 0, doubtful ? new Doubt(scan.firstSequenceLine(), scan.firstSequence()) : null);
  }

  private static TextEncoding byContent(DeliveredFile file, byte[] sample) throws IOException {
    Utf8Scan scan;
    byte[] suspicious = sample;
    if (file.path() == null || file.bytes().isWhole()) {
      scan = Utf8Scan.of(sample);
    } else {
      try (InputStream in = Files.newInputStream(file.path())) {
        scan = Utf8Scan.of(in, Long.MAX_VALUE);
      }
    }
    // A few broken bytes in a text that is UTF-8 elsewhere are damage, not another charset.
    if (scan.isUtf8() || scan.sequences() > 20 * scan.broken()) {
      return new TextEncoding(StandardCharsets.UTF_8, 0, null);
    }
    if (file.path() != null && scan.firstBroken() >= sample.length) {
      try (InputStream in = Files.newInputStream(file.path())) {
        in.skipNBytes(Math.max(0, scan.firstBroken() - SAMPLE / 2));
        suspicious = in.readNBytes(SAMPLE);
      }
    }
    return new TextEncoding(byStatistics(suspicious), 0, null);
  }

  private static Charset byStatistics(byte[] bytes) {
    UniversalDetector detector = new UniversalDetector();
    detector.handleData(bytes, 0, bytes.length);
    detector.dataEnd();
    String name = detector.getDetectedCharset();
    if (name == null || !Charset.isSupported(name)) {
      return WESTERN;
    }
    Charset found = Charset.forName(name);
    boolean impossible =
        found.equals(StandardCharsets.UTF_8)
            || found.equals(StandardCharsets.US_ASCII)
            || found.equals(StandardCharsets.ISO_8859_1);
    return impossible || (isOtherScript(found) && !isOtherScript(bytes)) ? WESTERN : found;
  }

  private static boolean isOtherScript(Charset charset) {
    String letters = new String(new byte[] {(byte) 0xe1, (byte) 0xe5}, charset);
    return letters
        .codePoints()
        .noneMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
  }

  /// Whether words with letters beyond ASCII consist of them, as Greek and Cyrillic words do. The
  /// statistics take three accents in a long English text for Greek.
  private static boolean isOtherScript(byte[] bytes) {
    long high = 0;
    long letters = 0;
    int wordHigh = 0;
    int word = 0;
    for (byte b : bytes) {
      if (b < 0) {
        wordHigh++;
        word++;
      } else if (Character.isLetter(b)) {
        word++;
      } else {
        if (wordHigh > 0) {
          high += wordHigh;
          letters += word;
        }
        wordHigh = 0;
        word = 0;
      }
    }
    return high * 10 > letters * 6;
  }

  /// Such as `UTF-8 with byte-order mark`.
  String label() {
    return charset.name() + (markLength > 0 ? " with byte-order mark" : "");
  }

  /// The beginning as text, for recognition only: broken bytes become U+FFFD.
  String decode(byte[] sample) {
    return new String(sample, markLength, Math.max(0, sample.length - markLength), charset);
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static String hex(byte[] bytes, int length) {
    StringBuilder text = new StringBuilder();
    for (byte b : Arrays.copyOf(bytes, length)) {
      text.append(text.isEmpty() ? "" : " ")
          .append("%02X".formatted(b & 0xff).toUpperCase(Locale.ROOT));
    }
    return text.toString();
  }
}
