package org.handsel.app.cli;

import java.util.List;

/// What the last page of a tour shows.
///
/// @param steps the way, in order
/// @param pictures what is on the sandbox wiki now
/// @param kept what stayed back, with the reason
public record TourPage(List<Step> steps, List<Picture> pictures, List<Kept> kept) {
  public TourPage {
    steps = List.copyOf(steps);
    pictures = List.copyOf(pictures);
    kept = List.copyOf(kept);
  }

  /// @param title what was done
  /// @param command the command that does the same
  /// @param outcome what came of it
  /// @param link file to open, relative to the page; empty for none
  public record Step(String title, String command, String outcome, String link) {}

  /// @param file the picture, relative to the page
  public record Picture(String title, String file, String wikitext) {}

  public record Kept(String item, String title, String reason) {}
}
