package org.handsel.partnership.commitment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handsel.platform.HandselException;
import org.handsel.platform.ResourceTable;
import org.handsel.platform.Said;

/// What may be promised, and the words by which a promise that nobody can keep gives itself away.
/// Immutable.
final class PromiseRules {
  private static final int FLAGS =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

  /// A refusal is no promise: "we do not promise that", "ohne Garantie".
  private static final Pattern NOT =
      Pattern.compile(
          "\\b(not|no|never|nor|without|cannot|can't|don't|nicht|kein|keine|keinen|keinerlei|nie|ohne|weder)\\b",
          FLAGS);

  private final Map<String, PromiseKind> kinds = new LinkedHashMap<>();
  private final List<Words> words = new ArrayList<>();

  private record Words(PromiseKind kind, Pattern pattern) {}

  /// A promise that nobody can keep.
  record Impossible(PromiseKind kind, String words) {}

  PromiseRules() {
    for (ResourceTable.Row row :
        ResourceTable.read(
                PromiseRules.class,
                "promise-kinds.tsv",
                "id",
                "may",
                "title_en",
                "title_de",
                "reason_en",
                "reason_de",
                "instead_en",
                "instead_de",
                "source")
            .rows()) {
      kinds.put(
          row.cell(0),
          new PromiseKind(
              row.cell(0),
              row.cell(1),
              new Said(row.cell(2), row.cell(3)),
              new Said(row.cell(4), row.cell(5)),
              new Said(row.cell(6), row.cell(7)),
              row.cell(8)));
    }
    for (ResourceTable.Row row :
        ResourceTable.read(
                PromiseRules.class, "impossible-words.tsv", "kind", "language", "pattern")
            .rows()) {
      PromiseKind kind = kinds.get(row.cell(0));
      if (kind == null || !kind.impossible()) {
        throw ResourceTable.malformed(
            "impossible-words.tsv", row.line(), "no impossible kind " + row.cell(0));
      }
      words.add(new Words(kind, Pattern.compile(row.cell(2), FLAGS)));
    }
  }

  List<PromiseKind> kinds() {
    return List.copyOf(kinds.values());
  }

  PromiseKind kind(String id) {
    PromiseKind kind = kinds.get(id);
    if (kind == null) {
      throw HandselException.usage(
          "kind of promise: expected one of %s, found \"%s\"."
              .formatted(String.join(", ", kinds.keySet()), id));
    }
    return kind;
  }

  /// Whether nobody can keep this, by its kind or by its words.
  Optional<Impossible> impossible(PromiseKind kind, String text) {
    if (kind.impossible()) {
      return Optional.of(new Impossible(kind, ""));
    }
    for (String sentence : text.split("(?<=[.;!?])\\s+|\\R")) {
      for (Words one : words) {
        Matcher matcher = one.pattern().matcher(sentence);
        if (matcher.find() && !NOT.matcher(before(sentence, matcher, one)).find()) {
          return Optional.of(new Impossible(one.kind(), matcher.group().strip()));
        }
      }
    }
    return Optional.empty();
  }

  /// Where a "not" would turn the promise round. "never be deleted" is a promise itself, so that
  /// its own words do not count.
  private static String before(String sentence, Matcher matcher, Words one) {
    return one.kind().id().equals("permanence")
        ? sentence.substring(0, matcher.start())
        : sentence.substring(0, matcher.end());
  }
}
