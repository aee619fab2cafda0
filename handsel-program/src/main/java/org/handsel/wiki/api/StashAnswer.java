package org.handsel.wiki.api;

/// How the wiki answered when it was sent a file that it is not to publish yet.
public sealed interface StashAnswer {
  /// It has all of it.
  record Whole(Stash stash) implements StashAnswer {}

  /// It has not, and this is why: warned, or failed. Nothing was published.
  record Stopped(UploadAnswer why) implements StashAnswer {}
}
