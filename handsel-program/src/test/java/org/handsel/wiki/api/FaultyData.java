package org.handsel.wiki.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.handsel.platform.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Structured data of the wiki of the tests: a statement that is sent twice without an id is there
/// twice, one with the id of another takes its place.
final class FaultyData {
  private static final Pattern ID = Pattern.compile("M[1-9]\\d{0,9}");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[a-z0-9]+)*");
  private static final int LONGEST_LABEL = 250;

  /// What is known of properties: the type of their values.
  private static final Map<String, String> TYPES =
      Map.of(
          "P217", "string",
          "P2093", "string",
          "P854", "string",
          "P973", "string",
          "P571", "time",
          "P813", "time",
          "P170", "wikibase-entityid",
          "P180", "wikibase-entityid",
          "P195", "wikibase-entityid",
          "P6216", "wikibase-entityid");

  /// Captions and statements as they were from a revision on.
  private record Version(long revision, Map<String, String> labels, List<JsonNode> claims) {
    private static final Version NONE = new Version(0, Map.of(), List.of());
  }

  /// Why an edit is refused.
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String code;

    Refused(String code, String info) {
      super(info);
      this.code = code;
    }
  }

  private final FaultyFiles files;
  private final Map<String, List<Version>> pages = new HashMap<>();
  private long revisions = 1000;

  FaultyData(FaultyFiles files) {
    this.files = files;
  }

  List<JsonNode> claims(String id) {
    return now(id).claims;
  }

  Map<String, String> labels(String id) {
    return now(id).labels;
  }

  private Version now(String id) {
    return pages.getOrDefault(id, List.of(Version.NONE)).getLast();
  }

  FaultyAnswer read(FaultyForm form) {
    Map<String, Object> entities = new LinkedHashMap<>();
    for (String id : form.text("ids").split("\\|")) {
      if (!ID.matcher(id).matches()) {
        return FaultyAnswer.error(
            "no-such-entity", "Could not find an entity with the ID \"%s\".".formatted(id));
      }
      entities.put(
          id,
          files.hasPage(id) && pages.containsKey(id)
              ? entity(id, now(id))
              : Map.of("id", id, "missing", ""));
    }
    return FaultyAnswer.json(Map.of("entities", entities, "success", 1));
  }

  /// No labels are `{}`, no statements are `[]`.
  private static Map<String, Object> entity(String id, Version version) {
    Map<String, List<JsonNode>> byProperty = new LinkedHashMap<>();
    for (JsonNode claim : version.claims) {
      byProperty.computeIfAbsent(property(claim), key -> new ArrayList<>()).add(claim);
    }
    Map<String, Object> words = new LinkedHashMap<>();
    version.labels.forEach(
        (code, word) -> words.put(code, Map.of("language", code, "value", word)));
    return Map.of(
        "type",
        "mediainfo",
        "id",
        id,
        "lastrevid",
        version.revision,
        "labels",
        words,
        "descriptions",
        Map.of(),
        "statements",
        byProperty.isEmpty() ? List.of() : byProperty);
  }

  /// All of an edit or nothing of it.
  FaultyAnswer edit(FaultyForm form) {
    String id = form.text("id");
    try {
      if (!files.hasPage(id)) {
        throw new Refused("no-such-entity", "Could not find the entity " + id);
      }
      JsonNode change = change(form.text("data"));
      Version now = now(id);
      Map<String, String> labels = labels(now.labels, change.path("labels"));
      List<JsonNode> claims = claims(id, now.claims, change.path("claims"));
      conflict(id, form.number("baserevid"), now, change);
      Version next = now;
      if (!labels.equals(now.labels) || !claims.equals(now.claims)) {
        next = new Version(++revisions, labels, claims);
        pages.computeIfAbsent(id, key -> new ArrayList<>()).add(next);
      }
      return FaultyAnswer.json(Map.of("entity", entity(id, next), "success", 1));
    } catch (Refused refused) {
      return FaultyAnswer.error(refused.code, Objects.requireNonNullElse(refused.getMessage(), ""));
    }
  }

  private static JsonNode change(String data) {
    try {
      JsonNode change = Json.mapper().readTree(data);
      if (change.isObject()) {
        return change;
      }
    } catch (JacksonException e) {
      // Said below in the wiki's own words.
    }
    throw new Refused("invalid-json", "Invalid json in request.");
  }

  private static Map<String, String> labels(Map<String, String> before, JsonNode change) {
    Map<String, String> labels = new LinkedHashMap<>(before);
    for (Map.Entry<String, JsonNode> label : change.properties()) {
      String language = label.getKey();
      String text = label.getValue().path("value").asString("");
      if (!LANGUAGE.matcher(language).matches()) {
        throw new Refused(
            "not-recognized-language", "The supplied language code was not recognized.");
      }
      if (text.length() > LONGEST_LABEL) {
        throw new Refused("modification-failed", "Label must be no more than 250 characters long");
      }
      if (text.isEmpty() || label.getValue().has("remove")) {
        labels.remove(language);
      } else {
        labels.put(language, text);
      }
    }
    return labels;
  }

  /// A plain list, or lists by property.
  private static List<JsonNode> claims(String id, List<JsonNode> before, JsonNode change) {
    List<JsonNode> claims = new ArrayList<>(before);
    for (JsonNode some : change.values()) {
      for (JsonNode claim : some.isArray() ? some.values() : List.of(some)) {
        claim(id, claims, claim);
      }
    }
    return claims;
  }

  private static void claim(String id, List<JsonNode> claims, JsonNode claim) {
    String guid = claim.path("id").asString("");
    int place = -1;
    for (int i = 0; i < claims.size() && !guid.isEmpty(); i++) {
      place = claims.get(i).path("id").asString("").equals(guid) ? i : place;
    }
    if (claim.has("remove")) {
      if (place < 0) {
        throw new Refused(
            "modification-failed", "Statement with GUID %s not found".formatted(guid));
      }
      claims.remove(place);
      return;
    }
    // In whatever place: main value, qualifier or reference.
    for (JsonNode property : claim.findValues("property")) {
      if (!TYPES.containsKey(property.asString(""))) {
        throw new Refused(
            "modification-failed",
            "Property [[Property:%s|%s]] not found"
                .formatted(property.asString(""), property.asString("")));
      }
    }
    JsonNode value = claim.path("mainsnak").path("datavalue");
    String wanted = TYPES.get(property(claim));
    if (!value.isMissingNode() && !value.path("type").asString("").equals(wanted)) {
      throw new Refused(
          "modification-failed",
          "Bad value type %s, expected %s".formatted(value.path("type").asString(""), wanted));
    }
    ObjectNode kept = (ObjectNode) claim.deepCopy();
    kept.put("id", guid.isEmpty() ? id + "$" + UUID.randomUUID() : guid);
    kept.put("rank", claim.path("rank").asString("normal"));
    if (place < 0) {
      claims.add(kept);
    } else {
      claims.set(place, kept);
    }
  }

  private static String property(JsonNode claim) {
    return claim.path("mainsnak").path("property").asString("");
  }

  /// A change made on an old revision goes in unless it touches what changed since.
  private void conflict(String id, long base, Version now, JsonNode change) {
    if (base == 0 || base == now.revision) {
      return;
    }
    Version then = version(id, base);
    if (then == null) {
      throw new Refused("cant-load-entity-content", "The base revision has no structured data");
    }
    for (String language : change.path("labels").propertyNames()) {
      if (!Objects.equals(then.labels.get(language), now.labels.get(language))) {
        throw new Refused("editconflict", "Edit conflict. Could not patch the current revision.");
      }
    }
  }

  private @Nullable Version version(String id, long revision) {
    return pages.getOrDefault(id, List.of()).stream()
        .filter(version -> version.revision == revision)
        .findFirst()
        .orElse(null);
  }
}
