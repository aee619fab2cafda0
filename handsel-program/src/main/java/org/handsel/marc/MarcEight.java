package org.handsel.marc;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import org.handsel.platform.ResourceTable;

/// Turns MARC-8 into text. Two sets of letters are called at any time, one for bytes below 80 and
/// one for those above; escapes call others. A mark stands before its letter, in Unicode behind it.
/// What is in no table stands as [MarcText#LOST]. Immutable; safe for threads.
///
/// Source: Library of Congress, MARC 21 Specifications, Character Sets: MARC-8 Encoding
/// Environment.
final class MarcEight {
  private static final int ESCAPE = 0x1B;
  private static final char LATIN = 'B';
  private static final char EXTENDED = 'E';
  private static final char EAST_ASIAN = '1';

  /// Called by one letter alone, and only for bytes below 80.
  private static final String SYMBOLS = "gbps";

  /// Unicode by set and bytes.
  private final Map<Integer, Integer> letters = new HashMap<>();

  MarcEight() {
    for (ResourceTable.Row row :
        ResourceTable.read(MarcEight.class, "marc-8.tsv", "byte", "unicode", "name").rows()) {
      letters.put(
          key(EXTENDED, Integer.parseInt(row.cell(0), 16) & 0x7F),
          Integer.parseInt(row.cell(1), 16));
    }
    for (ResourceTable.Row row :
        ResourceTable.read(MarcEight.class, "marc-8-scripts.tsv", "set", "byte", "unicode")
            .rows()) {
      runs(row.cell(0).charAt(0), row.cell(1), row.cell(2), letters);
    }
  }

  /// The 15,000 letters of Chinese, Japanese and Korean, read when the first is called.
  private static final class EastAsian {
    private static final Map<Integer, Integer> LETTERS = new HashMap<>();

    static {
      for (ResourceTable.Row row :
          ResourceTable.read(MarcEight.class, "marc-8-eacc.tsv", "byte", "unicode").rows()) {
        runs(EAST_ASIAN, row.cell(0), row.cell(1), LETTERS);
      }
    }
  }

  private static void runs(char set, String first, String runs, Map<Integer, Integer> into) {
    int code = Integer.parseInt(first, 16);
    for (String run : runs.split(" ", -1)) {
      String[] ends = run.split("-", -1);
      int last = Integer.parseInt(ends[ends.length - 1], 16);
      for (int point = Integer.parseInt(ends[0], 16); point <= last; point++) {
        into.put(key(set, code++), point);
      }
    }
  }

  private static int key(char set, int code) {
    return set << 24 | code;
  }

  /// What was read.
  ///
  /// @param lost whether there were letters that no table has
  /// @param eastAsian whether some of those were Chinese, Japanese or Korean
  record Read(String text, boolean lost, boolean eastAsian) {}

  Read decode(byte[] bytes, int from, int to) {
    StringBuilder text = new StringBuilder(to - from);
    StringBuilder marks = new StringBuilder();
    boolean lost = false;
    boolean eastAsian = false;
    char low = LATIN;
    char high = EXTENDED;
    int at = from;
    while (at < to) {
      int first = bytes[at] & 0xFF;
      if (first == ESCAPE) {
        int called = at + 1;
        boolean upper = false;
        while (called < to && "$(,)-!".indexOf(bytes[called]) >= 0) {
          upper |= bytes[called] == ')' || bytes[called] == '-';
          called++;
        }
        char set = called < to ? (char) (bytes[called] & 0xFF) : LATIN;
        if (set == 's' && called == at + 1) {
          low = LATIN;
        } else if (upper) {
          high = set;
        } else {
          low = set;
        }
        at = called + 1;
        continue;
      }
      char set = first < 0x80 ? low : high;
      int length = set == EAST_ASIAN && first > 0x20 ? Math.min(3, to - at) : 1;
      int point = point(set, bytes, at, length);
      at += length;
      if (point == 0) {
        lost = true;
        eastAsian |= set == EAST_ASIAN;
        text.append(MarcText.LOST);
        marks.setLength(0);
      } else if (Character.getType(point) == Character.NON_SPACING_MARK) {
        marks.append((char) point);
      } else {
        text.appendCodePoint(point).append(marks);
        marks.setLength(0);
      }
    }
    return new Read(Normalizer.normalize(text, Normalizer.Form.NFC), lost, eastAsian);
  }

  private int point(char set, byte[] bytes, int at, int length) {
    int first = bytes[at] & 0xFF;
    // Blanks and controls are the same in all sets, and so are letters that a symbol set lacks.
    if (first <= 0x20 || first < 0x80 && set == LATIN) {
      return first;
    }
    int code = 0;
    for (int i = at; i < at + length; i++) {
      code = code << 8 | bytes[i] & 0x7F;
    }
    Map<Integer, Integer> table = set == EAST_ASIAN ? EastAsian.LETTERS : letters;
    int found = table.getOrDefault(key(set, code), 0);
    return found == 0 && first < 0x80 && SYMBOLS.indexOf(set) >= 0 ? first : found;
  }
}
