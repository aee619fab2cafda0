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

  /// Keys of the pages that a measurement lists; none where it lists none.
  static Set<String> keys(Measurement measured) {
    Set<String> keys = new LinkedHashSet<>();
    ListTable pages = measured.lists().get("pages");
    if (pages != null) {
      int wiki = pages.header().indexOf("wiki");
      int title = pages.header().indexOf("page");
      for (List<String> row : pages.rows()) {
        keys.add(row.get(wiki) + "\t" + row.get(title).replace(' ', '_'));
      }
    }
    return keys;
  }

  boolean wants(YearMonth month) {
    return !month.isBefore(from) && !month.isAfter(to);
  }

  void add(String project, String title, YearMonth month, long views) {
    if (add(project, title, views)) {
      add(month, views);
    }
  }

  /// Counts views of a page, whenever they were.
  ///
  /// @return whether the page counts
  boolean add(String project, String title, long views) {
    Sum sum = ofPages.getOrDefault(project, Map.of()).get(title);
    if (sum == null) {
      return false;
    }
    sum.views += views;
    sum.known = true;
    return true;
  }

  /// Counts views in a month, of whichever page that counts.
  void add(YearMonth month, long views) {
    months.merge(month, views, Long::sum);
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

  /// A measurement with these views.
  ///
  /// @param problems all that it is to have
  Measurement with(
      Measurement measured, String source, MeasureWords words, List<DataProblem> problems) {
    MeasureList list = new MeasureList(words, source, null, measured.about().parameters());
    measure(list, "user");
    List<Measure> measures = new ArrayList<>(measured.measures());
    measures.removeIf(one -> one.measure().equals("views"));
    measures.addAll(list.all());
    Map<String, ListTable> lists = new HashMap<>(measured.lists());
    ListTable pages = measured.lists().get("pages");
    if (pages != null) {
      lists.put("pages", with(pages));
    }
    lists.put("months", months());
    return new Measurement(measured.about(), measures, lists, problems);
  }

  private ListTable months() {
    List<List<String>> rows = new ArrayList<>();
    for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
      Long views = months.get(month);
      rows.add(List.of(month.toString(), views == null ? "" : views.toString()));
    }
    return new ListTable(List.of("month", "views"), rows);
  }

  /// A list of pages with their views as a further column, the most viewed first; unknown is empty.
  private ListTable with(ListTable pages) {
    int wiki = pages.header().indexOf("wiki");
    int title = pages.header().indexOf("page");
    int known = pages.header().indexOf("views");
    List<String> header = without(pages.header(), known);
    header.add("views");
    List<List<String>> rows = new ArrayList<>();
    for (List<String> row : pages.rows()) {
      Sum sum = ofPages.getOrDefault(row.get(wiki), Map.of()).get(row.get(title).replace(' ', '_'));
      List<String> more = without(row, known);
      more.add(sum == null || !sum.known ? "" : Long.toString(sum.views));
      rows.add(more);
    }
    rows.sort(
        Comparator.comparingLong(
            row -> row.getLast().isEmpty() ? 1 : -Long.parseLong(row.getLast())));
    return new ListTable(header, rows);
  }

  /// A row without the views of an earlier counting.
  private static List<String> without(List<String> row, int known) {
    List<String> rest = new ArrayList<>(row);
    if (known >= 0) {
      rest.remove(known);
    }
    return rest;
  }
}
