package org.handsel.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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

/// Builds mapping tables from published pages, as a volunteer would fill them: a value brings a
/// category if nearly all pages with the value have it that do not owe it to something else.
///
/// Photographers come first, then places, keywords, depicted people, and last whole descriptions,
/// because many of them recur word for word.
final class SmvkTables {
  private static final double NEARLY_ALL = 0.9;
  private static final double MOSTLY = 0.5;
  private static final Pattern CREATOR = Pattern.compile("\\{\\{creator:([^}]+)}}");
  private static final Pattern ITEM = Pattern.compile("\\[\\[:d:(Q\\d+)\\|([^]]+)]]");

  private final Map<String, Item> items;
  private final Map<String, SmvkUploads.Page> pages;
  private final Map<String, Set<String>> explained = new HashMap<>();
  private final Map<String, String> tables = new LinkedHashMap<>();

  SmvkTables(Map<String, Item> items, Map<String, SmvkUploads.Page> pages) {
    this.items = items;
    this.pages = pages;
    Map<String, Integer> counts = counts(pages.keySet());
    for (String id : pages.keySet()) {
      Set<String> base = new HashSet<>();
      counts.forEach((category, count) -> {
        if (count == pages.size() || category.contains("contributed by SMVK")) {
          base.add(category);
        }
      });
      explained.put(id, base);
    }
    tables.put("photographers", table(Map.of(), creators(), "photographer"));
    tables.put("places", places());
    tables.put("keywords", table(Map.of(), Map.of(), "keyword", "search-word"));
    tables.put("people", table(people(), Map.of(), "depicted"));
    tables.put("descriptions", table(Map.of(), Map.of(), "sentence"));
  }

  /// The tables by name, each as the text of its file.
  Map<String, String> tables() {
    return tables;
  }

  /// A place's own category is one that mostly belongs to it; it also has an item.
  private String places() {
    StringBuilder table = header();
    Map<String, Integer> everywhere = counts(pages.keySet());
    ids("place")
        .forEach((place, with) -> {
          Map<String, Integer> here = counts(with);
          Set<String> own = new TreeSet<>();
          String best = "";
          for (Map.Entry<String, Integer> category : here.entrySet()) {
            boolean typical = category.getValue() >= with.size() * NEARLY_ALL;
            if (typical && unexplained(with, category.getKey())) {
              if (category.getValue() >= everywhere.get(category.getKey()) * MOSTLY) {
                own.add(category.getKey());
              } else if (best.isEmpty()
                  || everywhere.get(category.getKey()) > everywhere.get(best)) {
                best = category.getKey();
              }
            }
          }
          if (own.isEmpty() && !best.isEmpty()) {
            own.add(best);
          }
          String qid =
              with.stream()
                  .map(id -> pages.get(id).parameter("depicted place"))
                  .filter(text -> text.matches("Q\\d+"))
                  .findFirst()
                  .orElse("");
          row(table, place, with.size(), qid, own, "");
          with.forEach(id -> explained.get(id).addAll(own));
        });
    return table.toString();
  }

  private boolean unexplained(List<String> with, String category) {
    return with.stream().anyMatch(id -> !explained.get(id).contains(category));
  }

  private String table(Map<String, String> qids, Map<String, String> creators, String... fields) {
    Map<String, List<String>> byValue = new TreeMap<>();
    for (String field : fields) {
      ids(field)
          .forEach(
              (value, with) -> byValue.computeIfAbsent(value, v -> new ArrayList<>()).addAll(with));
    }
    StringBuilder table = header();
    Map<String, Set<String>> found = new LinkedHashMap<>();
    byValue.forEach((value, with) -> {
      found.put(value, owed(with));
      row(
          table,
          value,
          with.size(),
          qids.getOrDefault(value, ""),
          owed(with),
          creators.getOrDefault(value, ""));
    });
    found.forEach((value, categories) ->
        byValue.get(value).forEach(id -> explained.get(id).addAll(categories)));
    return table.toString();
  }

  /// Categories of nearly all pages that do not owe them to something else.
  private Set<String> owed(List<String> with) {
    Set<String> owed = new TreeSet<>();
    for (String category : counts(with).keySet()) {
      List<String> free =
          with.stream().filter(id -> !explained.get(id).contains(category)).toList();
      long having =
          free.stream().filter(id -> pages.get(id).categories().contains(category)).count();
      if (!free.isEmpty() && having >= free.size() * NEARLY_ALL) {
        owed.add(category);
      }
    }
    return owed;
  }

  private Map<String, String> creators() {
    Map<String, String> creators = new HashMap<>();
    for (SmvkUploads.Page page : pages.values()) {
      Matcher creator = CREATOR.matcher(page.parameter("photographer"));
      while (creator.find()) {
        String name = creator.group(1).replace('_', ' ');
        creators.put(name, name);
      }
    }
    return creators;
  }

  private Map<String, String> people() {
    Map<String, String> people = new HashMap<>();
    for (SmvkUploads.Page page : pages.values()) {
      Matcher item = ITEM.matcher(page.parameter("depicted people"));
      while (item.find()) {
        people.put(item.group(2), item.group(1));
      }
    }
    return people;
  }

  private Map<String, List<String>> ids(String field) {
    Map<String, List<String>> by = new TreeMap<>();
    for (String id : pages.keySet()) {
      Item item = items.get(id);
      if (item != null) {
        for (Value value : item.values(field)) {
          by.computeIfAbsent(value.value(), key -> new ArrayList<>()).add(id);
        }
      }
    }
    return by;
  }

  private Map<String, Integer> counts(Iterable<String> ids) {
    Map<String, Integer> counts = new TreeMap<>();
    ids.forEach(id -> pages.get(id).categories().forEach(c -> counts.merge(c, 1, Integer::sum)));
    return counts;
  }

  private static StringBuilder header() {
    return new StringBuilder("value\tfrequency\tstate\tqid\tcategory\tcreator\n");
  }

  private static void row(
      StringBuilder table,
      String value,
      int count,
      String qid,
      Set<String> categories,
      String creator) {
    boolean mapped = !qid.isEmpty() || !categories.isEmpty() || !creator.isEmpty();
    String joined = String.join("|", categories);
    String state = mapped ? "mapped" : "none";
    table
        .append(Tsv.row(List.of(value, String.valueOf(count), state, qid, joined, creator)))
        .append('\n');
  }
}
