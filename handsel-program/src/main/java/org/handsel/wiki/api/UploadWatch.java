package org.handsel.wiki.api;

/// Is told on the way of an upload what must not be forgotten, so that a later try can go on.
@FunctionalInterface
public interface UploadWatch {
  /// The wiki took a piece, or all of it, or is about to be told to publish it when it has time.
  void stashed(Stash taken);

  /// The wiki did not fetch the file from the address that it was given; it is sent from here.
  default void notFetched(ApiFailure why) {}
}
