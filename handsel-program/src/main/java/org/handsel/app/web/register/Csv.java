package org.handsel.app.web.register;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.handsel.partnership.register.Institution;

/// Institutions as a table for spreadsheets (RFC 4180). A cell that a spreadsheet would run as a
/// formula begins with an apostrophe.
final class Csv {
  private static final List<String> HEADER =
      List.of("id", "name", "type", "country", "city", "region", "website", "source", "source_id");

  private Csv() {}

  static String of(List<Institution> rows) {
    StringBuilder text = new StringBuilder("\uFEFF").append(row(HEADER));
    for (Institution one : rows) {
      text.append(
          row(
              java.util.Arrays.asList(
                      one.id(),
                      one.name(),
                      one.type(),
                      one.country(),
                      one.city(),
                      one.region(),
                      one.website(),
                      one.source(),
                      one.sourceId())
                  .stream()
                  .map(value -> Objects.toString(value, ""))
                  .toList()));
    }
    return text.toString();
  }

  private static String row(List<String> cells) {
    return cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n";
  }

  private static String cell(String text) {
    String start = text.stripLeading();
    boolean formula = !start.isEmpty() && "=+-@|%\t".indexOf(start.charAt(0)) >= 0;
    return "\"" + (formula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
  }
}
