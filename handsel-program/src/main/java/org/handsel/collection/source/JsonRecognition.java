package org.handsel.collection.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.handsel.platform.Tsv;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Finds where the records of a JSON text are, in its beginning.
final class JsonRecognition {
  private static final int DEEPEST = 4;

  /// Keys under which answers of interfaces hold their records: `json-records.tsv`.
  static final Set<String> LISTS =
      Tsv.resource(KnownNames.class, "json-records.tsv").stream()
          .map(List::getFirst)
          .collect(java.util.stream.Collectors.toUnmodifiableSet());

  private JsonRecognition() {}

  /// `response/docs` as its keys.
  static List<String> steps(String path) {
    return Stream.of(path.strip().split("/", -1)).filter(step -> !step.isEmpty()).toList();
  }

  /// The keys that lead to the list of records; empty where the root is the list, a record, or one
  /// of several.
  static List<String> path(String sample) {
    List<String> found = null;
    List<String> keys = new ArrayList<>();
    // An object that has a title is a record, whatever lists are in it.
    Set<Integer> titled = new HashSet<>();
    int depth = 0;
    int roots = 0;
    try (JsonParser json = JsonTree.parser(sample)) {
      JsonToken token;
      while ((token = json.nextToken()) != null) {
        if (depth == 0 && (token.isStructStart() || token.isScalarValue())) {
          roots++;
          if (roots > 1 || token == JsonToken.START_ARRAY) {
            return List.of();
          }
        }
        switch (token) {
          case START_OBJECT -> depth++;
          case END_OBJECT -> depth--;
          case START_ARRAY -> {
            if (found == null
                && isList(keys, depth, titled)
                && json.nextToken() == JsonToken.START_OBJECT) {
              found = List.copyOf(keys);
            }
            skipToEnd(json, depth);
          }
          case PROPERTY_NAME -> {
            while (keys.size() >= depth) {
              keys.removeLast();
            }
            keys.add(json.currentName());
            if (json.currentName().equals("title") || json.currentName().equals("label")) {
              titled.add(depth);
            }
          }
          default -> {
            // Values say nothing of the outline.
          }
        }
      }
    } catch (JacksonException endOfSample) {
      // The sample is cut somewhere; what is known by then decides.
    }
    return found == null ? List.of() : found;
  }

  private static boolean isList(List<String> keys, int depth, Set<Integer> titled) {
    return depth == keys.size()
        && depth <= DEEPEST
        && !titled.contains(depth)
        && LISTS.contains(keys.getLast());
  }

  /// Leaves the array that is being read; `depth` objects are open around it.
  private static void skipToEnd(JsonParser json, int depth) {
    while (json.streamReadContext().getNestingDepth() > depth) {
      if (json.nextToken() == null) {
        return;
      }
    }
  }
}
