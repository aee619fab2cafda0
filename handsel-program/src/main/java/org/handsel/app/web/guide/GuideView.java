package org.handsel.app.web.guide;

import java.time.Instant;
import java.util.List;

/// A guide with what readers said.
///
/// @param helped how many found it helpful
/// @param missed how many did not
/// @param notes the newest first
public record GuideView(Guide guide, int helped, int missed, List<Note> notes) {
  public GuideView {
    notes = List.copyOf(notes);
  }

  /// What one reader wrote.
  public record Note(boolean helpful, String text, String who, Instant at) {}
}
