package org.handsel.wiki.dump;

import java.io.Serializable;
import java.util.List;
import org.handsel.wiki.dump.DumpRange.Place;
import org.jspecify.annotations.Nullable;

/// How the reading of a range of a dump went.
///
/// Ranges that follow one another have read every page once if the first page of each is the one at
/// which the range before it stopped, and every block once if its first block is the one that the
/// range before it saw behind its own.
///
/// @param first page of the range, or the one behind it where no page begins in it; null where none
///   follows at all
/// @param next the first page that begins behind the range; null where the dump ended before one
/// @param firstBlock bit at which the mark of the first block of the range stands, or of the one
///   behind it; -1 where none follows
/// @param nextBlock bit at which the mark of the first block behind the range stands, or -1
/// @param pages that were handed over
/// @param bytes unpacked from blocks of the range
/// @param numbered whether a page without an id got its ordinal
/// @param packing what is wrong with the packed file
/// @param problems what is wrong with pages
/// @param ending what is wrong with the end of the dump; counts for the first range that reached it
public record RangeReading(
    @Nullable Place first,
    @Nullable Place next,
    long firstBlock,
    long nextBlock,
    long pages,
    long bytes,
    boolean numbered,
    List<DumpProblem> packing,
    List<DumpProblem> problems,
    List<DumpProblem> ending)
    implements Serializable {
  public RangeReading {
    packing = List.copyOf(packing);
    problems = List.copyOf(problems);
    ending = List.copyOf(ending);
  }
}
