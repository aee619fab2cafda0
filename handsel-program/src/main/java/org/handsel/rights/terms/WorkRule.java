package org.handsel.rights.terms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handsel.rights.RightsStatement;
import org.handsel.rights.RightsStatements;
import org.handsel.rights.Verdict;
import org.handsel.rights.terms.Estimate.Declared;
import org.handsel.rights.terms.Estimate.Jurisdiction;
import org.jspecify.annotations.Nullable;

/// Estimates the work: free in its source country and in the United States. Immutable.
final class WorkRule {
  private static final String PUBLIC_DOMAIN = "Q19652";

  private final TermTable table;
  private final StructuredData data;
  private final RightsStatements statements;
  private final int year;

  WorkRule(TermTable table, StructuredData data, RightsStatements statements, int year) {
    this.table = table;
    this.data = data;
    this.statements = statements;
    this.year = year;
  }

  /// The estimate and the templates without braces, which the reproduction's need.
  record Judged(Estimate estimate, List<String> tags) {}

  Judged estimate(String item, RightsFacts facts, @Nullable Declared declared) {
    boolean open = "photograph".equals(facts.kind()) && facts.simple() == null;
    if (!open) {
      return plain(item, facts, declared, Map.of());
    }
    // Whether a photograph is a simple one is a judgement that no field delivers: what its shorter
    // term alone would free becomes a condition.
    Judged artistic = plain(item, facts.withSimple(false), declared, Map.of());
    if (releasable(artistic.estimate().commons())) {
      return artistic;
    }
    Judged simple =
        plain(
            item, facts.withSimple(true), declared, Map.of("simple photograph", Questions.SIMPLE));
    boolean opens =
        artistic.estimate().commons() == Verdict.NO && simple.estimate().commons() != Verdict.NO;
    return opens || releasable(simple.estimate().commons()) ? simple : artistic;
  }

  private static boolean releasable(Verdict verdict) {
    return verdict == Verdict.YES || verdict == Verdict.CONDITIONAL;
  }

  private Judged plain(
      String item, RightsFacts facts, @Nullable Declared declared, Map<String, String> conditions) {
    Timeline timeline = Timeline.of(facts);
    String code = table.code(facts.country());
    List<Term> terms = code == null ? List.of() : table.of(code);
    boolean american = UnitedStates.CODE.equals(code);
    SourceCountry home = new SourceCountry(facts, timeline, terms, year);
    Term free1996 = american ? null : home.free1996();
    boolean maybe = !american && (code == null || terms.isEmpty() || home.maybeFree1996());
    Judgement us = new UnitedStates(facts, timeline, american, free1996, maybe, year).judge();
    Judgement source =
        american ? us : code == null || terms.isEmpty() ? noCountry(facts) : home.judge();
    boolean waived = source.verified() && home.worldwide();
    if (waived && (!us.isFree() || us.conditional() && source.isFree())) {
      us = source.waivedAbroad();
    }
    return new Findings(item, facts, timeline, code, source, us, conditions, declared).judged();
  }

  private static Judgement noCountry(RightsFacts facts) {
    String ask =
        facts.country() == null || facts.country().isBlank()
            ? Questions.COUNTRY
            : "\"%s\" is not in the table of terms: look up its rules on Commons"
                .formatted(facts.country());
    return Judgement.unknown("no-country", Map.of("country", ask));
  }

  /// What both jurisdictions say together. Used once.
  private final class Findings {
    private final String item;
    private final RightsFacts facts;
    private final Timeline timeline;
    private final @Nullable String code;
    private final Judgement source;
    private final Judgement us;
    private final Map<String, String> conditions;
    private final @Nullable Declared declared;
    private final Map<String, String> missing = new LinkedHashMap<>();

    Findings(
        String item,
        RightsFacts facts,
        Timeline timeline,
        @Nullable String code,
        Judgement source,
        Judgement us,
        Map<String, String> conditions,
        @Nullable Declared declared) {
      this.item = item;
      this.facts = facts;
      this.timeline = timeline;
      this.code = code;
      this.source = source;
      this.us = us;
      this.conditions = conditions;
      this.declared = declared;
    }

    Judged judged() {
      Verdict verdict = verdict();
      Status status = status(verdict);
      List<String> contradictions = new ArrayList<>(timeline.contradictions());
      contradictions.addAll(declaration(status, verdict));
      missing.putAll(timeline.unread());
      missing.putAll(conditions);
      missing.putAll(source.missing());
      missing.putAll(us.missing());
      unverifiedRows();
      List<String> tags =
          releasable(verdict) && code != null
              ? Tags.of(timeline, source, us, code, table.name(code), year)
              : List.of();
      Estimate estimate =
          new Estimate(
              item,
              Estimate.WORK,
              status,
              verdict,
              new Jurisdiction(null, us.rule(), us.status()),
              new Jurisdiction(code == null ? "" : code, source.rule(), source.status()),
              basis(contradictions),
              confidence(verdict),
              List.copyOf(missing.keySet()),
              changes(),
              tags.isEmpty() ? null : Tags.work(tags),
              releasable(verdict) ? data.of(timeline, us, year) : List.of(),
              notes(status, contradictions));
      return new Judged(estimate, tags);
    }

    private boolean verified() {
      return source.verified() && us.verified();
    }

    private Verdict verdict() {
      if (code == null || table.of(code).isEmpty() || !verified()) {
        return Verdict.HOLD;
      }
      if (source.status() == Status.IN_COPYRIGHT && !source.evidence()) {
        return Verdict.NO;
      }
      if (us.status() == Status.IN_COPYRIGHT && !us.evidence()) {
        return Verdict.NO;
      }
      if (!source.isFree() || !us.isFree() || !timeline.contradictions().isEmpty()) {
        return Verdict.HOLD;
      }
      boolean conditional =
          source.conditional()
              || us.conditional()
              || !conditions.isEmpty()
              || confidence(Verdict.YES) == Confidence.LOW;
      return conditional ? Verdict.CONDITIONAL : Verdict.YES;
    }

    private Status status(Verdict verdict) {
      boolean protectedSomewhere =
          source.status() == Status.IN_COPYRIGHT || us.status() == Status.IN_COPYRIGHT;
      if (protectedSomewhere && (verdict == Verdict.NO || verified() && code != null)) {
        return Status.IN_COPYRIGHT;
      }
      return source.isFree() && us.isFree() && verified() ? Status.PUBLIC_DOMAIN : Status.UNKNOWN;
    }

    private Confidence confidence(Verdict verdict) {
      if (verdict == Verdict.HOLD && (code == null || !verified())) {
        return Confidence.LOW;
      }
      // A protection that one country surely gives does not get weaker by the other's doubt.
      if (verdict == Verdict.NO) {
        return source.status() == Status.IN_COPYRIGHT
            ? us.status() == Status.IN_COPYRIGHT
                    && us.confidence().compareTo(source.confidence()) < 0
                ? us.confidence()
                : source.confidence()
            : us.confidence();
      }
      Confidence both = source.confidence().weaker(us.confidence());
      return timeline.contradictions().isEmpty() ? both : Confidence.LOW;
    }

    private void unverifiedRows() {
      for (Judgement judgement : List.of(source, us)) {
        Term row = judgement.row();
        if (row != null && !row.verified()) {
          missing.put(
              "rule",
              "the rule %s of %s was not verified: read %s"
                  .formatted(row.rule(), row.country(), row.source()));
        }
      }
    }

    private Map<String, Integer> changes() {
      Map<String, Integer> changes = new LinkedHashMap<>();
      Integer home = source.changes(year);
      Integer there = us.changes(year);
      if (home != null && source.verified()) {
        changes.put("source", home);
      }
      if (there != null && us.verified()) {
        changes.put("us", there);
      }
      return changes;
    }

    private Estimate.Basis basis(List<String> contradictions) {
      return new Estimate.Basis(
          year,
          timeline.deathKnown() && timeline.death().bounded()
              ? (Integer) timeline.death().to()
              : null,
          timeline.publishedKnown() && timeline.published().bounded()
              ? (Integer) timeline.published().to()
              : null,
          timeline.createdKnown() && timeline.created().bounded()
              ? (Integer) timeline.created().to()
              : null,
          Delivered.texts(facts),
          Delivered.intervals(timeline),
          rules(),
          missing,
          declared == null || declared.silent() ? null : declared,
          contradictions);
    }

    private List<Estimate.Rule> rules() {
      List<Estimate.Rule> rules = new ArrayList<>();
      for (Judgement judgement : List.of(source, us)) {
        Term row = judgement.row();
        if (row != null) {
          Estimate.Rule rule =
              new Estimate.Rule(
                  row.rule(), row.country(), row.source(), row.checked(), row.verified());
          if (!rules.contains(rule)) {
            rules.add(rule);
          }
        }
      }
      return rules;
    }

    /// Where the item's own statement does not agree.
    private List<String> declaration(Status status, Verdict verdict) {
      if (declared == null || declared.silent()) {
        return List.of();
      }
      String said = declared.raw() == null ? String.valueOf(declared.uri()) : declared.raw();
      RightsStatement read = statements.judge(said);
      boolean claimsFree =
          PUBLIC_DOMAIN.equals(read.statusItem())
              || said.matches("(?is).*\\bPD[- ].*|.*public domain.*");
      if (claimsFree && (status == Status.IN_COPYRIGHT || verdict == Verdict.NO)) {
        return List.of("declared \"%s\", but %s".formatted(said, whyProtected()));
      }
      if (read.verdict() == Verdict.NO && status == Status.PUBLIC_DOMAIN) {
        return List.of(
            "declared \"%s\", but the estimate is public domain (%s; %s)"
                .formatted(said, source.rule(), us.rule()));
      }
      return List.of();
    }

    private String whyProtected() {
      boolean home = source.status() == Status.IN_COPYRIGHT;
      Integer until = home ? source.changes(year) : us.changes(year);
      return "%s%s by %s%s"
          .formatted(
              timeline.deathKnown() ? "the author died %d: ".formatted(timeline.death().to()) : "",
              "protected",
              home ? source.rule() + " in " + code : us.rule() + " in the United States",
              until == null ? "" : " until the end of " + (until - 1));
    }

    private List<String> notes(Status status, List<String> contradictions) {
      List<String> notes = new ArrayList<>();
      contradictions.forEach(text -> notes.add("contradiction: " + text));
      boolean outdoors = "building".equals(facts.kind()) || "sculpture".equals(facts.kind());
      if (outdoors && status != Status.PUBLIC_DOMAIN) {
        notes.add(
            "freedom of panorama was not judged: it may allow photos of works in public places");
      }
      if ("IT".equals(code) && releasable(verdict())) {
        notes.add(
            "Italian heritage law may ask for a permit for commercial use; that is not copyright");
      }
      return notes;
    }
  }
}
