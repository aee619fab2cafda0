package org.handsel.partnership.prospects;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All institutions as numbers, in the order of their ids: estimates as logarithms, so that a list
/// under other weights needs no look into the database. 100,000 institutions take some 20 MB.
/// Immutable; a change makes another one.
final class RankTable {
  /// Floats a row: least, likely and most of each gain as logarithms, then of the effort.
  static final int WIDTH = Factor.values().length * 3;

  private static final int EFFORT = Factor.GAINS.size() * 3;

  final int size;
  final long[] ids;
  final float[] values;
  final float[] north;
  final float[] east;
  final short[] type;
  final short[] country;
  final byte[] holdings;
  final boolean[] gone;
  private final Ties ties;
  private final int[] tieRank;

  /// Bits of [#holdings].
  static final List<String> HOLDINGS =
      List.of("digital", "free", "described", "open", "told", "untold");

  /// One institution as the table takes it.
  ///
  /// @param tie what orders two of the same score: the name, then all that tells them apart, never
  ///   when they were imported
  record Row(
      UUID id,
      float[] values,
      float north,
      float east,
      short type,
      short country,
      byte holdings,
      boolean gone,
      String tie) {}

  private RankTable(
      int size,
      long[] ids,
      float[] values,
      float[] north,
      float[] east,
      short[] type,
      short[] country,
      byte[] holdings,
      boolean[] gone,
      Ties ties,
      int @Nullable [] tieRank) {
    this.size = size;
    this.ids = ids;
    this.values = values;
    this.north = north;
    this.east = east;
    this.type = type;
    this.country = country;
    this.holdings = holdings;
    this.gone = gone;
    this.ties = ties;
    this.tieRank = tieRank == null ? ties.ranks() : tieRank;
  }

  static RankTable empty() {
    return new RankTable(
        0,
        new long[0],
        new float[0],
        new float[0],
        new float[0],
        new short[0],
        new short[0],
        new byte[0],
        new boolean[0],
        new Ties.Growing(0).ties(),
        new int[0]);
  }

  /// A table that comes row by row, so that at no time there is more in memory than the table.
  static final class Growing {
    private int size;
    private long[] ids;
    private float[] values;
    private float[] north;
    private float[] east;
    private short[] type;
    private short[] country;
    private byte[] holdings;
    private boolean[] gone;
    private final Ties.Growing ties;

    /// @param expected about how many rows there will be
    Growing(int expected) {
      int room = Math.max(16, expected);
      ids = new long[room * 2];
      values = new float[room * WIDTH];
      north = new float[room];
      east = new float[room];
      type = new short[room];
      country = new short[room];
      holdings = new byte[room];
      gone = new boolean[room];
      ties = new Ties.Growing(room);
    }

    /// Takes the next row; ids rise.
    void add(Row row) {
      if (size == gone.length) {
        sized(size * 2);
      }
      ids[size * 2] = row.id().getMostSignificantBits();
      ids[size * 2 + 1] = row.id().getLeastSignificantBits();
      System.arraycopy(row.values(), 0, values, size * WIDTH, WIDTH);
      north[size] = row.north();
      east[size] = row.east();
      type[size] = row.type();
      country[size] = row.country();
      holdings[size] = row.holdings();
      gone[size] = row.gone();
      ties.add(row.tie());
      size++;
    }

    RankTable table() {
      if (size < gone.length) {
        sized(size);
      }
      return new RankTable(
          size, ids, values, north, east, type, country, holdings, gone, ties.ties(), null);
    }

    private void sized(int room) {
      ids = Arrays.copyOf(ids, room * 2);
      values = Arrays.copyOf(values, room * WIDTH);
      north = Arrays.copyOf(north, room);
      east = Arrays.copyOf(east, room);
      type = Arrays.copyOf(type, room);
      country = Arrays.copyOf(country, room);
      holdings = Arrays.copyOf(holdings, room);
      gone = Arrays.copyOf(gone, room);
    }
  }

  /// The table with rows added or replaced.
  ///
  /// @param changes in the order of their ids; those that are new have greater ids than all rows
  RankTable with(List<Row> changes) {
    int fresh = 0;
    for (Row change : changes) {
      fresh += row(change.id()) < 0 ? 1 : 0;
    }
    int total = size + fresh;
    RankTable copy =
        new RankTable(
            0,
            Arrays.copyOf(ids, total * 2),
            Arrays.copyOf(values, total * WIDTH),
            Arrays.copyOf(north, total),
            Arrays.copyOf(east, total),
            Arrays.copyOf(type, total),
            Arrays.copyOf(country, total),
            Arrays.copyOf(holdings, total),
            Arrays.copyOf(gone, total),
            ties,
            new int[0]);
    int end = size;
    Map<Integer, String> renamed = new HashMap<>();
    for (Row change : changes) {
      int at = row(change.id());
      if (at < 0) {
        at = end++;
        copy.ids[at * 2] = change.id().getMostSignificantBits();
        copy.ids[at * 2 + 1] = change.id().getLeastSignificantBits();
      }
      if (!ties.is(at, change.tie())) {
        renamed.put(at, change.tie());
      }
      System.arraycopy(change.values(), 0, copy.values, at * WIDTH, WIDTH);
      copy.north[at] = change.north();
      copy.east[at] = change.east();
      copy.type[at] = change.type();
      copy.country[at] = change.country();
      copy.holdings[at] = change.holdings();
      copy.gone[at] = change.gone();
    }
    return new RankTable(
        total,
        copy.ids,
        copy.values,
        copy.north,
        copy.east,
        copy.type,
        copy.country,
        copy.holdings,
        copy.gone,
        renamed.isEmpty() ? ties : ties.with(renamed, total),
        renamed.isEmpty() ? tieRank : null);
  }

  UUID id(int row) {
    return new UUID(ids[row * 2], ids[row * 2 + 1]);
  }

  /// Whether ids that are not there yet would come at the end.
  boolean endsBefore(UUID id) {
    return size == 0 || compare(size - 1, id) < 0;
  }

  private int compare(int row, UUID id) {
    int high = Long.compareUnsigned(ids[row * 2], id.getMostSignificantBits());
    return high != 0 ? high : Long.compareUnsigned(ids[row * 2 + 1], id.getLeastSignificantBits());
  }

  /// Number of an institution's row, or -1.
  int row(UUID id) {
    int from = 0;
    int to = size - 1;
    while (from <= to) {
      int middle = (from + to) >>> 1;
      int by = compare(middle, id);
      if (by == 0) {
        return middle;
      }
      if (by < 0) {
        from = middle + 1;
      } else {
        to = middle - 1;
      }
    }
    return -1;
  }

  /// The score of a row at its worst, likely or best.
  double score(int row, ProspectQuery.Order at, Weights weights, double[] gains, Scoring scoring) {
    int shift =
        switch (at) {
          case LEAST -> 0;
          case LIKELY -> 1;
          case MOST -> 2;
        };
    double logs = 0;
    double sum = 0;
    int base = row * WIDTH;
    for (int i = 0; i < gains.length; i++) {
      logs += gains[i] * values[base + i * 3 + shift];
      sum += gains[i];
    }
    double effort = values[base + EFFORT + 2 - shift];
    if (at == ProspectQuery.Order.LIKELY) {
      effort = values[base + EFFORT + 1];
    }
    return Scoring.gain(logs, sum) - scoring.effort(effort, weights);
  }

  /// Rows of all institutions that are there, the best first.
  int[] order(ProspectQuery.Order at, Weights weights, Scoring scoring) {
    double[] gains = Factor.GAINS.stream().mapToDouble(weights::of).toArray();
    long[] keys = new long[size];
    int count = 0;
    for (int row = 0; row < size; row++) {
      if (!gone[row]) {
        // Scores lie between -100 and 100; two of the same ten-thousandth are the same.
        long rank = 2_000_000L - Math.round(score(row, at, weights, gains, scoring) * 10_000);
        keys[count++] = rank << 32 | tieRank[row];
      }
    }
    Arrays.sort(keys, 0, count);
    int[] byTie = new int[size];
    for (int row = 0; row < size; row++) {
      byTie[tieRank[row]] = row;
    }
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      order[i] = byTie[(int) keys[i]];
    }
    return order;
  }
}
