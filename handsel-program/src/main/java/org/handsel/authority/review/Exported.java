package org.handsel.authority.review;

import java.nio.file.Path;
import java.util.List;

/// What an export came to.
///
/// @param rows of links.tsv
/// @param accepted links that stand, by people and by the program
/// @param review rows that are still to be looked at
/// @param none rows without a link
/// @param byPeople rows on which people's word counts
/// @param changed rows whose decision is another than before
/// @param conflicts ids of records that several persons have
/// @param files what was written
public record Exported(
    long rows,
    long accepted,
    long review,
    long none,
    long byPeople,
    long changed,
    List<String> conflicts,
    Judgement judgement,
    List<Path> files) {
  public Exported {
    conflicts = List.copyOf(conflicts);
    files = List.copyOf(files);
  }
}
