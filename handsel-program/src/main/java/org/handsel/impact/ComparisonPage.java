package org.handsel.impact;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// What `impact/comparison.jte` shows.
///
/// @param script sorts the table; the page allows this one and no other, by its hash
/// @param sorted place of the column by which rows are sorted now
public record ComparisonPage(
    String language,
    String title,
    String style,
    String script,
    String lead,
    List<String> notes,
    List<Column> columns,
    int sorted,
    List<Line> lines,
    String definitionsTitle,
    List<Definition> definitions) {
  /// A column.
  ///
  /// @param number whether it holds numbers
  public record Column(String name, boolean number) {}

  /// A row.
  ///
  /// @param cells in the order of the columns
  public record Line(List<Cell> cells) {
    public Line {
      cells = List.copyOf(cells);
    }
  }

  /// A cell.
  ///
  /// @param key by which it sorts; empty for what is not known
  /// @param link where a click leads, or empty
  /// @param note small text below, or empty
  public record Cell(String text, String key, String link, String note) {}

  /// A column and what it means.
  public record Definition(String name, String text) {}

  /// The source `'sha256-…'` of the script for the page's policy.
  public String allowed() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final String SORTING =
      """
      "use strict";
      document.querySelectorAll("th button").forEach(button => button.addEventListener("click", () => {
        const head = button.parentElement, table = head.closest("table"), body = table.tBodies[0];
        const place = head.cellIndex, number = head.classList.contains("n");
        const down = head.getAttribute("aria-sort") === "descending";
        const up = head.getAttribute("aria-sort") === "ascending";
        const ascending = number ? down : !up;
        const sign = ascending ? 1 : -1;
        const key = row => row.cells[place].dataset.key;
        const rows = Array.from(body.rows);
        rows.sort((a, b) => {
          const x = key(a), y = key(b);
          if (x === "" || y === "") { return x === y ? 0 : x === "" ? 1 : -1; }
          return sign * (number ? Number(x) - Number(y) : x.localeCompare(y, document.documentElement.lang));
        });
        table.querySelectorAll("th").forEach(one => one.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", ascending ? "ascending" : "descending");
        rows.forEach(row => body.append(row));
      }));
      """;

  static ComparisonPage of(Compared compared, Texts texts, String sorted) {
    MeasureWords words = MeasureWords.load();
    List<Column> columns = new ArrayList<>();
    columns.add(new Column(texts.of("institution"), false));
    List<Definition> definitions = new ArrayList<>();
    for (String column : Compared.NUMBERS) {
      MeasureWords.Words word = words.of(column);
      columns.add(new Column(word.name(texts.language()), true));
      definitions.add(
          new Definition(word.name(texts.language()), word.definition(texts.language())));
    }
    columns.add(new Column(texts.of("param-depth"), true));
    columns.add(new Column(texts.of("as-of"), false));
    List<Line> lines = new ArrayList<>();
    for (Compared.Row row : compared.rows()) {
      lines.add(line(row, words, texts));
    }
    List<String> notes = new ArrayList<>();
    notes.add(texts.of("compare-sort"));
    List<String> days =
        compared.rows().stream()
            .map(Compared.Row::day)
            .filter(day -> !day.isEmpty())
            .sorted()
            .toList();
    if (!days.isEmpty() && !days.getFirst().equals(days.getLast())) {
      notes.add(texts.of("compare-days", texts.day(days.getFirst()), texts.day(days.getLast())));
    }
    compared.problems().stream().limit(20).forEach(one -> notes.add(one.toString()));
    return new ComparisonPage(
        texts.language(),
        texts.of("compare-title"),
        PartnerReports.style(),
        SORTING,
        lead(compared, texts),
        notes,
        columns,
        sorted.equals("institution")
            ? 0
            : sorted.equals("day") ? columns.size() - 1 : 1 + Compared.NUMBERS.indexOf(sorted),
        lines,
        texts.of("compare-definitions"),
        definitions);
  }

  static String lead(Compared compared, Texts texts) {
    double[] shares =
        compared.rows().stream()
            .map(row -> row.value("reuse-share"))
            .filter(value -> value != null)
            .mapToDouble(Number::doubleValue)
            .sorted()
            .toArray();
    return texts.of(
        "compare-lead",
        texts.whole(compared.rows().size()),
        texts.whole(compared.used()),
        texts.whole(compared.available()),
        texts.number(
            MeasureList.divided(compared.used(), compared.available()), MeasureWords.Unit.SHARE),
        texts.number(
            shares.length == 0 ? null : (Number) UsageTally.median(shares),
            MeasureWords.Unit.SHARE));
  }

  private static Line line(Compared.Row row, MeasureWords words, Texts texts) {
    List<Cell> cells = new ArrayList<>();
    cells.add(
        new Cell(
            row.institution(), row.institution(), row.address(), row.category().replace('_', ' ')));
    for (String column : Compared.NUMBERS) {
      Number value = row.value(column);
      String note = "";
      if (column.equals("reuse-share") && row.fewFiles()) {
        note = texts.of("few");
      } else if (column.equals("files-used") && !row.before().isEmpty() && value != null) {
        String[] before = row.before().split(" ", -1);
        long difference = value.longValue() - Long.parseLong(before[1]);
        note =
            "%s%s (%s)"
                .formatted(
                    difference > 0 ? "+" : "", texts.whole(difference), texts.day(before[0]));
      }
      cells.add(
          new Cell(
              value == null ? texts.of("unknown") : texts.number(value, words.of(column).unit()),
              value == null ? "" : value.toString(),
              "",
              note));
    }
    cells.add(new Cell(row.depth(), row.depth(), "", ""));
    cells.add(new Cell(texts.day(row.day()), row.day(), "", ""));
    return new Line(cells);
  }
}
