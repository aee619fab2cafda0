package org.handsel.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.handsel.wiki.api.ApiFailure;
import org.handsel.wiki.api.Entity;
import org.handsel.wiki.api.Reply;
import org.handsel.wiki.api.Wiki;

/// Reads the structured data of everything that a release put on a wiki: is what was planned there,
/// and has every file a caption, an inventory number and a rights statement?
final class DataVerification {
  private static final List<String> RIGHTS = List.of("P6216", "P275", "P6426");

  private DataVerification() {}

  /// @param files proven files with the ids of their pages
  /// @param references what references went without on this wiki
  /// @return nothing on a wiki without structured data of files
  static List<Verification.Difference> of(
      Wiki wiki, Map<PlanEntry, Long> files, References references) {
    Map<String, PlanEntry> asked = new LinkedHashMap<>();
    files.forEach((entry, page) -> {
      if (DataWriting.planned(entry)) {
        asked.put("M" + page, entry);
      }
    });
    if (asked.isEmpty()) {
      return List.of();
    }
    Reply<Map<String, Entity>> reply = wiki.entities(asked.keySet());
    if (reply instanceof Reply.No<Map<String, Entity>>(ApiFailure failure)
        && failure.code().equals("badvalue")) {
      return List.of();
    }
    Map<String, Entity> entities = reply.orThrow(wiki.api() + ", the structured data of the files");
    List<Verification.Difference> differences = new ArrayList<>();
    asked.forEach((id, entry) -> {
      Entity entity = Objects.requireNonNullElse(entities.get(id), Entity.none(id));
      Map<String, Object> planned = Objects.requireNonNull(entry.structuredData());
      Map<String, Object> missing = entity.missingFrom(references.keep(planned));
      if (!missing.isEmpty()) {
        differences.add(
            difference(
                entry,
                "DATA_LACKING",
                "of the planned structured data the page lacks " + words(missing)));
      }
      if (entity.labels().isEmpty()) {
        differences.add(difference(entry, "NO_CAPTION", "the page has no caption"));
      }
      if (!entity.statements().containsKey("P217")) {
        differences.add(
            difference(entry, "NO_INVENTORY_NUMBER", "the page has no inventory number (P217)"));
      }
      if (RIGHTS.stream().noneMatch(entity.statements()::containsKey)) {
        differences.add(
            difference(
                entry,
                "NO_RIGHTS_STATEMENT",
                "the structured data say nothing of copyright (P6216, P275)"));
      }
    });
    return differences;
  }

  private static String words(Map<String, Object> missing) {
    List<String> parts = new ArrayList<>();
    if (missing.get("labels") instanceof Map<?, ?> labels) {
      parts.add("captions (%s)".formatted(String.join(", ", sorted(labels))));
    }
    if (missing.get("claims") instanceof List<?> claims) {
      parts.add(
          "statements (%s)"
              .formatted(
                  String.join(
                      ", ", claims.stream().map(DataVerification::property).distinct().toList())));
    }
    return String.join(" and ", parts);
  }

  private static List<String> sorted(Map<?, ?> labels) {
    return labels.keySet().stream().map(String::valueOf).sorted().toList();
  }

  private static String property(Object claim) {
    return claim instanceof Map<?, ?> statement
            && statement.get("mainsnak") instanceof Map<?, ?> main
        ? String.valueOf(main.get("property"))
        : "?";
  }

  private static Verification.Difference difference(PlanEntry entry, String code, String what) {
    return new Verification.Difference(
        entry.item(), entry.title(), code, "%s: %s.".formatted(entry.title(), what));
  }
}
