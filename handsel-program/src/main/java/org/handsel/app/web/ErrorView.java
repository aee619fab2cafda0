package org.handsel.app.web;

import java.util.List;

/// An error page.
///
/// @param changes what somebody else changed meanwhile, on a conflict
/// @param kept what was typed
public record ErrorView(
    int status, String title, String text, List<Difference> changes, List<Form.Kept> kept) {
  public ErrorView {
    changes = List.copyOf(changes);
    kept = List.copyOf(kept);
  }
}
