package org.handsel.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handsel.platform.Json;
import tools.jackson.databind.JsonNode;

/// The 1,346 pages that were really published from the museum's delivery, read back into fields.
final class SmvkUploads {
  private static final Pattern CATEGORY = Pattern.compile("\\[\\[Category:([^]|]+)");
  private static final Pattern SWEDISH =
      Pattern.compile("\\{\\{sv\\|(.*?)}}\\s*\\n", Pattern.DOTALL);

  private SmvkUploads() {}

  /// @param name of the file without namespace and extension, spaces for underscores
  record Page(String name, String wikitext) {
    /// A parameter of the template, without surrounding blanks.
    String parameter(String parameter) {
      Matcher matcher =
          Pattern.compile(
                  "^ ?\\|" + Pattern.quote(parameter) + "\\s*=(.*?)(?=^ ?\\||^}})",
                  Pattern.MULTILINE | Pattern.DOTALL)
              .matcher(wikitext);
      return matcher.find() ? matcher.group(1).strip() : "";
    }

    String swedish() {
      Matcher matcher = SWEDISH.matcher(parameter("description") + "\n");
      return matcher.find() ? matcher.group(1).strip() : "";
    }

    TreeSet<String> categories() {
      TreeSet<String> categories = new TreeSet<>();
      Matcher matcher = CATEGORY.matcher(wikitext);
      while (matcher.find()) {
        categories.add(matcher.group(1).replace('_', ' ').strip());
      }
      return categories;
    }
  }

  static Map<String, Page> read(Path file) throws IOException {
    JsonNode all = Json.mapper().readTree(Files.readString(file));
    Map<String, Page> pages = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : all.properties()) {
      pages.put(
          entry.getKey(),
          new Page(
              entry.getValue().path("filename").asString().replace('_', ' '),
              entry.getValue().path("info").asString()));
    }
    return pages;
  }

  /// Whether a record belongs to the half from which the tables are built.
  static boolean learnt(String id) {
    return (id.hashCode() & 1) == 0;
  }

  static List<String> words(String cell) {
    return java.util.Arrays.stream(cell.split(","))
        .map(String::strip)
        .filter(w -> !w.isEmpty())
        .toList();
  }
}
