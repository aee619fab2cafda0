package org.handsel.collection.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// The text of a mapping profile, of which single values can be changed while everything else stays
/// as people wrote it: comments, order, keys that this program does not know, line ends.
///
/// A place is a list of keys and, within lists, numbers from 0: `fields, title, 1, language`. Every
/// change is read back and compared with what it was meant to be, so that a profile written in an
/// unexpected way (anchors, tabs) is refused and never damaged. Immutable.
///
/// @param text YAML
public record ProfileText(String text) {

  /// What stands at a place, on one line; empty when nothing does.
  public Optional<String> value(List<String> place) {
    Node node = root();
    for (String key : place) {
      node = ProfilePlaces.child(node, key);
      if (node == null) {
        return Optional.empty();
      }
    }
    Object tree = tree(node);
    boolean nothing = tree.equals("") && !(node instanceof ScalarNode);
    return nothing || ProfilePlaces.isEmpty(node) ? Optional.empty() : Optional.of(flow(tree));
  }

  /// The text at a place that is no list and no map.
  public Optional<String> scalar(List<String> place) {
    Node node = root();
    for (String key : place) {
      node = ProfilePlaces.child(node, key);
      if (node == null) {
        return Optional.empty();
      }
    }
    return node instanceof ScalarNode scalar && !ProfilePlaces.isEmpty(node)
        ? Optional.of(scalar.getValue())
        : Optional.empty();
  }

  /// The texts of a list, or the one text that stands in its place.
  public List<String> scalars(List<String> place) {
    List<String> all = new ArrayList<>();
    for (int i = 0; value(with(place, String.valueOf(i))).isPresent(); i++) {
      scalar(with(place, String.valueOf(i))).ifPresent(all::add);
    }
    if (all.isEmpty()) {
      scalar(place).ifPresent(all::add);
    }
    return all;
  }

  /// The keys of the map at a place, in their order; none where there is no map.
  public List<String> keys(List<String> place) {
    Node node = root();
    for (String key : place) {
      node = ProfilePlaces.child(node, key);
      if (node == null) {
        return List.of();
      }
    }
    return node instanceof MappingNode map
        ? map.getValue().stream()
            .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode)
            .map(tuple -> ((ScalarNode) tuple.getKeyNode()).getValue())
            .toList()
        : List.of();
  }

  /// Names of the files that the profile speaks of: mapping and lookup tables, joined tables,
  /// descriptions of templates.
  public List<String> files() {
    List<String> files = new ArrayList<>();
    files("", tree(root()), files);
    return files;
  }

  private static void files(String key, Object tree, List<String> files) {
    switch (tree) {
      case Map<?, ?> map ->
          map.forEach((name, value) ->
              files(key.equals("mapped") ? "file" : String.valueOf(name), value, files));
      case List<?> list -> list.forEach(each -> files(key, each, files));
      default -> {
        String text = String.valueOf(tree);
        if (key.equals("file") || key.equals("lookup")) {
          files.add(text);
        } else if (text.startsWith("lookup(")) {
          files.add(text.substring("lookup(".length(), Math.max(7, text.lastIndexOf(')'))));
        }
      }
    }
  }

  /// Puts a value at a place; sections on the way are made.
  ///
  /// @param value on one line, as YAML writes it within braces
  /// @throws HandselException with exit 2 when the profile is written in a way that cannot be
  ///   changed here
  public ProfileText set(List<String> place, String value) {
    return checked(new ProfileSplice(text, root()).set(place, value), place, node(value));
  }

  /// Puts one more value beside what stands at a place.
  public ProfileText add(List<String> place, String value) {
    Optional<String> before = value(place);
    if (before.isEmpty()) {
      return set(place, value);
    }
    Object now = tree(composed(before.get()));
    List<Object> longer = new ArrayList<>(now instanceof List<?> list ? list : List.of(now));
    longer.add(tree(node(value)));
    ProfileSplice splice = new ProfileSplice(text, root());
    String changed =
        now instanceof List<?> list && !list.isEmpty()
            ? splice.append(place, value)
            : splice.set(place, flow(longer));
    return checked(changed, place, composed(flow(longer)));
  }

  /// Takes away what stands at a place; the same text when nothing does.
  public ProfileText remove(List<String> place) {
    return ProfilePlaces.at(root(), place) == null
        ? this
        : checked(new ProfileSplice(text, root()).remove(place), place, null);
  }

  /// A text as one YAML scalar that means this text and nothing else, also within braces.
  public static String quoted(String text) {
    boolean plain =
        text.matches("[\\p{L}_][\\p{L}\\p{N}_/.-]*( [\\p{L}\\p{N}_/.-]+)*")
            && !text.matches("(?i)true|false|yes|no|on|off|null|none|y|n");
    return plain ? text : Json.line(text);
  }

  private ProfileText checked(String changed, List<String> place, @Nullable Node value) {
    Object wanted = ProfilePlaces.put(tree(root()), place, value == null ? null : tree(value));
    Object found;
    try {
      found = tree(composed(changed));
    } catch (HandselException broken) {
      found = "";
    }
    if (!found.equals(wanted)) {
      throw HandselException.usage(
          "%s: the profile is written in a way that cannot be changed here without harm. Change it as a text."
              .formatted(String.join(".", place)));
    }
    return new ProfileText(changed);
  }

  private static List<String> with(List<String> place, String key) {
    List<String> longer = new ArrayList<>(place);
    longer.add(key);
    return longer;
  }

  private Node root() {
    return composed(text);
  }

  private static Node node(String value) {
    return composed(value);
  }

  private static Node composed(String text) {
    try {
      return new Compose(LoadSettings.builder().build())
          .composeString(text)
          .orElseThrow(() -> HandselException.usage("the profile is empty"));
    } catch (YamlEngineException broken) {
      throw HandselException.usage(
          "the profile is not YAML: " + Blanks.collapse(String.valueOf(broken.getMessage())));
    }
  }

  /// Scalars are texts, whatever a YAML schema makes of them.
  static Object tree(Node node) {
    return switch (node) {
      case MappingNode map -> {
        Map<String, Object> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : map.getValue()) {
          entries.put(String.valueOf(tree(tuple.getKeyNode())), tree(tuple.getValueNode()));
        }
        yield entries.isEmpty() ? "" : entries;
      }
      case SequenceNode list when list.getValue().isEmpty() -> "";
      case SequenceNode list -> list.getValue().stream().map(ProfileText::tree).toList();
      case ScalarNode scalar -> ProfilePlaces.isEmpty(node) ? "" : scalar.getValue();
      default -> "";
    };
  }

  private static String flow(Object tree) {
    return switch (tree) {
      case Map<?, ?> map -> {
        List<String> parts = new ArrayList<>();
        map.forEach((key, value) -> parts.add(quoted(String.valueOf(key)) + ": " + flow(value)));
        yield "{" + String.join(", ", parts) + "}";
      }
      case List<?> list ->
          "[" + String.join(", ", list.stream().map(ProfileText::flow).toList()) + "]";
      default -> quoted(String.valueOf(tree));
    };
  }
}
