package org.handsel.release.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.handsel.collection.Value;
import org.handsel.collection.mapping.TextPattern;
import org.handsel.collection.mapping.TextPattern.Literal;
import org.handsel.collection.mapping.TextPattern.Name;
import org.handsel.collection.mapping.TextPattern.Part;
import org.handsel.collection.mapping.TextPattern.Placeholder;
import org.jspecify.annotations.Nullable;

/// Fills the patterns of a profile with the values of one item.
///
/// In wikitext the literal parts are the profile author's own markup; every inserted value is
/// escaped, constants of `fixed` excepted, which the same author wrote. A line of a pattern whose
/// placeholders all lack a value is left out.
final class PatternText {
  private static final int MOST_COMBINATIONS = 500;
  private static final Pattern ADDRESS = Pattern.compile("https?://[^/\\s]+/\\S*");

  private final ItemValues values;
  private final ValueForms forms;

  PatternText(ItemValues values, ValueForms forms) {
    this.values = values;
    this.forms = forms;
  }

  /// One result of a pattern that fans out over values.
  ///
  /// @param language of the value, where the pattern is one placeholder only
  record Each(String text, @Nullable String language) {}

  /// A parameter of a template.
  String wikitext(TextPattern pattern, String parameterForm) {
    if (pattern.parts().size() == 1 && pattern.parts().getFirst() instanceof Placeholder single) {
      return single(single, parameterForm);
    }
    Lines lines = new Lines();
    wikitext(pattern.parts(), lines);
    return lines.finish();
  }

  /// Plain text without any escaping, of the first value of each field: for names of files. An
  /// address stands there by the part that tells it from others of its kind.
  String name(List<Part> parts) {
    return plain(parts, true);
  }

  private String plain(List<Part> parts, boolean inName) {
    StringBuilder out = new StringBuilder();
    for (Part part : parts) {
      switch (part) {
        case Literal literal -> out.append(literal.text());
        case Placeholder placeholder -> {
          Filling filling = filling(placeholder);
          if (filling != null) {
            String text = plainValue(filling.values().getFirst(), filling.name());
            out.append(inName ? tellingPart(text) : text);
          }
        }
        case TextPattern.Optional optional -> {
          if (has(optional.condition())) {
            out.append(plain(optional.parts(), inName));
          }
        }
      }
    }
    return out.toString();
  }

  /// Plain texts, one for each value (or each combination of values); none when a placeholder has
  /// no value.
  List<Each> each(TextPattern pattern) {
    List<Each> results = List.of(new Each("", null));
    boolean single = pattern.parts().size() == 1;
    for (Part part : pattern.parts()) {
      List<Each> ends =
          switch (part) {
            case Literal literal -> List.of(new Each(literal.text(), null));
            case Placeholder placeholder -> ends(placeholder);
            case TextPattern.Optional optional ->
                List.of(
                    new Each(
                        has(optional.condition()) ? plain(optional.parts(), false) : "", null));
          };
      List<Each> longer = new ArrayList<>();
      for (Each start : results) {
        for (Each end : ends) {
          if (longer.size() < MOST_COMBINATIONS) {
            longer.add(new Each(start.text() + end.text(), single ? end.language() : null));
          }
        }
      }
      results = longer;
    }
    return results;
  }

  private List<Each> ends(Placeholder placeholder) {
    Filling filling = filling(placeholder);
    if (filling == null) {
      return List.of();
    }
    boolean categories = "category".equals(filling.name().part());
    return filling.values().stream()
        .filter(value -> filling.name().part() == null || forms.isCreator(value))
        .flatMap(value -> {
          String text = Objects.requireNonNull(ItemValues.part(value, filling.name().part()));
          return (categories ? Stream.of(text.split("\\|")) : Stream.of(text))
              .map(String::strip)
              .filter(each -> !each.isEmpty())
              .map(each -> new Each(each, value.language()));
        })
        .distinct()
        .toList();
  }

  private void wikitext(List<Part> parts, Lines lines) {
    for (Part part : parts) {
      switch (part) {
        case Literal literal -> lines.literal(literal.text());
        case Placeholder placeholder -> {
          Filling filling = filling(placeholder);
          lines.value(filling == null ? "" : inText(filling, lines.insideTemplate()));
        }
        case TextPattern.Optional optional -> {
          if (has(optional.condition())) {
            wikitext(optional.parts(), lines);
          }
        }
      }
    }
  }

  private String single(Placeholder placeholder, String parameterForm) {
    for (Name name : placeholder.alternatives()) {
      Filling filling = filling(name);
      if (filling != null) {
        String text =
            values.trusted(name)
                ? filling.values().getFirst().value()
                : name.part() == null
                    ? forms.show(name.field(), filling.values(), parameterForm)
                    : ValueForms.words(filling.values(), name.part());
        if (!text.isBlank()) {
          return text;
        }
      }
    }
    return "";
  }

  private String inText(Filling filling, boolean insideTemplate) {
    Name name = filling.name();
    if (values.trusted(name)) {
      return filling.values().getFirst().value();
    }
    boolean described = name.field().equals("title") || name.field().equals("description");
    return insideTemplate || described || name.part() != null
        ? ValueForms.words(filling.values(), name.part())
        : forms.show(name.field(), filling.values(), "plain");
  }

  private String plainValue(Value value, Name name) {
    String part = name.part() == null && value.text() != null ? "text" : name.part();
    return Objects.requireNonNullElse(ItemValues.part(value, part), "");
  }

  /// Of an address its last part with a digit, such as `KW-130-E-9` of
  /// `https://iiif.example/KW-130-E-9/manifest`; any other text as it is.
  private static String tellingPart(String text) {
    if (!ADDRESS.matcher(text).matches()) {
      return text;
    }
    List<String> parts = List.of(text.replaceAll("[?#].*", "").split("/+", -1));
    return parts.subList(2, parts.size()).reversed().stream()
        .map(part -> part.replaceFirst("\\.(json|html?|xml|rdf)$", ""))
        .filter(part -> part.chars().anyMatch(Character::isDigit))
        .findFirst()
        .orElse(text);
  }

  private boolean has(Name name) {
    return filling(name) != null;
  }

  private @Nullable Filling filling(Placeholder placeholder) {
    for (Name name : placeholder.alternatives()) {
      Filling filling = filling(name);
      if (filling != null) {
        return filling;
      }
    }
    return null;
  }

  private @Nullable Filling filling(Name name) {
    List<Value> found = values.values(name);
    return found.isEmpty() ? null : new Filling(name, found);
  }

  private record Filling(Name name, List<Value> values) {}

  /// Collects text line by line and drops lines that turned out to say nothing.
  private static final class Lines {
    private final List<String> kept = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private int depth;
    private boolean asked;
    private boolean answered;

    void literal(String text) {
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (text.startsWith("{{", i) || text.startsWith("}}", i)) {
          depth += c == '{' ? 1 : -1;
          line.append(c).append(c);
          i++;
        } else if (c == '\n' && depth <= 0) {
          endLine();
        } else {
          line.append(c);
        }
      }
    }

    void value(String text) {
      asked = true;
      answered |= !text.isBlank();
      line.append(text);
    }

    boolean insideTemplate() {
      return depth > 0;
    }

    String finish() {
      endLine();
      return String.join("\n", kept).strip();
    }

    private void endLine() {
      if ((!asked || answered) && !line.toString().isBlank()) {
        kept.add(line.toString().stripTrailing());
      }
      line.setLength(0);
      asked = false;
      answered = false;
    }
  }
}
