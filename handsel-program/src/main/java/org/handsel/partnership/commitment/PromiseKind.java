package org.handsel.partnership.commitment;

import org.handsel.platform.Said;

/// A kind of promise.
///
/// @param may `yes`, `institution` (only the other side can promise it) or `no` (nobody can keep
///   it)
/// @param reason why nobody can
/// @param instead what may be promised in its place
public record PromiseKind(
    String id, String may, Said title, Said reason, Said instead, String source) {
  public boolean impossible() {
    return may.equals("no");
  }
}
