package org.handsel.wiki.api;

/// A page with its file as they stand, found by the page's number, which outlives a new title.
///
/// @param id number of the page
/// @param title as the wiki writes it now; empty when there is no such page any more
/// @param redirect whether the page only points to another one
/// @param revision id of the current revision; 0 when there is none
/// @param user who wrote the current revision
/// @param at when, ISO-8601
/// @param text current wikitext
/// @param sha1 of the current version of the file; empty when there is no file
/// @param fileUser who uploaded that version
/// @param fileAt when, ISO-8601
/// @param width and `height` of it in pixels; 0 where the wiki does not say
/// @param url of the description page; empty when there is no file
public record PageNow(
    long id,
    String title,
    boolean redirect,
    long revision,
    String user,
    String at,
    String text,
    String sha1,
    String fileUser,
    String fileAt,
    long width,
    long height,
    String url) {

  /// No such page any more.
  public static PageNow gone(long id) {
    return new PageNow(id, "", false, 0, "", "", "", "", "", "", 0, 0, "");
  }

  public boolean exists() {
    return !title.isEmpty();
  }

  /// For [Wiki#save].
  public PageText revisionText() {
    return new PageText(title, revision, text);
  }
}
