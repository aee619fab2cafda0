package org.handsel.wiki.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.handsel.platform.Json;
import tools.jackson.databind.JsonNode;

/// What changes pages and their structured data: each sent once, its outcome told as it is. A wiki
/// that wants to see a person first says so in an answer that is no error; only one that says that
/// it saved has saved. Safe for use by many threads.
final class Edits {
  private final Session session;
  private final Transport transport;

  Edits(Session session, Transport transport) {
    this.session = session;
    this.transport = transport;
  }

  Reply<Long> save(PageText base, String text, String summary) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("action", "edit");
    parameters.put("title", base.title());
    parameters.put("text", text);
    parameters.put("summary", summary);
    parameters.put("baserevid", Long.toString(base.revision()));
    parameters.put("nocreate", "1");
    return edit(parameters, base.revision());
  }

  Reply<Long> create(String title, String text, String summary) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("action", "edit");
    parameters.put("title", title);
    parameters.put("text", text);
    parameters.put("summary", summary);
    parameters.put("createonly", "1");
    return edit(parameters, 0);
  }

  /// @param unchanged the revision when nothing was to be changed
  private Reply<Long> edit(Map<String, String> parameters, long unchanged) {
    return switch (write(parameters)) {
      case Reply.No<JsonNode>(ApiFailure failure) -> new Reply.No<>(failure);
      case Reply.Value<JsonNode>(JsonNode body) -> {
        JsonNode edit = body.path("edit");
        String result = edit.path("result").asString("none");
        yield switch (result) {
          case "Success" -> new Reply.Value<>(edit.path("newrevid").asLong(unchanged));
          case "Failure" -> new Reply.No<>(AnswerReader.refused(edit, "edit-failure", transport));
          // Neither yes nor no, so it may have acted: the wiki is asked.
          default -> unclear("expected the result of an edit, found \"%s\"".formatted(result));
        };
      }
    };
  }

  private <T> Reply<T> unclear(String words) {
    return new Reply.No<>(transport.failure(ApiFailure.NOT_AN_ANSWER, words));
  }

  Reply<Entity> editEntity(Entity read, Map<String, Object> data, String summary) {
    String id = read.id();
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("action", "wbeditentity");
    parameters.put("id", id);
    parameters.put("data", Json.line(data));
    // A revision from before the first structured data is an error there, not a conflict.
    if (read.present() && read.revision() > 0) {
      parameters.put("baserevid", Long.toString(read.revision()));
    }
    parameters.put("summary", summary);
    return switch (write(parameters)) {
      case Reply.No<JsonNode>(ApiFailure failure) -> new Reply.No<>(failure);
      case Reply.Value<JsonNode>(JsonNode body) ->
          body.path("entity").isObject()
              ? new Reply.Value<>(Entity.read(id, body.path("entity")))
              : unclear("expected the structured data of " + id);
    };
  }

  private Reply<JsonNode> write(Map<String, String> parameters) {
    Account account = session.account();
    if (account != null && account.bot()) {
      parameters.put("bot", "1");
    }
    return session.writeForm(parameters);
  }
}
