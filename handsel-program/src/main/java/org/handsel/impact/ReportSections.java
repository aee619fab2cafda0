package org.handsel.impact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.handsel.impact.Measurement.ListTable;
import org.handsel.impact.ReportPage.Cell;
import org.handsel.impact.ReportPage.Column;
import org.handsel.impact.ReportPage.Section;
import org.handsel.platform.Html;

/// Charts and lists of a report. Used by one thread.
final class ReportSections {
  private static final int SHOWN = 15;
  private static final int BARS = 12;
  private static final Pattern PROJECT = Pattern.compile("[a-z0-9-]+\\.[a-z]+");

  private final Measurement measured;
  private final PartnerNotes notes;
  private final Texts texts;
  private final UnaryOperator<String> title;

  ReportSections(
      Measurement measured, PartnerNotes notes, Texts texts, UnaryOperator<String> title) {
    this.measured = measured;
    this.notes = notes;
    this.texts = texts;
    this.title = title;
  }

  List<Section> all() {
    List<Section> sections = new ArrayList<>();
    institutions().ifPresent(sections::add);
    if (!measured.about().kind().equals("key-figures")) {
      use().ifPresent(sections::add);
      months().ifPresent(sections::add);
      files().ifPresent(sections::add);
      pages().ifPresent(sections::add);
      wikis().ifPresent(sections::add);
      template().ifPresent(sections::add);
      promises().ifPresent(sections::add);
      sections.add(corrections());
    }
    return sections;
  }

  private Optional<ListTable> list(String name) {
    return Optional.ofNullable(measured.lists().get(name)).filter(table -> !table.rows().isEmpty());
  }

  private static String cell(ListTable table, List<String> row, String column) {
    int place = table.header().indexOf(column);
    return place < 0 || place >= row.size() ? "" : row.get(place);
  }

  private String whole(String number) {
    return number.matches("\\d{1,18}") ? texts.whole(Long.parseLong(number)) : "";
  }

  private Optional<Section> use() {
    Optional<Number> used = measured.value("files-used");
    Optional<Number> all = measured.value("files-available");
    if (used.isEmpty() || all.isEmpty() || all.get().longValue() == 0) {
      return Optional.empty();
    }
    double share = used.get().doubleValue() / all.get().doubleValue();
    String chart =
        Charts.share(
            texts.of("use"),
            share,
            "%s %s (%s)"
                .formatted(
                    texts.whole(used.get().longValue()),
                    texts.of("used"),
                    texts.number(share, MeasureWords.Unit.SHARE)),
            "%s %s"
                .formatted(
                    texts.whole(Math.max(0, all.get().longValue() - used.get().longValue())),
                    texts.of("unused")));
    return Optional.of(new Section(texts.of("use"), "", List.of(chart), List.of(), List.of(), ""));
  }

  private Optional<Section> months() {
    return list("months")
        .map(table -> {
          List<String> charts = new ArrayList<>();
          for (String measure : List.of("views", "files-used")) {
            List<Charts.Point> points = new ArrayList<>();
            for (List<String> row : table.rows()) {
              String value = cell(table, row, measure);
              points.add(
                  new Charts.Point(
                      cell(table, row, "month").substring(2),
                      value.isEmpty() ? null : Double.valueOf(value)));
            }
            if (points.stream().anyMatch(point -> point.value() != null)) {
              String name = MeasureWords.load().of(measure).name(texts.language());
              charts.add(
                  "<p class=\"small\">"
                      + Html.escaped(name)
                      + "</p>"
                      + Charts.columns(name, points, texts.of("no-data")));
            }
          }
          return new Section(
              texts.of("months"), texts.of("months-note"), charts, List.of(), List.of(), "");
        });
  }

  private boolean viewed(ListTable table) {
    return table.header().contains("views")
        && table.rows().stream().anyMatch(row -> cell(table, row, "views").matches("[1-9]\\d*"));
  }

  private Optional<Section> files() {
    return list("files")
        .map(table -> {
          boolean views = viewed(table);
          List<Column> columns =
              new ArrayList<>(
                  List.of(
                      new Column(texts.of("file"), false),
                      new Column(texts.of("usages"), true),
                      new Column(texts.of("wikis"), true)));
          if (views) {
            columns.add(new Column(texts.of("views"), true));
          }
          List<List<Cell>> rows = new ArrayList<>();
          for (List<String> row : table.rows().subList(0, Math.min(SHOWN, table.rows().size()))) {
            String name = cell(table, row, "file");
            List<Cell> cells = new ArrayList<>();
            cells.add(
                new Cell(
                    title.apply(name.replace('_', ' ')),
                    "https://commons.wikimedia.org/wiki/File:" + WebAddress.title(name),
                    false,
                    -1));
            cells.add(Cell.number(usages(table, row)));
            cells.add(Cell.number(whole(cell(table, row, "wikis"))));
            if (views) {
              cells.add(Cell.number(whole(cell(table, row, "views"))));
            }
            rows.add(cells);
          }
          return new Section(
              texts.of(views ? "files-viewed" : "files"),
              "",
              List.of(),
              columns,
              rows,
              more(table));
        });
  }

  /// The first files; usages that a template probably brought do not lead a file to the top.
  private static List<List<String>> best(ListTable table, boolean views) {
    return table.rows().stream()
        .sorted(
            Comparator.comparingLong(row ->
                views
                    ? -number(cell(table, row, "views"))
                    : number(cell(table, row, "template_usages"))
                        - number(cell(table, row, "usages"))))
        .limit(SHOWN)
        .toList();
  }

  private String usages(ListTable table, List<String> row) {
    long suspected = number(cell(table, row, "template_usages"));
    String all = whole(cell(table, row, "usages"));
    return suspected == 0
        ? all
        : "%s<br/><span class=\"mark\">%s</span>"
            .formatted(
                all,
                Html.escaped(
                    texts.of(
                        "without-n", texts.whole(number(cell(table, row, "usages")) - suspected))));
  }

  private String more(ListTable table) {
    return table.rows().size() <= SHOWN
        ? ""
        : texts.of("of-which-shown", texts.whole(SHOWN), texts.whole(table.rows().size()));
  }

  private Optional<Section> pages() {
    return list("pages")
        .map(table -> {
          boolean views = viewed(table);
          String counted = views ? "views" : "usages";
          List<Column> columns =
              List.of(
                  new Column(texts.of("page"), false),
                  new Column(texts.of("wiki"), false),
                  new Column(texts.of(views ? "views" : "images"), true));
          List<List<Cell>> rows = new ArrayList<>();
          for (List<String> row : table.rows().subList(0, Math.min(SHOWN, table.rows().size()))) {
            String wiki = cell(table, row, "wiki");
            String page = cell(table, row, "page");
            String link =
                PROJECT.matcher(wiki).matches()
                    ? "https://" + wiki + ".org/wiki/" + WebAddress.title(page)
                    : "";
            rows.add(
                List.of(
                    new Cell(title.apply(page.replace('_', ' ')), link, false, -1),
                    Cell.text(Html.escaped(wiki)),
                    Cell.number(whole(cell(table, row, counted)))));
          }
          return new Section(
              texts.of(views ? "pages-viewed" : "pages"),
              "",
              List.of(),
              columns,
              rows,
              more(table));
        });
  }

  private Optional<Section> wikis() {
    return list("wikis")
        .map(table -> {
          List<Charts.Bar> bars =
              table.rows().stream()
                  .sorted(Comparator.comparingLong(row -> -number(cell(table, row, "pages"))))
                  .limit(BARS)
                  .map(row ->
                      new Charts.Bar(
                          cell(table, row, "wiki"),
                          number(cell(table, row, "pages")),
                          whole(cell(table, row, "pages")),
                          false))
                  .toList();
          String name = MeasureWords.load().of("pages").name(texts.language());
          return new Section(
              texts.of("wikis"),
              name,
              List.of(Charts.bars(texts.of("wikis"), bars)),
              List.of(),
              List.of(),
              table.rows().size() <= BARS
                  ? ""
                  : texts.of(
                      "of-which-shown", texts.whole(BARS), texts.whole(table.rows().size())));
        });
  }

  private static long number(String text) {
    return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
  }

  private Optional<Section> template() {
    Optional<Measure> suspected =
        measured.measures().stream()
            .filter(one -> one.measure().equals("template-usages") && one.value() != null)
            .findFirst();
    Optional<Number> usages = measured.value("usages");
    if (suspected.isEmpty() || usages.isEmpty()) {
      return Optional.empty();
    }
    List<Charts.Bar> bars = new ArrayList<>();
    bar(bars, "usages", "usages-without-template");
    bar(bars, "pages", "pages-without-template");
    List<List<Cell>> rows = new ArrayList<>();
    list("suspects")
        .ifPresent(table -> {
          for (List<String> row : table.rows().subList(0, Math.min(8, table.rows().size()))) {
            rows.add(
                List.of(
                    Cell.text(title.apply(cell(table, row, "file").replace('_', ' '))),
                    Cell.text(Html.escaped(cell(table, row, "wiki"))),
                    Cell.number(whole(cell(table, row, "pages")))));
          }
        });
    String pages = MeasureWords.load().of("pages").name(texts.language());
    return Optional.of(
        new Section(
            texts.of("template"),
            texts.of(
                "template-note",
                String.valueOf(suspected.get().parameters().get("template-threshold"))),
            List.of(Charts.bars(texts.of("template"), bars)),
            List.of(
                new Column(texts.of("file"), false),
                new Column(texts.of("wiki"), false),
                new Column(pages, true)),
            rows,
            ""));
  }

  private void bar(List<Charts.Bar> bars, String all, String without) {
    Optional<Number> first = measured.value(all);
    Optional<Number> second = measured.value(without);
    if (first.isPresent() && second.isPresent()) {
      String name = MeasureWords.load().of(all).name(texts.language());
      bars.add(
          new Charts.Bar(
              name, first.get().doubleValue(), texts.whole(first.get().longValue()), false));
      bars.add(
          new Charts.Bar(
              texts.of("without"),
              second.get().doubleValue(),
              texts.whole(second.get().longValue()),
              true));
    }
  }

  private Optional<Section> promises() {
    if (notes.promises().isEmpty()) {
      return Optional.empty();
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (Expectation one : notes.promises()) {
      rows.add(
          List.of(
              Cell.text(Html.escaped(one.text())),
              Cell.number(one.target() == null ? "" : texts.whole(Math.round(one.target()))),
              Cell.number(
                  one.reached() == null
                      ? texts.of("unknown")
                      : texts.whole(Math.round(one.reached()))),
              Cell.text(Html.escaped(one.dueOn() == null ? "" : texts.day(one.dueOn())))));
    }
    return Optional.of(
        new Section(
            texts.of("promises"),
            "",
            List.of(),
            List.of(
                new Column(texts.of("promised"), false),
                new Column(texts.of("target"), true),
                new Column(texts.of("reached"), true),
                new Column(texts.of("by"), false)),
            rows,
            ""));
  }

  private Section corrections() {
    if (notes.corrections().isEmpty()) {
      return ReportBuilder.none(texts.of("corrections"), texts.of("corrections-none"));
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (Correction one :
        notes.corrections().subList(0, Math.min(SHOWN, notes.corrections().size()))) {
      rows.add(
          List.of(
              Cell.text(Html.escaped(one.record())),
              Cell.text(Html.escaped(one.field())),
              Cell.text(title.apply(one.before())),
              Cell.text(title.apply(one.after())),
              Cell.text(Html.escaped(one.evidence())),
              Cell.text(Html.escaped(one.state()))));
    }
    List<Column> columns = new ArrayList<>();
    for (String key : List.of("record", "field", "old", "new", "evidence", "state")) {
      columns.add(new Column(texts.of(key), false));
    }
    return new Section(
        texts.of("corrections"),
        texts.of("corrections-note"),
        List.of(),
        columns,
        rows,
        notes.corrections().size() <= SHOWN
            ? ""
            : texts.of(
                "of-which-shown", texts.whole(SHOWN), texts.whole(notes.corrections().size())));
  }

  private Optional<Section> institutions() {
    return list("institutions")
        .map(table -> {
          List<Column> columns = new ArrayList<>();
          columns.add(new Column(texts.of("institution"), false));
          MeasureWords words = MeasureWords.load();
          for (String measure : KeyFigureMeasures.COLUMNS) {
            columns.add(new Column(words.of(measure).name(texts.language()), true));
          }
          List<List<Cell>> rows = new ArrayList<>();
          List<List<String>> sorted =
              table.rows().stream()
                  .sorted(Comparator.comparingLong(row -> -number(cell(table, row, "usages"))))
                  .toList();
          for (List<String> row : sorted) {
            List<Cell> cells = new ArrayList<>();
            String category = cell(table, row, "category");
            String few =
                cell(table, row, "small_denominator").isEmpty()
                    ? ""
                    : " <span class=\"mark\">! " + Html.escaped(texts.of("few")) + "</span>";
            cells.add(
                Cell.text(
                    title.apply(cell(table, row, "institution"))
                        + few
                        + "<br/><span class=\"small\">%s · %s %s · %s</span>"
                            .formatted(
                                title.apply(category),
                                Html.escaped(texts.of("depth")),
                                Html.escaped(cell(table, row, "depth")),
                                Html.escaped(cell(table, row, "date")))));
            for (String measure : KeyFigureMeasures.COLUMNS) {
              String value = cell(table, row, measure);
              Number number = value.isEmpty() ? null : (Number) Double.valueOf(value);
              boolean share = measure.equals("reuse-share");
              cells.add(
                  new Cell(
                      texts.number(number, words.of(measure).unit()),
                      "",
                      true,
                      share && number != null
                          ? Math.min(100, Math.round(number.doubleValue() * 1000) / 10.0)
                          : -1));
            }
            rows.add(cells);
          }
          return new Section(texts.of("institutions"), "", List.of(), columns, rows, "");
        });
  }
}
