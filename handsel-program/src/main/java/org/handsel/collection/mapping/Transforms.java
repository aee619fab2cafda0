package org.handsel.collection.mapping;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.handsel.collection.Value;
import org.handsel.collection.mapping.MappingProfile.Transform;
import org.handsel.rights.RightsStatement;
import org.handsel.rights.Verdict;
import org.handsel.text.Dates.ParsedDate;
import org.handsel.text.Dimensions.Measures;
import org.jspecify.annotations.Nullable;

/// Carries out the transforms of one selector, in order. Used by one thread.
final class Transforms {
  private record Step(TransformKind kind, String argument, @Nullable MappingTable<String> table) {}

  private final List<Step> steps;
  private final Knowledge knowledge;

  private Transforms(List<Step> steps, Knowledge knowledge) {
    this.steps = steps;
    this.knowledge = knowledge;
  }

  /// @param folder where the profile lies; tables are relative to it
  /// @param errors takes a table's file, line and message; nothing is thrown for a bad table
  static Transforms of(
      List<Transform> transforms, Path folder, Knowledge knowledge, TableErrors errors) {
    List<Step> steps = new ArrayList<>();
    for (Transform transform : transforms) {
      TransformKind kind = TransformKind.named(transform.name()).orElseThrow();
      String argument = transform.argument() == null ? "" : transform.argument();
      MappingTable<String> table =
          kind == TransformKind.LOOKUP
              ? MappingTable.lookup(folder.resolve(argument), errors.in(argument))
              : null;
      steps.add(new Step(kind, argument, table));
    }
    return new Transforms(List.copyOf(steps), knowledge);
  }

  /// Takes what is wrong with a table.
  interface TableErrors {
    void add(String table, int line, String message);

    default BiConsumer<Integer, String> in(String table) {
      return (line, message) -> add(table, line, message);
    }
  }

  List<Value> apply(List<Value> values, String field, RecordProblems problems) {
    List<Value> current = values;
    for (Step step : steps) {
      if (current.isEmpty()) {
        return current;
      }
      current = apply(step, current, field, problems);
    }
    return current;
  }

  private List<Value> apply(Step step, List<Value> values, String field, RecordProblems problems) {
    return switch (step.kind()) {
      case TRIM -> each(values, Blanks::collapse);
      case HTML -> each(values, knowledge.html());
      case SPLIT -> split(values, step.argument());
      case FLIP_NAME -> each(values, knowledge.flip());
      case PERSON -> each(values, knowledge.person());
      case DATE -> values.stream().map(value -> date(value, field, problems)).toList();
      case DIMENSIONS -> values.stream().map(value -> measures(value, field, problems)).toList();
      case RIGHTS -> values.stream().map(value -> rights(value, field, problems)).toList();
      case LOOKUP -> lookup(values, step, field, problems);
      case LANGUAGE -> preferred(values, step.argument());
    };
  }

  private static List<Value> each(List<Value> values, UnaryOperator<String> change) {
    List<Value> changed = new ArrayList<>(values.size());
    for (Value value : values) {
      String text = Blanks.strip(change.apply(value.value()));
      if (!text.isEmpty()) {
        changed.add(value.withValue(text));
      }
    }
    return changed;
  }

  private static List<Value> split(List<Value> values, String separator) {
    List<Value> parts = new ArrayList<>();
    for (Value value : values) {
      int from = 0;
      for (int at = value.value().indexOf(separator);
          from <= value.value().length();
          at = value.value().indexOf(separator, from)) {
        int end = at < 0 ? value.value().length() : at;
        String part = Blanks.strip(value.value().substring(from, end));
        if (!part.isEmpty()) {
          parts.add(value.withValue(part));
        }
        from = end + separator.length();
      }
    }
    return parts;
  }

  private Value date(Value value, String field, RecordProblems problems) {
    Optional<ParsedDate> parsed =
        knowledge.dates().apply(new Knowledge.DateText(value.value(), value.language()));
    if (parsed.isPresent()) {
      return value.withValue(parsed.get().edtf()).withText(parsed.get().text());
    }
    if (knowledge.undated().test(value.value())) {
      return value.withText(value.value());
    }
    problems.add(
        field,
        value.path(),
        ProblemCode.DATE_UNPARSED,
        value.raw(),
        "%s is not understood as a date; it is kept as text"
            .formatted(ProfileErrors.quote(value.value())));
    return value.withText(value.value());
  }

  private Value measures(Value value, String field, RecordProblems problems) {
    Optional<Measures> parsed = knowledge.dimensions().apply(value.value());
    if (parsed.isPresent()) {
      return value.withValue(parsed.get().display());
    }
    problems.add(
        field,
        value.path(),
        ProblemCode.DIMENSIONS_UNPARSED,
        value.raw(),
        "%s is not understood as measures; it is kept as text"
            .formatted(ProfileErrors.quote(value.value())));
    return value;
  }

  private Value rights(Value value, String field, RecordProblems problems) {
    RightsStatement statement = knowledge.rights().apply(value.value());
    if (statement.uri() != null) {
      return value.withValue(statement.uri()).withText(value.value());
    }
    // The section `rights` judges for itself and says then what that means for the file.
    if (statement.verdict() == Verdict.UNKNOWN && !field.startsWith("rights.")) {
      problems.add(
          field, value.path(), ProblemCode.RIGHTS_UNKNOWN, value.raw(), statement.reason());
    }
    return value;
  }

  private static List<Value> lookup(
      List<Value> values, Step step, String field, RecordProblems problems) {
    MappingTable<String> table = step.table();
    if (table == null) {
      return values;
    }
    List<Value> found = new ArrayList<>();
    for (Value value : values) {
      String result = table.find(value.value());
      if (result == null) {
        problems.add(
            field,
            value.path(),
            ProblemCode.LOOKUP_MISSING,
            value.raw(),
            "%s is not in %s; add a row for it"
                .formatted(ProfileErrors.quote(value.value()), step.argument()));
        found.add(value);
      } else if (!Blanks.isBlank(result)) {
        found.add(value.withValue(Blanks.strip(result)));
      }
    }
    return found;
  }

  private static List<Value> preferred(List<Value> values, String languages) {
    for (String wanted : languages.split(",")) {
      List<Value> ofLanguage =
          values.stream().filter(value -> speaks(value.language(), wanted.strip())).toList();
      if (!ofLanguage.isEmpty()) {
        return ofLanguage;
      }
    }
    return values;
  }

  /// `sv` includes `sv-SE`.
  private static boolean speaks(@Nullable String language, String wanted) {
    if (language == null) {
      return false;
    }
    String tag = language.toLowerCase(Locale.ROOT);
    String range = wanted.toLowerCase(Locale.ROOT);
    return tag.equals(range) || tag.startsWith(range + "-");
  }
}
