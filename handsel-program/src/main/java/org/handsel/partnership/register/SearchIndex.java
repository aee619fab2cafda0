package org.handsel.partnership.register;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The words of all rows in memory, compact: 16 bytes an id, 4 bytes a word of a row, each word
/// once. Immutable.
final class SearchIndex {
  private static final List<String> FACETS = List.of("country", "type", "subtype", "income_band");

  private final long[] ids;
  private final String[] words;
  private final int[] starts;
  private final int[] postings;
  private final short[][] facets;
  private final List<List<String>> values;
  private final byte[] lengths;
  private final int size;

  /// A row as the index takes it.
  record Row(String id, String name, String others, String[] facets) {}

  private SearchIndex(Building from) {
    this.size = from.lengths.size();
    this.ids = Arrays.copyOf(from.ids, size * 2);
    this.words = from.postings.keySet().toArray(String[]::new);
    this.starts = new int[words.length + 1];
    int total = 0;
    for (Ints of : from.postings.values()) {
      total += of.size;
    }
    this.postings = new int[total];
    int word = 0;
    int start = 0;
    for (Ints of : from.postings.values()) {
      starts[word++] = start;
      System.arraycopy(of.values, 0, postings, start, of.size);
      start += of.size;
    }
    starts[words.length] = total;
    this.facets = new short[FACETS.size()][];
    this.values = from.values;
    for (int f = 0; f < FACETS.size(); f++) {
      facets[f] = Arrays.copyOf(from.facets[f], size);
    }
    this.lengths = from.lengths.toByteArray();
  }

  /// Takes rows in the order of their names.
  static SearchIndex of(Consumer<Consumer<Row>> rows) {
    Building building = new Building();
    rows.accept(building::add);
    return new SearchIndex(building);
  }

  private static final class Ints {
    int[] values = new int[2];
    int size;

    void add(int value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, size * 2);
      }
      values[size++] = value;
    }
  }

  private static final class Building {
    long[] ids = new long[1024];
    final TreeMap<String, Ints> postings = new TreeMap<>();
    final short[][] facets = new short[FACETS.size()][1024];
    final List<List<String>> values = new ArrayList<>();
    final List<Map<String, Short>> numbers = new ArrayList<>();
    final java.io.ByteArrayOutputStream lengths = new java.io.ByteArrayOutputStream();

    Building() {
      for (int f = 0; f < FACETS.size(); f++) {
        values.add(new ArrayList<>());
        numbers.add(new HashMap<>());
      }
    }

    void add(Row row) {
      int number = lengths.size();
      if (number * 2 + 2 > ids.length) {
        ids = Arrays.copyOf(ids, ids.length * 2);
        for (int f = 0; f < facets.length; f++) {
          facets[f] = Arrays.copyOf(facets[f], facets[f].length * 2);
        }
      }
      UUID id = UUID.fromString(row.id());
      ids[number * 2] = id.getMostSignificantBits();
      ids[number * 2 + 1] = id.getLeastSignificantBits();
      List<String> name = split(row.name());
      Set<String> own = new HashSet<>(name);
      own.forEach(word -> post(word, number << 1));
      for (String word : new HashSet<>(split(row.others()))) {
        if (own.add(word)) {
          post(word, number << 1 | 1);
        }
      }
      lengths.write(Math.min(127, name.size()));
      for (int f = 0; f < FACETS.size(); f++) {
        String value = row.facets()[f];
        List<String> known = values.get(f);
        Short of = numbers.get(f).get(value);
        if (of == null) {
          of = (short) known.size();
          known.add(value);
          numbers.get(f).put(value, of);
        }
        facets[f][number] = of;
      }
    }

    private void post(String word, int posting) {
      postings.computeIfAbsent(word, w -> new Ints()).add(posting);
    }
  }

  static List<String> split(String text) {
    List<String> words = new ArrayList<>();
    for (String word : NameKey.of(text).split("[^\\p{L}\\p{N}]+", -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  /// @param total how many rows fit
  /// @param ids of the asked part, the best first
  record Found(int total, List<String> ids, Map<String, Map<String, Integer>> facets) {}

  int size() {
    return size;
  }

  /// @param exact ids that have the text as an identifier; they come first
  Found find(InstitutionQuery query, Set<String> exact, int offset, int limit) {
    return find(query, exact, Set.of(), offset, limit);
  }

  /// @param exact ids that have the text as an identifier; they come first
  /// @param without ids that are not to be found
  Found find(
      InstitutionQuery query, Set<String> exact, Set<String> without, int offset, int limit) {
    List<String> asked = split(query.text());
    // Points of a row: two for each word of its name, one for other words, two more for whole
    // words.
    byte[] points = new byte[size];
    byte[] matched = new byte[size];
    for (int i = 0; i < asked.size() && i < 30; i++) {
      mark(asked.get(i), i, matched, points);
    }
    String[] wanted = {query.country(), query.type(), query.subtype(), query.incomeBand()};
    int[] fits = new int[size];
    int count = 0;
    int[][] counts = new int[FACETS.size()][];
    for (int f = 0; f < counts.length; f++) {
      counts[f] = new int[values.get(f).size()];
    }
    for (int row = 0; row < size; row++) {
      boolean named = !exact.isEmpty() && exact.contains(id(row));
      if (named) {
        points[row] = 127;
      }
      if ((named || matched[row] >= asked.size())
          && passes(row, wanted)
          && (without.isEmpty() || !without.contains(id(row)))) {
        fits[count++] = row;
        for (int f = 0; f < counts.length; f++) {
          counts[f][facets[f][row]]++;
        }
      }
    }
    return new Found(
        count, best(fits, count, points, asked.isEmpty(), offset, limit), told(counts));
  }

  private List<String> best(
      int[] fits, int count, byte[] points, boolean inOrder, int offset, int limit) {
    List<String> part = new ArrayList<>();
    if (inOrder) {
      for (int i = offset; i < count && part.size() < limit; i++) {
        part.add(id(fits[i]));
      }
      return part;
    }
    long[] keys = new long[count];
    for (int i = 0; i < count; i++) {
      int row = fits[i];
      keys[i] = (long) (127 - points[row]) << 40 | (long) lengths[row] << 32 | row;
    }
    Arrays.sort(keys);
    for (int i = offset; i < count && part.size() < limit; i++) {
      part.add(id((int) keys[i]));
    }
    return part;
  }

  private void mark(String word, int turn, byte[] matched, byte[] points) {
    int from = Arrays.binarySearch(words, word);
    from = from < 0 ? -from - 1 : from;
    byte[] gained = new byte[size];
    for (int w = from; w < words.length && words[w].startsWith(word); w++) {
      int whole = words[w].length() == word.length() ? 2 : 0;
      for (int p = starts[w]; p < starts[w + 1]; p++) {
        int row = postings[p] >>> 1;
        int worth = whole + ((postings[p] & 1) == 0 ? 2 : 1);
        if (matched[row] >= turn) {
          matched[row] = (byte) (turn + 1);
          gained[row] = (byte) Math.max(gained[row], worth);
        }
      }
    }
    for (int row = 0; row < size; row++) {
      points[row] = (byte) Math.min(120, points[row] + gained[row]);
    }
  }

  private boolean passes(int row, @Nullable String[] wanted) {
    for (int f = 0; f < wanted.length; f++) {
      if (wanted[f] != null && !values.get(f).get(facets[f][row]).equals(wanted[f])) {
        return false;
      }
    }
    return true;
  }

  private Map<String, Map<String, Integer>> told(int[][] counts) {
    Map<String, Map<String, Integer>> told = new LinkedHashMap<>();
    for (int f = 0; f < counts.length; f++) {
      List<Map.Entry<String, Integer>> entries = new ArrayList<>();
      for (int v = 0; v < counts[f].length; v++) {
        if (counts[f][v] > 0) {
          entries.add(Map.entry(values.get(f).get(v), counts[f][v]));
        }
      }
      entries.sort(
          Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
              .thenComparing(Map.Entry.comparingByKey()));
      Map<String, Integer> facet = new LinkedHashMap<>();
      entries.forEach(entry -> facet.put(entry.getKey(), entry.getValue()));
      told.put(FACETS.get(f), facet);
    }
    return told;
  }

  private String id(int row) {
    return new UUID(ids[row * 2], ids[row * 2 + 1]).toString();
  }
}
