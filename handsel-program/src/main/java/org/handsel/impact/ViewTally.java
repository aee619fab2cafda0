package org.handsel.impact;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.handsel.impact.Measurement.ListTable;

/// Views of a collection's pages by month. A page is known by its project and title and counts
/// once, however many files it shows. A month that no source covers is a gap and never zero.
///
/// Not safe for use by several threads.
final class ViewTally {
  /// No page has so many views in a month: all of Wikipedia has some 25,000 million.
  static final long ABSURD = 10_000_000_000L;

  private final YearMonth from;
  private final YearMonth to;
  private final Map<String, Map<String, Sum>> ofPages = new HashMap<>();
  private final Map<YearMonth, Long> months = new TreeMap<>();
  private final Set<String> gaps = new LinkedHashSet<>();
  private final int wanted;

  /// Views of one page.
  private static final class Sum {
    long views;
    boolean known;
  }

  /// @param pages keys of the pages that count
  ViewTally(Set<String> pages, YearMonth from, YearMonth to) {
    this.from = from;
    this.to = to;
    this.wanted = pages.size();
    for (String key : pages) {
      int tab = key.indexOf('\t');
      ofPages
          .computeIfAbsent(key.substring(0, tab), one -> new HashMap<>())
          .put(key.substring(tab + 1), new Sum());
    }
  }

  static Set<String> keys(UsageTally tally) {
    Set<String> keys = new LinkedHashSet<>();
    for (UsageTally.Page page : tally.pagesByFiles()) {
      keys.add(page.project() + "\t" + page.title().replace(' ', '_'));
    }
    return keys;
  }

  boolean wants(YearMonth month) {
    return !month.isBefore(from) && !month.isAfter(to);
  }

  /// Whether the project has a page that counts.
  boolean wants(String project) {
    return ofPages.containsKey(project);
  }

  boolean wants(String project, String title) {
    return ofPages.getOrDefault(project, Map.of()).containsKey(title);
  }

  void add(String project, String title, YearMonth month, long views) {
    Sum sum = ofPages.getOrDefault(project, Map.of()).get(title);
    if (sum != null) {
      sum.views += views;
      sum.known = true;
      covered(month);
      months.merge(month, views, Long::sum);
    }
  }

  /// A source tells of this month, even if no page of the collection was seen in it.
  void covered(YearMonth month) {
    months.putIfAbsent(month, 0L);
  }

  /// Says something that is missing or doubtful.
  void gap(String sentence) {
    gaps.add(sentence);
  }

  private long known() {
    return ofPages.values().stream()
        .flatMap(titles -> titles.values().stream())
        .filter(sum -> sum.known)
        .count();
  }

  void measure(MeasureList list, String agents) {
    Map<String, Object> how = new LinkedHashMap<>();
    how.put("from", from.toString());
    how.put("to", to.toString());
    how.put("months-known", months.size());
    how.put("months", from.until(to.plusMonths(1), java.time.temporal.ChronoUnit.MONTHS));
    how.put("pages-asked", wanted);
    how.put("pages-known", known());
    how.put("agent", agents);
    how.put("access", "desktop, mobile web and app together");
    List<String> all = new ArrayList<>(gaps);
    List<String> missing = new ArrayList<>();
    for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
      if (!months.containsKey(month)) {
        missing.add(month.toString());
      }
    }
    if (!missing.isEmpty()) {
      all.add("no data for " + String.join(", ", missing));
    }
    all.add("views over redirects are not in the numbers of their targets");
    long sum = months.values().stream().mapToLong(Long::longValue).sum();
    list.add("views", months.isEmpty() ? null : (Number) sum, to.toString(), how, all);
  }

  ListTable months() {
    List<List<String>> rows = new ArrayList<>();
    for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
      Long views = months.get(month);
      rows.add(List.of(month.toString(), views == null ? "" : views.toString()));
    }
    return new ListTable(List.of("month", "views"), rows);
  }

  /// A list of pages with their views as a further column, the most viewed first; unknown is empty.
  ListTable with(ListTable pages) {
    int wiki = pages.header().indexOf("wiki");
    int title = pages.header().indexOf("page");
    List<String> header = new ArrayList<>(pages.header());
    header.add("views");
    List<List<String>> rows = new ArrayList<>();
    for (List<String> row : pages.rows()) {
      Sum sum = ofPages.getOrDefault(row.get(wiki), Map.of()).get(row.get(title).replace(' ', '_'));
      List<String> more = new ArrayList<>(row);
      more.add(sum == null || !sum.known ? "" : Long.toString(sum.views));
      rows.add(more);
    }
    rows.sort(
        Comparator.comparingLong(
            row -> row.getLast().isEmpty() ? 1 : -Long.parseLong(row.getLast())));
    return new ListTable(header, rows);
  }
}
