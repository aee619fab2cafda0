package org.handsel.wiki.markup;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Notes where categories, links to other languages and headlines stand on a page, and what of it
/// is odd. Costs a comparison or two for a link; only what is odd becomes text. Not safe for
/// threads.
final class Layout {
  /// Passages beyond so many bytes are not told.
  private static final int LONGEST = 500;

  private final Namespaces namespaces;
  private final List<Oddity> oddities = new ArrayList<>();
  private byte[] text = {};

  /// The links with nothing but blanks between them that the last category belongs to.
  private int runStart;

  private int runEnd;
  private int runLength;
  private String runCategory = "";

  private int lastHeadline;
  private int firstCategory;
  private int firstCategoryEnd;
  private String firstCategoryName = "";
  private int firstInterwiki;
  private int firstInterwikiEnd;

  Layout(Namespaces namespaces) {
    this.namespaces = namespaces;
  }

  void begin(byte[] page) {
    text = page;
    oddities.clear();
    runLength = 0;
    lastHeadline = -1;
    firstCategory = Integer.MAX_VALUE;
    firstInterwiki = Integer.MAX_VALUE;
  }

  /// A line from its equals signs to its end.
  void headline(int start, int end) {
    int last = end;
    while (last > start && text[last - 1] <= ' ' && text[last - 1] >= 0) {
      last--;
    }
    if (last - start >= 5 && text[last - 1] == '=' && text[last - 2] == '=') {
      lastHeadline = Math.max(lastHeadline, start);
    }
  }

  /// A link to a page in another language.
  void interwiki(int start, int end) {
    if (start < firstInterwiki) {
      firstInterwiki = start;
      firstInterwikiEnd = end;
    }
  }

  /// A link that puts the page into a category.
  ///
  /// @param start of its brackets
  /// @param end behind its brackets
  /// @param prefix the namespace as written
  /// @param written the name as written
  /// @param name as stored
  void category(int start, int end, String prefix, String written, String name) {
    if (start < firstCategory) {
      firstCategory = start;
      firstCategoryEnd = end;
      firstCategoryName = name;
    }
    if (runLength > 0 && blank(runEnd, start)) {
      runLength++;
    } else {
      endRun();
      runStart = start;
      runCategory = name;
      runLength = 1;
    }
    runEnd = end;
    String bare = written.strip();
    if (!prefix.equals(prefix.strip()) || !written.equals(bare)) {
      add(Oddity.Kind.BLANK_IN_CATEGORY, name, start, end);
    }
    if (namespaces.ownCategoryName() && prefix.strip().equalsIgnoreCase("category")) {
      add(Oddity.Kind.ENGLISH_NAMESPACE, name, start, end);
    }
    // An entity at the beginning is no letter, a sharp s has no capital: both are stored otherwise.
    int first = bare.codePointAt(0);
    if (Character.isLowerCase(first)
        && name.codePointAt(0) != first
        && name.codePointAt(0) == Character.toUpperCase(first)) {
      add(Oddity.Kind.SMALL_LETTER, name, start, end);
    }
  }

  /// A default sort key.
  ///
  /// @param key as written behind the colon
  void sortKey(int start, int end, String key) {
    if (!key.isBlank() && Character.isWhitespace(key.charAt(0))) {
      add(Oddity.Kind.BLANK_BEFORE_SORT_KEY, "", start, end);
    }
  }

  private boolean blank(int from, int to) {
    if (to < from) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (text[i] != ' ' && text[i] != '\t') {
        return false;
      }
    }
    return true;
  }

  private void endRun() {
    if (runLength > 1) {
      add(Oddity.Kind.CATEGORIES_ON_ONE_LINE, runCategory, runStart, runEnd);
    }
    runLength = 0;
  }

  private void add(Oddity.Kind kind, String category, int start, int end) {
    String passage =
        end - start > LONGEST ? "" : new String(text, start, end - start, StandardCharsets.UTF_8);
    oddities.add(new Oddity(kind, category, passage));
  }

  /// What is odd about the page, asked at its end.
  List<Oddity> oddities() {
    endRun();
    if (firstCategory < lastHeadline) {
      add(Oddity.Kind.CATEGORY_BEFORE_HEADLINE, firstCategoryName, firstCategory, firstCategoryEnd);
    }
    if (firstInterwiki < lastHeadline) {
      add(Oddity.Kind.INTERWIKI_BEFORE_HEADLINE, "", firstInterwiki, firstInterwikiEnd);
    }
    return oddities.isEmpty() ? List.of() : List.copyOf(oddities);
  }
}
