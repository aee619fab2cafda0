package org.handsel.partnership.prospects;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// The shopping list as rows of a table, with what each factor takes off.
final class ProspectTable {
  private ProspectTable() {}

  static List<String> header() {
    List<String> header =
        new ArrayList<>(
            List.of(
                "rank",
                "id",
                "source",
                "source_id",
                "name",
                "type",
                "country",
                "region",
                "city",
                "least",
                "likely",
                "most",
                "stated_share"));
    for (Factor factor : Factor.values()) {
      header.add(factor.code() + "_points");
      header.add(factor.code() + "_range");
      header.add(factor.code() + "_basis");
    }
    header.addAll(List.of("wants", "stage", "claimed_by"));
    return List.copyOf(header);
  }

  static List<String> row(Prospect one) {
    var row = one.institution();
    Score score = one.score();
    List<String> cells = new ArrayList<>();
    cells.add(String.valueOf(one.rank()));
    cells.add(row.id());
    cells.add(row.source());
    cells.add(Objects.requireNonNullElse(row.sourceId(), ""));
    cells.add(row.name());
    cells.add(row.type());
    cells.add(Objects.requireNonNullElse(row.country(), ""));
    cells.add(Objects.requireNonNullElse(row.region(), ""));
    cells.add(Objects.requireNonNullElse(row.city(), ""));
    cells.add(number(score.least()));
    cells.add(number(score.likely()));
    cells.add(number(score.most()));
    cells.add(number(score.stated()));
    for (Score.Step step : score.steps()) {
      cells.add(number(step.points()));
      cells.add(number(step.estimate().least()) + " to " + number(step.estimate().most()));
      cells.add(step.estimate().basis().name().toLowerCase(Locale.ROOT));
    }
    cells.add(String.join(" ", one.wants().stream().map(Want::want).toList()));
    cells.add(one.stage());
    cells.add(Objects.requireNonNullElse(one.holder(), ""));
    return cells;
  }

  private static String number(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }
}
