package org.handsel.release.back;

import java.util.List;

/// Where the file of a record is on the wiki.
///
/// @param title as it is now; the last known one when it is gone
/// @param state `there`, `moved`, `redirect`, `deleted` or `already-there` (uploaded by others)
/// @param note who moved or deleted it, when and why
public record FilePlace(
    String item, String file, String title, long pageId, String url, String state, String note) {
  static final List<String> HEADER =
      List.of("item_id", "file", "title", "page_id", "url", "state", "note");

  List<String> cells() {
    return List.of(item, file, title, pageId == 0 ? "" : Long.toString(pageId), url, state, note);
  }
}
