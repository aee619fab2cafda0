package org.handsel.app.web;

import java.util.List;

/// A form that could not be taken and waits to be sent again; nothing that was typed is lost.
///
/// @param title of the page
/// @param text what happened
/// @param path where the form goes
/// @param kept its fields
public record Resend(String title, String text, String path, List<Form.Kept> kept) {
  public Resend {
    kept = List.copyOf(kept);
  }
}
