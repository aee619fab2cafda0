package org.handsel.impact;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Adds up the rows of Commons Impact Metrics: a few numbers a month, and for each file and page
/// its views of all months. Some 250 bytes a file and a page. Not safe for use by several threads.
final class CimTally {
  private static final long ABSURD = 1_000_000_000_000L;

  private final Set<String> wanted;
  private final YearMonth present;
  private final YearMonth latest;
  final Map<YearMonth, Month> months = new TreeMap<>();
  final Map<String, FileRow> files = new HashMap<>();
  final Map<String, long[]> pages = new HashMap<>();
  final Map<String, long[]> wikis = new HashMap<>();
  final Map<String, Set<YearMonth>> roots = new TreeMap<>();
  private final LongSet viewed = new LongSet();
  private final LongSet seen = new LongSet();
  private final Map<String, String> interned = new HashMap<>();
  final Map<String, long[]> pairs = new HashMap<>();
  boolean categoryViews;
  long refused;
  long repeated;

  /// Numbers of one month; a kind of table that is missing in it leaves its numbers unknown.
  static final class Month {
    @Nullable Long available;
    @Nullable Long used;
    @Nullable Long wikis;
    @Nullable Long pages;
    @Nullable Long filesListed;
    @Nullable Long usages;
    @Nullable Long views;
    @Nullable Long edits;
    @Nullable Long created;
    final Set<String> editors = new HashSet<>();
    long filesUsed;
  }

  /// What is known of one file.
  static final class FileRow {
    int usages;
    int wikis;
    long views;
  }

  /// @param wanted categories that count, or none for all primary categories
  /// @param present the running month: what is not before it has not ended
  /// @param latest the last month of the data, of which pages a file are taken
  CimTally(Set<String> wanted, YearMonth present, YearMonth latest) {
    this.wanted = Set.copyOf(wanted);
    this.present = present;
    this.latest = latest;
  }

  /// Takes a row.
  ///
  /// @return what is wrong with it, or null when it counts or concerns another collection
  @Nullable String row(CimFile.Kind kind, String[] cells) {
    if (cells.length != kind.columns) {
      return "expected %d cells, found %d".formatted(kind.columns, cells.length);
    }
    YearMonth month = CimFile.month(cells[kind.month]);
    if (month == null) {
      return "expected a month, found \"%s\"".formatted(cells[kind.month]);
    }
    if (month.isAfter(present)) {
      return "the month %s has not come yet".formatted(month);
    }
    try {
      return switch (kind) {
        case CATEGORIES -> category(month, cells);
        case FILES -> file(month, cells);
        case CATEGORY_VIEWS -> categoryView(month, cells);
        case FILE_VIEWS -> fileView(month, cells);
        case EDITS -> edit(month, cells);
        case UNKNOWN -> "unknown table";
      };
    } catch (NumberFormatException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static long number(String cell) {
    int point = cell.indexOf('.');
    long number = Long.parseLong(point < 0 ? cell : cell.substring(0, point));
    if (number < 0) {
      throw new NumberFormatException("expected no negative number, found " + cell);
    }
    if (number > ABSURD) {
      throw new NumberFormatException("expected a possible number, found " + cell);
    }
    return number;
  }

  private Month month(YearMonth month) {
    return months.computeIfAbsent(month, one -> new Month());
  }

  private boolean counts(String primaries) {
    if (wanted.isEmpty()) {
      return true;
    }
    for (String primary : primaries.split("\\|", -1)) {
      if (wanted.contains(primary)) {
        return true;
      }
    }
    return false;
  }

  private @Nullable String category(YearMonth month, String[] cells) {
    boolean root =
        wanted.isEmpty()
            ? ("|" + cells[2] + "|").contains("|" + cells[0] + "|")
            : wanted.contains(cells[0]);
    if (!root) {
      return null;
    }
    if (!seen.add(LongSet.hash("c", month.toString(), cells[0]))) {
      repeated++;
      return null;
    }
    long available = Math.max(number(cells[3]), number(cells[4]));
    long used = Math.max(number(cells[5]), number(cells[6]));
    long wikiCount = Math.max(number(cells[7]), number(cells[8]));
    long pageCount = Math.max(number(cells[9]), number(cells[10]));
    if (used > available) {
      return "%s: more files used (%d) than there are (%d)".formatted(cells[0], used, available);
    }
    roots.computeIfAbsent(cells[0], one -> new TreeSet<>()).add(month);
    Month sums = month(month);
    sums.available = plus(sums.available, available);
    sums.used = plus(sums.used, used);
    sums.pages = plus(sums.pages, pageCount);
    // Wikis of several categories overlap almost wholly: the largest is the honest lower bound.
    sums.wikis = Math.max(Objects.requireNonNullElse(sums.wikis, 0L), wikiCount);
    return null;
  }

  private @Nullable String file(YearMonth month, String[] cells) {
    if (!counts(cells[3])) {
      return null;
    }
    long wikiCount = number(cells[4]);
    long pageCount = number(cells[5]);
    if (!seen.add(LongSet.hash("f", month.toString(), cells[0]))) {
      repeated++;
      return null;
    }
    Month sums = month(month);
    sums.filesListed = plus(sums.filesListed, 1);
    sums.usages = plus(sums.usages, pageCount);
    sums.filesUsed += pageCount > 0 ? 1 : 0;
    if (month.equals(latest) && pageCount > 0) {
      FileRow row = files.computeIfAbsent(cells[0], one -> new FileRow());
      row.usages = (int) Math.min(Integer.MAX_VALUE, pageCount);
      row.wikis = (int) Math.min(Integer.MAX_VALUE, wikiCount);
    }
    return null;
  }

  private @Nullable String categoryView(YearMonth month, String[] cells) {
    boolean root =
        wanted.isEmpty()
            ? ("|" + cells[2] + "|").contains("|" + cells[0] + "|")
            : wanted.contains(cells[0]);
    if (!root || !cells[1].equals("deep")) {
      return null;
    }
    categoryViews = true;
    view(month, cells[3], cells[4], number(cells[5]));
    return null;
  }

  private @Nullable String fileView(YearMonth month, String[] cells) {
    if (!counts(cells[2])) {
      return null;
    }
    long views = number(cells[5]);
    if (!seen.add(LongSet.hash("v", month.toString(), cells[0], cells[3], cells[4]))) {
      repeated++;
      return null;
    }
    files.computeIfAbsent(cells[0], one -> new FileRow()).views += views;
    if (month.equals(latest)) {
      pairs.computeIfAbsent(cells[0] + "\t" + word(cells[3]), one -> new long[1])[0]++;
    }
    if (!categoryViews) {
      view(month, cells[3], cells[4], views);
    }
    return null;
  }

  /// Counts a page's views once a month, however many files or categories bring it up.
  private void view(YearMonth month, String wiki, String page, long views) {
    if (!viewed.add(LongSet.hash(month.toString(), wiki, page))) {
      return;
    }
    Month sums = month(month);
    sums.views = plus(sums.views, views);
    String project = word(wiki);
    long[] total = pages.computeIfAbsent(project + "\t" + page, one -> new long[2]);
    total[0] += views;
    long[] ofWiki = wikis.computeIfAbsent(project, one -> new long[2]);
    ofWiki[0] += views;
    if (month.equals(latest)) {
      total[1]++;
      ofWiki[1]++;
    }
  }

  private @Nullable String edit(YearMonth month, String[] cells) {
    if (!counts(cells[4])) {
      return null;
    }
    if (!seen.add(LongSet.hash("e", cells[0], cells[1], cells[2], cells[5]))) {
      repeated++;
      return null;
    }
    Month sums = month(month);
    sums.edits = plus(sums.edits, 1);
    sums.created = plus(sums.created, cells[1].equals("create") ? 1 : 0);
    sums.editors.add(word(cells[0]));
    return null;
  }

  private String word(String text) {
    return interned.computeIfAbsent(text, one -> one);
  }

  private static long plus(@Nullable Long sum, long more) {
    return (sum == null ? 0 : sum) + more;
  }
}
