package org.handsel.wiki.api;

/// What a wiki holds under a title of the file namespace.
///
/// @param pageId 0 when there is no page
/// @param redirect the page only points to another one
/// @param sha1 of the current version, 40 hexadecimal digits; empty when there is no file
/// @param url of the description page; empty when there is no file
public record FileOnWiki(
    String title, long pageId, boolean redirect, String sha1, long bytes, String user, String url) {

  /// Neither a page nor a file.
  public boolean free() {
    return pageId == 0 && sha1.isEmpty();
  }

  /// This very title, not a redirect, holds these bytes.
  public boolean holds(String wanted) {
    return !redirect && pageId != 0 && sha1.equals(wanted);
  }
}
