package org.handsel.collection.source;

import java.util.ArrayList;
import java.util.List;
import net.sf.saxon.om.AttributeInfo;
import net.sf.saxon.om.FingerprintedQName;
import net.sf.saxon.om.NamespaceMap;
import net.sf.saxon.om.NamespaceUri;
import net.sf.saxon.om.NodeName;
import net.sf.saxon.s9api.XdmNode;

/// A row as a tree: `<row><column name="…">text</column>…<joined table="…"><column
/// name="…">…</column></joined></row>`. A name that repeats is repeated without number.
final class RowTree {
  private static final NodeName ROW = name("row");
  private static final NodeName COLUMN = name("column");
  private static final NodeName JOINED = name("joined");
  private static final NodeName NAME = name("name");
  private static final NodeName TABLE = name("table");

  private RowTree() {}

  private static NodeName name(String local) {
    return new FingerprintedQName(
        "", NamespaceUri.NULL, local, Trees.PROCESSOR.getUnderlyingConfiguration().getNamePool());
  }

  static XdmNode build(TableRow row) {
    TreeBuilder tree = new TreeBuilder();
    tree.start();
    tree.startElement(ROW, List.of(), NamespaceMap.emptyMap());
    columns(tree, row.header(), row.cells());
    for (TableRow.Joined joined : row.joined()) {
      for (String[] cells : joined.rows()) {
        open(tree, JOINED, TABLE, joined.table().name());
        columns(tree, joined.table().header(), cells);
        tree.endElement();
      }
    }
    tree.endElement();
    return tree.finish();
  }

  private static void columns(TreeBuilder tree, TableHeader header, String[] cells) {
    for (int i = 0; i < cells.length; i++) {
      open(tree, COLUMN, NAME, header.name(i));
      char[] text = XmlText.legal(cells[i]).toCharArray();
      tree.text(text, 0, text.length);
      tree.endElement();
    }
  }

  private static void open(TreeBuilder tree, NodeName element, NodeName attribute, String value) {
    List<AttributeInfo> attributes = new ArrayList<>(1);
    attributes.add(TreeBuilder.attribute(attribute, XmlText.legal(value)));
    tree.startElement(element, attributes, NamespaceMap.emptyMap());
  }
}
