package org.handsel.release.page;

/// Something worth saying about a page that was rendered.
///
/// @param code stable upper-case code such as `NO_DATE`
/// @param message what was found, what was expected, what to do
/// @param blocking whether the file must not go with such a page
public record PageFinding(String code, String message, boolean blocking) {
  /// A finding that a person should see, and no more.
  public PageFinding(String code, String message) {
    this(code, message, false);
  }
}
