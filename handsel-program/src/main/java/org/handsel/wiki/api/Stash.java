package org.handsel.wiki.api;

/// The pieces of a file that a wiki has taken so far.
///
/// @param filekey the wiki's name for them
/// @param offset bytes taken; all of them when the file only waits to be published
public record Stash(String filekey, long offset) {}
