package org.handsel.rights.terms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handsel.rights.RightsStatement;
import org.handsel.rights.RightsStatements;
import org.handsel.rights.Verdict;
import org.handsel.rights.terms.Estimate.Declared;
import org.jspecify.annotations.Nullable;

/// Estimates the photo or scan. A faithful photo of a flat work in the public domain has no rights
/// of its own (Commons: PD-Art; EU directive 2019/790 art. 14; § 68 UrhG; Bridgeman v. Corel; THJ v
/// Sheridan); a photo of a solid thing has its photographer's. Immutable.
final class ReproductionRule {
  private final RightsStatements statements;
  private final int year;

  ReproductionRule(RightsStatements statements, int year) {
    this.statements = statements;
    this.year = year;
  }

  /// Where the flatness of a work was not delivered, its kind tells.
  private enum Shape {
    FLAT,
    FLAT_BY_KIND,
    SOLID,
    UNKNOWN
  }

  Estimate estimate(
      String item, RightsFacts facts, WorkRule.Judged work, @Nullable Declared declared) {
    String said = said(facts, declared);
    RightsStatement statement = said == null ? null : statements.judge(said);
    Shape shape = shape(facts);
    return shape == Shape.FLAT || shape == Shape.FLAT_BY_KIND
        ? flat(item, facts, work, statement, declared, shape)
        : own(item, facts, statement, declared, shape);
  }

  private static @Nullable String said(RightsFacts facts, @Nullable Declared declared) {
    String statement = facts.reproduction().statement();
    if (statement != null && !statement.isBlank()) {
      return statement;
    }
    return declared == null ? null : declared.raw() == null ? declared.uri() : declared.raw();
  }

  private static Shape shape(RightsFacts facts) {
    Boolean flat = facts.reproduction().flat();
    if (flat != null) {
      return flat ? Shape.FLAT : Shape.SOLID;
    }
    return switch (facts.kind() == null ? "" : facts.kind()) {
      case "painting", "print", "text", "photograph" -> Shape.FLAT_BY_KIND;
      case "sculpture", "building" -> Shape.SOLID;
      default -> Shape.UNKNOWN;
    };
  }

  private Estimate flat(
      String item,
      RightsFacts facts,
      WorkRule.Judged judged,
      @Nullable RightsStatement statement,
      @Nullable Declared declared,
      Shape shape) {
    Estimate work = judged.estimate();
    boolean licensed = statement != null && statement.verdict() == Verdict.YES;
    boolean free = !judged.tags().isEmpty();
    Map<String, String> find = new LinkedHashMap<>();
    if (!free) {
      work.basis().find().forEach(find::put);
    } else if (shape == Shape.FLAT_BY_KIND) {
      find.put("flatness", Questions.FLAT);
    }
    List<String> contradictions =
        free && statement != null && statement.verdict() == Verdict.NO
            ? List.of(
                "declared \"%s\", but a faithful photo of a flat free work has no rights of its own"
                    .formatted(statement.raw()))
            : List.of();
    String licence = licensed && statement != null ? statement.template() : null;
    return new Estimate(
        item,
        Estimate.REPRODUCTION,
        work.status(),
        work.commons(),
        rule(work.us(), free),
        rule(work.source(), free),
        basis(facts, find, declared, contradictions),
        shape == Shape.FLAT ? work.confidence() : work.confidence().weaker(Confidence.MEDIUM),
        List.copyOf(find.keySet()),
        work.changes(),
        free ? Tags.reproduction(judged.tags(), facts.kind(), licence) : null,
        List.of(),
        contradictions.stream().map(text -> "contradiction: " + text).toList());
  }

  private static Estimate.@Nullable Jurisdiction rule(
      Estimate.@Nullable Jurisdiction work, boolean free) {
    return work == null
        ? null
        : new Estimate.Jurisdiction(
            work.country(), free ? "no-right-in-flat-reproduction" : "follows-work", work.status());
  }

  /// A photo with rights of its own: only a statement can free it.
  private Estimate own(
      String item,
      RightsFacts facts,
      @Nullable RightsStatement statement,
      @Nullable Declared declared,
      Shape shape) {
    Verdict verdict = statement == null ? Verdict.UNKNOWN : statement.verdict();
    boolean named = facts.reproduction().by() != null && !facts.reproduction().by().isBlank();
    Map<String, String> find = new LinkedHashMap<>();
    if (verdict != Verdict.YES) {
      find.put("licence of the photographer", Questions.LICENCE);
      if (!named) {
        find.put("photographer", Questions.PHOTOGRAPHER);
      }
      if (shape == Shape.UNKNOWN) {
        find.put("flatness", Questions.FLAT);
      }
    }
    boolean silentPhotographer = verdict == Verdict.UNKNOWN && named && shape == Shape.SOLID;
    Status status =
        verdict == Verdict.YES
            ? Status.LICENSED
            : verdict == Verdict.NO || silentPhotographer ? Status.IN_COPYRIGHT : Status.UNKNOWN;
    Verdict commons =
        silentPhotographer ? Verdict.NO : verdict == Verdict.UNKNOWN ? Verdict.HOLD : verdict;
    String template = verdict == Verdict.YES && statement != null ? statement.template() : null;
    return new Estimate(
        item,
        Estimate.REPRODUCTION,
        status,
        commons,
        new Estimate.Jurisdiction(null, "photographers-right", status),
        null,
        basis(facts, find, declared, List.of()),
        verdict == Verdict.YES
            ? Confidence.HIGH
            : status == Status.IN_COPYRIGHT ? Confidence.MEDIUM : Confidence.LOW,
        List.copyOf(find.keySet()),
        Map.of(),
        template == null ? null : "{{" + template + "}}",
        licence(statement),
        List.of());
  }

  private static List<Estimate.Claim> licence(@Nullable RightsStatement statement) {
    if (statement == null || statement.verdict() != Verdict.YES) {
      return List.of();
    }
    String item = statement.licenceItem();
    return item == null ? List.of() : List.of(new Estimate.Claim("P275", item, Map.of()));
  }

  private Estimate.Basis basis(
      RightsFacts facts,
      Map<String, String> find,
      @Nullable Declared declared,
      List<String> contradictions) {
    Map<String, String> texts = new LinkedHashMap<>();
    RightsFacts.Reproduction reproduction = facts.reproduction();
    if (reproduction.by() != null) {
      texts.put("facts.reproduction.by", reproduction.by());
    }
    if (reproduction.statement() != null) {
      texts.put("facts.reproduction.statement", reproduction.statement());
    }
    if (reproduction.flat() != null) {
      texts.put("facts.reproduction.flat", reproduction.flat().toString());
    }
    return new Estimate.Basis(
        year,
        null,
        null,
        null,
        texts,
        Map.of(),
        List.of(),
        find,
        declared == null || declared.silent() ? null : declared,
        contradictions);
  }
}
