package org.handsel.partnership.talks;

import java.text.Normalizer;
import java.util.Locale;

/// A name as people compare it: without marks on letters, folded, single spaces. Made here and not
/// in the database, because the databases fold differently.
final class FoldedName {
  private FoldedName() {}

  static String of(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}+", "")
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\s+", " ")
        .strip();
  }
}
