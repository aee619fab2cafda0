package org.handsel.rights.terms;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Judges a work by the law of the United States (17 U.S.C. 302–305, 104A), for one year of
/// evaluation. The rules follow the Hirtle chart as Commons and Wikidata keep it. Used by one
/// estimate.
final class UnitedStates {
  static final String CODE = "US";

  private static final int PUBLICATION_TERM = 95;
  private static final int CREATION_TERM = 120;
  private static final int LIFE_TERM = 70;

  /// A life and a term: nobody asks any more when a work so old was first published. Commons'
  /// PD-old-70-expired counts so for authors nobody knows.
  private static final int LONG_AGO = 190;

  /// The last year of the rules that count from publication.
  private static final int OLD_LAW = 1977;

  /// Publication to this year earned protection to the end of [#TRANSITION_END].
  private static final int TRANSITION = 2002;

  private static final int TRANSITION_END = 2047;
  private static final int RENEWAL_NEEDED = 1963;

  private final RightsFacts facts;
  private final Timeline timeline;
  private final boolean american;
  private final @Nullable Term free1996;
  private final boolean maybeFree1996;
  private final int year;

  /// @param free1996 the row by which the work was free at home on 1 January 1996; null for none
  UnitedStates(
      RightsFacts facts,
      Timeline timeline,
      boolean american,
      @Nullable Term free1996,
      boolean maybeFree1996,
      int year) {
    this.facts = facts;
    this.timeline = timeline;
    this.american = american;
    this.free1996 = free1996;
    this.maybeFree1996 = maybeFree1996;
    this.year = year;
  }

  Judgement judge() {
    if (american && Boolean.TRUE.equals(facts.government())) {
      return Judgement.free("us-government", Confidence.MEDIUM, null);
    }
    if (Boolean.TRUE.equals(facts.unpublished())) {
      return judged(never(), neverRule(), true);
    }
    return timeline.publishedKnown() ? published() : unknownPublication();
  }

  private Judgement published() {
    Years when = timeline.published();
    if (when.to() < year - PUBLICATION_TERM) {
      return judged(when.freeAfter(PUBLICATION_TERM), "pub-95", true);
    }
    if (when.to() <= OLD_LAW && free1996 != null) {
      return judged1996();
    }
    if (american && when.to() <= OLD_LAW) {
      return americanWithFormalities(when);
    }
    Years free = afterPublication(when.from()).with(afterPublication(when.to()));
    if (when.from() <= OLD_LAW && when.to() > OLD_LAW) {
      free = free.with(afterPublication(OLD_LAW)).with(afterPublication(OLD_LAW + 1));
    }
    if (when.from() <= TRANSITION && when.to() > OLD_LAW) {
      free = free.with(afterPublication(Math.min(TRANSITION, when.to())));
    }
    String rule = when.to() <= OLD_LAW ? "pub-95" : ruleOfNewLaw(when);
    Judgement judgement =
        judged(free, rule, when.to() <= OLD_LAW || bodyOrUnknown() || timeline.deathKnown());
    return when.from() <= OLD_LAW && free1996 == null && maybeFree1996 && !judgement.isFree()
        ? undecided1996(judgement)
        : judgement;
  }

  private String ruleOfNewLaw(Years when) {
    if (bodyOrUnknown()) {
      return "pub-95-or-created-120";
    }
    return when.from() <= TRANSITION && timeline.created().from() <= OLD_LAW
        ? "first-published-1978-2002"
        : "pma-70";
  }

  /// Free formalities may have been missed; that needs evidence for each work.
  private Judgement americanWithFormalities(Years when) {
    if (Boolean.FALSE.equals(facts.notice())) {
      return Judgement.free("no-notice", Confidence.MEDIUM, null);
    }
    if (when.to() <= RENEWAL_NEEDED && Boolean.FALSE.equals(facts.renewed())) {
      return Judgement.free("not-renewed", Confidence.MEDIUM, null);
    }
    Judgement base = judged(when.freeAfter(PUBLICATION_TERM), "pub-95", true);
    Map<String, String> missing = new LinkedHashMap<>(base.missing());
    if (facts.notice() == null) {
      missing.put("notice", Questions.NOTICE);
    }
    if (when.to() <= RENEWAL_NEEDED && facts.renewed() == null) {
      missing.put("renewal", Questions.RENEWAL);
    }
    return new Judgement(
        base.status(),
        base.rule(),
        base.free(),
        true,
        base.confidence(),
        false,
        !missing.isEmpty(),
        null,
        missing);
  }

  private Judgement judged1996() {
    Term row = java.util.Objects.requireNonNull(free1996);
    return Judgement.free("pd-1996", Confidence.MEDIUM, row);
  }

  private Judgement undecided1996(Judgement judgement) {
    Map<String, String> missing = new LinkedHashMap<>(judgement.missing());
    if (!timeline.deathKnown()) {
      Questions.askForDeaths(facts, missing);
    } else if (!timeline.death().exact()) {
      missing.put("death year", Questions.EXACT);
    }
    if (!timeline.published().exact()) {
      missing.put("publication", Questions.EXACT);
    }
    return new Judgement(
        Status.UNKNOWN,
        judgement.rule(),
        judgement.free(),
        judgement.dated(),
        Confidence.LOW,
        false,
        false,
        judgement.row(),
        missing);
  }

  /// Nobody said when the work was published: it is free when it is so both as published when it
  /// was made and as never published. What a late first publication would change stays a condition,
  /// except for works so old that nobody asks.
  private Judgement unknownPublication() {
    Years atOnce = timeline.created().freeAfter(PUBLICATION_TERM);
    String onceRule = "pub-95";
    if (free1996 != null && atOnce.to() > year) {
      atOnce = Years.of(1996);
      onceRule = "pd-1996";
    }
    Years never = never();
    boolean atOnceWins = atOnce.to() >= never.to();
    String rule = atOnceWins || free1996 != null ? onceRule : neverRule();
    Years both = atOnce.laterOf(never);
    // Protected for sure only when neither reading frees it.
    Years free = new Years(Math.min(atOnce.from(), never.from()), both.to(), false);
    Status status = Judgement.status(free, year);
    boolean sure = free1996 != null && free1996.verified();
    boolean settled = sure || timeline.created().to() < year - LONG_AGO;
    Map<String, String> missing = new LinkedHashMap<>();
    if (status != Status.PUBLIC_DOMAIN || !settled) {
      missing.put("publication", Questions.PUBLICATION);
      if (!timeline.createdKnown() && !timeline.deathKnown()) {
        missing.put("creation", Questions.CREATION);
      }
    }
    return new Judgement(
        status,
        rule,
        free,
        timeline.createdKnown() || timeline.deathKnown(),
        status == Status.UNKNOWN ? Confidence.LOW : Confidence.MEDIUM,
        status == Status.PUBLIC_DOMAIN && !settled,
        false,
        sure || onceRule.equals("pd-1996") ? free1996 : null,
        missing);
  }

  /// The free years of a work first published in a year.
  private Years afterPublication(int published) {
    if (published <= OLD_LAW) {
      if (free1996 != null) {
        return Years.of(1996);
      }
      return Years.of(published).freeAfter(PUBLICATION_TERM);
    }
    Years term =
        bodyOrUnknown()
            ? Years.of(published)
                .freeAfter(PUBLICATION_TERM)
                .earlierOf(timeline.created().freeAfter(CREATION_TERM))
            : timeline.death().freeAfter(LIFE_TERM);
    if (published > TRANSITION || timeline.created().from() > OLD_LAW) {
      return term;
    }
    Years extended = term.laterOf(Years.of(TRANSITION_END + 1));
    return timeline.created().to() <= OLD_LAW ? extended : extended.with(term);
  }

  private Years never() {
    if (bodyOrUnknown()) {
      return timeline.created().freeAfter(CREATION_TERM);
    }
    return timeline.death().freeAfter(LIFE_TERM);
  }

  private String neverRule() {
    return bodyOrUnknown() ? "unpub-120" : "unpub-pma-70";
  }

  private boolean bodyOrUnknown() {
    return Boolean.TRUE.equals(facts.collective()) || !timeline.deathKnown();
  }

  private Judgement judged(Years free, String rule, boolean dated) {
    Status status = Judgement.status(free, year);
    Map<String, String> missing = new LinkedHashMap<>();
    if (status == Status.UNKNOWN) {
      if (timeline.publishedKnown()) {
        missing.put("publication", Questions.EXACT);
      } else if (!timeline.createdKnown()) {
        missing.put("creation", Questions.CREATION);
      }
      if (!timeline.deathKnown() && !rule.equals("pub-95")) {
        Questions.askForDeaths(facts, missing);
      }
      if (timeline.deathKnown() && !timeline.death().exact()) {
        missing.put("death year", Questions.EXACT);
      }
      if (timeline.createdKnown() && !timeline.created().exact()) {
        missing.put("creation", Questions.EXACT);
      }
    }
    return new Judgement(
        status,
        rule,
        free,
        dated,
        status == Status.UNKNOWN
            ? Confidence.LOW
            : status == Status.IN_COPYRIGHT || !timeline.exact()
                ? Confidence.MEDIUM
                : Confidence.HIGH,
        false,
        false,
        null,
        missing);
  }
}
