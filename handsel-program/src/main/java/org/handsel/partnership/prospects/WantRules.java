package org.handsel.partnership.prospects;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.handsel.partnership.prospects.Want.Because;
import org.handsel.partnership.prospects.Want.Likelihood;
import org.handsel.platform.ResourceTable;

/// The table `wants.tsv`. Immutable.
record WantRules(List<Rule> rules) {
  private record Rule(
      String want, List<Condition> when, Likelihood likelihood, Map<String, String> source) {}

  static WantRules load() {
    List<Rule> rules = new ArrayList<>();
    for (ResourceTable.Row row :
        ResourceTable.read(
                WantRules.class, "wants.tsv", "want", "when", "likelihood", "source", "source_de")
            .rows()) {
      rules.add(
          new Rule(
              row.cell(0),
              Condition.all(row.cell(1)),
              Likelihood.valueOf(row.cell(2).toUpperCase(Locale.ROOT)),
              Map.of("en", row.cell(3), "de", row.cell(4))));
    }
    return new WantRules(List.copyOf(rules));
  }

  /// What an institution wants, the surest first; each want once, with its surest reason.
  List<Want> of(KnownFacts facts) {
    Map<String, Want> wants = new LinkedHashMap<>();
    for (Rule rule : rules) {
      if (!Condition.hold(rule.when(), facts)) {
        continue;
      }
      Want want =
          new Want(
              rule.want(),
              rule.likelihood(),
              because(rule.when(), facts),
              rule.source(),
              rule.want().equals("own-words") ? facts.text("interests").orElse("") : "");
      wants.merge(
          rule.want(),
          want,
          (one, other) -> one.likelihood().compareTo(other.likelihood()) <= 0 ? one : other);
    }
    return wants.values().stream().sorted(Comparator.comparing(Want::likelihood)).toList();
  }

  private static List<Because> because(List<Condition> when, KnownFacts facts) {
    return when.stream()
        .map(
            one -> new Because(one.how(), one.field(), facts.text(one.field()).orElse(one.value())))
        .toList();
  }
}
