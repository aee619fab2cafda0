package org.handsel.collection.mapping;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// A piece of the YAML text that knows its line and its place, and reports what does not fit.
///
/// Scalars are taken as written: `2026-11` and `no` stay texts, whatever a YAML schema makes of
/// them.
record ProfileNode(Node node, int line, String place, ProfileErrors errors) {

  static ProfileNode of(Node node, String place, ProfileErrors errors) {
    int line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    return new ProfileNode(node, line, place, errors);
  }

  void error(String message) {
    errors.add(line, place, message);
  }

  /// Nothing was written after the colon.
  boolean isEmpty() {
    return node instanceof ScalarNode scalar
        && scalar.getScalarStyle() == ScalarStyle.PLAIN
        && (scalar.getValue().isEmpty()
            || scalar.getValue().equals("~")
            || scalar.getValue().equals("null"));
  }

  boolean isText() {
    return node instanceof ScalarNode && !isEmpty();
  }

  boolean isMap() {
    return node instanceof MappingNode;
  }

  boolean isList() {
    return node instanceof SequenceNode;
  }

  /// The text, or empty after an error was reported.
  Optional<String> text(String expected) {
    if (isText() && node instanceof ScalarNode scalar) {
      return Optional.of(scalar.getValue());
    }
    error("expected " + expected + ", found " + kind());
    return Optional.empty();
  }

  /// The entries of a map in their order; an empty node is an empty map. Repeated keys are errors.
  Map<String, ProfileNode> entries(String expected) {
    Map<String, ProfileNode> entries = new LinkedHashMap<>();
    if (isEmpty()) {
      return entries;
    }
    if (!(node instanceof MappingNode map)) {
      error("expected " + expected + ", found " + kind());
      return entries;
    }
    for (NodeTuple tuple : map.getValue()) {
      int keyLine = tuple.getKeyNode().getStartMark().map(m -> m.getLine() + 1).orElse(line);
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        errors.add(keyLine, place, "expected a name before the colon, found a list or map");
        continue;
      }
      String name = key.getValue();
      String childPlace = place.isEmpty() ? name : place + "." + name;
      ProfileNode child = of(tuple.getValueNode(), childPlace, errors);
      // An empty value is marked where the next token begins; the key's line is the helpful one.
      if (child.isEmpty()) {
        child = new ProfileNode(child.node, keyLine, childPlace, errors);
      }
      ProfileNode earlier = entries.putIfAbsent(name, child);
      if (earlier != null) {
        errors.add(
            keyLine,
            place,
            "\"%s\" stands here twice: the first is on line %d. Keep one."
                .formatted(name, earlier.line));
      }
    }
    return entries;
  }

  /// Entries of a map with known keys; any other key is an error.
  Map<String, ProfileNode> entries(String expected, Collection<String> known) {
    Map<String, ProfileNode> entries = entries(expected);
    entries.forEach((name, child) -> {
      if (!known.contains(name)) {
        errors.add(
            child.line,
            place,
            "unknown key \"%s\": expected %s.%s"
                .formatted(name, String.join(", ", known), ProfileErrors.didYouMean(name, known)));
      }
    });
    return entries;
  }

  /// The items of a list; an empty node is an empty list.
  List<ProfileNode> items(String expected) {
    if (isEmpty()) {
      return List.of();
    }
    if (!(node instanceof SequenceNode list)) {
      error("expected " + expected + ", found " + kind());
      return List.of();
    }
    return list.getValue().stream().map(item -> of(item, place, errors)).toList();
  }

  /// What stands here, for messages.
  String kind() {
    return switch (node) {
      case ScalarNode scalar when isEmpty() -> "nothing";
      case ScalarNode scalar -> ProfileErrors.quote(scalar.getValue());
      case MappingNode map -> "a map";
      case SequenceNode list -> "a list";
      default -> "something else";
    };
  }
}
