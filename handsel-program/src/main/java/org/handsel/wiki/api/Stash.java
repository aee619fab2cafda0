package org.handsel.wiki.api;

/// The pieces of a file that a wiki has taken so far.
///
/// @param filekey the wiki's name for them
/// @param offset bytes taken; all of them when the file only waits to be published
/// @param queued whether the wiki may be about to publish it when it has time: it is asked how far
///   it is before anything else is sent
public record Stash(String filekey, long offset, boolean queued) {
  public Stash(String filekey, long offset) {
    this(filekey, offset, false);
  }
}
