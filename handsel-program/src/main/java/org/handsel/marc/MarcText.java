package org.handsel.marc;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/// Turns the bytes of a MARC field into text: UTF-8, or MARC-8 where they are not UTF-8 or hold an
/// escape. Remembers what could not be read. Not safe for threads.
final class MarcText {
  static final char LOST = '\uFFFD';

  private static final int ESCAPE = 0x1B;
  private static final MarcEight MARC_EIGHT = new MarcEight();

  private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
  private boolean promised;
  private boolean other;
  private boolean lost;
  private boolean eastAsian;

  /// @param utf8Promised what the leader says of the record
  void begin(boolean utf8Promised) {
    promised = utf8Promised;
    other = false;
    lost = false;
    eastAsian = false;
  }

  /// What was wrong since the beginning; empty where nothing was.
  String finding() {
    if (eastAsian) {
      return "Chinese, Japanese or Korean letters in MARC-8 (EACC) that its table does not have;"
          + " they stand as U+FFFD. Ask for the records in UTF-8.";
    }
    if (lost) {
      return "bytes that are neither UTF-8 nor MARC-8; they stand as U+FFFD.";
    }
    return other
        ? "the leader promises %s, but fields are written in %s; read as that."
            .formatted(promised ? "UTF-8" : "MARC-8", promised ? "MARC-8" : "UTF-8")
        : "";
  }

  String decode(byte[] bytes, int from, int to) {
    boolean ascii = true;
    for (int i = from; i < to && ascii; i++) {
      ascii = bytes[i] >= 0 && bytes[i] != ESCAPE;
    }
    if (ascii) {
      return new String(bytes, from, to - from, StandardCharsets.US_ASCII);
    }
    try {
      // Bytes of MARC-8 that happen to be UTF-8 do not occur in names: a mark stands before
      // its ASCII letter.
      String text = utf8.decode(ByteBuffer.wrap(bytes, from, to - from)).toString();
      if (text.indexOf(ESCAPE) < 0) {
        other |= !promised;
        // LC's records carry marks behind their letters.
        return Normalizer.normalize(text, Normalizer.Form.NFC);
      }
    } catch (CharacterCodingException e) {
      // Not UTF-8.
    }
    other |= promised;
    MarcEight.Read read = MARC_EIGHT.decode(bytes, from, to);
    lost |= read.lost();
    eastAsian |= read.eastAsian();
    return read.text();
  }
}
