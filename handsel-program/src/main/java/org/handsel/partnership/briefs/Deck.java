package org.handsel.partnership.briefs;

import java.util.List;

/// Slides for staff of the institution.
///
/// @param language of the texts
/// @param institution whom they are for
public record Deck(String language, String institution, List<Slide> slides) {
  public Deck {
    slides = List.copyOf(slides);
  }

  /// One slide.
  ///
  /// @param kind `cover`, `points`, `figures`, `case`, `ask` or `end`
  /// @param note for whoever speaks; empty for none
  public record Slide(
      String id,
      String kind,
      String title,
      List<String> points,
      List<Figure> figures,
      String note,
      String source) {
    public Slide {
      points = List.copyOf(points);
      figures = List.copyOf(figures);
    }
  }

  /// A large number.
  ///
  /// @param tone `gain`, `load` or empty
  public record Figure(String value, String label, String source, String tone) {}
}
