package org.handsel.collection.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handsel.collection.mapping.MappingProfile.Selector;
import org.handsel.collection.mapping.MappingProfile.Transform;
import org.jspecify.annotations.Nullable;

/// Reads selectors: a text, a map with `from` or `xpath`, or a list of these.
final class SelectorReader {
  private static final List<String> KEYS =
      List.of("from", "xpath", "transforms", "language", "qualifier");
  private static final String EXPECTED =
      "a column name or path, or a map with \"from\" or \"xpath\"";

  /// `split(;)`: a name with its argument in brackets.
  private static final Pattern CALL = Pattern.compile("([a-z-]+)\\((.*)\\)", Pattern.DOTALL);

  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");

  private SelectorReader() {}

  /// One or several selectors.
  static List<Selector> several(ProfileNode node) {
    if (!node.isList()) {
      return one(node).map(List::of).orElse(List.of());
    }
    List<Selector> selectors = new ArrayList<>();
    for (ProfileNode item : node.items(EXPECTED)) {
      one(item).ifPresent(selectors::add);
    }
    if (node.items(EXPECTED).isEmpty()) {
      node.error("expected " + EXPECTED + ", found an empty list");
    }
    return selectors;
  }

  static Optional<Selector> one(ProfileNode node) {
    if (node.isText()) {
      return node.text(EXPECTED)
          .map(from -> new Selector(from, null, List.of(), null, null, node.line()));
    }
    if (!node.isMap()) {
      node.error("expected " + EXPECTED + ", found " + node.kind());
      return Optional.empty();
    }
    Map<String, ProfileNode> entries = node.entries(EXPECTED, KEYS);
    String from = text(entries.get("from"), "a column name or path");
    String xpath = text(entries.get("xpath"), "an XPath expression");
    if ((from == null) == (xpath == null)) {
      if (!entries.containsKey("from") && !entries.containsKey("xpath")) {
        node.error("expected \"from\" or \"xpath\", found neither");
      } else if (from != null) {
        node.error("expected either \"from\" or \"xpath\", found both");
      }
      return Optional.empty();
    }
    ProfileNode transforms = entries.get("transforms");
    return Optional.of(
        new Selector(
            from,
            xpath,
            transforms == null ? List.of() : transforms(transforms),
            language(entries.get("language")),
            text(entries.get("qualifier"), "an XPath expression"),
            node.line()));
  }

  private static @Nullable String language(@Nullable ProfileNode node) {
    String language = text(node, "a language code such as sv");
    if (node != null && language != null && !LANGUAGE.matcher(language).matches()) {
      node.error("expected a language code such as sv, found " + ProfileErrors.quote(language));
      return null;
    }
    return language;
  }

  private static List<Transform> transforms(ProfileNode node) {
    List<ProfileNode> items = node.isList() ? node.items("a list of transforms") : List.of(node);
    List<Transform> transforms = new ArrayList<>();
    for (ProfileNode item : items) {
      transform(item).ifPresent(transforms::add);
    }
    return transforms;
  }

  private static Optional<Transform> transform(ProfileNode node) {
    if (node.isMap()) {
      Map<String, ProfileNode> entries = node.entries("a transform");
      if (entries.size() != 1) {
        node.error(
            "expected one transform with its argument, as in {split: \";\"}, found %d names"
                .formatted(entries.size()));
        return Optional.empty();
      }
      Map.Entry<String, ProfileNode> entry = entries.entrySet().iterator().next();
      return check(node, entry.getKey(), argument(entry.getValue()));
    }
    Optional<String> text = node.text("a transform");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Matcher call = CALL.matcher(text.get());
    return call.matches()
        ? check(node, call.group(1), call.group(2))
        : check(node, text.get(), null);
  }

  private static @Nullable String argument(ProfileNode node) {
    if (!node.isList()) {
      return text(node, "an argument");
    }
    List<String> languages = new ArrayList<>();
    for (ProfileNode item : node.items("a list")) {
      item.text("a language").ifPresent(languages::add);
    }
    return String.join(",", languages);
  }

  private static Optional<Transform> check(
      ProfileNode node, String name, @Nullable String argument) {
    Optional<TransformKind> kind = TransformKind.named(name);
    if (kind.isEmpty()) {
      node.error(
          "unknown transform %s: expected %s.%s"
              .formatted(
                  ProfileErrors.quote(name),
                  String.join(", ", TransformKind.names()),
                  ProfileErrors.didYouMean(name, TransformKind.names())));
      return Optional.empty();
    }
    TransformKind.Argument wanted = kind.get().argument();
    boolean given = argument != null && !argument.isEmpty();
    if (given == (wanted == TransformKind.Argument.NONE)) {
      node.error(
          "transform \"%s\": expected %s after it, found %s"
              .formatted(
                  name,
                  wanted.expected(),
                  argument == null ? "nothing" : ProfileErrors.quote(argument)));
      return Optional.empty();
    }
    return Optional.of(new Transform(name, argument));
  }

  private static @Nullable String text(@Nullable ProfileNode node, String expected) {
    return node == null ? null : node.text(expected).orElse(null);
  }
}
