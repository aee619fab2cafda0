package org.handsel.collection.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.handsel.collection.LayerRights;
import org.handsel.collection.Value;
import org.handsel.rights.RightsStatement;
import org.handsel.rights.Verdict;
import org.jspecify.annotations.Nullable;

/// Judges one layer of rights from everything that was said about it. Immutable.
///
/// Several statements: the strictest decides. The partner's agreement (`rights.release`) opens the
/// work and the reproduction where the record is silent or less than free, but never against a
/// record that says no.
final class RightsLayers {
  /// Strictest first. Silence and what was not understood block as a plain no does, but a plain no
  /// is the stronger statement.
  private static final List<Verdict> STRICTNESS =
      List.of(Verdict.NO, Verdict.UNKNOWN, Verdict.HOLD, Verdict.CONDITIONAL, Verdict.YES);

  /// Where the agreement stands, as a path.
  private static final String RELEASE = "rights.release";

  private final Function<String, RightsStatement> judge;
  private final @Nullable RightsStatement release;

  RightsLayers(Function<String, RightsStatement> judge, @Nullable String release) {
    this.judge = judge;
    this.release = release == null ? null : judge.apply(release);
  }

  private record Judged(Value said, RightsStatement statement) {
    int strictness() {
      return STRICTNESS.indexOf(statement.verdict());
    }
  }

  /// @param layer `work`, `reproduction` or `metadata`
  /// @param released whether an agreement covers this layer
  LayerRights judge(
      String layer, List<Value> statements, boolean released, RecordProblems problems) {
    LayerRights said = said(layer, statements, problems);
    return released && release != null ? underAgreement(said, release) : said;
  }

  private static String withoutStop(String reason) {
    return reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
  }

  private LayerRights said(String layer, List<Value> statements, RecordProblems problems) {
    List<Judged> judged = new ArrayList<>();
    for (Value said : statements) {
      RightsStatement statement = judge.apply(said.value());
      judged.add(new Judged(said, statement));
      if (statement.uri() == null && statement.verdict() == Verdict.UNKNOWN) {
        problems.add(
            "rights." + layer,
            said.path(),
            ProblemCode.RIGHTS_UNKNOWN,
            said.raw(),
            "the rights text %s: %s; the file stays back"
                .formatted(ProfileErrors.quote(said.value()), withoutStop(statement.reason())));
      }
    }
    if (judged.isEmpty()) {
      return LayerRights.silent(layer);
    }
    Judged decisive = judged.getFirst();
    for (Judged other : judged) {
      if (other.strictness() < decisive.strictness()) {
        decisive = other;
      }
    }
    return new LayerRights(
        decisive.statement().uri(),
        decisive.statement().verdict(),
        decisive.said().raw(),
        decisive.said().path(),
        reason(decisive, judged));
  }

  private static String reason(Judged decisive, List<Judged> judged) {
    List<String> others =
        judged.stream()
            .filter(other -> !sameMeaning(other, decisive))
            .map(other -> ProfileErrors.quote(other.said().value()))
            .distinct()
            .toList();
    return others.isEmpty()
        ? decisive.statement().reason()
        : "%s decides, being stricter than %s: %s"
            .formatted(
                ProfileErrors.quote(decisive.said().value()),
                String.join(" and ", others),
                decisive.statement().reason());
  }

  private static boolean sameMeaning(Judged a, Judged b) {
    String uri = a.statement().uri();
    return uri == null
        ? a.said().value().equals(b.said().value())
        : uri.equals(b.statement().uri());
  }

  private static LayerRights underAgreement(LayerRights said, RightsStatement release) {
    String uri = release.uri() == null ? release.raw() : release.uri();
    return switch (said.verdict()) {
      case YES -> said;
      case NO ->
          new LayerRights(
              said.uri(),
              Verdict.NO,
              said.raw(),
              said.path(),
              "%s. The agreement declares %s, which contradicts the record: ask the institution"
                  .formatted(said.reason().replaceFirst("[.]$", ""), uri));
      case CONDITIONAL, HOLD, UNKNOWN ->
          new LayerRights(
              uri,
              agreed(release.verdict()),
              said.raw(),
              RELEASE,
              said.raw() == null
                  ? "declared by agreement: " + uri
                  : "declared by agreement: %s; the record says %s"
                      .formatted(uri, ProfileErrors.quote(said.raw())));
    };
  }

  /// A partner's word settles the condition of a public-domain mark; it cannot make a non-free or
  /// unknown licence free.
  private static Verdict agreed(Verdict release) {
    return release == Verdict.CONDITIONAL ? Verdict.YES : release;
  }
}
