package org.handsel.authority.matching;

/// Compares two names word by word in any order, and says apart how surnames and given names agree.
/// Not safe for threads.
final class NameComparison {
  /// How surnames agree.
  static final int SURNAME_NONE = 0;

  /// Short names that differ by a letter, and longer ones that differ by two.
  static final int SURNAME_FAINT = 1;

  static final int SURNAME_ALIKE = 2;
  static final int SURNAME_PART = 3;
  static final int SURNAME_EQUAL = 4;

  /// How given names agree.
  static final int GIVEN_OTHER = 0;

  static final int GIVEN_MISSING = 1;

  /// Short names that differ by a letter, and longer ones that differ by two.
  static final int GIVEN_FAINT = 2;

  static final int GIVEN_ALIKE = 3;
  static final int GIVEN_INITIALS = 4;
  static final int GIVEN_PART = 5;
  static final int GIVEN_FORM = 6;

  /// One has more, and its first is none of the other's.
  static final int GIVEN_LATER = 7;

  static final int GIVEN_WITHIN = 8;
  static final int GIVEN_EQUAL = 9;

  static final int GIVEN_LEVELS = 10;

  /// Number of levels: all ways of given names for each way of surnames.
  static final int LEVELS = (SURNAME_EQUAL + 1) * GIVEN_LEVELS;

  private static final int EXACT = 5;
  private static final int FORM = 4;
  private static final int INITIAL = 3;
  private static final int ALIKE = 2;
  private static final int FAINT = 1;

  /// Johann Nep., Johann Ev.
  private static final double SHORTENED = 1.5;

  private static final double FAINTLY = 0.1;
  private static final double ONE_EDIT = 0.97;
  private static final double ALIKE_BY_LETTER = 0.9;
  private static final double FAINT_BY_LETTER = 0.8;

  private final Lexicon lexicon;
  private final int[] kinds = new int[16];
  private final int[] partners = new int[16];
  private int level;
  private double shared;
  private double missed;

  NameComparison(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /// The level of two ways to agree.
  static int level(int surnames, int given) {
    return surnames * GIVEN_LEVELS + given;
  }

  /// How surnames agree at a level.
  static int surnames(int level) {
    return level / GIVEN_LEVELS;
  }

  /// How given names agree at a level.
  static int given(int level) {
    return level % GIVEN_LEVELS;
  }

  /// How surnames and given names agree, in one number.
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

  void compare(Form formA, Form formB) {
    Word[] a = formA.words();
    Word[] b = formB.words();
    int used = 0;
    shared = 0;
    missed = 0;
    for (int i = 0; i < a.length; i++) {
      kinds[i] = 0;
      for (int j = 0; j < b.length; j++) {
        if ((used & 1 << j) == 0 && a[i].equals(b[j])) {
          used |= 1 << j;
          kinds[i] = a[i].initial() ? INITIAL : EXACT;
          partners[i] = j;
          shared += a[i].initial() ? Usual.initialRarity(a[i].text) : lexicon.rarity(a[i]);
          break;
        }
      }
    }
    for (int i = 0; i < a.length; i++) {
      if (kinds[i] == 0) {
        used = like(formA, formB, i, used);
      }
    }
    level = level(formA, formB, used);
  }

  /// Finds the partner most like a word; gives the words of b that are taken then.
  private int like(Form formA, Form formB, int i, int used) {
    Word word = formA.words()[i];
    Word[] b = formB.words();
    int best = -1;
    double most = 0;
    for (int j = 0; j < b.length; j++) {
      if ((used & 1 << j) == 0) {
        boolean given = !(formA.surname(i) || formB.surname(j));
        double score = similarity(word, b[j], given);
        if (score == 0 && last(formA, i) == last(formB, j)) {
          score = faint(word, b[j], given);
        }
        if (score > most) {
          most = score;
          best = j;
        }
      }
    }
    if (best < 0) {
      missed += word.initial() ? 1 : lexicon.rarity(word);
      return used;
    }
    partners[i] = best;
    if (word.initial() || b[best].initial()) {
      kinds[i] = INITIAL;
      shared += Usual.initialRarity(word.text);
    } else if (most == SHORTENED) {
      kinds[i] = INITIAL;
      shared += Usual.initialRarity(word.text) + 1;
    } else if (most == FAINTLY) {
      kinds[i] = FAINT;
      shared += last(formA, i) ? faintRarity(word, b[best]) : 0;
    } else {
      boolean form = most >= 2;
      kinds[i] = most >= 3 ? EXACT : form ? FORM : ALIKE;
      double rarity = Math.min(lexicon.rarity(word), lexicon.rarity(b[best]));
      shared +=
          most >= 3
              ? rarity
              : form ? Math.max(1, rarity - 1) : Math.min(rarity, alikeRarity(word, b[best], most));
    }
    return used | 1 << best;
  }

  /// The longer two words, the fewer others are like them.
  private static double alikeRarity(Word a, Word b, double score) {
    int length = Math.min(a.text.length(), b.text.length());
    return 1 + ALIKE_BY_LETTER * length - (score < ONE_EDIT ? 1.5 : 0);
  }

  private static double faintRarity(Word a, Word b) {
    return Math.max(0, FAINT_BY_LETTER * Math.min(a.text.length(), b.text.length()) - 1);
  }

  /// Whether a word is a surname, or where nothing is known about that, the last of the name.
  private static boolean last(Form form, int word) {
    return form.typed() ? form.surname(word) : word == form.words().length - 1;
  }

  private int level(Form formA, Form formB, int used) {
    Word[] a = formA.words();
    Word[] b = formB.words();
    for (int j = 0; j < b.length; j++) {
      if ((used & 1 << j) == 0) {
        missed += b[j].initial() ? 1 : lexicon.rarity(b[j]);
      }
    }
    int surnamesA = formA.surnames();
    int surnamesB = formB.surnames();
    boolean guessed = surnamesA == 0 && surnamesB == 0;
    int surExact = 0;
    int surAlike = 0;
    int surFaint = 0;
    int exact = 0;
    int form = 0;
    int initials = 0;
    int alike = 0;
    int faint = 0;
    boolean crossed = false;
    for (int i = 0; i < a.length; i++) {
      if (kinds[i] == 0) {
        continue;
      }
      boolean bothTyped = formA.typed() && formB.typed();
      boolean surA = formA.surname(i) || guessed && i == a.length - 1;
      boolean surB = formB.surname(partners[i]) || guessed && partners[i] == b.length - 1;
      if (bothTyped && surA != surB || guessed && surA != surB && a.length == b.length) {
        crossed = true;
      }
      // A name in natural order ends with the surname.
      if (formA.typed() && !formB.typed() && !surA && partners[i] == b.length - 1
          || formB.typed() && !formA.typed() && !surB && i == a.length - 1) {
        crossed = true;
      }
      // A surname that is only like a given name agrees with nothing.
      boolean like = bothTyped && surA != surB;
      if (surA || surB) {
        surExact += kinds[i] == EXACT ? 1 : 0;
        surAlike += !like && (kinds[i] == ALIKE || kinds[i] == FORM) ? 1 : 0;
        surFaint += kinds[i] == FAINT ? 1 : 0;
      } else {
        exact += kinds[i] == EXACT ? 1 : 0;
        form += kinds[i] == FORM ? 1 : 0;
        initials += kinds[i] == INITIAL ? 1 : 0;
        alike += kinds[i] == ALIKE ? 1 : 0;
        faint += kinds[i] == FAINT ? 1 : 0;
      }
    }
    int firstA = firstGiven(formA);
    int firstB = firstGiven(formB);
    boolean later = firstA >= 0 && kinds[firstA] == 0 || firstB >= 0 && (used & 1 << firstB) == 0;
    // Beside given names that agree, others that are faintly alike are others.
    boolean alone = exact + form + initials + alike == 0;
    // Words without a partner: of the surname where that is known.
    int lostSurnames = 0;
    int lostA = 0;
    for (int i = 0; i < a.length; i++) {
      if (kinds[i] == 0) {
        boolean surname = formA.surname(i) || !formA.typed() && i == a.length - 1 && surExact == 0;
        lostSurnames += surname ? 1 : 0;
        lostA += surname ? 0 : 1;
      }
    }
    int lostB = 0;
    for (int j = 0; j < b.length; j++) {
      if ((used & 1 << j) == 0) {
        boolean surname = formB.surname(j) || !formB.typed() && j == b.length - 1 && surExact == 0;
        lostSurnames += surname ? 1 : 0;
        lostB += surname ? 0 : 1;
      }
    }
    int sur;
    if (surExact > 0) {
      sur = lostSurnames == 0 && surAlike == 0 && !crossed ? SURNAME_EQUAL : SURNAME_PART;
    } else {
      sur = surAlike > 0 ? SURNAME_ALIKE : surFaint > 0 ? SURNAME_FAINT : SURNAME_NONE;
    }
    if (faint > 0 && !alone) {
      return level(
          sur, given(exact, form, initials, alike, 0, lostA + faint, lostB + faint, later));
    }
    return level(sur, given(exact, form, initials, alike, faint, lostA, lostB, later));
  }

  /// Place of the first given name; -1 where there is none.
  private static int firstGiven(Form form) {
    int first = form.surnames();
    return first < form.words().length - (form.typed() ? 0 : 1) ? first : -1;
  }

  private static int given(
      int exact,
      int form,
      int initials,
      int alike,
      int faint,
      int lostA,
      int lostB,
      boolean later) {
    int matched = exact + form + initials + alike + faint;
    if (matched == faint && faint > 0) {
      return GIVEN_FAINT;
    }
    if (matched == 0) {
      return lostA > 0 && lostB > 0 ? GIVEN_OTHER : GIVEN_MISSING;
    }
    boolean rests = lostA > 0 && lostB > 0;
    if (exact > 0) {
      if (rests) {
        return GIVEN_PART;
      }
      if (lostA + lostB == 0 && matched == exact) {
        return GIVEN_EQUAL;
      }
      return later ? GIVEN_LATER : GIVEN_WITHIN;
    }
    if (form > 0) {
      return rests ? GIVEN_PART : GIVEN_FORM;
    }
    if (initials > 0) {
      return rests ? GIVEN_ALIKE : GIVEN_INITIALS;
    }
    return GIVEN_ALIKE;
  }

  /// 3 for spellings of one given name, 2 for its forms, at most 1 for words that are alike, 0 for
  /// others.
  private static double similarity(Word a, Word b, boolean given) {
    if (a.initial() || b.initial()) {
      return a.text.charAt(0) == b.text.charAt(0) ? 0.9 : 0;
    }
    if (given && a.standsFor(b)) {
      return a.skeleton.equals(b.skeleton) ? 3 : 2;
    }
    if (a.number() || b.number()) {
      return 0;
    }
    String shorter = a.text.length() <= b.text.length() ? a.text : b.text;
    String longer = shorter == a.text ? b.text : a.text;
    if (given
        && shorter.length() < 5
        && longer.length() > shorter.length() + 1
        && longer.startsWith(shorter)) {
      return SHORTENED;
    }
    // Johann and Johanna, Paul and Paula are two people.
    if (given && otherGender(shorter, longer)) {
      return 0;
    }
    int length = shorter.length();
    boolean sound = length > 3 && a.skeleton.length() > 1 && a.skeleton.equals(b.skeleton);
    // Two different letters more than a slip explains.
    if (!sound && Integer.bitCount(a.letters ^ b.letters) > 4) {
      return 0;
    }
    int edits = Spelling.edits(shorter, longer);
    // Few slips are in the first letter: Heller is not Teller.
    boolean begins = given || sound || shorter.charAt(0) == longer.charAt(0);
    if (edits == 1 && begins && (longer.length() >= 5 || sound)) {
      return ONE_EDIT;
    }
    if (edits == 2 && (length >= 8 || sound && length >= 5)) {
      return 0.93;
    }
    if (sound && shorter.charAt(0) == longer.charAt(0)) {
      return 0.9;
    }
    return given && longer.startsWith(shorter) ? 0.89 : 0;
  }

  /// A little above 0 for short words that differ by a letter, and longer ones that differ by two.
  private static double faint(Word a, Word b, boolean given) {
    int length = Math.min(a.text.length(), b.text.length());
    if (length < 2 || Integer.bitCount(a.letters ^ b.letters) > 4 || a.number() || b.number()) {
      return 0;
    }
    String shorter = a.text.length() == length ? a.text : b.text;
    if (given && otherGender(shorter, shorter == a.text ? b.text : a.text)) {
      return 0;
    }
    int edits = Spelling.edits(shorter, shorter == a.text ? b.text : a.text);
    return edits == 1 || edits == 2 && length >= 5 ? FAINTLY : 0;
  }

  private static boolean otherGender(String shorter, String longer) {
    int end = shorter.length();
    int more = longer.length() - end;
    if (more == 0 || more > 3 || end < 4 || !longer.startsWith(shorter)) {
      return false;
    }
    String rest = longer.substring(end);
    return rest.equals("a")
        || rest.equals("e")
        || rest.equals("ine")
        || rest.equals("ina")
        || rest.equals("in");
  }
}
