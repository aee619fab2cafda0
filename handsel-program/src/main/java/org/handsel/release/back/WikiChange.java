package org.handsel.release.back;

import java.util.List;

/// Something that a wiki's people changed on a released page.
///
/// @param title of the page as it is now
/// @param kind `description`, `category`, `name`, `correction` (another field), `depicts`,
///   `statement`, `caption`, `text`, `template`, `file` or `deleted`
/// @param place such as `Photograph: date`, `category: Boats`, `P180`
/// @param before what was released; empty when people added something
/// @param after what stands there now; empty when people took something away
/// @param user who wrote the page last, or did what the line says
/// @param at when, ISO-8601
/// @param note such as the reason that they gave
public record WikiChange(
    String item,
    String file,
    String title,
    String url,
    String kind,
    String place,
    String before,
    String after,
    String user,
    String at,
    String note) {
  static final List<String> HEADER =
      List.of(
          "item_id", "file", "title", "url", "kind", "place", "before", "after", "user", "at",
          "note");

  List<String> cells() {
    return List.of(item, file, title, url, kind, place, before, after, user, at, note);
  }

  /// The parameter of the template, or the property, without what is around it.
  public String field() {
    int colon = place.indexOf(": ");
    return colon < 0 ? place : place.substring(colon + 2);
  }
}
