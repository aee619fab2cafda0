package org.handsel.collection.mapping;

import java.util.HashMap;
import java.util.Map;
import net.sf.saxon.om.NamespaceUri;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.type.Type;
import org.handsel.collection.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/// Where nodes of a record stand, and in which language: paths with positions where a name repeats
/// (`/lido:lido/lido:eventSet[2]/…`), column names in rows. Remembers what it found out for the
/// current record. Used by one thread.
final class NodePlaces {
  /// @param path XPath from the record element, or the column
  /// @param language the nearest `xml:lang`, or null
  record Place(String path, @Nullable String language) {}

  private final Map<NodeInfo, Place> places = new HashMap<>();
  private @Nullable SourceRecord record;
  private @Nullable NodeInfo root;

  void start(SourceRecord next) {
    places.clear();
    record = next;
    root = null;
  }

  Place of(NodeInfo node) {
    Place known = places.get(node);
    if (known == null) {
      known = find(node);
      places.put(node, known);
    }
    return known;
  }

  private Place find(NodeInfo node) {
    boolean row = record != null && record.isRow();
    NodeInfo parent = isRoot(node) || !(node.getParent() instanceof NodeInfo p) ? null : p;
    if (parent == null || parent.getNodeKind() == Type.DOCUMENT) {
      return new Place(row ? "" : "/" + node.getDisplayName(), ownLanguage(node, null));
    }
    Place above = of(parent);
    if (row) {
      return new Place(cell(node, parent, above.path()), null);
    }
    return switch (node.getNodeKind()) {
      case Type.ELEMENT ->
          new Place(
              above.path() + "/" + node.getDisplayName() + position(node, parent),
              ownLanguage(node, above.language()));
      case Type.ATTRIBUTE ->
          new Place(above.path() + "/@" + node.getDisplayName(), above.language());
      default -> new Place(above.path() + "/text()", above.language());
    };
  }

  private boolean isRoot(NodeInfo node) {
    if (root == null && record != null) {
      root = record.node().getUnderlyingNode();
    }
    return node.equals(root);
  }

  private static @Nullable String ownLanguage(NodeInfo node, @Nullable String inherited) {
    if (node.getNodeKind() != Type.ELEMENT) {
      return inherited;
    }
    String own = node.getAttributeValue(NamespaceUri.XML, "lang");
    // An empty xml:lang takes the inherited language away (XML 1.0, 2.12).
    return own == null ? inherited : Blanks.isBlank(own) ? null : own.strip();
  }

  /// `[2]` for the second of its name; `[1]` for the first only when there is a second.
  private static String position(NodeInfo node, NodeInfo parent) {
    int before = 0;
    boolean met = false;
    for (NodeInfo child : parent.children()) {
      if (child.equals(node)) {
        met = true;
        if (before > 0) {
          break;
        }
      } else if (child.getNodeKind() == Type.ELEMENT
          && child.getLocalPart().equals(node.getLocalPart())
          && child.getNamespaceUri().equals(node.getNamespaceUri())) {
        if (met) {
          return "[1]";
        }
        before++;
      }
    }
    return before == 0 ? "" : "[" + (before + 1) + "]";
  }

  /// The column's name as [SourceRecord.Cell] writes it.
  private static String cell(NodeInfo node, NodeInfo parent, String above) {
    if (node.getNodeKind() != Type.ELEMENT) {
      return above;
    }
    boolean joined = node.getLocalPart().equals("joined");
    String attribute = joined ? "table" : "name";
    String name = node.getAttributeValue(NamespaceUri.NULL, attribute);
    if (name == null) {
      return above;
    }
    int number = 1;
    for (NodeInfo child : parent.children()) {
      if (child.equals(node)) {
        break;
      }
      if (child.getLocalPart().equals(node.getLocalPart())
          && name.equals(child.getAttributeValue(NamespaceUri.NULL, attribute))) {
        number++;
      }
    }
    String own = joined ? name + "[" + number + "]" : number == 1 ? name : name + "#" + number;
    return above.isEmpty() ? own : above + "." + own;
  }
}
