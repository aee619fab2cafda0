package org.handsel.authority.matching;

/// How a person and a record compare: one level for each feature, packed into a number. Level 0 of
/// a feature says that nothing can be compared, except for names.
final class Comparison {
  /// Bins of how many namesakes chance alone would bring.
  static final int RARITIES = 8;

  /// Ways in which two dates can differ.
  static final int DATES = 10;

  private static final int RARITY_GROUPS = 5;

  /// A feature: where its level stands in the number and how many levels it has.
  enum Feature {
    NAME(0, 8, 3 * NameComparison.LEVELS),
    RARITY(8, 6, RARITY_GROUPS * RARITIES),
    MISSED(14, 4, 5),
    CROWD(18, 4, 9),
    BIRTH(22, 4, 1 + DATES),
    DEATH(26, 5, 1 + 2 * DATES),
    LIFE(31, 2, 4),
    COUNTRY(33, 2, 3),
    PLACE(35, 2, 3),
    WORK(37, 2, 3),
    GENDER(56, 3, 6),
    ERA(41, 4, 16),
    KNOWN(45, 5, 17);

    final int shift;
    final int levels;
    private final long mask;

    Feature(int shift, int bits, int levels) {
      this.shift = shift;
      this.levels = levels;
      mask = (1L << bits) - 1;
    }

    int level(long cell) {
      return (int) (cell >>> shift & mask);
    }

    /// How many levels of a feature belong together with one and those behind it: given how
    /// strongly the names agree, their shares sum to 1. Names of persons with dates are shared out
    /// among records with dates and without.
    int together(int first) {
      return switch (this) {
        case NAME -> first == 0 ? 2 * NameComparison.LEVELS : NameComparison.LEVELS;
        case RARITY -> RARITIES;
        case MISSED, CROWD -> 4;
        case DEATH -> DATES;
        // Who is found under another surname is a woman more often than not.
        case GENDER -> first == 1 ? 2 : 3;
        default -> levels - base();
      };
    }

    /// Level 0 of most features says that nothing can be compared.
    int base() {
      return this == NAME || this == RARITY ? 0 : 1;
    }

    long with(long cell, int level) {
      return cell & ~(mask << shift) | (long) level << shift;
    }
  }

  /// Years that differ by more than twelve.
  static final int FAR = 1;

  private static final int NEAR = 4;
  private static final int NEXT_YEAR = 5;
  static final int SAME_YEAR = 6;
  static final int SAME_DAY = 7;
  static final int OTHER_DAY = 8;
  static final int WITHIN = 9;

  /// One digit was mistaken, or two were swapped.
  static final int SLIP = 10;

  static final int LIFE_FITS = 1;
  static final int LIFE_UNLIKELY = 2;
  static final int LIFE_IMPOSSIBLE = 3;

  static final int OTHER_GENDER_AND_SURNAME = 3;

  /// Both are men, and their surnames have nothing in common.
  static final int MEN = 4;

  static final int WOMEN = 5;

  /// Where between a bin of rarity and the next one a name is, in sixteenths.
  private static final int BETWEEN_SHIFT = 50;

  private static final int BETWEEN = 16;

  /// Up to this bin of rarity a name is called rare.
  private static final int RARE = 1;

  /// Up to this bin of rarity no other bearer of a name is expected: at its upper end there is one
  /// in e to the power of 1.75 times 4 less 9, some .14.
  private static final int LONELY = 3;

  /// From this bin of rarity on a name is called common.
  private static final int COMMON = 5;

  /// The names that agree best include one that was only read in running text.
  private static final long READ = 1L << 55;

  private static final Form NONE = new Form(new Word[0], 0);
  private static final int AGREED =
      NameComparison.level(NameComparison.SURNAME_EQUAL, NameComparison.GIVEN_INITIALS);

  private final NameComparison names;
  private final Lexicon lexicon;

  Comparison(Lexicon lexicon) {
    this.lexicon = lexicon;
    names = new NameComparison(lexicon);
  }

  private double worth;

  /// How much the names compared last are worth by themselves.
  double worth() {
    return worth;
  }

  /// Compares; the crowd is left open.
  long of(Entry person, Entry record) {
    return of(person, record, false);
  }

  /// @param told whether time and kind of the record are entered even where they weigh nothing
  long of(Entry person, Entry record, boolean told) {
    int level = -1;
    Form own = NONE;
    Form other = NONE;
    double shared = 0;
    double missed = 0;
    double most = Double.NEGATIVE_INFINITY;
    boolean read = false;
    for (int i = 0; i < person.forms().size(); i++) {
      Form a = person.forms().get(i);
      for (int j = 0; j < record.forms().size(); j++) {
        Form b = record.forms().get(j);
        names.compare(a, b);
        double gain = Usual.nameWorth(names.level()) + 0.5 * names.shared() - 0.15 * names.missed();
        if (gain > most) {
          most = gain;
          level = names.level();
          shared = names.shared();
          missed = names.missed();
          own = a;
          other = b;
          read = person.onlyRead(i) || record.onlyRead(j);
        }
      }
    }
    if (level >= AGREED && person.forms().size() > 1 && record.forms().size() > 1) {
      double second = second(person, record, own, other);
      shared += second;
      read &= second == 0;
    }
    worth = most;
    int birth = dates(person.birth(), record.birth());
    int death = dates(person.death(), record.death());
    boolean dated = birth > 0 || death > 0;
    int block = dated ? 0 : person.dated() ? 1 : 2;
    long cell =
        Feature.NAME.with(read ? READ : 0, Math.max(0, level) + block * NameComparison.LEVELS);
    int strength = strength(Math.max(0, level));
    double rarity = rarity(lexicon.population() - shared);
    int lower = Math.min((int) rarity, RARITIES - 2);
    cell = Feature.RARITY.with(cell, rarityGroup(Math.max(0, level)) * RARITIES + lower);
    cell |= Math.round((rarity - lower) * BETWEEN) << BETWEEN_SHIFT;
    int bin = missed == 0 ? 0 : missed < 6 ? 1 : missed < 11 ? 2 : 3;
    cell = Feature.MISSED.with(cell, strength == 0 ? 1 + bin : 0);
    cell = Feature.BIRTH.with(cell, birth);
    // Who was born in one year often dies in one; such deaths are counted apart.
    cell =
        Feature.DEATH.with(
            cell, death > 0 && birth >= NEAR && birth < SLIP ? death + DATES : death);
    cell = Feature.COUNTRY.with(cell, common(person.countries(), record.countries()));
    cell = Feature.PLACE.with(cell, common(person.places(), record.places()));
    cell = Feature.WORK.with(cell, common(person.occupations(), record.occupations()));
    cell = Feature.GENDER.with(cell, gender(person, record, strength == 3));
    // Where dates are compared, these weigh nothing; but records with the name and year of birth of
    // a person show what the records of a file of persons are like, and how well what is said of
    // activities fits a life.
    boolean alike = alike(cell);
    boolean entered = !dated || alike || told;
    cell =
        Feature.LIFE.with(
            cell, alike ? activity(person, record) : life(person, record, birth, death));
    cell = Feature.ERA.with(cell, entered ? era(record) : 0);
    return Feature.KNOWN.with(cell, entered ? known(record) : 0);
  }

  /// How rare a second surname is under which both are known besides the first, such as a maiden
  /// name or pseudonym.
  private double second(Entry person, Entry record, Form own, Form other) {
    double most = 0;
    for (Form a : person.forms()) {
      if (a == own || !differ(a, own)) {
        continue;
      }
      for (Form b : record.forms()) {
        if (b != other && differ(b, other)) {
          names.compare(a, b);
          if (names.level() >= AGREED) {
            most = Math.max(most, lexicon.rarity(surname(a)) / 2);
          }
        }
      }
    }
    return most;
  }

  private static Word surname(Form form) {
    return form.words()[form.typed() ? 0 : form.words().length - 1];
  }

  /// Whether two names are so different that the second says something new.
  private static boolean differ(Form a, Form b) {
    Word word = surname(a);
    for (Word other : b.words()) {
      if (word.equals(other) || word.skeleton.equals(other.skeleton)) {
        return false;
      }
    }
    return true;
  }

  /// 0 for names that agree, 1 for such whose surnames are alike, 2 where only surnames agree, 3
  /// for others.
  static int strength(int level) {
    int sur = NameComparison.surnames(level);
    boolean given = NameComparison.given(level) >= NameComparison.GIVEN_ALIKE;
    return sur == NameComparison.SURNAME_NONE
        ? 3
        : !given ? 2 : sur <= NameComparison.SURNAME_ALIKE ? 1 : 0;
  }

  /// Initials and alike given names are never as rare as whole ones, and are counted apart.
  private static int rarityGroup(int level) {
    int strength = strength(level);
    boolean whole = NameComparison.given(level) > NameComparison.GIVEN_INITIALS;
    return strength == 0 && !whole ? RARITY_GROUPS - 1 : strength;
  }

  private static double rarity(double namesakes) {
    return Math.clamp((namesakes + 9) / 1.75 - 0.5, 0, RARITIES - 1);
  }

  /// How far a name is from the bin of rarity that is entered towards the next one.
  static double towardsNext(long cell) {
    return (cell >>> BETWEEN_SHIFT & 0x1f) / (double) BETWEEN;
  }

  /// The bin of rarity that is nearest.
  private static int nearestRarity(long cell) {
    return Feature.RARITY.level(cell) % RARITIES + (towardsNext(cell) >= 0.5 ? 1 : 0);
  }

  static boolean rareName(long cell) {
    return nearestRarity(cell) <= RARE;
  }

  /// Whether less than one other bearer of the name in seven such names is expected in a file of
  /// that size.
  static boolean lonelyName(long cell) {
    return nearestRarity(cell) <= LONELY;
  }

  static boolean commonName(long cell) {
    return nearestRarity(cell) >= COMMON;
  }

  /// Enters how many other candidates have a name as good.
  static long crowded(long cell, int others) {
    int level = others == 0 ? 0 : others == 1 ? 1 : others <= 4 ? 2 : 3;
    int strength = strength(Feature.NAME.level(cell) % NameComparison.LEVELS);
    return Feature.CROWD.with(cell, strength < 2 ? 1 + strength * 4 + level : 0);
  }

  static int dates(int a, int b) {
    if (a == LifeDates.UNKNOWN || b == LifeDates.UNKNOWN) {
      return 0;
    }
    int apart = Math.abs(LifeDates.year(a) - LifeDates.year(b));
    int tolerance = Math.max(LifeDates.tolerance(a), LifeDates.tolerance(b));
    if (tolerance > 0) {
      return apart <= tolerance ? WITHIN : apart <= 2 * tolerance ? 2 : FAR;
    }
    if (apart == 0) {
      int dayA = LifeDates.day(a);
      int dayB = LifeDates.day(b);
      return dayA == 0 || dayB == 0 ? SAME_YEAR : dayA == dayB ? SAME_DAY : OTHER_DAY;
    }
    if (apart > 2 && slip(LifeDates.year(a), LifeDates.year(b))) {
      return SLIP;
    }
    return apart == 1 ? 5 : apart == 2 ? 4 : apart <= 5 ? 3 : apart <= 12 ? 2 : FAR;
  }

  /// How many dates agree; a day counts as two.
  static int datesAgreed(long cell) {
    return agreed(Feature.BIRTH.level(cell)) + agreed(Feature.DEATH.level(cell) % DATES);
  }

  private static int agreed(int level) {
    return switch (level) {
      case SAME_DAY -> 2;
      case NEXT_YEAR, SAME_YEAR, WITHIN -> 1;
      default -> 0;
    };
  }

  /// Whether neither name lacks a word of the other.
  static boolean wholeNames(long cell) {
    return Feature.NAME.level(cell) % NameComparison.LEVELS == NameComparison.LEVELS - 1;
  }

  /// Whether names agree by one that was only read in running text.
  static boolean byReadName(long cell) {
    return (cell & READ) != 0;
  }

  /// Whether dates are compared.
  static boolean dated(long cell) {
    return Feature.NAME.level(cell) < NameComparison.LEVELS;
  }

  /// Whether names and year of birth agree, so that nothing else is needed to know who it is.
  static boolean alike(long cell) {
    int birth = Feature.BIRTH.level(cell);
    return (birth == SAME_YEAR || birth == SAME_DAY)
        && strength(Feature.NAME.level(cell) % NameComparison.LEVELS) == 0;
  }

  private static boolean slip(int a, int b) {
    if (a < 1000 || b < 1000) {
      return false;
    }
    int differ = 0;
    int first = 0;
    for (int place = 1; place <= 1000; place *= 10) {
      if (a / place % 10 != b / place % 10) {
        differ++;
        first = first == 0 ? place : first;
      }
    }
    boolean swapped =
        differ == 2
            && a / first % 10 == b / (first * 10) % 10
            && b / first % 10 == a / (first * 10) % 10;
    return differ == 1 || swapped;
  }

  /// Whether what is known of one life leaves room for what is known of the other.
  private static int life(Entry a, Entry b, int birth, int death) {
    return Math.max(within(a, b, birth, death), within(b, a, birth, death));
  }

  /// The same by activities alone.
  private static int activity(Entry a, Entry b) {
    return Math.max(
        Math.max(activeSince(a, b), activeSince(b, a)),
        Math.max(activeUntil(a, b), activeUntil(b, a)));
  }

  /// Whether a's death and activity fit b's birth.
  private static int within(Entry a, Entry b, int birth, int death) {
    int result = 0;
    if (b.birth() != LifeDates.UNKNOWN && birth == 0) {
      if (a.death() != LifeDates.UNKNOWN) {
        int age = LifeDates.year(a.death()) - LifeDates.year(b.birth());
        int loose = LifeDates.tolerance(b.birth()) + LifeDates.tolerance(a.death());
        result =
            age < 5 - loose || age > 105 + loose
                ? LIFE_IMPOSSIBLE
                : age > 95 + loose || age < 18 - loose ? LIFE_UNLIKELY : LIFE_FITS;
      }
      result = Math.max(result, activeSince(a, b));
    }
    return death == 0 ? Math.max(result, activeUntil(a, b)) : result;
  }

  /// Whether a's activity fits b's birth.
  private static int activeSince(Entry a, Entry b) {
    if (b.birth() == LifeDates.UNKNOWN || a.activeTo() == 0) {
      return 0;
    }
    int born = LifeDates.year(b.birth());
    int slack = LifeDates.tolerance(b.birth());
    int latest = a.activeTo() - born;
    int earliest = a.activeFrom() == 0 ? latest : a.activeFrom() - born;
    return latest < 12 - slack || earliest > 110 + slack
        ? LIFE_IMPOSSIBLE
        : earliest < 14 - slack || earliest > 80 + slack ? LIFE_UNLIKELY : LIFE_FITS;
  }

  /// Whether a's activity fits b's death.
  private static int activeUntil(Entry a, Entry b) {
    if (b.death() == LifeDates.UNKNOWN || a.activeTo() == 0) {
      return 0;
    }
    int after = (a.activeFrom() == 0 ? a.activeTo() : a.activeFrom()) - LifeDates.year(b.death());
    int slack = LifeDates.tolerance(b.death());
    return after > 25 + slack ? LIFE_IMPOSSIBLE : after > 3 + slack ? LIFE_UNLIKELY : LIFE_FITS;
  }

  private static int common(int[] a, int[] b) {
    if (a.length == 0 || b.length == 0) {
      return 0;
    }
    for (int one : a) {
      for (int other : b) {
        if (one == other) {
          return 2;
        }
      }
    }
    return 1;
  }

  /// @param unlike whether the surnames have nothing in common
  private static int gender(Entry person, Entry record, boolean unlike) {
    Entry.Gender a = person.likelyGender();
    if (a == Entry.Gender.UNKNOWN) {
      return 0;
    }
    Entry.Gender b = record.likelyGender();
    if (b == Entry.Gender.UNKNOWN) {
      return 0;
    }
    if (!unlike) {
      return a == b ? 2 : 1;
    }
    return a != b ? OTHER_GENDER_AND_SURNAME : a == Entry.Gender.MALE ? MEN : WOMEN;
  }

  /// When a record's person lived, in steps of 25 years; where no date can be compared, the file of
  /// persons may still be about one time.
  private static int era(Entry record) {
    int year;
    if (record.birth() != LifeDates.UNKNOWN) {
      year = LifeDates.year(record.birth());
    } else if (record.death() != LifeDates.UNKNOWN) {
      year = LifeDates.year(record.death()) - 60;
    } else {
      return 0;
    }
    return Math.clamp((year - 1625) / 25 + 1, 1, 15);
  }

  /// What a record tells at all: parts of an authority file differ in that, and a file of persons
  /// may draw on one part more than on others.
  private static int known(Entry record) {
    int dates =
        (record.birth() != LifeDates.UNKNOWN ? 1 : 0)
            + (record.death() != LifeDates.UNKNOWN ? 2 : 0);
    return 1
        + dates
        + (record.occupations().length > 0 ? 4 : 0)
        + 8 * (record.forms().size() > 1 ? 1 : 0);
  }
}
