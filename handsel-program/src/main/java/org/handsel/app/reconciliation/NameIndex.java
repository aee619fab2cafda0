package org.handsel.app.reconciliation;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.handsel.authority.record.PersonRecord;

/// Finds records by the beginning of a name or by a whole one, from any of its words on, whatever
/// the case and the marks of the letters. Immutable; safe for threads.
final class NameIndex {
  private static final int MOST_WORDS = 8;
  private static final int LOOKED_AT = 2_000;

  private final String[] keys;
  private final int[] records;
  private final List<PersonRecord> all;

  NameIndex(List<PersonRecord> all) {
    this.all = all;
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Set<String> names = new LinkedHashSet<>();
      names.addAll(turns(all.get(i).name()));
      all.get(i).variants().forEach(variant -> names.addAll(turns(variant)));
      for (String name : names) {
        entries.add(new Entry(name, i));
      }
    }
    entries.sort(java.util.Comparator.comparing(Entry::key).thenComparingInt(Entry::record));
    keys = entries.stream().map(Entry::key).toArray(String[]::new);
    records = entries.stream().mapToInt(Entry::record).toArray();
  }

  private record Entry(String key, int record) {}

  /// A name from each of its words on: `pablo picasso`, `picasso pablo`.
  private static List<String> turns(String name) {
    String[] words = folded(name).split(" ");
    List<String> turns = new ArrayList<>();
    for (int from = 0; from < Math.min(MOST_WORDS, words.length); from++) {
      List<String> turned = new ArrayList<>(List.of(words).subList(from, words.length));
      turned.addAll(List.of(words).subList(0, from));
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

  /// Records that have exactly this name, in any order of its words as they follow each other.
  List<PersonRecord> named(String name, int most) {
    String key = folded(name);
    Set<Integer> found = new LinkedHashSet<>();
    for (int i = first(key);
        i < keys.length && keys[i].equals(key) && found.size() < most && !key.isEmpty();
        i++) {
      found.add(records[i]);
    }
    return found.stream().map(all::get).toList();
  }

  /// Records with a name that begins so; those whose own name begins so come first, then the
  /// shorter names.
  List<PersonRecord> beginning(String prefix, int offset, int limit) {
    String key = folded(prefix);
    if (key.isEmpty()) {
      return List.of();
    }
    Set<Integer> found = new LinkedHashSet<>();
    int from = first(key);
    for (int i = from; i < keys.length && i - from < LOOKED_AT && keys[i].startsWith(key); i++) {
      found.add(records[i]);
    }
    return found.stream()
        .map(all::get)
        .sorted(
            java.util.Comparator.comparing(
                    (PersonRecord record) -> !folded(record.name()).startsWith(key))
                .thenComparingInt(record -> record.name().length())
                .thenComparing(PersonRecord::name)
                .thenComparing(PersonRecord::id))
        .skip(offset)
        .limit(limit)
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
