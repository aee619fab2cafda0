package org.handsel.release;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/// Writes `failures.csv`: the rows that do not go, each with its reason, as a spreadsheet opens it.
final class FailuresFile {
  static final String HEADER = "item,file,title,code,reason\r\n";

  private final Writer out;

  FailuresFile(Writer out) throws IOException {
    this.out = out;
    // Spreadsheets take a file without this mark for their own old charset.
    out.write('\uFEFF');
    out.write(HEADER);
  }

  void add(PlanEntry entry) throws IOException {
    List<PlanEntry.Check> reasons = entry.checks().stream().filter(Checks::blocking).toList();
    out.write(
        List.of(
                    entry.item(),
                    entry.file(),
                    entry.title(),
                    reasons.stream()
                        .map(PlanEntry.Check::code)
                        .distinct()
                        .collect(Collectors.joining(" ")),
                    reasons.stream().map(PlanEntry.Check::message).collect(Collectors.joining(" ")))
                .stream()
                .map(FailuresFile::cell)
                .collect(Collectors.joining(","))
            + "\r\n");
  }

  /// Quoted; what a spreadsheet would take for a formula is made text by an apostrophe.
  static String cell(String text) {
    String flat = text.replaceAll("[\\r\\n\\t]+", " ");
    boolean formula =
        !flat.isEmpty()
            && "=+-@|%".indexOf(flat.stripLeading().isEmpty() ? ' ' : flat.stripLeading().charAt(0))
                >= 0;
    return "\"" + (formula ? "'" : "") + flat.replace("\"", "\"\"") + "\"";
  }
}
