package org.handsel.wiki.api;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Questions about pages that were made earlier: what became of them, and why. Safe for threads.
final class PageStates {
  private static final int MOST = 50;

  private final Session session;

  PageStates(Session session) {
    this.session = session;
  }

  Reply<Map<Long, PageNow>> now(Collection<Long> ids) {
    Map<Long, PageNow> found = new LinkedHashMap<>();
    List<Long> all = List.copyOf(ids);
    for (int from = 0; from < all.size(); from += MOST) {
      List<Long> some = all.subList(from, Math.min(all.size(), from + MOST));
      Map<String, String> parameters = new LinkedHashMap<>();
      parameters.put("action", "query");
      parameters.put("prop", "info|revisions|imageinfo");
      parameters.put("rvprop", "ids|timestamp|user|content");
      parameters.put("rvslots", "main");
      parameters.put("iiprop", "sha1|size|user|timestamp|url");
      parameters.put(
          "pageids", some.stream().map(String::valueOf).collect(Collectors.joining("|")));
      some.forEach(id -> found.put(id, PageNow.gone(id)));
      // Long pages make the wiki answer in parts.
      for (boolean more = true; more; ) {
        switch (session.ask(parameters)) {
          case Reply.No<JsonNode>(ApiFailure failure) -> {
            return new Reply.No<>(failure);
          }
          case Reply.Value<JsonNode>(JsonNode body) -> {
            for (JsonNode page : body.path("query").path("pages").values()) {
              add(found, page);
            }
            more = body.has("continue");
            body.path("continue")
                .properties()
                .forEach(one -> parameters.put(one.getKey(), one.getValue().asString("")));
          }
        }
      }
    }
    return new Reply.Value<>(found);
  }

  Reply<Optional<PageText>> first(long id) {
    return session
        .ask(
            Map.of(
                "action",
                "query",
                "prop",
                "revisions",
                "rvprop",
                "ids|content",
                "rvslots",
                "main",
                "rvdir",
                "newer",
                "rvlimit",
                "1",
                "pageids",
                Long.toString(id)))
        .map(body -> AnswerReader.pageText(body.path("query").path("pages").path(0)));
  }

  Reply<Optional<LogEntry>> log(String type, String title) {
    return session
        .ask(
            Map.of(
                "action",
                "query",
                "list",
                "logevents",
                "letype",
                type,
                "letitle",
                title,
                "leprop",
                "user|timestamp|comment|details|type",
                "lelimit",
                "10"))
        .map(body -> {
          List<LogEntry> entries = new ArrayList<>();
          for (JsonNode event : body.path("query").path("logevents").values()) {
            // Restoring and hiding stand in the log of deletions, too.
            if (event.path("action").asString(type).startsWith(type)) {
              entries.add(
                  new LogEntry(
                      event.path("timestamp").asString(""),
                      event.path("user").asString(""),
                      event.path("comment").asString(""),
                      event.path("params").path("target_title").asString("")));
            }
          }
          return entries.stream().findFirst();
        });
  }

  private static void add(Map<Long, PageNow> found, JsonNode page) {
    long id = page.path("pageid").asLong(0);
    if (page.path("missing").asBoolean(false) || !found.containsKey(id)) {
      return;
    }
    JsonNode revision = page.path("revisions").path(0);
    JsonNode version = page.path("imageinfo").path(0);
    PageNow before = found.getOrDefault(id, PageNow.gone(id));
    // Of an answer in parts each page has its revision in one and its file in one.
    boolean text = !revision.isMissingNode();
    boolean file = !version.isMissingNode();
    found.put(
        id,
        new PageNow(
            id,
            page.path("title").asString(""),
            page.path("redirect").asBoolean(false),
            text ? revision.path("revid").asLong(0) : before.revision(),
            text ? revision.path("user").asString("") : before.user(),
            text ? revision.path("timestamp").asString("") : before.at(),
            text ? revision.path("slots").path("main").path("content").asString("") : before.text(),
            file ? version.path("sha1").asString("") : before.sha1(),
            file ? version.path("user").asString("") : before.fileUser(),
            file ? version.path("timestamp").asString("") : before.fileAt(),
            file ? version.path("width").asLong(0) : before.width(),
            file ? version.path("height").asLong(0) : before.height(),
            file ? version.path("descriptionurl").asString("") : before.url()));
  }
}
