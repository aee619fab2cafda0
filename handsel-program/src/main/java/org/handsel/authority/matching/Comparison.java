package org.handsel.authority.matching;

/// How a person and a record compare.
///
/// @param record number in the authority file
/// @param name level of the best pair of names
/// @param birth 6 equal, 5 to 1 further apart, 0 not said
/// @param death as birth
/// @param country 2 the same, 1 another, 0 not said
/// @param shared rarity of the shared words
/// @param missed rarity of the words that only one has
record Comparison(
    int record, int name, int birth, int death, int country, double shared, double missed) {
  static final int YEARS = 7;
  static final int COUNTRIES = 3;

  static Comparison of(Entry person, Entry other, int record, NameComparison names) {
    int level = -1;
    double shared = 0;
    double missed = 0;
    for (String[] a : person.names()) {
      for (String[] b : other.names()) {
        names.compare(a, b);
        double gain = names.shared() - names.missed() / 2;
        if (names.level() > level || names.level() == level && gain > shared - missed / 2) {
          level = names.level();
          shared = names.shared();
          missed = names.missed();
        }
      }
    }
    return new Comparison(
        record,
        Math.max(0, level),
        years(person.years().birth(), other.years().birth()),
        years(person.years().death(), other.years().death()),
        countries(person.country(), other.country()),
        shared,
        missed);
  }

  /// Compares everything but the names.
  static Comparison dates(Entry a, Entry b) {
    return new Comparison(
        0,
        0,
        years(a.years().birth(), b.years().birth()),
        years(a.years().death(), b.years().death()),
        countries(a.country(), b.country()),
        0,
        0);
  }

  private static int years(int a, int b) {
    if (a == 0 || b == 0) {
      return 0;
    }
    int apart = Math.abs(a - b);
    return apart == 0 ? 6 : apart == 1 ? 5 : apart == 2 ? 4 : apart <= 5 ? 3 : apart <= 12 ? 2 : 1;
  }

  private static int countries(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return 0;
    }
    String beginA = a.substring(0, Math.min(4, a.length()));
    String beginB = b.substring(0, Math.min(4, b.length()));
    return a.contains(beginB) || b.contains(beginA) ? 2 : 1;
  }

  /// Whether a date could be compared.
  boolean dated() {
    return birth > 0 || death > 0;
  }
}
