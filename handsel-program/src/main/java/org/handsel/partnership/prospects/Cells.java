package org.handsel.partnership.prospects;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Puts institutions into the circles of a map: those with a place by squares of so many degrees,
/// those without by their country. Used by one thread.
final class Cells {
  private final Ranking.State state;
  private final double degrees;
  private final Map<Long, Sum> placed = new HashMap<>();
  private final Map<Integer, Sum> countries = new HashMap<>();
  private int nowhere;

  private static final class Sum {
    double north;
    double east;
    int count;
    double best = Double.NEGATIVE_INFINITY;
  }

  Cells(Ranking.State state, double degrees) {
    this.state = state;
    this.degrees = degrees;
  }

  void add(int row, double score) {
    RankTable table = state.table();
    float north = table.north[row];
    float east = table.east[row];
    Sum sum;
    if (Float.isNaN(north)) {
      sum = countries.computeIfAbsent((int) table.country[row], country -> new Sum());
    } else {
      long key =
          (long) Math.floor((north + 90) / degrees) << 32
              | (int) Math.floor((east + 180) / degrees);
      sum = placed.computeIfAbsent(key, cell -> new Sum());
      sum.north += north;
      sum.east += east;
    }
    sum.count++;
    sum.best = Math.max(sum.best, score);
  }

  /// Circles, the largest first.
  List<MapCell> circles(Countries places) {
    List<MapCell> cells = new ArrayList<>();
    placed.forEach((key, sum) -> {
      double south = (key >> 32) * degrees - 90;
      double west = key.intValue() * degrees - 180;
      cells.add(
          new MapCell(
              sum.north / sum.count,
              sum.east / sum.count,
              sum.count,
              "",
              sum.best,
              new ProspectQuery.Box(south, west, south + degrees, west + degrees)));
    });
    countries.forEach((number, sum) -> {
      String code = state.countries().get(number);
      Countries.Place place = places.places().get(code);
      if (place == null) {
        nowhere += sum.count;
      } else {
        cells.add(
            new MapCell(
                place.north(),
                place.east(),
                sum.count,
                code,
                sum.best,
                new ProspectQuery.Box(-90, -180, 90, 180)));
      }
    });
    cells.sort(
        Comparator.comparingInt(MapCell::institutions)
            .reversed()
            .thenComparing(MapCell::north)
            .thenComparing(MapCell::east)
            .thenComparing(MapCell::country));
    return cells;
  }

  /// How many have neither place nor a country that the map knows.
  int nowhere() {
    return nowhere;
  }
}
