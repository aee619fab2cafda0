package org.handsel.wiki.dump;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/// Which pages of a dump to read: those that begin in bzip2 blocks that begin in a range of bytes.
///
/// @param from byte of the file, 0 for the beginning
/// @param to byte behind the range
/// @param start where the first page begins, once that is known; null to look for it
/// @param pagesBefore pages of the dump before these, which number pages without an id
public record DumpRange(long from, long to, @Nullable Place start, long pagesBefore)
    implements Serializable {
  /// A range of which nothing is known yet.
  public DumpRange(long from, long to) {
    this(from, to, null, 0);
  }

  /// The whole of a file.
  public static DumpRange whole(long size) {
    return new DumpRange(0, size);
  }

  /// Where a page begins.
  ///
  /// @param block bit of the file at which the mark of its block begins
  /// @param offset byte of the unpacked block
  public record Place(long block, long offset) implements Serializable {}
}
