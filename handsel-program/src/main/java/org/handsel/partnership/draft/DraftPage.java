package org.handsel.partnership.draft;

import java.util.List;

/// A draft as a page of its own.
///
/// @param draft title and language
/// @param warning that it is a draft
/// @param why heading of the notes; empty to leave them out
public record DraftPage(Draft draft, String warning, String why, String style, List<Block> blocks) {
  public DraftPage {
    blocks = List.copyOf(blocks);
  }

  /// A piece of the text.
  ///
  /// @param kind `title`, `heading`, `item` or `paragraph`
  public record Block(String kind, List<Run> runs) {
    public Block {
      runs = List.copyOf(runs);
    }
  }

  /// Words in one form.
  ///
  /// @param form empty, `bold` or `gap`
  public record Run(String form, String text) {}
}
