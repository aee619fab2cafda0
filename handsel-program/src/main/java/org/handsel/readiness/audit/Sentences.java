package org.handsel.readiness.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.handsel.platform.Json;
import org.handsel.platform.ResourceTable;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/// Tells findings in sentences of any language. What is told follows from the evidence alone, so
/// that a finding that was written down long ago can be told in a language that was added since.
/// From `sentences.tsv`. Immutable; safe for threads.
public final class Sentences {
  private static final Set<String> KINDS = Set.of("person", "corporate", "family", "group");

  private final Map<String, List<Sentence>> byAudit = new HashMap<>();

  private Sentences() {}

  /// Gives the text of a key, with its arguments filled in.
  public interface Texts {
    String of(String key, Object... arguments);
  }

  /// @param negated whether it holds where it otherwise would not
  /// @param size whether the value is the size of a list
  /// @param value that is expected; null where anything will do that is not empty
  private record Condition(String name, boolean negated, boolean size, @Nullable String value) {}

  private record Sentence(String key, List<Condition> when, List<String> arguments) {}

  public static Sentences load() {
    Sentences sentences = new Sentences();
    ResourceTable table =
        ResourceTable.read(Sentences.class, "sentences.tsv", "key", "audit", "when", "arguments");
    for (ResourceTable.Row row : table.rows()) {
      sentences
          .byAudit
          .computeIfAbsent(row.cell(1), audit -> new ArrayList<>())
          .add(
              new Sentence(
                  "readiness.finding." + row.cell(0),
                  row.list(2).stream().map(Sentences::condition).toList(),
                  row.list(3)));
    }
    return sentences;
  }

  private static Condition condition(String written) {
    boolean negated = written.startsWith("!");
    String rest = negated ? written.substring(1) : written;
    int equals = rest.indexOf('=');
    String name = equals < 0 ? rest : rest.substring(0, equals);
    boolean size = name.endsWith("#");
    return new Condition(
        size ? name.substring(0, name.length() - 1) : name,
        negated,
        size,
        equals < 0 ? null : rest.substring(equals + 1));
  }

  /// Keys of the texts with the number of arguments that fill each.
  Map<String, Integer> keys() {
    return byAudit.values().stream()
        .flatMap(List::stream)
        .collect(Collectors.toMap(Sentence::key, sentence -> sentence.arguments.size()));
  }

  /// What a finding says.
  ///
  /// @param evidence of the finding: texts, numbers, truth values and lists
  public String of(String audit, Map<String, ?> evidence, Texts texts) {
    StringBuilder told = new StringBuilder();
    for (Sentence sentence : byAudit.getOrDefault(audit, List.of())) {
      if (sentence.when.stream().allMatch(condition -> holds(condition, evidence))) {
        Object[] arguments =
            sentence.arguments.stream()
                .map(argument -> argument(argument, evidence, texts))
                .toArray();
        told.append(told.isEmpty() ? "" : " ").append(texts.of(sentence.key, arguments));
      }
    }
    return told.toString();
  }

  /// What a finding that was written down says.
  ///
  /// @param finding a line of `findings.jsonl`; of an audit that is no longer known its message
  ///   comes back
  public String of(JsonNode finding, Texts texts) {
    Map<String, ?> evidence =
        Json.mapper().convertValue(finding.path("evidence"), new TypeReference<>() {});
    String told = evidence == null ? "" : of(finding.path("audit").asString(""), evidence, texts);
    return told.isEmpty() ? finding.path("message").asString("") : told;
  }

  private static boolean holds(Condition condition, Map<String, ?> evidence) {
    Object found = evidence.get(condition.name);
    String text = condition.size ? String.valueOf(size(found)) : text(found);
    boolean holds =
        condition.value == null
            ? !text.isEmpty() && !text.equals("false")
            : text.equals(condition.value);
    return holds != condition.negated;
  }

  private static Object argument(String argument, Map<String, ?> evidence, Texts texts) {
    if (argument.startsWith("{{")) {
      return "{{" + text(evidence.get(argument.substring(2, argument.length() - 2))) + "}}";
    }
    if (argument.endsWith("#")) {
      return size(evidence.get(argument.substring(0, argument.length() - 1)));
    }
    if (argument.endsWith("$")) {
      Object list = evidence.get(argument.substring(0, argument.length() - 1));
      return list instanceof List<?> values && !values.isEmpty() ? text(values.getLast()) : "";
    }
    if (argument.endsWith("@kind")) {
      String kind = text(evidence.get(argument.substring(0, argument.indexOf('@'))));
      return texts.of("readiness.kind." + (KINDS.contains(kind) ? kind : "other"));
    }
    Object found = evidence.get(argument);
    return found instanceof Number ? found : text(found);
  }

  private static int size(@Nullable Object found) {
    return found instanceof Collection<?> list ? list.size() : 0;
  }

  private static String text(@Nullable Object found) {
    if (found instanceof Collection<?> list) {
      List<String> values = list.stream().map(Sentences::text).toList();
      // Names are turned round with a comma, which would not part one from the next.
      return String.join(
          values.stream().anyMatch(value -> value.contains(",")) ? "; " : ", ", values);
    }
    return found == null ? "" : String.valueOf(found);
  }
}
