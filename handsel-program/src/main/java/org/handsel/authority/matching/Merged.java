package org.handsel.authority.matching;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/// What several records that are one person say together. Pure functions.
final class Merged {
  private static final int MOST_FORMS = 24;
  private static final int MOST_FACTS = 24;

  private Merged() {}

  /// All names, the most frequent first; the date that most say; all places and occupations.
  static Entry of(List<Entry> records) {
    if (records.size() == 1) {
      return records.getFirst();
    }
    Map<String, Form> forms = new LinkedHashMap<>();
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Entry record : records) {
      for (Form form : record.forms()) {
        String key = form.surnames() + Arrays.toString(form.words());
        forms.putIfAbsent(key, form);
        counts.merge(key, 1, Integer::sum);
      }
    }
    List<Form> common =
        forms.keySet().stream()
            .sorted((a, b) -> counts.getOrDefault(b, 0) - counts.getOrDefault(a, 0))
            .limit(MOST_FORMS)
            .map(key -> java.util.Objects.requireNonNull(forms.get(key)))
            .toList();
    Entry first = records.getFirst();
    return new Entry(
        first.id(),
        first.name(),
        common,
        0,
        most(records, Entry::birth),
        most(records, Entry::death),
        least(records, Entry::activeFrom),
        records.stream().mapToInt(Entry::activeTo).max().orElse(0),
        first.kind(),
        Entry.Gender.values()[most(records, record -> record.gender().ordinal())],
        all(records.stream().map(Entry::countries)),
        all(records.stream().map(Entry::places)),
        all(records.stream().map(Entry::occupations)),
        -1);
  }

  /// The value that most records have, of equals the first; 0 where none says anything.
  private static int most(List<Entry> records, ToIntFunction<Entry> value) {
    Map<Integer, Integer> counts = new LinkedHashMap<>();
    for (Entry record : records) {
      int one = value.applyAsInt(record);
      if (one != 0) {
        counts.merge(one, 1, Integer::sum);
      }
    }
    int best = 0;
    int most = 0;
    for (Map.Entry<Integer, Integer> count : counts.entrySet()) {
      if (count.getValue() > most) {
        most = count.getValue();
        best = count.getKey();
      }
    }
    return best;
  }

  private static int least(List<Entry> records, ToIntFunction<Entry> value) {
    return records.stream().mapToInt(value).filter(year -> year != 0).min().orElse(0);
  }

  private static int[] all(java.util.stream.Stream<int[]> facts) {
    return facts.flatMapToInt(IntStream::of).distinct().sorted().limit(MOST_FACTS).toArray();
  }
}
