package org.handsel.release;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.handsel.collection.Item;
import org.handsel.collection.LayerRights;
import org.handsel.release.page.FilePages;
import org.handsel.rights.RightsStatement;
import org.handsel.rights.Verdict;
import org.jspecify.annotations.Nullable;

/// Lets a file pass only if work and reproduction both have the verdict yes; what was said about
/// the metadata never counts. Safe for threads.
final class RightsGate {
  /// Path of what the partner declared, in the profile of the mapping.
  private static final String AGREED = "rights.release";

  private final Function<String, RightsStatement> statements;

  /// @param statements what is known of a statement by its URI
  RightsGate(Function<String, RightsStatement> statements) {
    this.statements = statements;
  }

  /// @param checks what keeps the file back; empty when it may go
  /// @param released statements under which it goes; empty when it may not
  /// @param ground what they rest on, as in [PlanEntry#ground]; null when it may not go
  record Passage(
      List<PlanEntry.Check> checks, List<RightsStatement> released, @Nullable String ground) {
    /// URI of the statement that stands for the file: that of the reproduction, which is what is
    /// uploaded.
    @Nullable String uri() {
      return released.isEmpty() ? null : released.getLast().uri();
    }
  }

  Passage judge(Item item) {
    List<PlanEntry.Check> checks = new ArrayList<>();
    Set<RightsStatement> released = new LinkedHashSet<>();
    layer("work", item.rights().work(), checks, released);
    layer("reproduction", item.rights().reproduction(), checks, released);
    if (!checks.isEmpty()) {
      return new Passage(checks, List.of(), null);
    }
    List<RightsStatement> statementList = List.copyOf(released);
    if (FilePages.templates(statementList).isEmpty()) {
      checks.add(
          Checks.error(
              "LICENCE_TEMPLATE",
              "no licence template can be written for %s: a public-domain tag needs a reason that the statement does not give. Have the rights estimated, or agree on a licence or dedication with the institution."
                  .formatted(Checks.quote(String.valueOf(item.rights().reproduction().uri())))));
      return new Passage(checks, List.of(), null);
    }
    boolean agreed =
        AGREED.equals(item.rights().work().path())
            || AGREED.equals(item.rights().reproduction().path());
    return new Passage(List.of(), statementList, agreed ? PlanEntry.AGREEMENT : PlanEntry.DELIVERY);
  }

  private void layer(
      String layer,
      LayerRights rights,
      List<PlanEntry.Check> checks,
      Set<RightsStatement> released) {
    if (rights.verdict() == Verdict.YES && rights.uri() != null) {
      released.add(statements.apply(rights.uri()));
      return;
    }
    Verdict verdict = rights.verdict() == Verdict.YES ? Verdict.UNKNOWN : rights.verdict();
    String said =
        rights.raw() == null
            ? "nothing was delivered"
            : "%s said %s"
                .formatted(
                    rights.path() == null ? "the source" : rights.path(),
                    Checks.quote(rights.raw()));
    checks.add(
        Checks.error(
            "RIGHTS_" + verdict.name().toUpperCase(Locale.ROOT),
            "rights in the %s: %s; %s. %s"
                .formatted(layer, said, withoutStop(rights.reason()), remedy(verdict, layer))));
  }

  private static String remedy(Verdict verdict, String layer) {
    return switch (verdict) {
      case YES -> "";
      case NO -> "It may go only if the holder of the rights grants a free licence.";
      case HOLD ->
          "A person has to decide: a fact or an agreement that settles it would change this.";
      case CONDITIONAL ->
          "A fact that shows it to be free would change this: year of death, year of publication or"
              + " country.";
      case UNKNOWN ->
          "A statement for the %s in the delivery, or an agreement under \"release\" in the profile, would change this."
              .formatted(layer);
    };
  }

  private static String withoutStop(String reason) {
    return reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
  }
}
