package org.handsel.app.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handsel.platform.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/// `wbeditentity` and `wbgetentities` for the structured data of file pages, with the behaviour of
/// `testbed/mediawiki/TestbedSdc`.
final class EntityAction {
  private static final Pattern ID = Pattern.compile("M([1-9][0-9]{0,9})");
  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

  private final Store store;
  private final Statements statements;
  private final Conditions conditions;

  EntityAction(Store store, Statements statements, Conditions conditions) {
    this.store = store;
    this.statements = statements;
    this.conditions = conditions;
  }

  Map<String, Object> get(Call call) {
    Map<String, Object> entities = new LinkedHashMap<>();
    call.form().required("ids");
    for (String id : call.form().list("ids")) {
      if (!ID.matcher(id).matches()) {
        throw new Refusal(
                "no-such-entity", "Could not find an entity with the ID \"%s\".".formatted(id))
            .with("id", id);
      }
      entities.put(id, filePage(id).map(page -> described(id, page)).orElseGet(() -> missing(id)));
    }
    return answer("entities", entities);
  }

  private static Map<String, Object> missing(String id) {
    Map<String, Object> missing = new LinkedHashMap<>();
    missing.put("id", id);
    missing.put("missing", "");
    return missing;
  }

  private static Map<String, Object> described(String id, WikiPage page) {
    Map<String, Object> data = page.structuredData();
    if (data == null) {
      return missing(id);
    }
    Map<String, Object> entity = new LinkedHashMap<>();
    entity.put("pageid", page.id());
    entity.put("ns", page.namespace());
    entity.put("title", page.title());
    entity.put("lastrevid", page.current().id());
    entity.put("modified", page.current().timestamp());
    entity.putAll(rendered(id, data));
    return entity;
  }

  Map<String, Object> edit(Call call) {
    Form form = call.form();
    String id = form.required("id");
    String json = form.required("data");
    WikiPage page =
        filePage(id)
            .orElseThrow(() -> new Refusal("no-such-entity", "Could not find the entity " + id));
    call.mayWrite();
    conditions.count("edit", call.user());
    JsonNode change = parsed(json);
    synchronized (store) {
      WikiPage now = store.page(page.title()).orElseThrow();
      Map<String, Object> data = form.has("clear") ? null : now.structuredData();
      Map<String, Object> changed = statements.apply(copy(data), change, id);
      conflict(form, now, change);
      if (!changed.equals(now.structuredData() == null ? copy(null) : now.structuredData())) {
        now =
            store.describe(
                now,
                changed,
                call.user(),
                ("/* wbeditentity-update:0| */ " + form.text("summary")).strip());
      }
      Map<String, Object> entity = rendered(id, changed);
      entity.put("lastrevid", now.current().id());
      return answer("entity", entity);
    }
  }

  private static JsonNode parsed(String json) {
    try {
      JsonNode change = Json.mapper().readTree(json);
      if (change.isObject() || change.isArray()) {
        return change;
      }
    } catch (JacksonException e) {
      // Said below in the wiki's own words.
    }
    throw new Refusal("invalid-json", "Invalid json in request.");
  }

  /// As there: a change made on an old revision goes in unless it touches what changed since.
  private static void conflict(Form form, WikiPage now, JsonNode change) {
    long base = form.number("baserevid", 0);
    if (base == 0 || base == now.current().id()) {
      return;
    }
    Map<String, Object> before =
        now.revisions().stream()
            .filter(revision -> revision.id() == base)
            .findFirst()
            .map(WikiPage.Revision::structuredData)
            .orElseThrow(() ->
                new Refusal(
                    "cant-load-entity-content", "The base revision has no structured data"));
    for (String part : List.of("labels", "descriptions")) {
      for (String language : change.path(part).propertyNames()) {
        if (!Objects.equals(
            term(before, part, language), term(now.structuredData(), part, language))) {
          throw new Refusal("editconflict", "Edit conflict. Could not patch the current revision.");
        }
      }
    }
  }

  private static @Nullable Object term(
      @Nullable Map<String, Object> data, String part, String language) {
    return data != null && data.get(part) instanceof Map<?, ?> terms ? terms.get(language) : null;
  }

  /// A copy that may be changed; an entity without anything when there is none.
  private static Map<String, Object> copy(@Nullable Map<String, Object> data) {
    Map<String, Object> copy = new LinkedHashMap<>();
    copy.put("labels", new LinkedHashMap<>());
    copy.put("descriptions", new LinkedHashMap<>());
    copy.put("statements", new LinkedHashMap<>());
    if (data != null) {
      copy.putAll(Json.mapper().readValue(Json.line(data), MAP));
    }
    return copy;
  }

  /// No labels are `{}`, no statements are `[]`.
  private static Map<String, Object> rendered(String id, Map<String, Object> data) {
    Map<String, Object> entity = new LinkedHashMap<>();
    entity.put("type", "mediainfo");
    entity.put("id", id);
    entity.putAll(data);
    if (data.get("statements") instanceof Map<?, ?> none && none.isEmpty()) {
      entity.put("statements", List.of());
    }
    return entity;
  }

  private Optional<WikiPage> filePage(String id) {
    Matcher matcher = ID.matcher(id);
    return matcher.matches()
        ? store
            .page((int) Long.parseLong(matcher.group(1)))
            .filter(page -> page.namespace() == Titles.FILE)
        : Optional.empty();
  }

  private static Map<String, Object> answer(String key, Object value) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put(key, value);
    answer.put("success", 1);
    return answer;
  }
}
