package org.handsel.readiness.facts;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.handsel.wiki.markup.Namespaces;
import org.handsel.wiki.profile.WikiProfiles;

/// Notices that a dump is read with the profile of another wiki: articles without a category, but
/// with links that would be categories in another language.
final class ForeignCategories {
  private static final int PAGES = 2_000;
  private static final int LONGEST_PREFIX = 60;
  private static final int LONGEST_CODE = 4;
  private static final int MOST_NAMED = 4;

  private final Map<String, Set<String>> languages = new HashMap<>();
  private final List<List<String>> seen = new ArrayList<>();
  private volatile boolean enough;

  /// Looks at the pages that follow these, unless enough were seen.
  ForeignCategories next() {
    ForeignCategories next = new ForeignCategories();
    next.enough = enough;
    return next;
  }

  /// Prefixes of links that tell something, for each page that was looked at.
  List<List<String>> seen() {
    return seen;
  }

  /// Adds what was seen in the pages that follow these.
  void add(List<List<String>> next) {
    next.stream().limit(PAGES - seen.size()).forEach(seen::add);
    enough = seen.size() >= PAGES;
  }

  /// Looks at an article in which no category was found.
  void look(byte[] text, int from, int to) {
    if (enough || seen.size() >= PAGES) {
      return;
    }
    List<String> prefixes = new ArrayList<>();
    for (int i = from; i + 4 < to; i++) {
      if (text[i] == '[' && text[i + 1] == '[') {
        int end = i + 2;
        while (end < to
            && end - i < LONGEST_PREFIX
            && text[end] != ':'
            && text[end] != ']'
            && text[end] != '|') {
          end++;
        }
        if (end < to && text[end] == ':' && end > i + 2) {
          String prefix = new String(text, i + 2, end - i - 2, StandardCharsets.UTF_8);
          if (tells(prefix)) {
            prefixes.add(prefix);
          }
        }
        i = end - 1;
      }
    }
    seen.add(List.copyOf(prefixes));
  }

  private boolean tells(String prefix) {
    return prefix.length() <= LONGEST_CODE
        || !named(prefix, Namespaces.CATEGORY).isEmpty()
        || !named(prefix, Namespaces.FILE).isEmpty();
  }

  private Set<String> named(String prefix, int namespace) {
    return languages.computeIfAbsent(
        namespace + prefix, name -> Namespaces.languagesWith(namespace, prefix));
  }

  /// What to do, or an empty text where nothing seems wrong.
  String advice(String wiki, long memberships) {
    Map<String, Integer> links = new TreeMap<>();
    Map<String, Integer> hints = new HashMap<>();
    int found = 0;
    for (List<String> page : seen) {
      for (String prefix : page) {
        Set<String> named = named(prefix, Namespaces.CATEGORY);
        found += named.isEmpty() ? 0 : 1;
        named.forEach(language -> links.merge(language, 1, Integer::sum));
        // Languages share words for categories: names of files tell some of them apart, and a wiki
        // does not link to its own language.
        named(prefix, Namespaces.FILE).forEach(language -> hints.merge(language, 1, Integer::sum));
        if (prefix.length() <= LONGEST_CODE) {
          hints.merge(prefix, -1, Integer::sum);
        }
      }
    }
    if (found == 0 || found <= memberships) {
      return "";
    }
    Comparator<String> fit =
        Comparator.<String>comparingInt(language -> links.getOrDefault(language, 0))
            .thenComparingInt(language -> hints.getOrDefault(language, 0))
            .thenComparingInt(language -> WikiProfiles.knows(language + "wiki") ? 1 : 0);
    String best = links.keySet().stream().max(fit).orElseThrow();
    List<String> fitting =
        links.keySet().stream().filter(language -> fit.compare(language, best) == 0).toList();
    // Its own words that do not count, in comments for instance, say nothing against a profile.
    if (fitting.contains(wiki.replaceFirst("wiki$", "").replace('_', '-'))) {
      return "";
    }
    return "%,d links are categories in another language than that of %s: the profile does not fit. Run again with %s."
        .formatted(
            found,
            wiki,
            fitting.stream()
                .limit(MOST_NAMED)
                .map(language -> "--wiki " + language)
                .collect(Collectors.joining(" or ")));
  }
}
