package org.handsel.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handsel.collection.Item;
import org.handsel.collection.Value;
import org.handsel.platform.Tsv;

/// Builds mapping tables from published pages, as a volunteer would fill them: for each value of a field, the categories, item or Creator
/// page that nearly all pages with this value have and pages without it mostly lack.
final class SmvkTables {
  private static final double NEARLY_ALL = 0.9;
  private static final Pattern CREATOR = Pattern.compile("\\{\\{creator:([^}]+)}}");
  private static final Pattern ITEM = Pattern.compile("\\[\\[:d:(Q\\d+)\\|([^]]+)]]");

  private final Map<String, Item> items;
  private final Map<String, SmvkUploads.Page> pages;
  private final Set<String> everywhere;

  SmvkTables(Map<String, Item> items, Map<String, SmvkUploads.Page> pages) {
    this.items = items;
    this.pages = pages;
    this.everywhere = new TreeSet<>();
    Map<String, Integer> counts = new HashMap<>();
    pages.values().forEach(p -> p.categories().forEach(c -> counts.merge(c, 1, Integer::sum)));
    counts.forEach(
        (category, count) -> {
          if (count > pages.size() * NEARLY_ALL || category.contains("contributed by SMVK")) {
            everywhere.add(category);
          }
        });
  }

  /// Places, with their Wikidata items.
  String places() {
    StringBuilder table = header();
    for (Map.Entry<String, List<SmvkUploads.Page>> place : pagesBy("place").entrySet()) {
      String qid =
          place.getValue().stream()
              .map(page -> page.parameter("depicted place"))
              .filter(text -> text.matches("Q\\d+"))
              .findFirst()
              .orElse("");
      row(table, place.getKey(), place.getValue().size(), qid, typical(place.getValue(), Set.of()), "");
    }
    return table.toString();
  }

  /// Keywords and search words; what the place of a picture brings along is left to the place.
  String keywords() {
    Map<String, Set<String>> ofPlaces = new HashMap<>();
    pagesBy("place").forEach((place, with) -> ofPlaces.put(place, typical(with, Set.of())));
    Map<String, List<SmvkUploads.Page>> byWord = new TreeMap<>(pagesBy("keyword"));
    pagesBy("search-word").forEach(byWord::putIfAbsent);
    StringBuilder table = header();
    byWord.forEach(
        (word, with) -> {
          Set<String> placed = new TreeSet<>();
          ofPlaces.values().forEach(placed::addAll);
          row(table, word, with.size(), "", typical(with, placed), "");
        });
    return table.toString();
  }

  /// Photographers and depicted persons.
  String people() {
    Map<String, String> creators = new LinkedHashMap<>();
    Map<String, String> ids = new LinkedHashMap<>();
    for (SmvkUploads.Page page : pages.values()) {
      Matcher creator = CREATOR.matcher(page.parameter("photographer"));
      while (creator.find()) {
        creators.put(creator.group(1).replace('_', ' '), creator.group(1).replace('_', ' '));
      }
      Matcher item = ITEM.matcher(page.parameter("depicted people"));
      while (item.find()) {
        ids.put(item.group(2), item.group(1));
      }
    }
    Map<String, List<SmvkUploads.Page>> shown = pagesBy("depicted");
    Set<String> names = new TreeSet<>(creators.keySet());
    names.addAll(shown.keySet());
    StringBuilder table = header();
    for (String name : names) {
      List<SmvkUploads.Page> with = shown.getOrDefault(name, List.of());
      row(table, name, with.size(), ids.getOrDefault(name, ""), typical(with, Set.of()), creators.getOrDefault(name, ""));
    }
    return table.toString();
  }

  private Map<String, List<SmvkUploads.Page>> pagesBy(String field) {
    Map<String, List<SmvkUploads.Page>> by = new TreeMap<>();
    pages.forEach(
        (id, page) -> {
          Item item = items.get(id);
          if (item != null) {
            for (Value value : item.values(field)) {
              by.computeIfAbsent(value.value(), key -> new ArrayList<>()).add(page);
            }
          }
        });
    return by;
  }

  private Set<String> typical(List<SmvkUploads.Page> with, Set<String> without) {
    Map<String, Integer> counts = new HashMap<>();
    with.forEach(page -> page.categories().forEach(c -> counts.merge(c, 1, Integer::sum)));
    Set<String> typical = new TreeSet<>();
    counts.forEach(
        (category, count) -> {
          if (count >= with.size() * NEARLY_ALL
              && !everywhere.contains(category)
              && !without.contains(category)) {
            typical.add(category);
          }
        });
    return typical;
  }

  private static StringBuilder header() {
    return new StringBuilder("value\tfrequency\tstate\tqid\tcategory\tcreator\n");
  }

  private static void row(
      StringBuilder table, String value, int count, String qid, Set<String> categories, String creator) {
    boolean mapped = !qid.isEmpty() || !categories.isEmpty() || !creator.isEmpty();
    table
        .append(
            Tsv.row(
                List.of(
                    value,
                    String.valueOf(count),
                    mapped ? "mapped" : "none",
                    qid,
                    String.join("|", categories),
                    creator)))
        .append('\n');
  }
}
