package org.handsel.app.web;

import java.util.List;

/// An error page.
///
/// @param changes what somebody else changed meanwhile, on a conflict
/// @param kept what was typed
/// @param path where what was typed can be sent again; empty where it cannot
public record ErrorView(
    int status,
    String title,
    String text,
    List<Difference> changes,
    List<Form.Kept> kept,
    String path) {
  public ErrorView {
    changes = List.copyOf(changes);
    kept = List.copyOf(kept);
  }
}
