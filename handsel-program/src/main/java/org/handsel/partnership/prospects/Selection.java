package org.handsel.partnership.prospects;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rows of the table that a query asks for, with counts by facet. Used by one thread.
final class Selection {
  private static final int TYPE = 0;
  private static final int COUNTRY = 1;
  private static final int HOLDINGS = 2;
  private static final int STAGE = 3;
  private static final int CLAIM = 4;
  private static final List<String> FACETS =
      List.of("type", "country", "holdings", "stage", "claim");

  private final Ranking.State state;
  private final ProspectQuery query;
  private final @Nullable Set<UUID> named;
  private final String[] stages;
  private final String[] claims;
  private final List<Map<String, Integer>> counts = new ArrayList<>();
  private final int[] typeCounts;
  private final int[] countryCounts;
  private final int[] holdingCounts = new int[RankTable.HOLDINGS.size()];

  /// @param named ids that the words of the query found, or null without words
  Selection(
      Ranking.State state,
      ProspectQuery query,
      Standing standing,
      String me,
      @Nullable Set<UUID> named) {
    this.state = state;
    this.query = query;
    this.named = named;
    this.stages = new String[state.table().size];
    this.claims = new String[state.table().size];
    Arrays.fill(stages, "none");
    Arrays.fill(claims, "free");
    Set<String> known = new HashSet<>(standing.stages().keySet());
    known.addAll(standing.holders().keySet());
    for (String institution : known) {
      int row = state.table().row(UUID.fromString(institution));
      if (row >= 0) {
        stages[row] = standing.stage(institution);
        claims[row] = standing.claim(institution, me);
      }
    }
    FACETS.forEach(facet -> counts.add(new TreeMap<>()));
    typeCounts = new int[state.types().size()];
    countryCounts = new int[state.countries().size()];
  }

  /// Takes the rows that fit out of an order, which stays as it is.
  int[] of(int[] order) {
    RankTable table = state.table();
    int type = query.type() == null ? -1 : state.types().indexOf(query.type());
    int country = query.country() == null ? -1 : state.countries().indexOf(query.country());
    int holdings = query.holdings() == null ? -1 : RankTable.HOLDINGS.indexOf(query.holdings());
    int[] fits = new int[order.length];
    int count = 0;
    for (int row : order) {
      if (named != null && !named.contains(table.id(row))) {
        continue;
      }
      if (query.box() != null && !query.box().holds(table.north[row], table.east[row])) {
        continue;
      }
      int failing = -1;
      int failures = 0;
      if (query.type() != null && table.type[row] != type) {
        failing = TYPE;
        failures++;
      }
      if (query.country() != null && table.country[row] != country) {
        failing = COUNTRY;
        failures++;
      }
      if (query.holdings() != null
          && (holdings < 0 || (table.holdings[row] & 1 << holdings) == 0)) {
        failing = HOLDINGS;
        failures++;
      }
      if (query.stage() != null && !query.stage().equals(stages[row])) {
        failing = STAGE;
        failures++;
      }
      if (query.claim() != null && !query.claim().equals(claims[row])) {
        failing = CLAIM;
        failures++;
      }
      if (failures == 0) {
        fits[count++] = row;
        for (int facet = 0; facet < FACETS.size(); facet++) {
          tally(facet, row);
        }
      } else if (failures == 1) {
        tally(failing, row);
      }
    }
    return Arrays.copyOf(fits, count);
  }

  private void tally(int facet, int row) {
    switch (facet) {
      case TYPE -> typeCounts[state.table().type[row]]++;
      case COUNTRY -> countryCounts[state.table().country[row]]++;
      case HOLDINGS -> {
        for (int bit = 0; bit < holdingCounts.length; bit++) {
          holdingCounts[bit] += state.table().holdings[row] >> bit & 1;
        }
      }
      case STAGE -> counts.get(STAGE).merge(stages[row], 1, Integer::sum);
      default -> counts.get(CLAIM).merge(claims[row], 1, Integer::sum);
    }
  }

  Map<String, Map<String, Integer>> facets() {
    put(counts.get(TYPE), typeCounts, state.types());
    put(counts.get(COUNTRY), countryCounts, state.countries());
    put(counts.get(HOLDINGS), holdingCounts, RankTable.HOLDINGS);
    Map<String, Map<String, Integer>> facets = new LinkedHashMap<>();
    for (int facet = 0; facet < FACETS.size(); facet++) {
      Map<String, Integer> sorted = new LinkedHashMap<>();
      counts.get(facet).entrySet().stream()
          .sorted(
              Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                  .thenComparing(Map.Entry.comparingByKey()))
          .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
      facets.put(FACETS.get(facet), sorted);
    }
    return facets;
  }

  private static void put(Map<String, Integer> into, int[] counts, List<String> words) {
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        into.put(words.get(i), counts[i]);
      }
    }
  }
}
