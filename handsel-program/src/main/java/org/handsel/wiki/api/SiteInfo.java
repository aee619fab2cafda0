package org.handsel.wiki.api;

import java.util.Set;

/// What a wiki says about itself; asked at run time, never assumed.
///
/// @param maxUploadBytes largest file; `Long.MAX_VALUE` when the wiki names none
/// @param minChunkBytes smallest piece of a file except the last
/// @param fileExtensions in lower case
public record SiteInfo(
    String name,
    String generator,
    long maxUploadBytes,
    int minChunkBytes,
    Set<String> fileExtensions) {
  public SiteInfo {
    fileExtensions = Set.copyOf(fileExtensions);
  }
}
