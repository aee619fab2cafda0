package org.handsel.wiki.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.handsel.platform.Json;
import tools.jackson.databind.JsonNode;

/// What changes pages and their structured data: each sent once, its outcome told as it is. Safe
/// for use by many threads.
final class Edits {
  private final Session session;

  Edits(Session session) {
    this.session = session;
  }

  Reply<Long> save(PageText base, String text, String summary) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("action", "edit");
    parameters.put("title", base.title());
    parameters.put("text", text);
    parameters.put("summary", summary);
    parameters.put("baserevid", Long.toString(base.revision()));
    parameters.put("nocreate", "1");
    return write(parameters)
        .map(body -> body.path("edit").path("newrevid").asLong(base.revision()));
  }

  Reply<Long> create(String title, String text, String summary) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("action", "edit");
    parameters.put("title", title);
    parameters.put("text", text);
    parameters.put("summary", summary);
    parameters.put("createonly", "1");
    return write(parameters).map(body -> body.path("edit").path("newrevid").asLong(0));
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
    return write(parameters).map(body -> Entity.read(id, body.path("entity")));
  }

  private Reply<JsonNode> write(Map<String, String> parameters) {
    Account account = session.account();
    if (account != null && account.bot()) {
      parameters.put("bot", "1");
    }
    return session.writeForm(parameters);
  }
}
