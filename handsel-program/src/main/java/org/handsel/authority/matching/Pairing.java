package org.handsel.authority.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.handsel.platform.Progress;

/// Compares persons with their candidates, many at a time; the result does not depend on how many
/// threads there are. Immutable; safe for threads.
final class Pairing {
  private static final int BLOCK = 256;
  private static final double CROWDED = 0.7;

  /// Role of a person in a random pair.
  private static final int PERSON = 5;

  private final Lexicon lexicon;
  private final Roster records;
  private final CandidateIndex index;

  Pairing(Lexicon lexicon, Roster records, CandidateIndex index) {
    this.lexicon = lexicon;
    this.records = records;
    this.index = index;
  }

  /// Persons with their candidates.
  ///
  /// @param numbers of the records, parallel to the cells of the pairs
  record Compared(Model.Pairs pairs, int[] numbers) {}

  private record Block(int[] counts, int[] numbers, long[] cells, boolean[] dated) {}

  Compared of(int persons, IntFunction<Entry> entries, Progress progress) {
    int blocks = (persons + BLOCK - 1) / BLOCK;
    List<Block> all =
        IntStream.range(0, blocks)
            .parallel()
            .mapToObj(b -> {
              int from = b * BLOCK;
              int to = Math.min(persons, from + BLOCK);
              Block block = block(from, to, entries);
              progress.step(to - from, "");
              return block;
            })
            .toList();
    return joined(persons, all);
  }

  /// The same on the calling thread.
  Compared here(int persons, IntFunction<Entry> entries) {
    return joined(persons, List.of(block(0, persons, entries)));
  }

  private static Compared joined(int persons, List<Block> all) {
    int pairs = all.stream().mapToInt(block -> block.numbers.length).sum();
    int[] starts = new int[persons + 1];
    int[] numbers = new int[pairs];
    long[] cells = new long[pairs];
    boolean[] dated = new boolean[persons];
    int at = 0;
    int person = 0;
    for (Block block : all) {
      System.arraycopy(block.numbers, 0, numbers, at, block.numbers.length);
      System.arraycopy(block.cells, 0, cells, at, block.cells.length);
      for (int i = 0; i < block.counts.length; i++) {
        dated[person] = block.dated[i];
        starts[person++] = at;
        at += block.counts[i];
      }
    }
    starts[persons] = at;
    return new Compared(new Model.Pairs(starts, cells, dated), numbers);
  }

  private Block block(int from, int to, IntFunction<Entry> entries) {
    Work work = new Work();
    int[] counts = new int[to - from];
    boolean[] dated = new boolean[to - from];
    List<int[]> numbers = new ArrayList<>();
    List<long[]> cells = new ArrayList<>();
    int all = 0;
    for (int i = from; i < to; i++) {
      Entry person = entries.apply(i);
      work.compare(person);
      numbers.add(Arrays.copyOf(work.numbers, work.size));
      cells.add(Arrays.copyOf(work.cells, work.size));
      counts[i - from] = work.size;
      dated[i - from] = person.dated();
      all += work.size;
    }
    int[] allNumbers = new int[all];
    long[] allCells = new long[all];
    int at = 0;
    for (int i = 0; i < counts.length; i++) {
      System.arraycopy(numbers.get(i), 0, allNumbers, at, counts[i]);
      System.arraycopy(cells.get(i), 0, allCells, at, counts[i]);
      at += counts[i];
    }
    return new Block(counts, allNumbers, allCells, dated);
  }

  /// Records of the authority file with their candidates among the others: all of them are
  /// namesakes.
  ///
  /// @param order of the records, as for random pairs
  Compared namesakes(int[] order, int draws) {
    return of(
        draws,
        draw -> {
          int number = order[Chance.pick(draw, 7, order.length)];
          return records.compared(number).numbered(number);
        },
        Progress.NONE);
  }

  /// Compares pairs drawn at random.
  long[] random(Drawn persons, int[] recordOrder, int draws) {
    int blocks = (draws + 4095) / 4096;
    return IntStream.range(0, blocks)
        .parallel()
        .mapToObj(b -> {
          Comparison comparison = new Comparison(lexicon);
          long[] cells = new long[Math.min(4096, draws - b * 4096)];
          for (int i = 0; i < cells.length; i++) {
            int number = b * 4096 + i;
            Entry person = persons.at(Chance.pick(number, PERSON, persons.size()));
            Entry record =
                records.compared(recordOrder[Chance.pick(number, 6, recordOrder.length)]);
            cells[i] = Comparison.crowded(comparison.of(person, record, true), 0);
          }
          return cells;
        })
        .flatMapToLong(Arrays::stream)
        .toArray();
  }

  /// Adds the places of persons that random pairs draw.
  static void drawn(int persons, int draws, BitSet places) {
    for (int number = 0; number < draws; number++) {
      places.set(Chance.pick(number, PERSON, persons));
    }
  }

  Work work() {
    return new Work();
  }

  /// Compares one person after another. Not safe for threads.
  final class Work {
    private final CandidateIndex.Finder finder = index.finder();
    private final Comparison comparison = new Comparison(lexicon);
    private final double[] worth = new double[64];
    int[] numbers = new int[64];
    long[] cells = new long[64];
    int size;

    void compare(Entry person) {
      size = 0;
      for (int number : finder.of(person)) {
        if (number == person.number()) {
          continue;
        }
        Entry record = records.compared(number);
        // A person is no workshop, family or body of the same name.
        if (record.kind() != person.kind()) {
          continue;
        }
        cells[size] = comparison.of(person, record);
        worth[size] = comparison.worth();
        numbers[size++] = number;
      }
      for (int i = 0; i < size; i++) {
        int crowd = 0;
        for (int j = 0; j < size; j++) {
          crowd += j != i && worth[j] >= worth[i] - CROWDED ? 1 : 0;
        }
        cells[i] = Comparison.crowded(cells[i], crowd);
      }
    }
  }
}
