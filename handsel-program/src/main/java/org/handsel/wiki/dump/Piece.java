package org.handsel.wiki.dump;

/// A stretch of the unpacked dump.
///
/// @param bytes valid until the next piece is asked for
/// @param afterGap whether bytes are missing between this piece and the one before
record Piece(byte[] bytes, int length, boolean afterGap) {}
