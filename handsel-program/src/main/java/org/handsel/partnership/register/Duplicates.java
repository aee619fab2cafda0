package org.handsel.partnership.register;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.handsel.platform.Database;
import org.jdbi.v3.core.Handle;

/// Finds pairs of rows that may be the same institution or belong together.
///
/// Pairs come from blocks: rows of one town, rows of one country that share a rare word or the
/// whole name, one identifier, one domain, or a known relation. Pairs that a person decided are
/// left out.
final class Duplicates {
  private static final int RARE = 40;
  private static final int BLOCK = 60;
  private static final int LARGE_TOWN = 1500;

  private final List<House> houses;
  private final Set<String> decided;
  private final PairScore score;
  private final NameWords words;

  private Duplicates(
      List<House> houses, Set<String> decided, NameWords words, Set<String> without) {
    this.houses = houses;
    this.decided = decided;
    this.words = words;
    this.score = new PairScore(houses, words, without);
  }

  static Duplicates of(Database database, Set<String> without) {
    NameWords words = NameWords.load();
    return database.read(
        handle -> new Duplicates(load(handle, words), decided(handle), words, without));
  }

  private static Set<String> decided(Handle handle) {
    return new HashSet<>(
        handle
            .createQuery("select a, b from duplicate_decision")
            .map((row, context) -> row.getString("a") + row.getString("b"))
            .list());
  }

  private static List<House> load(Handle handle, NameWords words) {
    Map<String, Map<String, Set<String>>> identifiers = new HashMap<>();
    handle
        .createQuery(
            "select institution, scheme, value from institution_identifier where scheme <>"
                + " 'unknown'")
        .map((row, context) ->
            identifiers
                .computeIfAbsent(row.getString("institution"), id -> new HashMap<>(4))
                .computeIfAbsent(row.getString("scheme").intern(), scheme -> new LinkedHashSet<>(2))
                .add(row.getString("value")))
        .forEach(added -> {});
    Map<String, Set<String>> stated = new HashMap<>();
    handle
        .createQuery("select institution, answer from profile_statement where question = 'parent'")
        .map((row, context) ->
            stated
                .computeIfAbsent(row.getString("institution"), id -> new HashSet<>())
                .add(row.getString("answer")))
        .forEach(added -> {});
    return handle
        .createQuery("select * from institution where merged_into is null order by id")
        .map(InstitutionRow::read)
        .stream()
        .map(row -> {
          Map<String, Set<String>> own = identifiers.getOrDefault(row.id(), Map.of());
          Set<String> wholes = stated.getOrDefault(row.id(), Set.of());
          return house(row, own, wholes, words);
        })
        .toList();
  }

  private static House house(
      Institution row, Map<String, Set<String>> identifiers, Set<String> parents, NameWords words) {
    Set<Set<String>> names = new LinkedHashSet<>();
    names.add(words.of(row.name()));
    String others = row.more().altname();
    if (others != null) {
      for (String other : others.split("\\s*\\|\\s*", -1)) {
        names.add(words.of(other));
      }
    }
    names.removeIf(Set::isEmpty);
    String website = row.website() == null ? "" : row.website();
    return new House(
        row,
        List.copyOf(names),
        House.domainOf(website),
        House.townOf(row, words),
        identifiers,
        parents);
  }

  /// Judges every candidate pair once.
  ///
  /// @param least only pairs that are related with at least this probability
  void judge(double least, Consumer<PairVerdict> verdicts) {
    candidates((a, b) -> {
      PairVerdict verdict = score.judge(houses.get(a), houses.get(b));
      if (verdict.related() >= least) {
        verdicts.accept(verdict);
      }
    });
  }

  private void candidates(BiConsumer<Integer, Integer> pairs) {
    Map<String, List<Integer>> towns = new LinkedHashMap<>();
    Map<String, List<Integer>> blocks = new LinkedHashMap<>();
    for (int i = 0; i < houses.size(); i++) {
      House house = houses.get(i);
      if (!house.town().isEmpty()) {
        towns.computeIfAbsent(house.town(), town -> new ArrayList<>()).add(i);
      }
      for (String block : blocks(house)) {
        blocks.computeIfAbsent(block, key -> new ArrayList<>(2)).add(i);
      }
    }
    Pairs seen = new Pairs();
    for (List<Integer> block : blocks.values()) {
      int most = BLOCK;
      if (block.size() > 1 && block.size() <= most) {
        each(block, (a, b) -> seen.add(a, b));
      }
    }
    for (List<Integer> town : towns.values()) {
      if (town.size() <= LARGE_TOWN) {
        each(
            town,
            (a, b) -> {
              if (speaks(houses.get(a), houses.get(b))) {
                seen.add(a, b);
              }
            });
      }
    }
    seen.each((a, b) -> {
      String one = houses.get(a).row().id();
      String other = houses.get(b).row().id();
      String key = one.compareTo(other) < 0 ? one + other : other + one;
      if (!decided.contains(key)) {
        pairs.accept(a, b);
      }
    });
  }

  private static void each(List<Integer> block, BiConsumer<Integer, Integer> pairs) {
    for (int i = 0; i < block.size(); i++) {
      for (int j = i + 1; j < block.size(); j++) {
        pairs.accept(block.get(i), block.get(j));
      }
    }
  }

  /// Whether anything at all speaks for a pair of one town.
  private boolean speaks(House a, House b) {
    if (!a.domain().isEmpty() && a.domain().equals(b.domain())) {
      return true;
    }
    Double north = a.row().latitude();
    if (north != null
        && north.equals(b.row().latitude())
        && java.util.Objects.equals(a.row().longitude(), b.row().longitude())) {
      return true;
    }
    for (Set<String> left : a.names()) {
      for (Set<String> right : b.names()) {
        for (String word : left) {
          if (right.contains(word) && score.count(word) < houses.size() / 50) {
            return true;
          }
        }
        if (left.equals(right)) {
          return true;
        }
      }
    }
    return false;
  }

  private Set<String> blocks(House house) {
    Set<String> blocks = new LinkedHashSet<>();
    String country = String.valueOf(house.row().country());
    for (Set<String> name : house.names()) {
      blocks.add("name\t" + country + "\t" + new java.util.TreeSet<>(name));
      for (String word : name) {
        if (score.count(word) <= RARE) {
          blocks.add("word\t" + country + "\t" + word);
        }
      }
    }
    house
        .identifiers()
        .forEach((scheme, values) -> values.forEach(value -> blocks.add(scheme + "\t" + value)));
    house.parents().forEach(item -> blocks.add("wikidata\t" + item));
    if (!house.domain().isEmpty()) {
      blocks.add("site\t" + house.domain());
    }
    String phone = house.row().more().phoneKey();
    if (phone != null) {
      blocks.add("phone\t" + phone);
    }
    return blocks;
  }

  /// Pairs of numbers, each kept once: eight bytes a pair.
  private static final class Pairs {
    private long[] keys = new long[1 << 16];
    private int size;

    void add(int a, int b) {
      if (size == keys.length) {
        compact();
        if (size > keys.length / 2) {
          keys = Arrays.copyOf(keys, keys.length * 2);
        }
      }
      keys[size++] = ((long) Math.min(a, b) << 32) | Math.max(a, b);
    }

    private void compact() {
      Arrays.sort(keys, 0, size);
      int kept = 0;
      for (int i = 0; i < size; i++) {
        if (i == 0 || keys[i] != keys[i - 1]) {
          keys[kept++] = keys[i];
        }
      }
      size = kept;
    }

    void each(BiConsumer<Integer, Integer> pairs) {
      compact();
      for (int i = 0; i < size; i++) {
        pairs.accept((int) (keys[i] >>> 32), (int) keys[i]);
      }
    }
  }
}
