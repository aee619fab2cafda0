package org.handsel.partnership.prospects;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.handsel.partnership.prospects.Estimate.Basis;
import org.handsel.platform.ResourceTable;

/// Estimates each factor from what is known of an institution: stated where its profile says so,
/// else concluded from a table of expectations. Immutable.
final class Estimates {
  /// Numbers of images that make the size 0 and 1.
  private static final double MOST_IMAGES = 1e6;

  private final Map<Factor, List<Expectation>> expectations;
  private final List<Effort> efforts;

  private record Expectation(
      List<Condition> when,
      double least,
      double likely,
      double most,
      String reason,
      String source) {}

  private record Effort(List<Condition> when, String field, double change, String reason) {}

  private Estimates(Map<Factor, List<Expectation>> expectations, List<Effort> efforts) {
    this.expectations = expectations;
    this.efforts = List.copyOf(efforts);
  }

  static Estimates load() {
    Map<Factor, List<Expectation>> expectations = new EnumMap<>(Factor.class);
    ResourceTable table =
        ResourceTable.read(
            Estimates.class,
            "expectations.tsv",
            "factor",
            "when",
            "least",
            "likely",
            "most",
            "reason",
            "source");
    for (ResourceTable.Row row : table.rows()) {
      Factor factor =
          Factor.of(row.cell(0))
              .orElseThrow(() -> ResourceTable.malformed(table.name(), row.line(), row.cell(0)));
      expectations
          .computeIfAbsent(factor, one -> new ArrayList<>())
          .add(
              new Expectation(
                  Condition.all(row.cell(1)),
                  Double.parseDouble(row.cell(2)),
                  Double.parseDouble(row.cell(3)),
                  Double.parseDouble(row.cell(4)),
                  row.cell(5),
                  row.cell(6)));
    }
    List<Effort> efforts = new ArrayList<>();
    for (ResourceTable.Row row :
        ResourceTable.read(Estimates.class, "efforts.tsv", "when", "field", "change", "reason")
            .rows()) {
      efforts.add(
          new Effort(
              Condition.all(row.cell(0)),
              row.cell(1),
              Double.parseDouble(row.cell(2)),
              row.cell(3)));
    }
    return new Estimates(expectations, efforts);
  }

  Map<Factor, Estimate> of(KnownFacts facts, Gaps gaps) {
    Map<Factor, Estimate> all = new EnumMap<>(Factor.class);
    all.put(Factor.RIGHTS, rights(facts));
    all.put(Factor.DIGITAL, digital(facts));
    all.put(Factor.DESCRIPTION, description(facts));
    all.put(Factor.FIT, fit(facts, gaps));
    all.put(Factor.SIZE, size(facts));
    all.put(Factor.EFFORT, effort(facts));
    return all;
  }

  /// Free works can go; of what the institution holds the rights to, half is hoped for; of what
  /// nobody has told about, a quarter.
  private Estimate rights(KnownFacts facts) {
    OptionalDouble free = facts.share("public-domain-share");
    OptionalDouble own = facts.share("own-rights-share");
    OptionalDouble closed = facts.share("in-copyright-share");
    if (free.isEmpty() && own.isEmpty() && closed.isEmpty()) {
      if (facts.is("open-licence", "yes")) {
        return new Estimate(
            Factor.RIGHTS,
            0.6,
            0.9,
            1,
            Basis.STATED,
            List.of(Reason.of("rights-open").from(facts.source("open-licence"))));
      }
      if (facts.is("open-licence", "partly")) {
        return new Estimate(
            Factor.RIGHTS,
            0.2,
            0.5,
            0.95,
            Basis.STATED,
            List.of(Reason.of("rights-partly").from(facts.source("open-licence"))));
      }
      return expected(Factor.RIGHTS, facts);
    }
    List<Reason> reasons = new ArrayList<>();
    free.ifPresent(share ->
        reasons.add(Reason.of("rights-free", share).from(facts.source("public-domain-share"))));
    closed.ifPresent(share ->
        reasons.add(Reason.of("rights-closed", share).from(facts.source("in-copyright-share"))));
    own.ifPresent(share ->
        reasons.add(Reason.of("rights-own", share).from(facts.source("own-rights-share"))));
    double least = free.orElse(0);
    double open = Math.max(0, 1 - least - (own.isPresent() ? own.getAsDouble() : 0));
    double maybe = own.isPresent() ? Math.min(own.getAsDouble(), 1 - least) : 0;
    double unknown = own.isPresent() ? 0 : closed.isPresent() ? closed.getAsDouble() : open;
    double untold =
        free.isPresent() || closed.isEmpty() ? 0 : Math.max(0, 1 - closed.getAsDouble() - maybe);
    double most = Math.min(1, least + maybe + unknown + untold);
    double likely = Math.min(most, least + maybe * 0.5 + unknown * 0.25 + untold * 0.5);
    return new Estimate(Factor.RIGHTS, least, likely, most, Basis.STATED, reasons);
  }

  private Estimate digital(KnownFacts facts) {
    return facts.share("digital-share").isPresent()
        ? Estimate.stated(
            Factor.DIGITAL,
            facts.share("digital-share").getAsDouble(),
            Reason.of("digital-stated", facts.share("digital-share").getAsDouble())
                .from(facts.source("digital-share")))
        : expected(Factor.DIGITAL, facts);
  }

  private Estimate description(KnownFacts facts) {
    Optional<String> quality = facts.text("description-quality");
    double value =
        switch (quality.orElse("")) {
          case "well" -> 1;
          case "poorly" -> 0.45;
          case "none" -> 0.1;
          default -> -1;
        };
    return value < 0
        ? expected(Factor.DESCRIPTION, facts)
        : Estimate.stated(
            Factor.DESCRIPTION,
            value,
            Reason.of("description-" + quality.orElse(""))
                .from(facts.source("description-quality")));
  }

  private Estimate fit(KnownFacts facts, Gaps gaps) {
    if (gaps.wikis().isEmpty()) {
      return new Estimate(Factor.FIT, 0, 0.5, 1, Basis.UNKNOWN, List.of(Reason.of("fit-no-audit")));
    }
    String wikis = String.join(", ", gaps.wikis().stream().map(WikiGaps::wiki).toList());
    Optional<String> subjects = facts.text("subjects");
    if (subjects.isPresent()) {
      String best = "";
      long most = 0;
      for (String subject : subjects.get().split("[,;\n]", -1)) {
        long findings = gaps.findings(subject);
        if (findings > most) {
          most = findings;
          best = subject.strip();
        }
      }
      double value = 0.1 + 0.9 * gaps.strength(most);
      return new Estimate(
          Factor.FIT,
          Math.max(0, value - 0.1),
          value,
          Math.min(1, value + 0.1),
          Basis.STATED,
          List.of(
              most == 0
                  ? Reason.of("fit-none", subjects.get(), wikis)
                  : Reason.of("fit-subject", best, most, wikis)));
    }
    String place = "";
    long most = 0;
    for (String field : List.of("city", "region")) {
      String here = facts.text(field).orElse("");
      long findings = gaps.findings(here);
      if (findings > most) {
        most = findings;
        place = here;
      }
    }
    if (place.isEmpty()) {
      return new Estimate(
          Factor.FIT, 0, 0.35, 1, Basis.UNKNOWN, List.of(Reason.of("fit-unknown", wikis)));
    }
    // A house collects about its town, but not only: a place concludes less than a subject.
    double likely = 0.35 + 0.5 * gaps.strength(most);
    return new Estimate(
        Factor.FIT,
        0.1,
        likely,
        1,
        Basis.CONCLUDED,
        List.of(Reason.of("fit-place", place, most, wikis)));
  }

  private Estimate size(KnownFacts facts) {
    OptionalDouble images = facts.number("images");
    if (images.isEmpty() || images.getAsDouble() < 0) {
      return expected(Factor.SIZE, facts);
    }
    double value = Math.min(1, Math.log1p(images.getAsDouble()) / Math.log1p(MOST_IMAGES));
    return Estimate.stated(
        Factor.SIZE,
        value,
        Reason.of("size-stated", (long) images.getAsDouble()).from(facts.source("images")));
  }

  private Estimate effort(KnownFacts facts) {
    double likely = 0.5;
    double less = 0;
    double more = 0;
    boolean stated = false;
    List<Reason> reasons = new ArrayList<>();
    Map<String, double[]> unknown = new java.util.LinkedHashMap<>();
    for (Effort effort : efforts) {
      if (facts.text(effort.field()).isEmpty()) {
        double[] range = unknown.computeIfAbsent(effort.field(), field -> new double[2]);
        range[0] = Math.min(range[0], effort.change());
        range[1] = Math.max(range[1], effort.change());
      } else if (Condition.hold(effort.when(), facts)) {
        likely += effort.change();
        stated = true;
        reasons.add(Reason.of(effort.reason()).from(facts.source(effort.field())));
      }
    }
    for (double[] range : unknown.values()) {
      less += range[0];
      more += range[1];
    }
    likely = within(likely);
    if (reasons.isEmpty()) {
      reasons.add(Reason.of("effort-unknown", unknown.size()));
    }
    return new Estimate(
        Factor.EFFORT,
        Math.min(likely, within(likely + less)),
        likely,
        Math.max(likely, within(likely + more)),
        stated ? Basis.STATED : Basis.UNKNOWN,
        reasons);
  }

  private static double within(double value) {
    return Math.max(0, Math.min(1, value));
  }

  private Estimate expected(Factor factor, KnownFacts facts) {
    for (Expectation one : expectations.getOrDefault(factor, List.of())) {
      if (Condition.hold(one.when(), facts)) {
        boolean nothing = one.reason().equals("nothing-known");
        return new Estimate(
            factor,
            one.least(),
            one.likely(),
            one.most(),
            nothing ? Basis.UNKNOWN : Basis.CONCLUDED,
            List.of(
                new Reason(
                    one.reason(), List.of(facts.text("type").orElse("unknown")), one.source())));
      }
    }
    // A kind of house that no row speaks of.
    return new Estimate(factor, 0, 0.4, 1, Basis.UNKNOWN, List.of(Reason.of("nothing-known")));
  }
}
