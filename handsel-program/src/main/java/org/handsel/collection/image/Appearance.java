package org.handsel.collection.image;

import org.jspecify.annotations.Nullable;

/// What looking at a picture tells, apart from what its header says.
///
/// @param likeness what it looks like, turned upright; null of one that looks like every other,
///   such as a blank page, and where it cannot be decoded
/// @param quality what is to be thought of it; null where it cannot be decoded
public record Appearance(@Nullable Likeness likeness, @Nullable Quality quality) {
  static final Appearance UNSEEN = new Appearance(null, null);
}
