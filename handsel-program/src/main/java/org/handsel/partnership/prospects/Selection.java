package org.handsel.partnership.prospects;

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
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The rows of the table that a query asks for, with counts by facet. Safe for use by many threads
/// once it is made.
final class Selection {
  private static final int TYPE = 0;
  private static final int COUNTRY = 1;
  private static final int HOLDINGS = 2;
  private static final int STAGE = 3;
  private static final int CLAIM = 4;
  private static final List<String> FACETS =
      List.of("type", "country", "holdings", "stage", "claim");
  private static final String NOBODY = "";

  private final Ranking.State state;
  private final String[] stages;

  /// Id of who speaks with each institution.
  private final String[] holders;

  private final Map<String, Integer> stageCounts = new TreeMap<>();
  private final Map<String, Integer> holderCounts = new HashMap<>();
  private final int[] typeCounts;
  private final int[] countryCounts;
  private final int[] holdingCounts = new int[RankTable.HOLDINGS.size()];
  private final int[] rows;
  private final Map<Double, ProspectMap> maps = new ConcurrentHashMap<>();

  /// @param me who asks; matters only for a query of claims
  /// @param named ids that the words of the query found, or null without words
  /// @param order rows, the best first; it stays as it is
  Selection(
      Ranking.State state,
      ProspectQuery query,
      Standing standing,
      String me,
      @Nullable Set<UUID> named,
      int[] order) {
    this.state = state;
    this.stages = new String[state.table().size];
    this.holders = new String[state.table().size];
    Arrays.fill(stages, "none");
    Arrays.fill(holders, NOBODY);
    Set<String> known = new HashSet<>(standing.stages().keySet());
    known.addAll(standing.holders().keySet());
    for (String institution : known) {
      int row = state.table().row(UUID.fromString(institution));
      if (row >= 0) {
        stages[row] = standing.stage(institution);
        holders[row] = standing.holderId(institution);
      }
    }
    typeCounts = new int[state.types().size()];
    countryCounts = new int[state.countries().size()];
    rows = choose(query, me, named, order);
  }

  private int[] choose(ProspectQuery query, String me, @Nullable Set<UUID> named, int[] order) {
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
      if (query.claim() != null && !query.claim().equals(claim(holders[row], me))) {
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

  private static String claim(String holder, String me) {
    return holder.equals(NOBODY) ? "free" : holder.equals(me) ? "mine" : "others";
  }

  /// Rows that fit, the best first.
  int[] rows() {
    return rows;
  }

  /// The map of it, made once for each size of circles.
  ProspectMap map(double degrees, Function<Double, ProspectMap> made) {
    return maps.computeIfAbsent(degrees, made);
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
      case STAGE -> stageCounts.merge(stages[row], 1, Integer::sum);
      default -> holderCounts.merge(holders[row], 1, Integer::sum);
    }
  }

  /// Counts by facet.
  ///
  /// @param me who asks, for what is claimed by them
  Map<String, Map<String, Integer>> facets(String me) {
    List<Map<String, Integer>> counts = new ArrayList<>();
    counts.add(counted(typeCounts, state.types()));
    counts.add(counted(countryCounts, state.countries()));
    counts.add(counted(holdingCounts, RankTable.HOLDINGS));
    counts.add(stageCounts);
    Map<String, Integer> claims = new TreeMap<>();
    holderCounts.forEach((holder, count) -> claims.merge(claim(holder, me), count, Integer::sum));
    counts.add(claims);
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

  private static Map<String, Integer> counted(int[] counts, List<String> words) {
    Map<String, Integer> counted = new TreeMap<>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        counted.put(words.get(i), counts[i]);
      }
    }
    return counted;
  }
}
