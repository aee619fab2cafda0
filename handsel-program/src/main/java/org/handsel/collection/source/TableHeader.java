package org.handsel.collection.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The columns of a table and where to find them: a name gives all columns that bear it, `Name#2`
/// the second of them, `column 28` the one at that place when it has no name.
final class TableHeader {
  private static final int[] NONE = {};

  private final List<String> names;
  private final String[] paths;
  private final Map<String, int[]> places = new HashMap<>();

  TableHeader(String[] row) {
    List<String> cleaned = new ArrayList<>();
    for (int i = 0; i < row.length; i++) {
      String name = row[i].replaceAll("\\s+", " ").strip();
      cleaned.add(name.isEmpty() ? surplusName(i) : name);
    }
    names = List.copyOf(cleaned);
    paths = new String[row.length];
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < row.length; i++) {
      String name = names.get(i);
      int number = seen.merge(name, 1, Integer::sum);
      paths[i] = number == 1 ? name : name + "#" + number;
      int[] before = places.getOrDefault(name, NONE);
      int[] all = Arrays.copyOf(before, before.length + 1);
      all[before.length] = i;
      places.put(name, all);
    }
    for (int i = 0; i < row.length; i++) {
      // A column that is really called "Name#2" keeps its name.
      places.putIfAbsent(paths[i], new int[] {i});
    }
  }

  List<String> names() {
    return names;
  }

  int size() {
    return paths.length;
  }

  boolean has(String column) {
    return places.containsKey(column);
  }

  /// Places of a column, from 0; for `column 28` also beyond the header.
  int[] places(String column, int cells) {
    int[] known = places.get(column);
    if (known != null) {
      return known;
    }
    if (cells > paths.length && column.startsWith("column ")) {
      for (int i = paths.length; i < cells; i++) {
        if (column.equals(surplusName(i))) {
          return new int[] {i};
        }
      }
    }
    return NONE;
  }

  /// Name of the column at a place, without a number.
  String name(int place) {
    return place < paths.length ? names.get(place) : surplusName(place);
  }

  /// Name of the column at a place, numbered when it repeats.
  String path(int place) {
    return place < paths.length ? paths[place] : surplusName(place);
  }

  /// How many names stand more than once.
  long repeated() {
    return names.stream()
        .distinct()
        .filter(name -> places.getOrDefault(name, NONE).length > 1)
        .count();
  }

  private static String surplusName(int place) {
    return "column " + (place + 1);
  }
}
