package org.handsel.collection.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.handsel.collection.mapping.TextPattern.Literal;
import org.handsel.collection.mapping.TextPattern.Name;
import org.handsel.collection.mapping.TextPattern.Part;
import org.handsel.collection.mapping.TextPattern.Placeholder;

/// Reads the grammar of [TextPattern] and checks its names against what the profile defines.
///
/// Double braces are wikitext: they stay, and single-brace placeholders between them work, so that
/// `{{Creator:{creator.creator}}}` is a template call around a value. In `{?field text ?}` one
/// blank after the field's name and one before `?}` belong to the notation.
final class PatternReader {
  private static final List<String> PARTS =
      List.of("qid", "category", "creator", "edtf", "text", "raw", "language", "qualifier");

  /// What the program knows of the record and of the file.
  private static final Set<String> OWN = Set.of("source.file", "file.pages");

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

  private final ProfileNode node;
  private final String source;
  private final Set<String> known;
  private int at;

  private PatternReader(ProfileNode node, String source, Collection<String> known) {
    this.node = node;
    this.source = source;
    this.known = new LinkedHashSet<>(known);
  }

  /// @param known fields and constants of the profile and `id`
  /// @return empty after errors were reported
  static Optional<TextPattern> read(ProfileNode node, Collection<String> known) {
    Optional<String> text = node.text("a text with placeholders such as {title}");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    PatternReader reader = new PatternReader(node, text.get(), known);
    try {
      List<Part> parts = reader.parts(false);
      return Optional.of(new TextPattern(text.get(), parts, node.line()));
    } catch (BadPattern e) {
      node.error("%s in pattern %s".formatted(e.getMessage(), ProfileErrors.quote(text.get())));
      return Optional.empty();
    }
  }

  private List<Part> parts(boolean inOptional) throws BadPattern {
    List<Part> parts = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    int doubles = 0;
    while (at < source.length()) {
      if (source.startsWith("{{", at)) {
        literal.append("{{");
        at += 2;
        doubles++;
      } else if (doubles > 0 && source.startsWith("}}", at)) {
        literal.append("}}");
        at += 2;
        doubles--;
      } else if (inOptional && source.startsWith("?}", at)) {
        at += 2;
        if (!literal.isEmpty() && literal.charAt(literal.length() - 1) == ' ') {
          literal.setLength(literal.length() - 1);
        }
        flush(literal, parts);
        return parts;
      } else if (source.startsWith("{?", at)) {
        flush(literal, parts);
        parts.add(optional());
      } else if (source.charAt(at) == '{') {
        flush(literal, parts);
        parts.add(placeholder());
      } else if (source.charAt(at) == '}') {
        throw new BadPattern("expected \"{\" before \"}\" at character " + (at + 1));
      } else {
        literal.append(source.charAt(at++));
      }
    }
    if (inOptional) {
      throw new BadPattern("expected \"?}\" to close \"{?\"");
    }
    if (doubles > 0) {
      throw new BadPattern("expected \"}}\" to close \"{{\"");
    }
    flush(literal, parts);
    return parts;
  }

  private static void flush(StringBuilder literal, List<Part> parts) {
    if (!literal.isEmpty()) {
      parts.add(new Literal(literal.toString()));
      literal.setLength(0);
    }
  }

  private Part placeholder() throws BadPattern {
    int end = source.indexOf('}', at);
    if (end < 0) {
      throw new BadPattern("expected \"}\" after \"{\" at character " + (at + 1));
    }
    String inside = source.substring(at + 1, end);
    at = end + 1;
    List<Name> names = new ArrayList<>();
    for (String name : inside.split("\\|", -1)) {
      names.add(name(name));
    }
    return new Placeholder(names);
  }

  private Part optional() throws BadPattern {
    int start = at + 2;
    int end = start;
    while (end < source.length() && nameCharacter(source.charAt(end))) {
      end++;
    }
    Name condition = name(source.substring(start, end));
    at = end < source.length() && source.charAt(end) == ' ' ? end + 1 : end;
    return new TextPattern.Optional(condition, parts(true));
  }

  private static boolean nameCharacter(char c) {
    return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '.';
  }

  private Name name(String text) throws BadPattern {
    int dot = text.indexOf('.');
    String field = dot < 0 ? text : text.substring(0, dot);
    String part = dot < 0 ? null : text.substring(dot + 1);
    if (!NAME.matcher(field).matches()) {
      throw new BadPattern("expected a field's name, found " + ProfileErrors.quote(text));
    }
    if (OWN.contains(text)) {
      return new Name(field, part);
    }
    if (!known.contains(field)) {
      node.error(
          "unknown field %s in pattern: known are %s.%s"
              .formatted(
                  ProfileErrors.quote(field),
                  String.join(", ", known),
                  ProfileErrors.didYouMean(field, known)));
    }
    if (part != null && !PARTS.contains(part)) {
      node.error(
          "unknown part %s of %s in pattern: expected %s.%s"
              .formatted(
                  ProfileErrors.quote(part),
                  field,
                  String.join(", ", PARTS),
                  ProfileErrors.didYouMean(part, PARTS)));
    }
    return new Name(field, part);
  }

  /// The grammar was left; reported by [#read].
  private static final class BadPattern extends Exception {
    private static final long serialVersionUID = 1L;

    BadPattern(String message) {
      super(message);
    }
  }
}
