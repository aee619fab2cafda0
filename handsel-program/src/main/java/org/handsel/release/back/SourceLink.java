package org.handsel.release.back;

import java.util.List;

/// A link from a released page to the institution, and how it was answered.
///
/// @param state `good`, `moved` (answers under another address), `broken` or `not-asked`
/// @param note status, or why it was not asked, or where it leads now
public record SourceLink(String item, String title, String address, String state, String note) {
  static final List<String> HEADER = List.of("item_id", "title", "address", "state", "note");

  List<String> cells() {
    return List.of(item, title, address, state, note);
  }
}
