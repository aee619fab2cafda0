package org.handsel.testbed;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// What a wiki really holds, asked by a client of its own: tests believe this and not what the
/// program says about its uploads.
public final class WikiState implements AutoCloseable {
  private final ApiSession session;

  public WikiState(URI api) {
    session = new ApiSession(api);
  }

  /// SHA-1 of every file by its title (`File:…`, with spaces), in the order of titles.
  public Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    String from = "";
    do {
      JsonNode answer =
          session.call(
              "action",
              "query",
              "list",
              "allimages",
              "ailimit",
              "500",
              "aiprop",
              "sha1",
              "aifrom",
              from);
      for (JsonNode image : answer.at("/query/allimages")) {
        files.put(
            "File:" + image.path("name").asString().replace('_', ' '),
            image.path("sha1").asString());
      }
      from = answer.at("/continue/aicontinue").asString("");
    } while (!from.isEmpty());
    return files;
  }

  /// Titles of the files with these bytes.
  public List<String> titlesOf(String sha1) {
    List<String> titles = new ArrayList<>();
    session
        .call("action", "query", "list", "allimages", "ailimit", "500", "aisha1", sha1)
        .at("/query/allimages")
        .forEach(image -> titles.add(image.path("title").asString()));
    return titles;
  }

  /// The page as the API describes it: `pageid`, `lastrevid`, `missing`, its text under `text`.
  public JsonNode page(String title) {
    return session
        .call(
            "action",
            "query",
            "prop",
            "info|revisions|categories|imageinfo",
            "rvprop",
            "content|ids|comment|user",
            "rvslots",
            "main",
            "cllimit",
            "500",
            "iiprop",
            "sha1|size|url|mime|user|comment",
            "titles",
            title)
        .at("/query/pages/0");
  }

  public String text(String title) {
    return page(title).at("/revisions/0/slots/main/content").asString();
  }

  /// How many versions of a file the wiki has kept.
  public int versions(String title) {
    return session
        .call("action", "query", "prop", "imageinfo", "iilimit", "50", "titles", title)
        .at("/query/pages/0/imageinfo")
        .size();
  }

  /// Structured data of a file page; has the key `missing` when there is none.
  public JsonNode structuredData(String title) {
    String id = "M" + page(title).path("pageid").asInt();
    return session.call("action", "wbgetentities", "ids", id).path("entities").path(id);
  }

  /// What the wiki's parser makes of a text.
  public JsonNode parse(String wikitext, String title) {
    return session
        .call(
            "action",
            "parse",
            "text",
            wikitext,
            "title",
            title,
            "contentmodel",
            "wikitext",
            "prop",
            "text|links|templates|categories|externallinks|images|properties|sections",
            "disablelimitreport",
            "1",
            "wrapoutputclass",
            "handsel")
        .path("parse");
  }

  @Override
  public void close() {
    session.close();
  }
}
