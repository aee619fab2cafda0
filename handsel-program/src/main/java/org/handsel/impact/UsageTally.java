package org.handsel.impact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Counts usages: pairs of a file and a page, each once. Holds every page and file in memory, some
/// 300 bytes a usage. Not safe for use by several threads.
final class UsageTally {
  /// Projects that are no language of their own.
  static final Set<String> NO_LANGUAGE =
      Set.of(
          "simple",
          "incubator",
          "outreach",
          "commons",
          "meta",
          "species",
          "wikidata",
          "mediawiki",
          "test",
          "test2",
          "foundation",
          "www",
          "wikimania");

  private final Map<String, Page> pages = new HashMap<>();
  private final Map<String, FileUse> files = new HashMap<>();
  private final Map<String, Integer> institutions = new TreeMap<>();
  private final Set<String> languageNames = new TreeSet<>();
  private long usages;

  /// A page with files of the collection.
  record Page(String project, String title, String url, Set<FileUse> files) {}

  /// A file and on how many pages of which project it stands.
  static final class FileUse {
    final String name;
    final Map<String, Integer> projects = new HashMap<>(4);
    int pages;

    FileUse(String name) {
      this.name = name;
    }
  }

  /// A file and a wiki with at least the threshold's number of pages.
  record Suspect(FileUse file, String project, int pages) {}

  /// What is left and what is suspected at a threshold.
  record Split(List<Suspect> suspects, long usages, long files, long pagesLeft, long filesLeft) {}

  /// Counts a page.
  ///
  /// @return false when the page was there before; its files are then added to those it had
  boolean page(String project, String title, String url, List<String> names) {
    String key = project + '\t' + title;
    Page page = pages.get(key);
    boolean fresh = page == null;
    if (page == null) {
      page = new Page(project, title, url, new HashSet<>(4));
      pages.put(key, page);
    }
    for (String name : names) {
      FileUse file = files.computeIfAbsent(name, FileUse::new);
      if (page.files().add(file)) {
        file.pages++;
        file.projects.merge(project, 1, Integer::sum);
        usages++;
      }
    }
    return fresh;
  }

  void institution(String name) {
    if (!name.isEmpty()) {
      institutions.merge(name, 1, Integer::sum);
    }
  }

  void languageName(String name) {
    if (!name.isEmpty()) {
      languageNames.add(name);
    }
  }

  List<String> institutions() {
    return List.copyOf(institutions.keySet());
  }

  int languageNames() {
    return languageNames.size();
  }

  long usages() {
    return usages;
  }

  long pages() {
    return pages.size();
  }

  long files() {
    return files.size();
  }

  /// Files with the most used first.
  List<FileUse> filesByUse() {
    return files.values().stream()
        .sorted(
            Comparator.comparingInt((FileUse file) -> -file.pages).thenComparing(file -> file.name))
        .toList();
  }

  /// Pages with the most files first.
  List<Page> pagesByFiles() {
    return pages.values().stream()
        .sorted(
            Comparator.comparingInt((Page page) -> -page.files().size())
                .thenComparing(Page::project)
                .thenComparing(Page::title))
        .toList();
  }

  long usedOnce() {
    return files.values().stream().filter(file -> file.pages == 1).count();
  }

  double medianUses() {
    return median(files.values().stream().mapToDouble(file -> file.pages).sorted().toArray());
  }

  int mostOnAPage() {
    return pages.values().stream().mapToInt(page -> page.files().size()).max().orElse(0);
  }

  /// Pages and usages of each project.
  Map<String, long[]> projects() {
    Map<String, long[]> projects = new TreeMap<>();
    for (Page page : pages.values()) {
      long[] sums = projects.computeIfAbsent(page.project(), one -> new long[2]);
      sums[0]++;
      sums[1] += page.files().size();
    }
    return projects;
  }

  static String language(String project) {
    int dot = project.indexOf('.');
    return dot < 0 ? project : project.substring(0, dot);
  }

  /// Takes out the pairs of one file and one project with at least `threshold` pages.
  Split split(int threshold) {
    List<Suspect> suspects = new ArrayList<>();
    Set<String> suspectFiles = new HashSet<>();
    long suspected = 0;
    long filesLeft = 0;
    for (FileUse file : files.values()) {
      boolean left = false;
      for (Map.Entry<String, Integer> use : file.projects.entrySet()) {
        if (use.getValue() >= threshold) {
          suspects.add(new Suspect(file, use.getKey(), use.getValue()));
          suspectFiles.add(file.name);
          suspected += use.getValue();
        } else {
          left = true;
        }
      }
      filesLeft += left ? 1 : 0;
    }
    suspects.sort(
        Comparator.comparingInt((Suspect pair) -> -pair.pages())
            .thenComparing(pair -> pair.file().name)
            .thenComparing(Suspect::project));
    long pagesLeft =
        pages.values().stream()
            .filter(page ->
                page.files().stream()
                    .anyMatch(file -> file.projects.getOrDefault(page.project(), 0) < threshold))
            .count();
    return new Split(suspects, suspected, suspectFiles.size(), pagesLeft, filesLeft);
  }

  static double median(double[] sorted) {
    int n = sorted.length;
    if (n == 0) {
      return 0;
    }
    return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
  }
}
