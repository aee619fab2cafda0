package org.handsel.wiki.api;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Writes pages, each text once. A wiki that wants to see a person first says so in an answer that
/// is no error; only one that says that it saved has saved. Safe for threads.
final class PageEdits {
  private final Session session;
  private final Transport transport;

  PageEdits(Session session, Transport transport) {
    this.session = session;
    this.transport = transport;
  }

  Reply<Long> save(PageText base, String text, String summary) {
    Map<String, String> parameters = parameters(base.title(), text, summary);
    parameters.put("baserevid", Long.toString(base.revision()));
    parameters.put("nocreate", "1");
    return edit(parameters, base.revision());
  }

  Reply<Long> create(String title, String text, String summary) {
    Map<String, String> parameters = parameters(title, text, summary);
    parameters.put("createonly", "1");
    return edit(parameters, 0);
  }

  private Map<String, String> parameters(String title, String text, String summary) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("action", "edit");
    parameters.put("title", title);
    parameters.put("text", text);
    parameters.put("summary", summary);
    Account account = session.account();
    if (account != null && account.bot()) {
      parameters.put("bot", "1");
    }
    return parameters;
  }

  /// @param unchanged the revision when nothing was to be changed
  private Reply<Long> edit(Map<String, String> parameters, long unchanged) {
    return switch (session.writeForm(parameters)) {
      case Reply.No<JsonNode>(ApiFailure failure) -> new Reply.No<>(failure);
      case Reply.Value<JsonNode>(JsonNode body) -> {
        JsonNode edit = body.path("edit");
        yield switch (edit.path("result").asString("")) {
          case "Success" -> new Reply.Value<>(edit.path("newrevid").asLong(unchanged));
          case "Failure" -> new Reply.No<>(AnswerReader.refused(edit, "edit-failure", transport));
          // Neither yes nor no, so it may have acted: the wiki is asked.
          default ->
              new Reply.No<>(
                  transport.failure(
                      ApiFailure.NOT_AN_ANSWER,
                      "expected the result of an edit, found \"%s\""
                          .formatted(edit.path("result").asString("none"))));
        };
      }
    };
  }
}
