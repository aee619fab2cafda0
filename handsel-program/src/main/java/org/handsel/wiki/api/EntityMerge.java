package org.handsel.wiki.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.handsel.platform.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Three-way merges of captions and statements: what was released, what is planned now, what stands
/// on the wiki. A statement that is planned as it was released is left alone, also where people
/// took it away; one that changed is changed only where it stands as it was released. References
/// alone are no change: they carry the day on which a record was read.
final class EntityMerge {
  private final Entity entity;
  private final Map<String, List<Claim>> released;
  private final Map<String, List<Claim>> planned;
  private final List<DataChange> brought = new ArrayList<>();
  private final List<DataConflict> conflicts = new ArrayList<>();
  private final List<Object> claims = new ArrayList<>();
  private final List<Object> added = new ArrayList<>();

  private EntityMerge(Entity entity, JsonNode released, JsonNode planned) {
    this.entity = entity;
    this.released = byProperty(released);
    this.planned = byProperty(planned);
  }

  static DataMerge merge(Entity entity, Map<String, Object> released, Map<String, Object> planned) {
    JsonNode then = Json.mapper().valueToTree(released);
    JsonNode now = Json.mapper().valueToTree(planned);
    EntityMerge merge = new EntityMerge(entity, then, now);
    Map<String, Object> labels = merge.labels(labels(then), labels(now));
    merge.statements();
    Map<String, Object> data = new LinkedHashMap<>();
    if (!labels.isEmpty()) {
      data.put("labels", labels);
    }
    List<Object> sent = new ArrayList<>(merge.claims);
    if (!merge.added.isEmpty()
        && entity.missingFrom(Map.of("claims", merge.added)).get("claims")
            instanceof List<?> missing) {
      sent.addAll(missing);
    }
    if (!sent.isEmpty()) {
      data.put("claims", sent);
    }
    return new DataMerge(data, merge.brought, merge.conflicts);
  }

  /// What people changed against what was released.
  static List<DataChange> changes(Entity entity, Map<String, Object> released) {
    JsonNode then = Json.mapper().valueToTree(released);
    List<DataChange> changes = new ArrayList<>();
    Map<String, String> labels = labels(then);
    Set<String> languages = new TreeSet<>(labels.keySet());
    languages.addAll(entity.labels().keySet());
    for (String language : languages) {
      String before = labels.getOrDefault(language, "");
      String after = entity.labels().getOrDefault(language, "");
      if (!before.equals(after)) {
        changes.add(new DataChange("caption: " + language, before, after));
      }
    }
    Map<String, List<Claim>> old = byProperty(then);
    Set<String> properties = new LinkedHashSet<>(old.keySet());
    properties.addAll(new TreeSet<>(entity.statements().keySet()));
    for (String property : properties) {
      List<Claim> here = claims(entity, property);
      List<Claim> gone = without(old.getOrDefault(property, List.of()), here);
      List<Claim> fresh = without(here, old.getOrDefault(property, List.of()));
      if (!gone.isEmpty() || !fresh.isEmpty()) {
        changes.add(new DataChange(property, words(gone), words(fresh)));
      }
    }
    return changes;
  }

  private Map<String, Object> labels(Map<String, String> then, Map<String, String> now) {
    Map<String, Object> sent = new LinkedHashMap<>();
    Set<String> languages = new TreeSet<>(then.keySet());
    languages.addAll(now.keySet());
    for (String language : languages) {
      String before = then.getOrDefault(language, "");
      String after = now.getOrDefault(language, "");
      String here = entity.labels().getOrDefault(language, "");
      if (before.equals(after) || after.equals(here)) {
        continue;
      }
      String place = "caption: " + language;
      if (!here.equals(before)) {
        conflicts.add(new DataConflict(place, before, after, here));
      } else {
        sent.put(
            language,
            after.isEmpty()
                ? Map.of("language", language, "remove", "")
                : Map.of("language", language, "value", after));
        brought.add(new DataChange(place, here, after));
      }
    }
    return sent;
  }

  private void statements() {
    Set<String> properties = new LinkedHashSet<>(released.keySet());
    properties.addAll(planned.keySet());
    for (String property : properties) {
      List<Claim> old = released.getOrDefault(property, List.of());
      List<Claim> wanted = planned.getOrDefault(property, List.of());
      List<Claim> gone = without(old, wanted);
      List<Claim> fresh = without(wanted, old);
      if (!gone.isEmpty() || !fresh.isEmpty()) {
        property(property, old, gone, fresh);
      }
    }
  }

  private void property(String property, List<Claim> old, List<Claim> gone, List<Claim> fresh) {
    List<Claim> here = claims(entity, property);
    List<Claim> lacking = without(fresh, here);
    List<Claim> untouched = new ArrayList<>();
    boolean touched = false;
    for (Claim claim : gone) {
      Optional<Claim> stands = here.stream().filter(one -> untouched(one, claim)).findFirst();
      stands.ifPresent(untouched::add);
      touched |= stands.isEmpty();
    }
    List<Claim> theirs = without(without(here, old), fresh);
    // What was to be corrected is gone already, or says something else by now.
    if (touched && !(lacking.isEmpty() && theirs.isEmpty())) {
      conflicts.add(new DataConflict(property, words(gone), words(fresh), words(here)));
      return;
    }
    if (untouched.isEmpty() && lacking.isEmpty()) {
      return;
    }
    for (int i = 0; i < untouched.size(); i++) {
      String id = untouched.get(i).json().path("id").asString("");
      if (i < lacking.size()) {
        Map<String, Object> sent = map(lacking.get(i).json());
        sent.put("id", id);
        claims.add(sent);
      } else {
        claims.add(Map.of("id", id, "remove", ""));
      }
    }
    for (int i = untouched.size(); i < lacking.size(); i++) {
      added.add(map(lacking.get(i).json()));
    }
    brought.add(new DataChange(property, words(untouched), words(lacking)));
  }

  /// As it was released: no other value, qualifier or rank.
  private static boolean untouched(Claim here, Claim released) {
    return same(here, released)
        && here.json()
            .path("rank")
            .asString("normal")
            .equals(released.json().path("rank").asString("normal"));
  }

  private static boolean same(Claim one, Claim other) {
    return one.value().equals(other.value()) && one.qualifiers().equals(other.qualifiers());
  }

  private static List<Claim> without(List<Claim> claims, List<Claim> others) {
    return claims.stream()
        .filter(claim -> others.stream().noneMatch(other -> same(claim, other)))
        .toList();
  }

  private static List<Claim> claims(Entity entity, String property) {
    return entity.statements().getOrDefault(property, List.of()).stream().map(Claim::of).toList();
  }

  private static Map<String, List<Claim>> byProperty(JsonNode data) {
    Map<String, List<Claim>> byProperty = new LinkedHashMap<>();
    for (String key : List.of("claims", "statements")) {
      for (JsonNode one : data.path(key).values()) {
        for (JsonNode claim : one.isArray() ? one.values() : List.of(one)) {
          Claim read = Claim.of(claim);
          byProperty.computeIfAbsent(read.property(), name -> new ArrayList<>()).add(read);
        }
      }
    }
    return byProperty;
  }

  private static Map<String, String> labels(JsonNode data) {
    Map<String, String> labels = new TreeMap<>();
    for (Map.Entry<String, JsonNode> label : data.path("labels").properties()) {
      JsonNode value = label.getValue();
      String text = value.isObject() ? value.path("value").asString("") : value.asString("");
      if (!text.isBlank()) {
        labels.put(label.getKey(), text);
      }
    }
    return labels;
  }

  private static String words(List<Claim> claims) {
    return claims.stream().map(claim -> words(claim.json())).collect(Collectors.joining("; "));
  }

  /// A statement as a person reads it: its value, qualifiers in brackets.
  private static String words(JsonNode claim) {
    List<String> qualifiers = new ArrayList<>();
    for (JsonNode one : claim.path("qualifiers").values()) {
      for (JsonNode snak : one.isArray() ? one.values() : List.of(one)) {
        qualifiers.add(snak.path("property").asString("") + " " + value(snak));
      }
    }
    String value = value(claim.path("mainsnak"));
    return qualifiers.isEmpty() ? value : value + " (" + String.join(", ", qualifiers) + ")";
  }

  private static String value(JsonNode snak) {
    if (!snak.path("snaktype").asString("value").equals("value")) {
      return snak.path("snaktype").asString("").equals("novalue") ? "none" : "unknown";
    }
    JsonNode value = snak.path("datavalue").path("value");
    if (!value.isObject()) {
      return value.asString("");
    }
    for (String key : List.of("id", "time", "text", "amount")) {
      @Nullable JsonNode part = value.get(key);
      if (part != null) {
        return part.asString("");
      }
    }
    return value.has("numeric-id") ? "Q" + value.path("numeric-id").asString("") : value.toString();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(JsonNode json) {
    return Json.mapper().convertValue(json, LinkedHashMap.class);
  }
}
