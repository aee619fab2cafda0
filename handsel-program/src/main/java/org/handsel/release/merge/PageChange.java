package org.handsel.release.merge;

/// What became of one place of a page.
///
/// @param place such as `Photograph: date`, `category: Boats` or `text`
/// @param before what stood there; empty when nothing did
/// @param after what stands there then; empty when it goes
public record PageChange(String place, String before, String after) {}
