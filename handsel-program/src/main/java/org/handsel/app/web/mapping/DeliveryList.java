package org.handsel.app.web.mapping;

import java.util.List;
import org.handsel.app.web.Form;

/// The deliveries of a workspace.
///
/// @param folder where they lie
/// @param form of a file that is sent
public record DeliveryList(List<Row> rows, String folder, Form form) {
  public DeliveryList {
    rows = List.copyOf(rows);
  }

  /// @param address of its page
  /// @param begun whether there is a profile
  public record Row(String name, String address, boolean begun) {}
}
