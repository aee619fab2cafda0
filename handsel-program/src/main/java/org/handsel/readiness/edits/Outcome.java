package org.handsel.readiness.edits;

import java.util.List;
import java.util.Locale;

/// What came of the edits of one page: a line of the journal.
///
/// @param page title
/// @param state in one word
/// @param revision that the wiki made; 0 when it made none
/// @param edits how many changes of the page were made
/// @param notes what a person should know: edits left out, the wiki's words
public record Outcome(String page, State state, long revision, int edits, List<String> notes) {
  public Outcome {
    notes = List.copyOf(notes);
  }

  /// How it ended.
  public enum State {
    /// Saved; the wiki told the revision.
    MADE,
    /// Nothing to do: the new passages stand there.
    ALREADY,
    /// None of the passages could be found, or not just once: changed since the dump.
    CHANGED_SINCE,
    /// There is no such page.
    NO_PAGE,
    /// Others edited the page at the same time, again and again.
    CONFLICT,
    /// The wiki said no to this page.
    REFUSED,
    /// The answer was lost and the wiki could not be asked; run the command again.
    UNSETTLED,
    /// Only looked at.
    WOULD_CHANGE;

    /// As it stands in files and messages.
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether a later run has nothing left to do.
    boolean settled() {
      return this == MADE || this == ALREADY;
    }
  }
}
