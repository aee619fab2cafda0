package org.handsel.authority.review;

import java.nio.file.Path;
import java.time.Instant;
import org.handsel.platform.Who;

/// One result of linking that people look at.
///
/// @param name by which people call it
/// @param links the folder with links.tsv
/// @param accept probability from which the program accepts
/// @param rows of links.tsv
/// @param counts how far the queue is
public record ReviewSet(
    String id,
    String name,
    Path links,
    double accept,
    long rows,
    Who begunBy,
    Instant begunAt,
    Counts counts) {

  /// How far the rows are.
  ///
  /// @param items rows that are worth a look
  /// @param open nobody said anything yet
  /// @param contested two have to agree and do not yet
  /// @param accepted settled: the record is right
  /// @param rejected settled: none is right
  public record Counts(long items, long open, long contested, long accepted, long rejected) {
    public long settled() {
      return accepted + rejected;
    }
  }
}
