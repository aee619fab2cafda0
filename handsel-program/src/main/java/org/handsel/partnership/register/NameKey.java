package org.handsel.partnership.register;

import java.text.Normalizer;
import java.util.Locale;

/// The form of a name under which it is searched and sorted: without marks on letters, folded,
/// single spaces. Made here and not in the database, because the databases fold differently.
final class NameKey {
  private NameKey() {}

  static String of(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}+", "")
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\s+", " ")
        .strip();
  }
}
