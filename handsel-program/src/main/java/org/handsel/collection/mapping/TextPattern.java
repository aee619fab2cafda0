package org.handsel.collection.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A text with placeholders, as `filename`, `template`, `categories` and `structured-data` of a
/// profile use it.
///
/// `{field}` stands for the field's values; `{a|b}` for the first of them that has one;
/// `{field.part}` for a part of it (`qid`, `category`, `creator`, `edtf`, `text`, `raw`,
/// `language`, `qualifier`); `{?field … ?}` keeps what it encloses only if the field has a value,
/// one blank after the name and one before `?}` being part of the notation; `{source.file}` is the
/// file the record came from, `{file.pages}` how many pages the file has that goes, where it has
/// more than one. Double braces (`{{cc-zero}}`) are wikitext and stay as they are, with the
/// placeholders between them.
///
/// @param source the pattern as written
/// @param parts literal texts and placeholders in order
/// @param line line in the profile, for messages
public record TextPattern(String source, List<Part> parts, int line) {
  public TextPattern {
    parts = List.copyOf(parts);
  }

  /// A piece of a pattern.
  public sealed interface Part {}

  /// Text that stands as written.
  public record Literal(String text) implements Part {}

  /// A value.
  public record Placeholder(List<Name> alternatives) implements Part {
    public Placeholder {
      alternatives = List.copyOf(alternatives);
    }
  }

  /// Parts that appear only when a field has a value.
  public record Optional(Name condition, List<Part> parts) implements Part {
    public Optional {
      parts = List.copyOf(parts);
    }
  }

  /// @param field field of the item, key of `fixed`, or `id`
  /// @param part part of the value, or null for the value itself
  public record Name(String field, @Nullable String part) {}
}
