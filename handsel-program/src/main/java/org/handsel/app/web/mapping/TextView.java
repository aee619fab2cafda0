package org.handsel.app.web.mapping;

/// The profile as a text.
///
/// @param text what is in the form
/// @param mark of the file when it was shown
/// @param fault what is wrong; empty when nothing is
/// @param now what the file holds, where the form holds something else
public record TextView(
    String name, String base, String text, String mark, String fault, String now) {
  public int lines() {
    return (int) Math.clamp(text.lines().count() + 2, 12, 60);
  }
}
