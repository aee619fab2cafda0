package org.handsel.collection.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.sf.saxon.om.AttributeInfo;
import net.sf.saxon.om.NamespaceUri;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.type.Type;

/// Counts values by their path below the record, as a tree of local names.
final class PathCounters {
  /// An element that names its children by numbers must not fill the memory.
  private static final int MAX_PATHS = 20_000;

  private final Place root = new Place("");
  private int paths;

  /// A place in the record, with the counter of its own text.
  private static final class Place {
    private final FieldCounter counter;
    private final String path;
    private final Map<String, Place> below = new LinkedHashMap<>();

    Place(String path) {
      this.path = path;
      counter = new FieldCounter(path.isEmpty() ? "." : path);
    }
  }

  void add(long record, NodeInfo element) {
    visit(record, element, root);
  }

  private void visit(long record, NodeInfo element, Place place) {
    for (AttributeInfo attribute : element.attributes()) {
      Place below = below(place, "@" + attribute.getNodeName().getLocalPart());
      if (below != null) {
        below.counter.add(record, attribute.getValue());
      }
    }
    StringBuilder text = null;
    for (NodeInfo child : element.children()) {
      if (child.getNodeKind() == Type.ELEMENT) {
        Place below = below(place, step(child));
        if (below != null) {
          visit(record, child, below);
        }
      } else if (child.getNodeKind() == Type.TEXT) {
        text = text == null ? new StringBuilder() : text;
        text.append(child.getStringValue());
      }
    }
    if (text != null) {
      place.counter.add(record, text.toString());
    }
  }

  /// Fields of MARC go by their tags, everything else by its name.
  private static String step(NodeInfo element) {
    String local = element.getLocalPart();
    String attribute =
        switch (local) {
          case "datafield", "controlfield" -> "tag";
          case "subfield" -> "code";
          default -> null;
        };
    String value =
        attribute == null ? null : element.getAttributeValue(NamespaceUri.NULL, attribute);
    return value == null ? local : local.equals("subfield") ? "$" + value : value;
  }

  private @org.jspecify.annotations.Nullable Place below(Place place, String step) {
    Place known = place.below.get(step);
    if (known == null && paths < MAX_PATHS) {
      paths++;
      String way = place.path.isEmpty() || step.startsWith("$") ? place.path : place.path + "/";
      known = new Place(way + step);
      place.below.put(step, known);
    }
    return known;
  }

  /// All paths that hold a value, in the order of the records.
  List<FieldProfile> results(long records) {
    List<FieldProfile> results = new ArrayList<>();
    collect(root, records, results);
    return results;
  }

  private static void collect(Place place, long records, List<FieldProfile> into) {
    FieldProfile own = place.counter.result(records);
    if (own.values() > 0) {
      into.add(own);
    }
    place.below.values().forEach(below -> collect(below, records, into));
  }
}
