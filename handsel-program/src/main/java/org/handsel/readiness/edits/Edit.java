package org.handsel.readiness.edits;

import com.fasterxml.jackson.annotation.JsonProperty;

/// A change of one passage of a page: an entry of `edits.json`.
///
/// @param page title with the namespace
/// @param old the passage that must stand on the page, exactly once, for the edit to be made; how
///   it is recognised is told by [Passage]. Empty when a template is to be added
/// @param changed what takes its place; empty when the passage goes
/// @param summary of the edit, for the page's history
/// @param audit that proposes it; empty in lists written by hand
public record Edit(
    String page, String old, @JsonProperty("new") String changed, String summary, String audit) {
  public Edit {
    if (page.isBlank() || old.isBlank() && changed.isBlank() || old.equals(changed)) {
      throw new IllegalArgumentException(
          "expected a page and a passage to change, found page \"%s\", old \"%s\", new \"%s\""
              .formatted(page, old, changed));
    }
  }
}
