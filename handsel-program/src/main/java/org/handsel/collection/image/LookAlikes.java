package org.handsel.collection.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds among many pictures those that show the same as another one.
///
/// Two steps. Hashes of windows (nine a picture, 72 bytes) lie in tables by four parts of 16 bits
/// each (multi-index hashing: Norouzi, Punjani, Fleet, "Fast Search in Hamming Space with
/// Multi-Index Hashing", 2012), so that a search looks at a small part of them. What is near there
/// is laid over the picture itself ([Alignment]), which decides. Only the hashes are held in
/// memory; the pictures are asked for where they are needed. For one thread.
public final class LookAlikes {
  private static final int PARTS = 4;
  private static final int MOST_BITS = 16;
  private static final int MOST_CANDIDATES = 100;
  private static final int GUESSES_EACH = 4;
  private static final int MOST_GUESSES = 8;
  private static final double CERTAIN = 0.95;

  /// Copies agree by .80 and more, different pictures of one series by up to .86; measured on
  /// pictures made up for that (`LookAlikesTest`), the limit is on the side of precision.
  private static final double LEAST_AGREEMENT = 0.87;

  private static final double MOST_STRETCH = 0.05;

  /// Where the windows that are kept stand among those that are asked for.
  private static final int[] KEPT_OF_ASKED =
      Windows.KEPT.stream().mapToInt(Windows.ASKED::indexOf).toArray();

  private static final Set<Integer> ALSO_KEPT =
      Arrays.stream(KEPT_OF_ASKED).boxed().collect(Collectors.toUnmodifiableSet());

  private static final double WHOLE = 0.97;

  private final IntFunction<Likeness> pictures;
  private final HashTable[] tables = new HashTable[PARTS];
  private long[] hashes = new long[1024];
  private int count;

  /// @param pictures gives back the picture of a number
  public LookAlikes(IntFunction<Likeness> pictures) {
    this.pictures = pictures;
    Arrays.setAll(tables, part -> new HashTable());
  }

  /// Pictures kept.
  public int size() {
    return count;
  }

  /// Keeps a picture under the next number, 0 for the first.
  public int add(Likeness likeness) {
    return add(Windows.kept(likeness).stream().mapToLong(Windows.Hash::bits).toArray());
  }

  /// Keeps a picture that was looked for already.
  public int add(Sought sought) {
    List<Windows.Hash> asked = sought.turns.getFirst();
    return add(
        Arrays.stream(KEPT_OF_ASKED).mapToLong(window -> asked.get(window).bits()).toArray());
  }

  private int add(long[] own) {
    int first = count * own.length;
    if (hashes.length < first + own.length) {
      hashes = Arrays.copyOf(hashes, Math.max(hashes.length * 3 / 2, first + own.length));
    }
    for (int i = 0; i < own.length; i++) {
      hashes[first + i] = own[i];
      for (int part = 0; part < PARTS; part++) {
        tables[part].add(part(own[i], part), first + i);
      }
    }
    return count++;
  }

  /// A picture with everything computed that a search needs, which threads can do beforehand.
  public static final class Sought {
    private final Likeness likeness;
    private final Likeness[] turned = new Likeness[4];
    private final List<List<Windows.Hash>> turns = new ArrayList<>();

    /// Whole pictures may come turned; parts come upright.
    public Sought(Likeness likeness) {
      this.likeness = likeness;
      turned[0] = likeness;
      turns.add(Windows.asked(likeness));
      for (int turn = 1; turn < 4; turn++) {
        turned[turn] = turned[turn - 1].turned(1);
        turns.add(Windows.kept(turned[turn]));
      }
    }

    /// The picture.
    public Likeness likeness() {
      return likeness;
    }
  }

  private static List<Windows.Window> windows(int turn) {
    return turn == 0 ? Windows.ASKED : Windows.KEPT;
  }

  /// The kept picture that shows the same as this one; the best if several do.
  public Optional<LookAlike> find(Likeness likeness) {
    return find(new Sought(likeness));
  }

  /// The same for a picture that was prepared.
  public Optional<LookAlike> find(Sought sought) {
    List<Candidate> candidates = new ArrayList<>();
    for (int turn = 0; turn < 4; turn++) {
      candidates(sought.turns.get(turn), turn, candidates);
    }
    candidates.sort(Comparator.comparingInt(Candidate::bits));
    Map<Integer, Integer> tried = new HashMap<>();
    Map<Integer, Alignment.Sheet> sheets = new HashMap<>();
    Alignment.@Nullable Sheet[] turned = new Alignment.Sheet[4];
    List<Guess> guesses = new ArrayList<>();
    for (Candidate candidate : candidates) {
      // A few first guesses for each picture are enough.
      if (tried.merge(candidate.number, 1, Integer::sum) <= GUESSES_EACH) {
        Alignment.Sheet second = turned[candidate.turn];
        if (second == null) {
          second = new Alignment.Sheet(sought.turned[candidate.turn]);
          turned[candidate.turn] = second;
        }
        Alignment alignment =
            new Alignment(
                sheets.computeIfAbsent(
                    candidate.number, number -> new Alignment.Sheet(pictures.apply(number))),
                second);
        guesses.add(new Guess(candidate, alignment, alignment.promise(candidate.placement)));
      }
      if (guesses.size() == MOST_CANDIDATES) {
        break;
      }
    }
    guesses.sort(Comparator.comparingDouble(Guess::promise).reversed());
    @Nullable LookAlike best = null;
    for (Guess guess : guesses.subList(0, Math.min(MOST_GUESSES, guesses.size()))) {
      LookAlike found =
          judged(guess.candidate.number, guess.alignment.best(guess.candidate.placement));
      if (found != null && (best == null || found.agreement() > best.agreement())) {
        best = found;
      }
      if (best != null && best.agreement() > CERTAIN) {
        break;
      }
    }
    return Optional.ofNullable(best);
  }

  /// Whether two pictures show the same, without an index.
  public static Optional<LookAlike> compare(Likeness first, Likeness second) {
    LookAlikes one = new LookAlikes(number -> first);
    one.add(first);
    return one.find(second);
  }

  private record Guess(Candidate candidate, Alignment alignment, double promise) {}

  private record Candidate(int number, int turn, int bits, Alignment.Placement placement) {}

  private void candidates(List<Windows.Hash> asked, int turn, List<Candidate> found) {
    List<Windows.Window> windows = windows(turn);
    for (int i = 0; i < windows.size(); i++) {
      Windows.Hash hash = asked.get(i);
      Windows.Window window = windows.get(i);
      candidates(hash.bits(), hash.doubtful(), window, turn, found);
      if (turn != 0 || ALSO_KEPT.contains(i)) {
        candidates(~hash.bits(), hash.doubtful(), window, turn, found);
      }
    }
  }

  private void candidates(
      long hash, int[] doubtful, Windows.Window window, int turn, List<Candidate> found) {
    IntConsumer look =
        entry -> {
          int bits = Long.bitCount(hashes[entry] ^ hash);
          if (bits <= MOST_BITS) {
            int kept = Windows.KEPT.size();
            found.add(
                new Candidate(
                    entry / kept,
                    turn,
                    bits,
                    Alignment.Placement.of(Windows.KEPT.get(entry % kept), window)));
          }
        };
    for (int part = 0; part < PARTS; part++) {
      int key = part(hash, part);
      int doubts = doubtful[part];
      // All subsets of the doubtful bits, the empty one last.
      for (int flipped = doubts; ; flipped = flipped - 1 & doubts) {
        tables[part].each(key ^ flipped, look);
        if (flipped == 0) {
          break;
        }
      }
    }
  }

  private static int part(long hash, int part) {
    return (int) (hash >>> 16 * part) & 0xFFFF;
  }

  private static @Nullable LookAlike judged(int number, Alignment.Agreement found) {
    double agreement = Math.min(Math.abs(found.whole()), Math.abs(found.fine()));
    if (agreement < LEAST_AGREEMENT || found.stretch() > MOST_STRETCH) {
      return null;
    }
    LookAlike.Kind kind =
        found.whole() < 0
            ? LookAlike.Kind.NEGATIVE
            : found.overlap() < WHOLE ? LookAlike.Kind.PART : LookAlike.Kind.COPY;
    return new LookAlike(number, kind, agreement);
  }
}
