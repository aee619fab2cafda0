package org.handsel.authority.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.handsel.authority.record.StatedDate.Event;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Makes persons of records of the multilingual entity file of RERO, which holds records of the GND
/// and of IdRef. Source: 4,471 of its records.
final class MefPersons {

  static boolean isRecord(JsonNode node) {
    return node.hasNonNull("pid") && node.hasNonNull("authorized_access_point");
  }

  @Nullable PersonRecord person(JsonNode node) {
    String type = JsonPersons.text(node.get("type"));
    boolean body = type.equals("bf:Organisation");
    if (!body && !type.equals("bf:Person")) {
      return null;
    }
    List<NameVariant> names = new ArrayList<>();
    for (String name : JsonPersons.values(node, List.of("variant_name"))) {
      names.add(
          new NameVariant(
              name,
              Codes.otherScript(name) ? NameVariant.Kind.OTHER_SCRIPT : NameVariant.Kind.OTHER));
    }
    List<StatedDate> dates = new ArrayList<>();
    String birth = JsonPersons.text(node.get("date_of_birth"));
    String death = JsonPersons.text(node.get("date_of_death"));
    if (!birth.isEmpty()) {
      dates.add(LifeSpan.date(Event.BIRTH, birth));
    }
    if (!death.isEmpty()) {
      dates.add(LifeSpan.date(Event.DEATH, death));
    }
    JsonNode relation = node.get("relation_pid");
    String relationType = relation == null ? "" : JsonPersons.text(relation.get("type"));
    String other = relation == null ? "" : JsonPersons.text(relation.get("value"));
    String successor = relationType.equals("redirect_to") ? other : "";
    boolean deleted = node.hasNonNull("deleted");
    String name = JsonPersons.text(node.get("preferred_name"));
    List<String> notes = JsonPersons.values(node, List.of("biographical_information"));
    Map<String, List<String>> identifiers = identifiers(node);
    return new PersonRecord(
        identifiers.getOrDefault("gnd", List.of(JsonPersons.text(node.get("pid")))).getFirst(),
        name.isEmpty() ? JsonPersons.text(node.get("authorized_access_point")) : name,
        body ? "corporate" : "person",
        names.stream().map(NameVariant::name).toList(),
        LifeSpan.edtf(dates, Event.BIRTH),
        LifeSpan.edtf(dates, Event.DEATH),
        JsonPersons.values(node, List.of("country_associated")),
        "",
        "",
        body ? List.of() : notes,
        String.join(" ", notes),
        new PersonDetails(
            !successor.isEmpty()
                ? RecordStatus.REDIRECTED
                : deleted ? RecordStatus.DELETED : RecordStatus.USABLE,
            successor,
            relationType.equals("redirect_from") ? List.of(other) : List.of(),
            Codes.gender(JsonPersons.text(node.get("gender"))),
            names,
            dates,
            List.of(),
            identifiers));
  }

  private static Map<String, List<String>> identifiers(JsonNode node) {
    Map<String, List<String>> identifiers = new LinkedHashMap<>();
    JsonNode all = node.get("identifiedBy");
    if (all != null && all.isArray()) {
      for (JsonNode one : all) {
        String source = JsonPersons.text(one.get("source")).toLowerCase(Locale.ROOT);
        String scheme =
            switch (source) {
              case "gnd", "viaf", "isni", "bnf" -> source;
              case "idref" -> "sudoc";
              default -> "";
            };
        String value = JsonPersons.text(one.get("value"));
        if (!scheme.isEmpty() && !value.isEmpty()) {
          identifiers
              .computeIfAbsent(scheme, key -> new ArrayList<>())
              .add(value.substring(value.lastIndexOf('/') + 1));
        }
      }
    }
    return identifiers;
  }
}
