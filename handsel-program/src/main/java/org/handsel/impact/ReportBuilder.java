package org.handsel.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.handsel.impact.ReportPage.Figure;
import org.handsel.impact.ReportPage.Line;
import org.handsel.impact.ReportPage.Section;
import org.jspecify.annotations.Nullable;

/// Makes a report's page from a measurement. Used by one thread.
final class ReportBuilder {
  private static final List<String> FIGURES =
      List.of("files-used", "pages", "usages", "wikis", "views", "files-released");
  private static final int MOST_FIGURES = 5;
  private static final int PROBLEMS = 20;

  private final Measurement measured;
  private final PartnerNotes notes;
  private final Texts texts;
  private final MeasureWords words = MeasureWords.load();
  private final UnaryOperator<String> title;

  /// @param title how a title from the wikis becomes markup
  ReportBuilder(
      Measurement measured, PartnerNotes notes, Texts texts, UnaryOperator<String> title) {
    this.measured = measured;
    this.notes = notes;
    this.texts = texts;
    this.title = title;
  }

  ReportPage page(String style, List<String> remarks) {
    boolean comparison = measured.about().kind().equals("key-figures");
    String name = measured.about().collection();
    List<String> problems = new ArrayList<>(remarks);
    measured.problems().stream()
        .limit(PROBLEMS)
        .forEach(problem -> problems.add(problem.toString()));
    if (measured.problems().size() > PROBLEMS) {
      problems.add(texts.of("more-problems", texts.whole(measured.problems().size() - PROBLEMS)));
    }
    if (problems.isEmpty()) {
      problems.add(texts.of("problems-none"));
    }
    List<String> next = new ArrayList<>(notes.next());
    if (next.isEmpty()) {
      next.add(texts.of("next-none"));
    }
    next.add(texts.of("next-readiness"));
    return new ReportPage(
        texts.language(),
        style,
        (notes.draft() ? texts.of("draft") + " · " : "")
            + texts.of(comparison ? "comparison" : "title"),
        name,
        title.apply(name),
        about(),
        lead(comparison),
        comparison ? List.of() : figures(),
        new ReportSections(measured, notes, texts, title).all(),
        texts.of("numbers"),
        texts.of("numbers-note"),
        List.of(texts.of("measure"), texts.of("value"), texts.of("definition")),
        lines(),
        texts.of("next"),
        next,
        texts.of("problems"),
        problems,
        texts.of("footer"));
  }

  private List<String> about() {
    return List.of(
        texts.of("as-of") + ": " + texts.day(measured.about().asOf()),
        texts.of("source") + ": " + measured.about().source(),
        texts.of("measured-at") + " " + texts.day(measured.about().measuredAt()));
  }

  private String count(String measure) {
    return measured.value(measure).map(n -> texts.whole(n.longValue())).orElse(texts.of("unknown"));
  }

  private String share(String measure) {
    return texts.number(measured.value(measure).orElse(null), MeasureWords.Unit.SHARE);
  }

  private boolean known(String... measures) {
    return List.of(measures).stream().allMatch(one -> measured.value(one).isPresent());
  }

  private List<String> lead(boolean comparison) {
    List<String> lead = new ArrayList<>();
    if (comparison) {
      lead.add(
          texts.of(
              "lead-institutions",
              count("institutions"),
              count("files-available"),
              count("files-used")));
      lead.add(texts.of("lead-pooled", share("reuse-share"), share("reuse-share-median")));
      return lead;
    }
    if (known("files-released", "files-planned")) {
      lead.add(texts.of("lead-released", count("files-released"), count("files-planned")));
    }
    StringBuilder first = new StringBuilder();
    if (known("files-used", "pages", "wikis")) {
      first.append(texts.of("lead-used", count("files-used"), count("pages"), count("wikis")));
    }
    if (known("reuse-share", "files-available")) {
      first
          .append(' ')
          .append(texts.of("lead-share", share("reuse-share"), count("files-available")));
    }
    Optional<Measure> views = measure("views");
    if (known("views") && views.isPresent()) {
      Map<String, Object> period = views.get().parameters();
      first
          .append(' ')
          .append(
              texts.of(
                  "lead-views",
                  texts.day(Objects.toString(period.get("from"), null)),
                  texts.day(Objects.toString(period.get("to"), null)),
                  count("views")));
    }
    if (!first.isEmpty()) {
      lead.add(first.toString().strip());
    }
    if (known("template-usages", "usages", "template-share", "pages-without-template")
        && measured.value("template-usages").orElseThrow().longValue() > 0) {
      lead.add(
          texts.of(
              "lead-template",
              count("template-usages"),
              count("usages"),
              share("template-share"),
              count("pages-without-template")));
    }
    return lead;
  }

  private Optional<Measure> measure(String code) {
    return measured.measures().stream()
        .filter(one -> one.measure().equals(code) && !one.parameters().containsKey("institution"))
        .findFirst();
  }

  private List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    for (String code : FIGURES) {
      Optional<Number> value = measured.value(code);
      if (value.isPresent() && figures.size() < MOST_FIGURES) {
        figures.add(
            new Figure(
                texts.whole(value.get().longValue()),
                words.of(code).name(texts.language()),
                change(code, value.get())));
      }
    }
    return figures;
  }

  private String change(String code, Number now) {
    Number before = previous(code);
    if (before == null || notes.previous() == null) {
      return "";
    }
    long difference = now.longValue() - before.longValue();
    return "%s%s (%s)"
        .formatted(
            difference > 0 ? "+" : "", texts.whole(difference), texts.day(notes.previous().asOf()));
  }

  private @Nullable Number previous(String code) {
    return notes.previous() == null ? null : notes.previous().values().get(code);
  }

  private List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    for (Measure one : measured.measures()) {
      if (one.parameters().containsKey("institution") || !words.has(one.measure())) {
        continue;
      }
      MeasureWords.Words word = words.of(one.measure());
      Number before = previous(one.measure());
      lines.add(
          new Line(
              word.name(texts.language()),
              texts.number(one.value(), word.unit()),
              before == null ? "" : texts.of("previous") + " " + texts.number(before, word.unit()),
              word.definition(texts.language()),
              one.source() + ", " + texts.day(one.asOf()),
              parameters(one.parameters()),
              one.gaps()));
    }
    return lines;
  }

  private String parameters(Map<String, Object> parameters) {
    List<String> parts = new ArrayList<>();
    parameters.forEach((name, value) -> {
      String word = texts.orElse("param-" + name, "");
      if (!word.isEmpty() && value != null && !value.equals(List.of())) {
        String text =
            value instanceof List<?> list
                ? list.toString().replaceAll("^\\[|\\]$", "")
                : value.toString();
        parts.add(word + ": " + (text.equals("true") ? texts.of("yes") : clipped(text)));
      }
    });
    return String.join("; ", parts);
  }

  private static String clipped(String text) {
    return text.length() > 160 ? text.substring(0, 160) + "…" : text;
  }

  static Section none(String title, String note) {
    return new Section(title, note, List.of(), List.of(), List.of(), "");
  }
}
