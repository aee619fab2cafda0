package org.handsel.app.reconciliation;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.handsel.authority.record.PersonRecord;

/// Finds the ids of records by the beginning of a name or by a whole one, from any of its words on,
/// whatever the case and the marks of the letters. Immutable; safe for threads.
final class NameIndex {
  private static final int MOST_WORDS = 8;
  private static final int LOOKED_AT = 2_000;

  private final String[] keys;
  private final String[] ids;
  private final String[] names;

  private NameIndex(List<Entry> sorted) {
    keys = sorted.stream().map(Entry::key).toArray(String[]::new);
    ids = sorted.stream().map(Entry::id).toArray(String[]::new);
    names = sorted.stream().map(Entry::name).toArray(String[]::new);
  }

  /// @param name of the record, folded
  private record Entry(String key, String id, String name) {}

  /// Collects the names. Not safe for threads.
  static final class Building {
    private final List<Entry> entries = new ArrayList<>();

    void add(PersonRecord record) {
      String name = folded(record.name());
      Set<String> turned = new LinkedHashSet<>(turns(name));
      record.variants().forEach(variant -> turned.addAll(turns(folded(variant))));
      turned.forEach(key -> entries.add(new Entry(key, record.id(), name)));
    }

    NameIndex done() {
      entries.sort(Comparator.comparing(Entry::key).thenComparing(Entry::id));
      return new NameIndex(entries);
    }
  }

  /// A name from each of its words on: `pablo picasso`, `picasso pablo`.
  private static List<String> turns(String folded) {
    List<String> words = List.of(folded.split(" "));
    List<String> turns = new ArrayList<>();
    for (int from = 0; from < Math.min(MOST_WORDS, words.size()); from++) {
      List<String> turned = new ArrayList<>(words.subList(from, words.size()));
      turned.addAll(words.subList(0, from));
      turns.add(String.join(" ", turned));
    }
    turns.removeIf(String::isEmpty);
    return turns;
  }

  static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\p{M}+", "")
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip();
  }

  /// Records that have exactly this name, its words possibly turned.
  List<String> named(String name, int most) {
    String key = folded(name);
    Set<String> found = new LinkedHashSet<>();
    for (int i = first(key);
        i < keys.length && keys[i].equals(key) && found.size() < most && !key.isEmpty();
        i++) {
      found.add(ids[i]);
    }
    return List.copyOf(found);
  }

  /// Records with a name that begins so; those whose own name begins so come first, then the
  /// shorter names.
  List<String> beginning(String prefix, int offset, int limit) {
    String key = folded(prefix);
    if (key.isEmpty()) {
      return List.of();
    }
    Map<String, String> found = new LinkedHashMap<>();
    int from = first(key);
    for (int i = from; i < keys.length && i - from < LOOKED_AT && keys[i].startsWith(key); i++) {
      found.put(ids[i], names[i]);
    }
    return found.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<String, String> one) -> !one.getValue().startsWith(key))
                .thenComparingInt(one -> one.getValue().length())
                .thenComparing(Map.Entry::getValue)
                .thenComparing(Map.Entry::getKey))
        .skip(offset)
        .limit(limit)
        .map(Map.Entry::getKey)
        .toList();
  }

  private int first(String key) {
    int at = Arrays.binarySearch(keys, key);
    if (at < 0) {
      return -at - 1;
    }
    while (at > 0 && keys[at - 1].equals(key)) {
      at--;
    }
    return at;
  }
}
