package org.handsel.collection.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Cuts and pastes in the text of a profile, by the marks of its nodes. Whoever uses it reads the
/// result back: marks of aliases lie elsewhere.
///
/// @param text of the profile
/// @param root of its tree
record ProfileSplice(String text, Node root) {

  String set(List<String> place, String value) {
    Node node = root;
    for (int i = 0; i < place.size(); i++) {
      Node child = ProfilePlaces.child(node, place.get(i));
      boolean last = i == place.size() - 1;
      if (child == null || (ProfilePlaces.isEmpty(child) && node instanceof MappingNode)) {
        return insert(node, place.get(i), child, nested(place.subList(i + 1, place.size()), value));
      }
      if (last) {
        return text.substring(0, start(child)) + value + text.substring(end(child));
      }
      node = child;
    }
    return text;
  }

  /// One more item of a list that has some.
  String append(List<String> place, String value) {
    if (!(ProfilePlaces.at(root, place) instanceof SequenceNode list)) {
      return text;
    }
    Node last = list.getValue().getLast();
    if (isFlow(list)) {
      return text.substring(0, end(last)) + ", " + value + text.substring(end(last));
    }
    int at = endOfLine(end(last));
    return text.substring(0, at)
        + lineEnd()
        + " ".repeat(column(list))
        + "- "
        + value
        + text.substring(at);
  }

  String remove(List<String> place) {
    Node parent = ProfilePlaces.at(root, place.subList(0, place.size() - 1));
    String key = place.getLast();
    if (parent instanceof MappingNode map) {
      int index = index(map, key);
      if (index < 0) {
        return text;
      }
      List<NodeTuple> all = map.getValue();
      return without(
          map,
          start(all.get(index).getKeyNode()),
          end(all.get(index)),
          index + 1 < all.size() ? start(all.get(index + 1).getKeyNode()) : -1,
          index > 0 ? end(all.get(index - 1)) : -1);
    }
    if (parent instanceof SequenceNode list) {
      int index = ProfilePlaces.number(key);
      List<Node> all = list.getValue();
      return without(
          list,
          start(all.get(index)),
          end(all.get(index)),
          index + 1 < all.size() ? start(all.get(index + 1)) : -1,
          index > 0 ? end(all.get(index - 1)) : -1);
    }
    return text;
  }

  /// @param next where the next entry begins; -1 when there is none
  /// @param before where the entry before ends; -1 when there is none
  private String without(CollectionNode<?> parent, int start, int end, int next, int before) {
    if (isFlow(parent)) {
      return next >= 0
          ? text.substring(0, start) + text.substring(next)
          : text.substring(0, before >= 0 ? before : start) + text.substring(end);
    }
    int line = text.lastIndexOf('\n', start - 1) + 1;
    int after = endOfLine(end);
    if (after < text.length()) {
      after += text.startsWith("\r\n", after) ? 2 : 1;
    }
    return text.substring(0, line) + text.substring(after);
  }

  private static String nested(List<String> keys, String value) {
    String nested = value;
    for (String key : keys.reversed()) {
      nested = "{" + key + ": " + nested + "}";
    }
    return nested;
  }

  /// A new entry of a map, or the value of one that has none.
  private String insert(Node parent, String key, @Nullable Node empty, String value) {
    if (!(parent instanceof MappingNode map)) {
      return text;
    }
    boolean section = parent == root && !isFlow(map) && value.startsWith("{");
    String block = section ? lineEnd() + "  " + value.substring(1, value.length() - 1) : "";
    if (empty != null) {
      NodeTuple tuple = ProfilePlaces.tuple(map, key);
      if (tuple == null) {
        return text;
      }
      int colon = text.indexOf(':', end(tuple.getKeyNode())) + 1;
      int past = start(empty) < end(empty) ? end(empty) : colon;
      return section
          ? text.substring(0, endOfLine(past)) + block + text.substring(endOfLine(past))
          : text.substring(0, colon) + " " + value + text.substring(past);
    }
    String entry = key + ":" + (section ? block : " " + value);
    if (isFlow(map)) {
      int at = map.getValue().isEmpty() ? start(map) + 1 : end(map.getValue().getLast());
      String comma = map.getValue().isEmpty() ? "" : ", ";
      return text.substring(0, at) + comma + entry + text.substring(at);
    }
    int at = endOfLine(end(map.getValue().getLast()));
    return text.substring(0, at)
        + lineEnd()
        + " ".repeat(column(map.getValue().getFirst().getKeyNode()))
        + entry
        + text.substring(at);
  }

  private static int index(MappingNode map, String key) {
    for (int i = 0; i < map.getValue().size(); i++) {
      if (map.getValue().get(i).getKeyNode() instanceof ScalarNode scalar
          && scalar.getValue().equals(key)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isFlow(CollectionNode<?> node) {
    return node.getFlowStyle() == FlowStyle.FLOW;
  }

  private String lineEnd() {
    return text.contains("\r\n") ? "\r\n" : "\n";
  }

  private int endOfLine(int from) {
    int end = text.indexOf('\n', from);
    int stop = end < 0 ? text.length() : end;
    return stop > from && text.charAt(stop - 1) == '\r' ? stop - 1 : stop;
  }

  private int end(NodeTuple tuple) {
    Node value = tuple.getValueNode();
    boolean nothing = value instanceof ScalarNode scalar && scalar.getValue().isEmpty();
    return nothing && ProfilePlaces.isEmpty(value)
        ? text.indexOf(':', end(tuple.getKeyNode())) + 1
        : end(value);
  }

  /// Where a node's own text ends: a block's mark lies behind the comments that follow it.
  private int end(Node node) {
    return switch (node) {
      case MappingNode map when !isFlow(map) -> end(map.getValue().getLast());
      case SequenceNode list when !isFlow(list) -> end(list.getValue().getLast());
      case ScalarNode scalar
          when scalar.getScalarStyle() == ScalarStyle.LITERAL
              || scalar.getScalarStyle() == ScalarStyle.FOLDED ->
          start(node)
              + text.substring(start(node), position(node.getEndMark().orElseThrow()))
                  .stripTrailing()
                  .length();
      default -> position(node.getEndMark().orElseThrow());
    };
  }

  private int start(Node node) {
    return position(node.getStartMark().orElseThrow());
  }

  private static int column(Node node) {
    return node.getStartMark().map(Mark::getColumn).orElse(0);
  }

  /// Marks count characters of Unicode.
  private int position(Mark mark) {
    return text.offsetByCodePoints(0, mark.getIndex());
  }
}
