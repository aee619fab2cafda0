package org.handsel.wiki.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The published files of the wiki of the tests.
final class FaultyFiles {
  private final Map<String, FaultyWiki.Stored> files = new TreeMap<>();
  private int pages = 100;
  private int commits;

  Map<String, FaultyWiki.Stored> all() {
    return new TreeMap<>(files);
  }

  FaultyWiki.@Nullable Stored get(String title) {
    return files.get(title);
  }

  /// Whether a file page has this id of structured data.
  boolean hasPage(String id) {
    return files.values().stream().anyMatch(file -> id.equals("M" + file.pageId()));
  }

  int commits() {
    return commits;
  }

  void remove(String title) {
    files.remove(title);
  }

  FaultyWiki.Stored put(String title, byte[] bytes, String text) {
    FaultyWiki.Stored file =
        new FaultyWiki.Stored(pages++, FaultyWiki.sha1(bytes), bytes.length, text);
    files.put(title, file);
    return file;
  }

  /// Publishes, whatever is there.
  FaultyWiki.Stored commit(String title, byte[] bytes, String text) {
    commits++;
    return put(title, bytes, text);
  }

  /// That the title is taken, by these bytes or others.
  Map<String, Object> taken(String title, String sha1) {
    Map<String, Object> warnings = new LinkedHashMap<>();
    FaultyWiki.Stored there = files.get(title);
    if (there != null) {
      warnings.put("exists", key(title));
      if (there.sha1().equals(sha1)) {
        warnings.put("nochange", Map.of("timestamp", "2026-11-01T00:00:00Z"));
      }
    }
    return warnings;
  }

  /// What the wiki warns of before it publishes.
  Map<String, Object> warnings(String title, String sha1) {
    Map<String, Object> warnings = taken(title, sha1);
    List<String> twins = new ArrayList<>();
    files.forEach((other, file) -> {
      if (file.sha1().equals(sha1) && !other.equals(title)) {
        twins.add(key(other));
      }
    });
    if (!twins.isEmpty()) {
      warnings.put("duplicate", twins);
    }
    return warnings;
  }

  /// A title without its namespace, as answers give it.
  static String key(String title) {
    return title.substring("File:".length()).replace(' ', '_');
  }

  List<Object> withSha1(String sha1) {
    List<Object> found = new ArrayList<>();
    files.forEach((title, file) -> {
      if (file.sha1().equals(sha1)) {
        found.add(Map.of("title", title, "sha1", sha1));
      }
    });
    return found;
  }

  Map<String, Object> page(String title) {
    FaultyWiki.Stored file = files.get(title);
    if (file == null) {
      return Map.of("ns", 6, "title", title, "missing", true);
    }
    return Map.of(
        "pageid",
        file.pageId(),
        "ns",
        6,
        "title",
        title,
        "revisions",
        List.of(Map.of("slots", Map.of("main", Map.of("content", file.text())))),
        "imageinfo",
        List.of(imageInfo(title, file)));
  }

  static Map<String, Object> imageInfo(String title, FaultyWiki.Stored file) {
    return Map.of(
        "sha1",
        file.sha1(),
        "size",
        file.bytes(),
        "user",
        FaultyWiki.NAME,
        "descriptionurl",
        "http://wiki/" + title);
  }
}
