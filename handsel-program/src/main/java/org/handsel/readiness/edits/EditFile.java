package org.handsel.readiness.edits;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/// Reads a list of edits: a JSON array of them, one JSON object a line, or `findings.jsonl`, whose
/// findings carry their edit as `proposal`. The edits of a page are brought together, pages in the
/// order of their first edit.
///
/// @param pages edits by page
/// @param problems entries that are no edits, with their place
record EditFile(Map<String, List<Edit>> pages, List<String> problems) {

  /// @throws HandselException with exit 1 when the file is no JSON at all or ends within an entry
  static EditFile read(Path file) {
    Map<String, List<Edit>> pages = new LinkedHashMap<>();
    List<String> problems = new ArrayList<>();
    try (JsonParser parser = Json.mapper().createParser(Files.newInputStream(file))) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.START_OBJECT) {
          int line = parser.currentTokenLocation().getLineNr();
          JsonNode entry = parser.readValueAsTree();
          take(file, line, entry, pages, problems);
        } else if (token != JsonToken.START_ARRAY && token != JsonToken.END_ARRAY) {
          throw HandselException.input(
              "%s, line %d: expected edits as JSON objects, found %s."
                  .formatted(file, parser.currentTokenLocation().getLineNr(), token));
        }
      }
    } catch (JacksonException e) {
      throw HandselException.input(
          "%s: is no list of edits in JSON (%s). Give the edits.json that an audit wrote; nothing was changed."
              .formatted(file, e.getOriginalMessage()));
    } catch (IOException e) {
      throw HandselException.usage(
          "%s: cannot be read (%s).".formatted(file, DurableFiles.reason(e)));
    }
    return new EditFile(pages, problems);
  }

  private static void take(
      Path file, int line, JsonNode entry, Map<String, List<Edit>> pages, List<String> problems) {
    boolean finding = entry.has("proposal");
    JsonNode edit = finding ? entry.path("proposal") : entry;
    if (finding && !edit.has("page")) {
      return;
    }
    try {
      Edit read =
          new Edit(
              edit.path("page").asString(""),
              edit.path("old").asString(""),
              edit.path("new").asString(""),
              edit.path("summary").asString(""),
              entry.path("audit").asString(""));
      pages.computeIfAbsent(read.page(), page -> new ArrayList<>()).add(read);
    } catch (IllegalArgumentException e) {
      problems.add("%s, line %d: %s.".formatted(file, line, e.getMessage()));
    }
  }
}
