package org.handsel.partnership.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.handsel.platform.HandselException;
import org.handsel.platform.ResourceTable;
import org.handsel.platform.Said;

/// The weights of mass or small. Immutable.
final class Scales {
  private final List<ScaleAdvice.Reason> answers = new ArrayList<>();
  private final List<ResourceTable.Row> months;
  private final int threshold;

  Scales() {
    int found = 0;
    for (ResourceTable.Row row :
        ResourceTable.read(
                Scales.class,
                "scale.tsv",
                "factor",
                "answer",
                "points",
                "verdict",
                "title_en",
                "title_de",
                "reason_en",
                "reason_de",
                "source")
            .rows()) {
      int points = Integer.parseInt(row.cell(2));
      if (row.cell(0).equals("threshold")) {
        found = points;
      } else {
        answers.add(
            new ScaleAdvice.Reason(
                row.cell(0),
                row.cell(1),
                points,
                row.cell(3).equals("stop"),
                new Said(row.cell(4), row.cell(5)),
                new Said(row.cell(6), row.cell(7))));
      }
    }
    this.threshold = found;
    this.months =
        ResourceTable.read(
                Scales.class,
                "renegotiation.tsv",
                "scale",
                "months",
                "reason_en",
                "reason_de",
                "source")
            .rows();
  }

  List<ScaleAdvice.Reason> answers() {
    return List.copyOf(answers);
  }

  ScaleAdvice advise(ScaleFacts facts) {
    List<ScaleAdvice.Reason> reasons = new ArrayList<>();
    reasons.add(answer("trust", facts.trust()));
    reasons.add(answer("rights", facts.rights()));
    reasons.add(answer("data", facts.data()));
    reasons.add(answer("volunteers", facts.volunteers()));
    int points = reasons.stream().mapToInt(ScaleAdvice.Reason::points).sum();
    boolean stopped = reasons.stream().anyMatch(ScaleAdvice.Reason::stops);
    boolean mass = !stopped && points >= threshold;
    reasons.sort(
        Comparator.comparing((ScaleAdvice.Reason reason) -> !reason.stops())
            .thenComparing(reason -> mass ? -reason.points() : reason.points()));
    return new ScaleAdvice(mass ? "mass" : "small", points, threshold, reasons);
  }

  /// When both sides talk again, unless they choose another day.
  LocalDate again(String scale, LocalDate today) {
    return today.plusMonths(Long.parseLong(row(scale).cell(1)));
  }

  Said why(String scale) {
    return new Said(row(scale).cell(2), row(scale).cell(3));
  }

  private ResourceTable.Row row(String scale) {
    return months.stream()
        .filter(row -> row.cell(0).equals(scale))
        .findFirst()
        .orElseThrow(() ->
            HandselException.usage(
                "scale: expected mass or small, found \"%s\".".formatted(scale)));
  }

  private ScaleAdvice.Reason answer(String factor, String answer) {
    List<ScaleAdvice.Reason> of =
        answers.stream().filter(reason -> reason.factor().equals(factor)).toList();
    return of.stream()
        .filter(reason -> reason.answer().equals(answer))
        .findFirst()
        .orElseThrow(() ->
            HandselException.usage(
                "%s: expected one of %s, found \"%s\"."
                    .formatted(
                        factor,
                        String.join(", ", of.stream().map(ScaleAdvice.Reason::answer).toList()),
                        answer)));
  }
}
