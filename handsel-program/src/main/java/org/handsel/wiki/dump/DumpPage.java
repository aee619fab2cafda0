package org.handsel.wiki.dump;

/// A page of a dump with the text of its last revision.
///
/// @param id of the page; its ordinal where the dump has none
/// @param namespace its number, or [#UNTOLD] where the dump has none
/// @param title with the namespace, as the dump writes it
/// @param redirect title with namespace of the page that it leads to; empty where it is none
/// @param model `wikitext` or another content model
/// @param buffer holds the text as UTF-8, valid only until the next page is read
/// @param from first byte of the text
/// @param to byte after the text
public record DumpPage(
    long id,
    int namespace,
    String title,
    String redirect,
    String model,
    byte[] buffer,
    int from,
    int to) {
  /// No namespace is said; the title's beginning tells it.
  public static final int UNTOLD = Integer.MIN_VALUE;

  /// Whether the text is wikitext.
  public boolean isWikitext() {
    return model.equals("wikitext");
  }
}
