package org.handsel.partnership.draft;

import java.util.List;
import org.handsel.partnership.agreement.Rung;

/// A draft of something that may be signed.
///
/// @param text headings (`#`, `##`), lists (`- `), paragraphs, `**bold**`; gaps are `[…: what]`
/// @param edited whether a person changed it
/// @param version of the edited text; 0 while it is written from the clauses
/// @param notes why each clause stands there
public record Draft(
    String partnership,
    Rung kind,
    String language,
    String title,
    String text,
    boolean edited,
    long version,
    List<Note> notes) {
  public Draft {
    notes = List.copyOf(notes);
  }

  /// Why a clause stands there, in the language of the draft.
  public record Note(String heading, String reason, String precedent) {}

  /// Places that still have to be filled in.
  public long gaps() {
    return text.split("\\[…:", -1).length - 1L;
  }
}
