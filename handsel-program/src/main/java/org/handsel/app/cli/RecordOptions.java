package org.handsel.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handsel.platform.Json;
import picocli.CommandLine.Option;

/// What commands on files of persons and records have in common: what columns are called, and in
/// which form the summary is given.
final class RecordOptions {
  private static final int SHOWN = 10;

  @Option(
      names = "--columns",
      paramLabel = "NAME=COLUMN,…",
      split = ",",
      description =
          "Columns or keys of the file, such as id=gnd,name=pref or"
              + " id=number,surname=family,given=first.")
  private Map<String, String> columns = new LinkedHashMap<>();

  @Option(names = "--json", description = "The summary as JSON.")
  private boolean json;

  Map<String, String> columns() {
    return columns;
  }

  /// Says what came of it.
  ///
  /// @param counted a line with the counts
  /// @param problems of which the first are told
  /// @param where a line that says where the result is
  void tell(
      Surroundings surroundings,
      Object summary,
      String counted,
      List<String> problems,
      String where) {
    if (json) {
      surroundings.out().println(Json.pretty(summary));
      return;
    }
    StringBuilder text = new StringBuilder(counted).append('\n');
    problems.stream().limit(SHOWN).forEach(line -> text.append(line).append('\n'));
    surroundings.out().println(text.append(where));
  }
}
