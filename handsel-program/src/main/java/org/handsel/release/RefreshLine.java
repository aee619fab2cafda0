package org.handsel.release;

import java.util.List;

/// What a refresh did, or would do, with one place of one file; a line of `refresh.tsv`.
///
/// @param title of the page as it is now
/// @param place such as `Photograph: date`, `category: Boats`, `caption: sv`, `P571`, `file`,
///   `title`
/// @param released what was released
/// @param planned what is planned now
/// @param wiki what stands, or stood, on the wiki
/// @param note why, where it is not said by the state
public record RefreshLine(
    String item,
    String file,
    String title,
    String place,
    State state,
    String released,
    String planned,
    String wiki,
    String note) {

  /// What became of it.
  public enum State {
    /// It stands on the wiki.
    DONE("done"),
    /// It would be brought there.
    PLANNED("planned"),
    /// People changed the same; theirs stays.
    CONFLICT("conflict"),
    /// Somebody has to do it by hand, or to allow it.
    LEFT("left"),
    /// The wiki or the program could not do it.
    FAILED("failed"),
    /// A record that was never released.
    NEW("new"),
    /// A released file of which the later plan knows nothing.
    WITHDRAWN("withdrawn"),
    /// The page is no longer on the wiki.
    DELETED("deleted");

    final String word;

    State(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  static final List<String> HEADER =
      List.of("item_id", "file", "title", "place", "state", "released", "planned", "wiki", "note");

  List<String> cells() {
    return List.of(item, file, title, place, state.word, released, planned, wiki, note);
  }
}
