package org.handsel.collection.image;

/// Adds up what a file carries beside its picture. More than 50 MB or more than 500 segments are no
/// description any more; readers of metadata on the way to the wiki choke on them.
final class MetadataWeight {
  private static final long MOST_BYTES = 50_000_000;
  private static final int MOST_SEGMENTS = 500;

  private long bytes;
  private int segments;

  /// Adds a piece of metadata of its own.
  void segment(long size) {
    segments++;
    bytes += size;
  }

  /// Adds a piece of which a sound file may have any number.
  void bytes(long size) {
    bytes += size;
  }

  boolean isBomb() {
    return bytes > MOST_BYTES || segments > MOST_SEGMENTS;
  }
}
