package org.handsel.release.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Replacements in one text, by place; carried out together, so that places stay what they were.
final class Rewriting {
  private record Edit(int start, int end, String text) {}

  private final List<Edit> edits = new ArrayList<>();

  void replace(int start, int end, String text) {
    edits.add(new Edit(start, end, text));
  }

  void insert(int at, String text) {
    edits.add(new Edit(at, at, text));
  }

  /// Takes a part away, and its line where nothing else stands there.
  void remove(String page, int start, int end) {
    int from = start;
    while (from > 0
        && page.charAt(from - 1) != '\n'
        && Character.isWhitespace(page.charAt(from - 1))) {
      from--;
    }
    int to = end;
    while (to < page.length()
        && page.charAt(to) != '\n'
        && Character.isWhitespace(page.charAt(to))) {
      to++;
    }
    boolean whole =
        (from == 0 || page.charAt(from - 1) == '\n')
            && (to == page.length() || page.charAt(to) == '\n');
    if (whole) {
      edits.add(new Edit(from, Math.min(page.length(), to + 1), ""));
    } else {
      edits.add(new Edit(start, end, ""));
    }
  }

  String on(String page) {
    List<Edit> sorted = new ArrayList<>(edits);
    // Stable: what is inserted at the same place keeps its order.
    sorted.sort(Comparator.comparingInt(Edit::start));
    StringBuilder text = new StringBuilder();
    int done = 0;
    for (Edit edit : sorted) {
      text.append(page, done, Math.max(done, edit.start)).append(edit.text);
      done = Math.max(done, edit.end);
    }
    return text.append(page, done, page.length()).toString();
  }
}
