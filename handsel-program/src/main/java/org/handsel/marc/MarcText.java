package org.handsel.marc;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import org.handsel.platform.ResourceTable;

/// Turns the bytes of a MARC field into text: UTF-8, or MARC-8 with Basic and Extended Latin
/// (ANSI/NISO Z39.47) and the escapes to superscript, subscript and Greek symbols. Another script
/// in MARC-8 is left out of the text and told. Not safe for threads.
final class MarcText {
  static final char LOST = '\uFFFD';

  private static final int ESCAPE = 0x1B;
  private static final int[] LATIN = new int[256];

  static {
    for (ResourceTable.Row row :
        ResourceTable.read(MarcText.class, "marc-8.tsv", "byte", "unicode", "name").rows()) {
      LATIN[Integer.parseInt(row.cell(0), 16)] = Integer.parseInt(row.cell(1), 16);
    }
  }

  private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
  private boolean promised;
  private boolean other;
  private boolean lost;

  /// @param utf8Promised what the leader says of the record
  void begin(boolean utf8Promised) {
    promised = utf8Promised;
    other = false;
    lost = false;
  }

  /// What was wrong since the beginning; empty where nothing was.
  String finding() {
    if (lost) {
      return "bytes that are neither UTF-8 nor Latin MARC-8; they stand as U+FFFD.";
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
      // Bytes of Latin MARC-8 that happen to be UTF-8 do not occur in names: a mark stands before
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
    return marc8(bytes, from, to);
  }

  private String marc8(byte[] bytes, int from, int to) {
    StringBuilder text = new StringBuilder(to - from);
    StringBuilder marks = new StringBuilder();
    boolean latin = true;
    int i = from;
    while (i < to) {
      int b = bytes[i] & 0xFF;
      if (b == ESCAPE) {
        int next = i + 1 < to ? bytes[i + 1] & 0xFF : 0;
        boolean set = next == '(' || next == ',' || next == ')' || next == '-' || next == '$';
        int code = set && i + 2 < to ? bytes[i + 2] & 0xFF : next;
        int length = set ? code == '!' || next == '$' && i + 3 < to && code == ',' ? 4 : 3 : 2;
        latin = List.of((int) 'B', (int) 'E', (int) 's', (int) '!').contains(code);
        i += length;
        continue;
      }
      i++;
      int point = b < 0x80 ? b : LATIN[b];
      if (!latin || point == 0) {
        lost = true;
        text.append(LOST);
        marks.setLength(0);
      } else if (Character.getType(point) == Character.NON_SPACING_MARK) {
        // A mark stands before its letter, in Unicode behind it.
        marks.append((char) point);
      } else {
        text.appendCodePoint(point).append(marks);
        marks.setLength(0);
      }
    }
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }
}
