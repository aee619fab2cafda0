package org.handsel.authority.matching;

/// Compares two names word by word, order-free. Not safe for threads.
final class NameComparison {
  /// Number of levels: 7 all words equal … 0 nothing in common.
  static final int LEVELS = 8;

  private static final double FUZZY = 0.88;
  private static final int EXACT = 3;
  private static final int INITIAL = 2;
  private static final int ALIKE = 1;
  private static final double INITIAL_WEIGHT = 1.5;
  private static final double MOST_FUZZY_WEIGHT = 8;

  private final WordCounts counts;
  private int level;
  private double shared;
  private double missed;

  NameComparison(WordCounts counts) {
    this.counts = counts;
  }

  /// 7 all words equal, at least two; 6 one name within the other with two equal words; 5 with
  /// initials; 4 with a word spelt alike; 3 to 1 less; 0 nothing.
  int level() {
    return level;
  }

  /// How rare the shared words are, in natural logarithms.
  double shared() {
    return shared;
  }

  /// How rare the words are that only one name has.
  double missed() {
    return missed;
  }

  void compare(String[] a, String[] b) {
    boolean[] used = new boolean[b.length];
    int[] kinds = new int[a.length];
    int exact = 0;
    int initials = 0;
    int alike = 0;
    shared = 0;
    missed = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b.length && kinds[i] == 0; j++) {
        if (!used[j] && a[i].equals(b[j])) {
          used[j] = true;
          kinds[i] = EXACT;
          exact += a[i].length() > 1 ? 1 : 0;
          shared += a[i].length() == 1 ? INITIAL_WEIGHT : counts.rarity(a[i]);
        }
      }
    }
    int lost = 0;
    for (int i = 0; i < a.length; i++) {
      if (kinds[i] != 0) {
        continue;
      }
      int best = -1;
      double most = 0;
      for (int j = 0; j < b.length; j++) {
        double score = used[j] ? 0 : similarity(a[i], b[j]);
        if (score > most) {
          most = score;
          best = j;
        }
      }
      if (best < 0) {
        lost++;
        missed += counts.rarity(a[i]);
        continue;
      }
      used[best] = true;
      boolean initial = a[i].length() == 1 || b[best].length() == 1;
      kinds[i] = initial ? INITIAL : ALIKE;
      initials += initial ? 1 : 0;
      alike += initial ? 0 : 1;
      shared += initial ? INITIAL_WEIGHT : 0.6 * Math.min(counts.rarity(a[i]), MOST_FUZZY_WEIGHT);
    }
    int over = 0;
    for (int j = 0; j < b.length; j++) {
      if (!used[j]) {
        over++;
        missed += counts.rarity(b[j]);
      }
    }
    level = level(a.length, exact, initials, alike, lost, over);
  }

  private static int level(int words, int exact, int initials, int alike, int lost, int over) {
    if (lost == 0 && over == 0) {
      if (alike == 0 && initials == 0) {
        return words == 1 ? 6 : 7;
      }
      return alike == 0 ? 5 : exact > 0 ? 4 : 3;
    }
    if (lost == 0 || over == 0) {
      if (exact >= 2 && alike == 0) {
        return 6;
      }
      if (exact >= 1 && initials >= 1 && alike == 0) {
        return 5;
      }
      return exact >= 1 ? alike >= 1 ? 4 : 2 : 1;
    }
    if (exact >= 2) {
      return 3;
    }
    return exact >= 1 ? initials + alike >= 1 ? 2 : 1 : 0;
  }

  private static double similarity(String a, String b) {
    if (a.length() == 1 || b.length() == 1) {
      return a.charAt(0) == b.charAt(0) ? 0.9 : 0;
    }
    double jaro = jaroWinkler(a, b);
    if (jaro >= FUZZY) {
      return jaro;
    }
    if (a.length() >= 3 && b.startsWith(a) || b.length() >= 3 && a.startsWith(b)) {
      return 0.885;
    }
    if (a.length() > 3 && b.length() > 3) {
      String skeleton = PersonNames.skeleton(a);
      if (skeleton.length() > 1 && skeleton.equals(PersonNames.skeleton(b))) {
        return FUZZY;
      }
    }
    return 0;
  }

  /// Source: W. E. Winkler, String Comparator Metrics, 1990; prefix of at most four, weight 0.1.
  static double jaroWinkler(String a, String b) {
    int reach = Math.max(0, Math.max(a.length(), b.length()) / 2 - 1);
    boolean[] inA = new boolean[a.length()];
    boolean[] inB = new boolean[b.length()];
    int matches = 0;
    for (int i = 0; i < a.length(); i++) {
      int to = Math.min(b.length(), i + reach + 1);
      for (int j = Math.max(0, i - reach); j < to; j++) {
        if (!inB[j] && a.charAt(i) == b.charAt(j)) {
          inA[i] = true;
          inB[j] = true;
          matches++;
          break;
        }
      }
    }
    if (matches == 0) {
      return 0;
    }
    int moved = 0;
    int k = 0;
    for (int i = 0; i < a.length(); i++) {
      if (inA[i]) {
        while (!inB[k]) {
          k++;
        }
        moved += a.charAt(i) == b.charAt(k) ? 0 : 1;
        k++;
      }
    }
    double m = matches;
    double jaro = (m / a.length() + m / b.length() + (m - moved / 2.0) / m) / 3;
    int prefix = 0;
    while (prefix < Math.min(4, Math.min(a.length(), b.length()))
        && a.charAt(prefix) == b.charAt(prefix)) {
      prefix++;
    }
    return jaro + prefix * 0.1 * (1 - jaro);
  }
}
