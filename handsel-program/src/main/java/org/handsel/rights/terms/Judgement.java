package org.handsel.rights.terms;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one jurisdiction makes of a work.
///
/// @param rule id of the rule that decided
/// @param free the years in which the work may become free; its end is the unfavourable one
/// @param dated whether that end comes from delivered facts, not from the length of a life
/// @param conditional free only if what is missing turns out well
/// @param evidence protected only as long as nobody brings what is missing
/// @param row the row of the table that decided; null for rules of the United States
/// @param missing facts that would decide, with what to find out
record Judgement(
    Status status,
    String rule,
    Years free,
    boolean dated,
    Confidence confidence,
    boolean conditional,
    boolean evidence,
    @Nullable Term row,
    Map<String, String> missing) {

  Judgement {
    missing = Collections.unmodifiableMap(new LinkedHashMap<>(missing));
  }

  static Judgement unknown(String rule, Map<String, String> missing) {
    return new Judgement(
        Status.UNKNOWN, rule, Years.UNKNOWN, false, Confidence.LOW, false, false, null, missing);
  }

  static Judgement free(String rule, Confidence confidence, @Nullable Term row) {
    return new Judgement(
        Status.PUBLIC_DOMAIN,
        rule,
        Years.between(Years.EARLIEST, Years.EARLIEST),
        true,
        confidence,
        false,
        false,
        row,
        Map.of());
  }

  /// Free when even the latest year has come, protected when even the earliest has not.
  static Status status(Years free, int year) {
    return free.to() <= year
        ? Status.PUBLIC_DOMAIN
        : free.from() > year ? Status.IN_COPYRIGHT : Status.UNKNOWN;
  }

  boolean isFree() {
    return status == Status.PUBLIC_DOMAIN;
  }

  boolean verified() {
    return row == null || row.verified();
  }

  /// The first free year; null when it is free already or cannot be told.
  @Nullable Integer changes(int year) {
    return !isFree() && dated && free.bounded() && free.to() > year ? (Integer) free.to() : null;
  }

  /// The same end abroad, because the government claims nothing there that it lost at home.
  Judgement waivedAbroad() {
    return new Judgement(
        status,
        "worldwide",
        free,
        dated,
        confidence.weaker(Confidence.MEDIUM),
        conditional,
        evidence,
        row,
        missing);
  }

  Judgement onCondition(Confidence atMost, List<String[]> facts) {
    Map<String, String> all = new LinkedHashMap<>(missing);
    facts.forEach(fact -> all.put(fact[0], fact[1]));
    return new Judgement(
        status, rule, free, dated, confidence.weaker(atMost), true, evidence, row, all);
  }
}
