package org.handsel.collection.source;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import net.sf.saxon.om.AttributeInfo;
import net.sf.saxon.om.FingerprintedQName;
import net.sf.saxon.om.NamespaceMap;
import net.sf.saxon.om.NamespaceUri;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.om.NodeName;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.type.Type;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/// Makes records of the components of a finding aid (EAD 2002 and EAD 3): of those without further
/// components, and of those with digital objects of their own; of the whole where it has no
/// components.
///
/// What is said once above holds below (EAD Tag Library, "inheritance"): each record ends with an
/// element `<above level="…">` for each component around it, the nearest first, then the archival
/// description and the header of the finding aid. Nothing is written over: a profile chooses, and
/// paths say where a value was said. The record element has an attribute `position`, such as
/// `3.12`, the third component's twelfth. Used by one thread.
final class EadComponents {
  private static final Pattern COMPONENT = Pattern.compile("c(0[1-9]|1[0-2])?");

  /// What holds for the parts as well; histories and indexes of the whole would be repeated
  /// thousands of times.
  private static final Set<String> INHERITED =
      Set.of(
          "did",
          "userestrict",
          "accessrestrict",
          "legalstatus",
          "controlaccess",
          "prefercite",
          "custodhist",
          "acqinfo",
          "originalsloc",
          "phystech");

  private static final Set<String> OBJECTS = Set.of("dao", "daogrp", "daoset");
  private static final NodeName ABOVE = name("above");
  private static final NodeName LEVEL = name("level");
  private static final NodeName POSITION = name("position");

  private final TreeBuilder tree;
  private final @Nullable NodeInfo whole;
  private int outermost;

  /// @param whole the finding aid as far as it stands before its components; null when unknown
  EadComponents(TreeBuilder tree, @Nullable XdmNode whole) {
    this.tree = tree;
    this.whole = whole == null ? null : whole.getUnderlyingNode();
  }

  private static NodeName name(String local) {
    return new FingerprintedQName(
        "", NamespaceUri.NULL, local, Trees.PROCESSOR.getUnderlyingConfiguration().getNamePool());
  }

  static boolean isComponent(String local) {
    return COMPONENT.matcher(local).matches();
  }

  /// The finding aid that a record is or holds, as OAI records do; null when there is none.
  static @Nullable NodeInfo in(XdmNode record) {
    NodeInfo node = record.getUnderlyingNode();
    if (node.getLocalPart().equals("ead")) {
      return node;
    }
    NodeInfo metadata = child(node, "metadata");
    return metadata == null ? null : child(metadata, "ead");
  }

  /// The header and description of a finding aid, without its components.
  ///
  /// @param sample its beginning
  static @Nullable XdmNode beginning(XmlInput input, String sample, Map<String, String> given) {
    TreeBuilder tree = new TreeBuilder();
    List<NamespaceScope> scopes = new ArrayList<>();
    tree.start();
    int open = 0;
    try {
      XMLStreamReader2 reader = input.reader(new StringReader(sample));
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          if (isComponent(XmlInput.local(reader.getLocalName()))) {
            break;
          }
          NamespaceScope scope = scopes.isEmpty() ? NamespaceScope.empty() : scopes.getLast();
          scopes.add(XmlInput.startElement(reader, scope, given, tree));
          open++;
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          tree.endElement();
          scopes.removeLast();
          open--;
          if (open == 0) {
            break;
          }
        } else if (open > 0
            && (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA)) {
          tree.text(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
        }
      }
    } catch (XMLStreamException endOfSample) {
      // What was read by then is what is known.
    }
    if (scopes.isEmpty() && open == 0 && tree.nodes() == 0) {
      return null;
    }
    for (; open > 0; open--) {
      tree.endElement();
    }
    return tree.finish();
  }

  /// The records of an outermost component.
  List<XdmNode> component(XdmNode component) {
    List<XdmNode> records = new ArrayList<>();
    List<NodeInfo> above = new ArrayList<>();
    NodeInfo description = whole == null ? null : child(whole, "archdesc");
    if (description != null) {
      above.add(description);
    }
    outermost++;
    walk(component.getUnderlyingNode(), above, header(whole), "" + outermost, records);
    return records;
  }

  /// The records of a finding aid that is in memory as a whole.
  List<XdmNode> findingAid(NodeInfo ead) {
    List<XdmNode> records = new ArrayList<>();
    NodeInfo description = child(ead, "archdesc");
    if (description != null) {
      walk(description, List.of(), header(ead), "0", records);
    }
    return records;
  }

  private static @Nullable NodeInfo header(@Nullable NodeInfo ead) {
    if (ead == null) {
      return null;
    }
    NodeInfo header = child(ead, "eadheader");
    return header == null ? child(ead, "control") : header;
  }

  private void walk(
      NodeInfo component,
      List<NodeInfo> above,
      @Nullable NodeInfo header,
      String position,
      List<XdmNode> records) {
    List<NodeInfo> parts = new ArrayList<>();
    boolean objects = parts(component, parts);
    if (parts.isEmpty() || objects) {
      records.add(record(component, above, header, position));
    }
    List<NodeInfo> around = new ArrayList<>(above.size() + 1);
    around.add(component);
    around.addAll(above);
    int number = 0;
    for (NodeInfo part : parts) {
      number++;
      walk(
          part,
          around,
          header,
          position.equals("0") ? "" + number : position + "." + number,
          records);
    }
  }

  /// Collects the components directly below.
  ///
  /// @return whether the component has digital objects of its own
  private static boolean parts(NodeInfo component, List<NodeInfo> parts) {
    boolean objects = false;
    for (NodeInfo child : component.children()) {
      if (child.getNodeKind() != Type.ELEMENT) {
        continue;
      }
      String local = child.getLocalPart();
      if (isComponent(local)) {
        parts.add(child);
      } else if (local.equals("dsc")) {
        parts(child, parts);
      } else if (OBJECTS.contains(local)) {
        objects = true;
      } else if (local.equals("did")) {
        for (NodeInfo inside : child.children()) {
          objects |=
              inside.getNodeKind() == Type.ELEMENT && OBJECTS.contains(inside.getLocalPart());
        }
      }
    }
    return objects;
  }

  private XdmNode record(
      NodeInfo component, List<NodeInfo> above, @Nullable NodeInfo header, String position) {
    tree.start();
    List<AttributeInfo> attributes = new ArrayList<>();
    component.attributes().forEach(attributes::add);
    attributes.add(TreeBuilder.attribute(POSITION, position));
    tree.startElement(Trees.name(component), attributes, component.getAllNamespaces());
    for (NodeInfo child : component.children()) {
      boolean part =
          child.getNodeKind() == Type.ELEMENT
              && (isComponent(child.getLocalPart()) || child.getLocalPart().equals("dsc"));
      if (!part) {
        tree.copy(child);
      }
    }
    for (NodeInfo outer : above) {
      String level = outer.getAttributeValue(NamespaceUri.NULL, "level");
      above(level == null ? outer.getLocalPart() : level);
      for (NodeInfo child : outer.children()) {
        if (child.getNodeKind() == Type.ELEMENT && INHERITED.contains(child.getLocalPart())) {
          tree.copy(child);
        }
      }
      tree.endElement();
    }
    if (header != null) {
      above("header");
      tree.copy(header);
      tree.endElement();
    }
    tree.endElement();
    return tree.finish();
  }

  private void above(String level) {
    tree.startElement(ABOVE, List.of(TreeBuilder.attribute(LEVEL, level)), NamespaceMap.emptyMap());
  }

  private static @Nullable NodeInfo child(NodeInfo parent, String local) {
    for (NodeInfo child : parent.children()) {
      if (child.getNodeKind() == Type.ELEMENT && child.getLocalPart().equals(local)) {
        return child;
      }
    }
    return null;
  }
}
