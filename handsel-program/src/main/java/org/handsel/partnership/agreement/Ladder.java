package org.handsel.partnership.agreement;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.handsel.platform.HandselException;
import org.handsel.platform.ResourceTable;
import org.handsel.platform.Said;

/// The tables of rungs and situations. Immutable.
final class Ladder {
  private final List<RungFacts> rungs;
  private final List<Situation> situations;

  Ladder() {
    rungs =
        ResourceTable.read(
                Ladder.class,
                "rungs.tsv",
                "rung",
                "signatures",
                "binding",
                "title_en",
                "title_de",
                "what_en",
                "what_de",
                "source")
            .rows()
            .stream()
            .map(row ->
                new RungFacts(
                    Rung.of(row.cell(0)),
                    Integer.parseInt(row.cell(1)),
                    row.cell(2).equals("yes"),
                    new Said(row.cell(3), row.cell(4)),
                    new Said(row.cell(5), row.cell(6)),
                    row.cell(7)))
            .toList();
    situations =
        ResourceTable.read(
                Ladder.class,
                "situations.tsv",
                "situation",
                "rung",
                "text_en",
                "text_de",
                "reason_en",
                "reason_de",
                "source")
            .rows()
            .stream()
            .map(row ->
                new Situation(
                    row.cell(0),
                    Rung.of(row.cell(1)),
                    new Said(row.cell(2), row.cell(3)),
                    new Said(row.cell(4), row.cell(5)),
                    row.cell(6)))
            .toList();
  }

  List<RungFacts> rungs() {
    return rungs;
  }

  List<Situation> situations() {
    return situations;
  }

  /// The situation that needs the highest rung.
  Situation decisive(Collection<String> ids) {
    return ids.stream()
        .map(this::situation)
        .max(Comparator.comparing(Situation::rung))
        .orElseThrow(
            () -> HandselException.usage("situation: expected at least one of " + names() + "."));
  }

  private Situation situation(String id) {
    return situations.stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(() ->
            HandselException.usage(
                "situation: expected one of %s, found \"%s\".".formatted(names(), id)));
  }

  private String names() {
    return String.join(", ", situations.stream().map(Situation::id).toList());
  }
}
