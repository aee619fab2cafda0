package org.handsel.app.sandbox;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// How the API describes files and revisions.
final class Described {
  private final String server;

  /// @param server address without a slash at the end
  Described(String server) {
    this.server = server;
  }

  String server() {
    return server;
  }

  String imageUrl(WikiPage page) {
    return server + "/images/" + encoded(page.key());
  }

  String pageUrl(WikiPage page) {
    return server + "/wiki/" + encoded(Titles.key(page.title()));
  }

  static String encoded(String key) {
    return URLEncoder.encode(key, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("%3A", ":")
        .replace("%2F", "/");
  }

  Map<String, Object> published(WikiPage page) {
    return file(
        page,
        page.file(),
        Set.of("timestamp", "user", "size", "comment", "url", "sha1", "mime", "canonicaltitle"));
  }

  Map<String, Object> file(WikiPage page, WikiPage.FileVersion version, Set<String> wanted) {
    Map<String, Object> info = new LinkedHashMap<>();
    if (wanted.contains("timestamp")) {
      info.put("timestamp", version.timestamp());
    }
    if (wanted.contains("user")) {
      info.put("user", version.user());
    }
    if (wanted.contains("size") || wanted.contains("dimensions")) {
      info.put("size", version.size());
      info.put("width", version.width());
      info.put("height", version.height());
    }
    if (wanted.contains("comment")) {
      info.put("comment", version.comment());
    }
    if (wanted.contains("canonicaltitle")) {
      info.put("canonicaltitle", page.title());
    }
    if (wanted.contains("url")) {
      info.put("url", imageUrl(page));
      info.put("descriptionurl", pageUrl(page));
      info.put("descriptionshorturl", server + "/w/index.php?curid=" + page.id());
    }
    if (wanted.contains("sha1")) {
      info.put("sha1", version.sha1());
    }
    if (wanted.contains("mime")) {
      info.put("mime", version.mime());
    }
    return info;
  }

  static Map<String, Object> revision(
      WikiPage.Revision revision, Set<String> wanted, boolean slots) {
    Map<String, Object> shown = new LinkedHashMap<>();
    if (wanted.contains("ids")) {
      shown.put("revid", revision.id());
      shown.put("parentid", revision.parent());
    }
    if (wanted.contains("user")) {
      shown.put("user", revision.user());
    }
    if (wanted.contains("timestamp")) {
      shown.put("timestamp", revision.timestamp());
    }
    if (wanted.contains("comment")) {
      shown.put("comment", revision.comment());
    }
    if (wanted.contains("size")) {
      shown.put("size", revision.text().getBytes(StandardCharsets.UTF_8).length);
    }
    if (wanted.contains("content")) {
      Map<String, Object> content = new LinkedHashMap<>();
      content.put("contentmodel", "wikitext");
      content.put("contentformat", "text/x-wiki");
      content.put("content", revision.text());
      if (slots) {
        shown.put("slots", Map.of("main", content));
      } else {
        shown.putAll(content);
      }
    }
    return shown;
  }
}
