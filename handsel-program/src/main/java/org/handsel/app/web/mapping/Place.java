package org.handsel.app.web.mapping;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A place in a profile that the pages change.
///
/// @param keys as [org.handsel.collection.mapping.ProfileText] takes them; none for the whole
record Place(List<String> keys) {
  static final Place ID = new Place(List.of("id"));
  static final Place WHOLE = new Place(List.of());
  private static final Pattern SELECTED =
      Pattern.compile("id|fields\\.[a-z][a-z0-9-]{0,40}|rights\\.(work|reproduction|metadata)");

  Place {
    keys = List.copyOf(keys);
  }

  static Place of(String... keys) {
    return new Place(List.of(keys));
  }

  /// A place that takes a selector, from a form.
  static Optional<Place> selected(String text) {
    return SELECTED.matcher(text).matches() && !text.equals("fields.id")
        ? Optional.of(new Place(List.of(text.split("\\."))))
        : Optional.empty();
  }

  boolean whole() {
    return keys.isEmpty();
  }

  /// What the place is called without its section.
  String name() {
    return keys.getLast();
  }

  @Override
  public String toString() {
    return keys.isEmpty() ? "mapping.yaml" : String.join(".", keys);
  }
}
