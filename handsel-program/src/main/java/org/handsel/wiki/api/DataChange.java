package org.handsel.wiki.api;

/// What became of one place of structured data.
///
/// @param place `caption: LANGUAGE` or the id of a property
/// @param before what stood there, several values divided by `; `; empty when nothing did
/// @param after what stands there then; empty when it goes
public record DataChange(String place, String before, String after) {}
