package org.handsel.collection.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.saxon.om.AttributeInfo;
import net.sf.saxon.om.FingerprintedQName;
import net.sf.saxon.om.NamePool;
import net.sf.saxon.om.NamespaceMap;
import net.sf.saxon.om.NamespaceUri;
import net.sf.saxon.om.NodeName;
import net.sf.saxon.s9api.XdmNode;

/// Builds the trees of records that were not delivered as XML. All elements are in one namespace;
/// attributes are in none, but for the language. Used by one thread.
final class PlainTree {
  private static final NamePool POOL = Trees.PROCESSOR.getUnderlyingConfiguration().getNamePool();
  private static final NodeName LANGUAGE =
      new FingerprintedQName("xml", NamespaceUri.XML, "lang", POOL);

  /// JSON that uses texts as keys must not fill the memory with names.
  private static final int MAX_REMEMBERED = 4096;

  private final TreeBuilder tree = new TreeBuilder();
  private final String prefix;
  private final NamespaceUri uri;
  private final NamespaceMap namespaces;
  private final Map<String, NodeName> elements = new HashMap<>();
  private final Map<String, NodeName> attributeNames = new HashMap<>();
  private final List<AttributeInfo> attributes = new ArrayList<>();

  /// Elements without a namespace.
  PlainTree() {
    this("", "");
  }

  PlainTree(String prefix, String uri) {
    this.prefix = prefix;
    this.uri = NamespaceUri.of(uri);
    namespaces =
        uri.isEmpty() ? NamespaceMap.emptyMap() : NamespaceMap.emptyMap().put(prefix, this.uri);
  }

  void start() {
    tree.start();
    attributes.clear();
  }

  /// An attribute of the element that is opened next.
  PlainTree attribute(String name, String value) {
    NodeName known = attributeNames.get(name);
    if (known == null) {
      known =
          name.equals("xml:lang")
              ? LANGUAGE
              : new FingerprintedQName("", NamespaceUri.NULL, name, POOL);
      attributeNames.put(name, known);
    }
    attributes.add(TreeBuilder.attribute(known, XmlText.legal(value)));
    return this;
  }

  /// @param name a name that XML allows
  void open(String name) {
    NodeName known = elements.get(name);
    if (known == null) {
      known = new FingerprintedQName(prefix, uri, name, POOL);
      if (elements.size() < MAX_REMEMBERED) {
        elements.put(name, known);
      }
    }
    tree.startElement(known, attributes, namespaces);
    attributes.clear();
  }

  void text(String text) {
    char[] chars = XmlText.legal(text).toCharArray();
    tree.text(chars, 0, chars.length);
  }

  void close() {
    tree.endElement();
  }

  void element(String name, String text) {
    open(name);
    text(text);
    close();
  }

  XdmNode finish() {
    return tree.finish();
  }
}
