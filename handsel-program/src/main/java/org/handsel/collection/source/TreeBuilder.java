package org.handsel.collection.source;

import java.util.List;
import net.sf.saxon.event.PipelineConfiguration;
import net.sf.saxon.expr.parser.Loc;
import net.sf.saxon.om.AttributeInfo;
import net.sf.saxon.om.AttributeMap;
import net.sf.saxon.om.CopyOptions;
import net.sf.saxon.om.EmptyAttributeMap;
import net.sf.saxon.om.NamespaceMap;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.om.NodeName;
import net.sf.saxon.om.SequenceTool;
import net.sf.saxon.om.SingletonAttributeMap;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;
import net.sf.saxon.str.StringTool;
import net.sf.saxon.trans.XPathException;
import net.sf.saxon.tree.tiny.Statistics;
import net.sf.saxon.tree.tiny.TinyBuilder;
import net.sf.saxon.type.BuiltInAtomicType;
import net.sf.saxon.type.Type;
import net.sf.saxon.type.Untyped;

/// Builds the tree of one record after another, straight into Saxon's compact tree: going through
/// its StAX or SAX interfaces costs twice the time, because they look up every name again.
final class TreeBuilder {
  private final PipelineConfiguration pipeline =
      Trees.PROCESSOR.getUnderlyingConfiguration().makePipelineConfiguration();

  /// Learns from the trees built how much room the next one will need.
  private final Statistics statistics = new Statistics();

  private TinyBuilder builder = new TinyBuilder(pipeline);
  private int nodes;

  void start() {
    builder = new TinyBuilder(pipeline);
    builder.setStatistics(statistics);
    nodes = 0;
    try {
      builder.open();
      builder.startDocument(0);
    } catch (XPathException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  void startElement(NodeName name, List<AttributeInfo> attributes, NamespaceMap namespaces) {
    nodes += 1 + attributes.size();
    try {
      builder.startElement(name, Untyped.getInstance(), map(attributes), namespaces, Loc.NONE, 0);
    } catch (XPathException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static AttributeMap map(List<AttributeInfo> attributes) {
    return switch (attributes.size()) {
      case 0 -> EmptyAttributeMap.getInstance();
      case 1 -> SingletonAttributeMap.of(attributes.getFirst());
      default -> SequenceTool.attributeMapFromList(List.copyOf(attributes));
    };
  }

  static AttributeInfo attribute(NodeName name, String value) {
    return new AttributeInfo(name, BuiltInAtomicType.UNTYPED_ATOMIC, value, Loc.NONE, 0);
  }

  void text(char[] chars, int start, int length) {
    if (length == 0) {
      return;
    }
    nodes++;
    try {
      builder.characters(StringTool.compress(chars, start, length, true), Loc.NONE, 0);
    } catch (XPathException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  void endElement() {
    try {
      builder.endElement();
    } catch (XPathException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// A node of another tree, with all that is in it.
  void copy(NodeInfo node) {
    nodes++;
    try {
      node.copy(builder, CopyOptions.ALL_NAMESPACES, Loc.NONE);
    } catch (XPathException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// Elements, attributes and texts so far.
  int nodes() {
    return nodes;
  }

  /// The outermost element of what was built; its parent is a document node.
  XdmNode finish() {
    try {
      builder.endDocument();
      builder.close();
    } catch (XPathException impossible) {
      throw new IllegalStateException(impossible);
    }
    for (NodeInfo child : builder.getCurrentRoot().children()) {
      if (child.getNodeKind() == Type.ELEMENT) {
        return (XdmNode) XdmValue.wrap(child);
      }
    }
    throw new IllegalStateException("a tree without an element");
  }
}
