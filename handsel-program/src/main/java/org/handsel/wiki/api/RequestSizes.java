package org.handsel.wiki.api;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// How much one request may carry. No wiki says what the server before it takes; a request beyond
/// that is answered with HTTP status 413, and what was learnt so holds for all files after it. Safe
/// for threads.
final class RequestSizes {
  static final String TOO_LARGE = "http-413";

  /// MediaWiki's own least size of a piece, for wikis that do not name theirs.
  private static final int LEAST = 1024;

  private final int least;
  private final AtomicInteger piece;
  private final AtomicLong refused = new AtomicLong(Long.MAX_VALUE);

  /// @param wanted bytes of a piece
  /// @param least bytes of a piece that the wiki takes; 0 when it does not say
  RequestSizes(int wanted, int least) {
    this.least = Math.max(least, LEAST);
    this.piece = new AtomicInteger(Math.max(wanted, this.least));
  }

  /// Bytes of a piece.
  int piece() {
    return piece.get();
  }

  /// Whether no file of this size was refused yet in one request.
  boolean mayGoWhole(long bytes) {
    return bytes < refused.get();
  }

  /// A file of this size was refused in one request.
  ///
  /// @return whether it can go in pieces
  boolean wholeRefused(long bytes) {
    refused.accumulateAndGet(bytes, Math::min);
    return bytes > piece() || pieceRefused((int) bytes);
  }

  /// A piece of this size was refused.
  ///
  /// @return whether there is a smaller one to try
  boolean pieceRefused(int bytes) {
    int half = Math.max(least, bytes / 2);
    if (half >= bytes) {
      return false;
    }
    piece.accumulateAndGet(half, Math::min);
    return true;
  }
}
