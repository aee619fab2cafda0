package org.handsel.release.page;

/// Something worth saying about a page that was rendered.
///
/// @param code stable upper-case code such as `NO_DATE`
/// @param message what was found, what was expected, what to do
public record PageFinding(String code, String message) {}
