package org.handsel.collection.source;

import java.util.List;
import net.sf.saxon.s9api.XdmNode;
import org.handsel.collection.Item;

/// A record of an XML delivery.
record XmlRecord(Item.Origin origin, XdmNode node) implements SourceRecord {
  @Override
  public boolean isRow() {
    return false;
  }

  @Override
  public List<Cell> cells(String column) {
    return List.of();
  }
}
