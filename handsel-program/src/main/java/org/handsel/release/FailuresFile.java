package org.handsel.release;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import org.handsel.platform.Csv;

/// Writes `failures.csv`: the rows that do not go, each with its reason and what to do, as a
/// spreadsheet opens it.
final class FailuresFile {
  private static final List<String> HEADER =
      List.of("item", "file", "title", "code", "reason", "advice");

  private final Writer out;

  FailuresFile(Writer out) throws IOException {
    this.out = out;
    // Spreadsheets take a file without this mark for their own old charset.
    out.write('\uFEFF');
    add(HEADER);
  }

  /// A row that a check keeps back.
  void add(PlanEntry entry) throws IOException {
    List<PlanEntry.Check> reasons = entry.checks().stream().filter(Checks::blocking).toList();
    String codes =
        reasons.stream().map(PlanEntry.Check::code).distinct().collect(Collectors.joining(" "));
    String words = reasons.stream().map(PlanEntry.Check::message).collect(Collectors.joining(" "));
    add(List.of(entry.item(), entry.file(), entry.title(), codes, words, ""));
  }

  /// A row of six cells.
  void add(List<String> cells) throws IOException {
    out.write(Csv.row(cells));
    out.write("\r\n");
  }
}
