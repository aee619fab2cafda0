package org.handsel.impact;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was measured in one go from one source.
///
/// @param about which collection, source and day
/// @param measures in the order in which a reader wants them
/// @param lists tables that the numbers were made from, by file name without ending
/// @param problems what was wrong with the source
public record Measurement(
    About about, List<Measure> measures, Map<String, ListTable> lists, List<DataProblem> problems) {
  public Measurement {
    measures = List.copyOf(measures);
    lists = Map.copyOf(lists);
    problems = List.copyOf(problems);
  }

  /// @param kind `pages`, `key-figures`, `cim`, `live` or `release`
  /// @param collection name of the institution or category; empty where the source names none
  /// @param source file or address
  /// @param sha1 of the source file, empty for folders and services
  /// @param asOf day or month of the data, or null
  /// @param measuredAt when Handsel counted, ISO 8601 in UTC
  /// @param parameters that hold for all measures
  public record About(
      String kind,
      String collection,
      String source,
      String sha1,
      @Nullable String asOf,
      String measuredAt,
      Map<String, Object> parameters) {}

  /// A table of texts and whole numbers.
  public record ListTable(List<String> header, List<List<String>> rows) {
    public ListTable {
      header = List.copyOf(header);
      rows = List.copyOf(rows);
    }
  }

  /// The number of a measure that belongs to the whole, not to one institution of several.
  public Optional<Number> value(String measure) {
    return measures.stream()
        .filter(one -> one.measure().equals(measure))
        .filter(one -> !one.parameters().containsKey("institution"))
        .filter(one -> !one.parameters().containsKey("category-row"))
        .findFirst()
        .map(Measure::value);
  }

  /// The same, with the reasons why another source was left for this one. They lose nothing.
  public Measurement because(List<DataProblem> reasons) {
    List<DataProblem> all = new java.util.ArrayList<>();
    for (DataProblem one : reasons) {
      all.add(new DataProblem(one.place(), one.code(), one.raw(), one.reason(), false));
    }
    all.addAll(problems);
    return new Measurement(about, measures, lists, all);
  }

  /// Whether part of the source could not be used.
  public boolean partial() {
    return problems.stream().anyMatch(DataProblem::lost);
  }
}
