package org.handsel.collection.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Finds places in the tree of a profile.
final class ProfilePlaces {
  private ProfilePlaces() {}

  static @Nullable Node at(Node root, List<String> place) {
    Node node = root;
    for (String key : place) {
      node = child(node, key);
      if (node == null) {
        return null;
      }
    }
    return node;
  }

  static @Nullable Node child(Node node, String key) {
    if (node instanceof MappingNode map) {
      NodeTuple tuple = tuple(map, key);
      return tuple == null ? null : tuple.getValueNode();
    }
    int number = number(key);
    return node instanceof SequenceNode list && number >= 0 && number < list.getValue().size()
        ? list.getValue().get(number)
        : null;
  }

  static @Nullable NodeTuple tuple(MappingNode map, String key) {
    for (NodeTuple tuple : map.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode scalar && scalar.getValue().equals(key)) {
        return tuple;
      }
    }
    return null;
  }

  static int number(String key) {
    return key.matches("[0-9]{1,4}") ? Integer.parseInt(key) : -1;
  }

  /// Nothing was written after the colon.
  static boolean isEmpty(Node node) {
    return node instanceof ScalarNode scalar
        && scalar.getScalarStyle() == ScalarStyle.PLAIN
        && (scalar.getValue().isEmpty()
            || scalar.getValue().equals("~")
            || scalar.getValue().equals("null"));
  }

  /// What a tree should be after a change.
  ///
  /// @param value null to take away what stands there
  static Object put(Object tree, List<String> place, @Nullable Object value) {
    String key = place.getFirst();
    List<String> rest = place.subList(1, place.size());
    if (tree instanceof List<?> list) {
      List<Object> changed = new ArrayList<>(list);
      int number = number(key);
      if (rest.isEmpty() && value == null) {
        changed.remove(number);
      } else {
        changed.set(number, rest.isEmpty() ? value : put(changed.get(number), rest, value));
      }
      return changed.isEmpty() ? "" : changed;
    }
    Map<String, Object> changed = new LinkedHashMap<>();
    if (tree instanceof Map<?, ?> map) {
      map.forEach((name, each) -> changed.put(String.valueOf(name), each));
    }
    if (!rest.isEmpty()) {
      changed.put(key, put(changed.getOrDefault(key, ""), rest, value));
    } else if (value == null) {
      changed.remove(key);
    } else {
      changed.put(key, value);
    }
    // An empty section is written with nothing after its colon.
    return changed.isEmpty() ? "" : changed;
  }
}
