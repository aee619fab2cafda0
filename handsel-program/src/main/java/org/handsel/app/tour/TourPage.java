package org.handsel.app.tour;

import java.util.List;

/// What the last page of a tour shows.
///
/// @param workspace the tour's workspace, as a person would name it to `handsel serve`
/// @param stages the way, in order
/// @param pictures what is on the sandbox wiki now
/// @param kept what stayed back, with the reason
public record TourPage(
    String workspace, List<Stage> stages, List<Picture> pictures, List<Kept> kept) {
  public TourPage {
    stages = List.copyOf(stages);
    pictures = List.copyOf(pictures);
    kept = List.copyOf(kept);
  }

  /// A stage of the partnership.
  ///
  /// @param purpose why it is there, in a sentence
  public record Stage(int number, String name, String purpose, List<Step> steps) {}

  /// A step.
  ///
  /// @param title what was done
  /// @param command the command that does it
  /// @param outcome what came of it
  /// @param link file to open, relative to the page; empty for none
  /// @param good whether it ended as it should
  public record Step(String title, String command, String outcome, String link, boolean good) {}

  /// A picture on the sandbox wiki.
  ///
  /// @param file the picture, relative to the page
  public record Picture(String title, String file, String wikitext) {}

  /// A record that stayed back.
  public record Kept(String item, String title, String reason) {}
}
