package org.handsel.impact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.handsel.impact.Measurement.ListTable;
import org.jspecify.annotations.Nullable;

/// Measures and lists from counted usages.
final class PageMeasures {
  private final UsageTally tally;
  private final UsageTally.Split split;
  private final int threshold;

  PageMeasures(UsageTally tally, int threshold) {
    this.tally = tally;
    this.threshold = threshold;
    this.split = tally.split(threshold);
  }

  /// @param available published number of files in the tree, or null where nobody said
  /// @param published files used as the source of that number says, or null
  void measure(MeasureList list, @Nullable Number available, @Nullable Number published) {
    Set<String> languages = new TreeSet<>();
    Set<String> leftOut = new TreeSet<>();
    for (String project : tally.projects().keySet()) {
      String language = UsageTally.language(project);
      (UsageTally.NO_LANGUAGE.contains(language) ? leftOut : languages).add(language);
    }
    list.add(
        "files-available",
        available,
        available == null
            ? new String[] {
              "the page list holds used files only; give --key-figures or --files-available"
            }
            : new String[] {});
    list.add(
        "files-used",
        tally.files(),
        Map.of(),
        published == null || published.longValue() == tally.files()
            ? List.of()
            : List.of(
                "the published key figure is %,d (%+.1f %% against the list); the cause is not known"
                    .formatted(
                        published.longValue(),
                        100.0 * (tally.files() - published.longValue()) / published.longValue())));
    if (available != null) {
      list.add("files-unused", Math.max(0, available.longValue() - tally.files()));
    }
    list.add(
        "reuse-share",
        MeasureList.divided(tally.files(), available),
        Map.of("kind", "of this collection"),
        available == null ? List.of("the number of files available is not known") : List.of());
    list.add("pages", tally.pages());
    list.add("usages", tally.usages());
    list.add("wikis", tally.projects().size());
    Map<String, Object> language = new LinkedHashMap<>();
    language.put("left-out", List.copyOf(leftOut));
    list.add("languages", languages.size(), language, List.of());
    if (tally.languageNames() > 0) {
      list.add("language-names", tally.languageNames());
    }
    list.add("uses-per-file", MeasureList.divided(tally.usages(), tally.files()));
    list.add("uses-median", tally.files() == 0 ? null : (Number) tally.medianUses());
    list.add("files-used-once", tally.usedOnce());
    list.add("most-files-on-a-page", tally.mostOnAPage());
    template(list);
  }

  private void template(MeasureList list) {
    Map<String, Object> at = Map.of("template-threshold", threshold);
    List<String> suspicion =
        List.of("a suspicion, no proof: a picture may rightly stand on many pages");
    list.add("template-usages", split.usages(), at, suspicion);
    list.add("template-share", MeasureList.divided(split.usages(), tally.usages()), at, suspicion);
    list.add("template-pairs", split.suspects().size(), at, suspicion);
    list.add("template-files", split.files(), at, suspicion);
    list.add("pages-without-template", split.pagesLeft(), at, List.of());
    list.add("usages-without-template", tally.usages() - split.usages(), at, List.of());
    list.add("files-used-without-template", split.filesLeft(), at, List.of());
  }

  Map<String, ListTable> lists() {
    Map<String, ListTable> lists = new LinkedHashMap<>();
    List<List<String>> files = new ArrayList<>();
    for (UsageTally.FileUse file : tally.filesByUse()) {
      long suspect =
          file.projects.values().stream().filter(n -> n >= threshold).mapToLong(n -> n).sum();
      files.add(row(file.name, file.pages, file.projects.size(), suspect));
    }
    lists.put("files", new ListTable(List.of("file", "usages", "wikis", "template_usages"), files));
    List<List<String>> pages = new ArrayList<>();
    for (UsageTally.Page page : tally.pagesByFiles()) {
      pages.add(
          row(
              page.project(),
              page.title(),
              page.url(),
              page.files().size(),
              page.files().stream().map(f -> f.name).sorted().collect(Collectors.joining(" -- "))));
    }
    lists.put("pages", new ListTable(List.of("wiki", "page", "url", "usages", "files"), pages));
    List<List<String>> wikis = new ArrayList<>();
    tally
        .projects()
        .forEach((wiki, sums) -> wikis.add(row(wiki, UsageTally.language(wiki), sums[0], sums[1])));
    wikis.sort(java.util.Comparator.comparingLong(row -> -Long.parseLong(row.get(2))));
    lists.put("wikis", new ListTable(List.of("wiki", "language", "pages", "usages"), wikis));
    lists.put(
        "suspects",
        new ListTable(
            List.of("file", "wiki", "pages"),
            split.suspects().stream()
                .map(pair -> row(pair.file().name, pair.project(), pair.pages()))
                .toList()));
    return lists;
  }

  static List<String> row(Object... cells) {
    List<String> row = new ArrayList<>();
    for (Object cell : cells) {
      row.add(String.valueOf(cell));
    }
    return row;
  }
}
