package org.handsel.rights.terms;

import java.util.List;
import java.util.Locale;
import org.handsel.rights.terms.EstimateRun.Problem;
import org.handsel.rights.terms.EstimateRun.Summary;
import org.jspecify.annotations.Nullable;

/// What `report.html` shows; numbers as texts that fit into SVG and CSS.
public record EstimateView(
    Summary summary,
    String style,
    List<Bar> works,
    List<Bar> reproductions,
    Chart chart,
    List<Bar> missing,
    List<Group> groups,
    List<Contradiction> contradictions,
    List<Problem> problems) {

  public EstimateView {
    works = List.copyOf(works);
    reproductions = List.copyOf(reproductions);
    missing = List.copyOf(missing);
    groups = List.copyOf(groups);
    contradictions = List.copyOf(contradictions);
    problems = List.copyOf(problems);
  }

  /// Works that become free next January.
  public long nextYear() {
    return summary.freeIn().getOrDefault(summary.year() + 1, 0L);
  }

  /// @param share percent of all items, with a point
  public record Bar(String label, long count, String share) {}

  /// @param base vertical place of the axis
  /// @param last the year of the last column
  /// @param later works that become free after it
  public record Chart(int width, int height, int base, int last, long later, List<Column> columns) {
    public Chart {
      columns = List.copyOf(columns);
    }
  }

  /// @param labelled whether the year is written below
  public record Column(
      String x,
      String y,
      String width,
      String height,
      String middle,
      String above,
      String year,
      boolean labelled,
      long count) {}

  public record Group(String verdict, long count, List<Example> examples) {
    public Group {
      examples = List.copyOf(examples);
    }
  }

  /// @param free the year from which it is free; empty when it is or cannot be told
  public record Example(
      String item, String source, String us, String free, String confidence, String missing) {
    static Example of(Estimate estimate) {
      Integer free = estimate.freeIn();
      return new Example(
          estimate.item(),
          words(estimate.source()),
          words(estimate.us()),
          free == null ? "" : String.valueOf(free),
          estimate.confidence().name().toLowerCase(Locale.ROOT),
          String.join(", ", estimate.missing()));
    }

    private static String words(Estimate.@Nullable Jurisdiction jurisdiction) {
      if (jurisdiction == null) {
        return "";
      }
      String status = jurisdiction.status().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      String country = jurisdiction.country();
      return "%s%s (%s)"
          .formatted(
              country == null || country.isEmpty() ? "" : country + ": ",
              status,
              jurisdiction.rule());
    }
  }

  public record Contradiction(String item, String text) {}
}
