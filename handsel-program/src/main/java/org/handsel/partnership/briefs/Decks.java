package org.handsel.partnership.briefs;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.handsel.partnership.briefs.Deck.Figure;
import org.handsel.partnership.briefs.Deck.Slide;
import org.handsel.partnership.precedents.FittingPrecedent;
import org.handsel.partnership.precedents.Precedent;
import org.handsel.platform.ResourceTable;

/// Makes slides from `topics.tsv` and the precedents that fit. Immutable.
final class Decks {
  private static final int MOST_FIGURES = 3;
  private static final long ENOUGH = 500;

  private final List<ResourceTable.Row> topics =
      ResourceTable.read(
              Decks.class,
              "topics.tsv",
              "slide",
              "kind",
              "title_de",
              "title_en",
              "points_de",
              "points_en",
              "note_de",
              "note_en")
          .rows();

  private final List<ResourceTable.Row> cases =
      ResourceTable.read(
              Decks.class,
              "case-figures.tsv",
              "slide",
              "tone",
              "value_de",
              "value_en",
              "label_de",
              "label_en",
              "source_de",
              "source_en")
          .rows();

  Deck of(Brief brief, String name, Wording words) {
    int by = words.language().equals("de") ? 0 : 1;
    List<Slide> slides = new ArrayList<>();
    for (ResourceTable.Row row : topics) {
      String kind = row.cell(1);
      List<String> points = new ArrayList<>();
      for (String point : row.cell(4 + by).split("[|]", -1)) {
        if (!point.isBlank()) {
          points.add(point.strip().replace("{institution}", name));
        }
      }
      String title = row.cell(2 + by);
      String note = row.cell(6 + by);
      switch (kind) {
        case "figures" -> {
          List<Figure> figures = figures(brief, words);
          if (!figures.isEmpty()) {
            slides.add(new Slide(row.cell(0), kind, title, points, figures, note, ""));
          }
        }
        case "case" ->
            slides.add(
                new Slide(row.cell(0), kind, title, points, documented(row.cell(0), by), note, ""));
        default -> slides.add(new Slide(row.cell(0), kind, title, points, List.of(), note, ""));
      }
    }
    return new Deck(words.language(), name, slides);
  }

  /// The precedents that fit best and of which somebody counted enough to show.
  private static List<Figure> figures(Brief brief, Wording words) {
    List<Figure> figures = new ArrayList<>();
    for (FittingPrecedent one : brief.counted()) {
      Precedent.Figures counted = one.precedent().figures();
      // A house is no example for itself; few files say nothing on a slide.
      if (figures.size() == MOST_FIGURES
          || counted == null
          || Objects.requireNonNullElse(counted.files(), 0L) < ENOUGH
          || one.fits().contains("same-house")) {
        continue;
      }
      String label =
          counted.languages() == null
              ? words.of(
                  "prospects.slides.used",
                  one.precedent().name(),
                  Objects.requireNonNull(counted.files()))
              : words.of(
                  "prospects.slides.used.languages",
                  one.precedent().name(),
                  Objects.requireNonNull(counted.files()),
                  counted.languages());
      figures.add(
          new Figure(
              words.number(Objects.requireNonNull(counted.used())),
              label,
              one.precedent().facts().isEmpty()
                  ? counted.asOf() + ", " + counted.source()
                  : counted.asOf(),
              "gain"));
    }
    return figures;
  }

  private List<Figure> documented(String slide, int by) {
    return cases.stream()
        .filter(row -> row.cell(0).equals(slide))
        .map(row -> new Figure(row.cell(2 + by), row.cell(4 + by), row.cell(6 + by), row.cell(1)))
        .toList();
  }
}
