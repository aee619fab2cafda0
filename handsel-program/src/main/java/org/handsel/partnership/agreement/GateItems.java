package org.handsel.partnership.agreement;

import java.util.List;
import java.util.Set;
import org.handsel.platform.HandselException;
import org.handsel.platform.ResourceTable;
import org.handsel.platform.Said;

/// The checklist. Immutable.
final class GateItems {
  private static final Set<String> KINDS =
      Set.of("statement", "lawyer", "explained", "renegotiation", "end", "ledger", "signature");

  private final List<GateItem> items;

  GateItems() {
    items =
        ResourceTable.read(
                GateItems.class,
                "gate-items.tsv",
                "id",
                "kind",
                "needed",
                "strict",
                "role",
                "title_en",
                "title_de",
                "why_en",
                "why_de",
                "source")
            .rows()
            .stream()
            .map(GateItems::item)
            .toList();
  }

  private static GateItem item(ResourceTable.Row row) {
    if (!KINDS.contains(row.cell(1)) || !Set.of("coordinator", "board").contains(row.cell(4))) {
      throw ResourceTable.malformed("gate-items.tsv", row.line(), "unknown kind or role");
    }
    return new GateItem(
        row.cell(0),
        row.cell(1),
        Rung.of(row.cell(2)),
        row.cell(3).isEmpty() ? null : Rung.of(row.cell(3)),
        row.cell(4),
        new Said(row.cell(5), row.cell(6)),
        new Said(row.cell(7), row.cell(8)),
        row.cell(9));
  }

  List<GateItem> all() {
    return items;
  }

  GateItem item(String id) {
    return items.stream()
        .filter(item -> item.id().equals(id))
        .findFirst()
        .orElseThrow(() ->
            HandselException.usage(
                "gate item: expected one of %s, found \"%s\"."
                    .formatted(String.join(", ", items.stream().map(GateItem::id).toList()), id)));
  }
}
