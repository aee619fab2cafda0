package org.handsel.app.reconciliation;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handsel.text.Edtf;

/// How the value of a condition is held against what a record says.
enum Qualifier {
  /// The same without regard to case and marks; dates when they name the same year.
  ALIKE("", ""),

  /// The very same text.
  EXACT("ExactMatch", "The very same text"),

  /// `*` stands for any letters, `?` for one; case and accents do not count.
  WILDCARD("WildcardMatch", "* stands for any letters, ? for one"),

  /// A date or interval of the Extended Date/Time Format: it agrees with a date that may lie in it.
  EDTF("EDTF", "A date or interval in the Extended Date/Time Format (ISO 8601-2)");

  /// Half the length in years of what is still said to be about a year, and of what is still worth
  /// weighing.
  private static final int ABOUT = 5;

  private static final int LOOSE = 20;
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)\\d{3,4}(?!\\d)");
  private static final Pattern WHOLE = Pattern.compile("\\d{4}(?:-\\d{2}(?:-\\d{2})?)?");

  private final String id;
  private final String words;

  Qualifier(String id, String words) {
    this.id = id;
    this.words = words;
  }

  String id() {
    return id;
  }

  String words() {
    return words;
  }

  /// Those that clients may name for a property.
  static List<Qualifier> of(Property property) {
    return property.date() ? List.of(EDTF, EXACT) : List.of(EXACT, WILDCARD);
  }

  /// The one that a client means for a property; empty when it may not be named for it.
  static Optional<Qualifier> named(Property property, String id) {
    return id.isEmpty()
        ? Optional.of(ALIKE)
        : of(property).stream().filter(one -> one.id.equals(id)).findFirst();
  }

  /// Whether one of a record's values is what is asked for.
  boolean holds(List<String> held, String asked) {
    return switch (this) {
      case ALIKE -> {
        String wanted = NameIndex.folded(asked);
        Matcher year = YEAR.matcher(asked);
        String named = year.find() ? year.group() : "";
        yield held.stream()
            .anyMatch(value ->
                NameIndex.folded(value).equals(wanted)
                    || (!named.isEmpty() && years(value).contains(named)));
      }
      case EXACT -> held.stream().anyMatch(value -> value.strip().equals(asked.strip()));
      case WILDCARD -> {
        String pattern = bare(asked);
        yield held.stream().anyMatch(value -> fits(bare(value), pattern));
      }
      case EDTF -> held.stream().anyMatch(value -> datesMeet(value, asked));
    };
  }

  private static List<String> years(String value) {
    return YEAR.matcher(value).results().map(MatchResult::group).toList();
  }

  /// Whether a text fits a pattern in which `*` stands for any letters and `?` for one. Goes back
  /// to the last `*` only, so that many of them cost no more than text times pattern.
  private static boolean fits(String text, String pattern) {
    int at = 0;
    int place = 0;
    int star = -1;
    int tried = 0;
    while (at < text.length()) {
      char wanted = place < pattern.length() ? pattern.charAt(place) : 0;
      if (wanted == '*') {
        star = place++;
        tried = at;
      } else if (place < pattern.length() && (wanted == '?' || wanted == text.charAt(at))) {
        place++;
        at++;
      } else if (star >= 0) {
        place = star + 1;
        at = ++tried;
      } else {
        return false;
      }
    }
    while (place < pattern.length() && pattern.charAt(place) == '*') {
      place++;
    }
    return place == pattern.length();
  }

  private static String bare(String text) {
    return Normalizer.normalize(text.strip(), Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\p{M}+", "");
  }

  private static boolean datesMeet(String held, String asked) {
    if (WHOLE.matcher(held).matches() && WHOLE.matcher(asked).matches()) {
      return held.startsWith(asked) || asked.startsWith(held);
    }
    Edtf.Range wanted = Edtf.years(asked).orElse(null);
    Edtf.Range said = Edtf.years(held).orElseGet(() -> spanOfYears(held));
    if (wanted == null || (said.earliest() == null && said.latest() == null)) {
      return false;
    }
    return least(wanted) <= most(said) && least(said) <= most(wanted);
  }

  /// From the first to the last year that a text names.
  private static Edtf.Range spanOfYears(String text) {
    List<Integer> years = years(text).stream().map(Integer::valueOf).sorted().toList();
    return years.isEmpty()
        ? new Edtf.Range(null, null)
        : new Edtf.Range(years.getFirst(), years.getLast());
  }

  private static int least(Edtf.Range range) {
    Integer earliest = range.earliest();
    return earliest == null ? Integer.MIN_VALUE : earliest;
  }

  private static int most(Edtf.Range range) {
    Integer latest = range.latest();
    return latest == null ? Integer.MAX_VALUE : latest;
  }

  /// A value in words that matching weighs; empty where there is nothing to weigh: intervals that
  /// are open or of more than forty years only leave candidates out.
  String weighed(String value) {
    return switch (this) {
      case ALIKE, EXACT -> value;
      case WILDCARD -> value.replace("*", "").replace("?", "").strip();
      case EDTF -> Edtf.years(value).map(range -> weighed(value, range)).orElse("");
    };
  }

  private static String weighed(String value, Edtf.Range range) {
    Integer earliest = range.earliest();
    Integer latest = range.latest();
    if (earliest == null || latest == null) {
      return "";
    }
    if (value.indexOf('/') < 0 && earliest.equals(latest)) {
      return value;
    }
    int middle = Math.floorDiv(earliest + latest, 2);
    int half = (latest - earliest + 1) / 2;
    if (half <= ABOUT) {
      return "about " + middle;
    }
    // Two years that far apart are read as the second one, give or take twenty.
    return half <= LOOSE ? (middle - 11) + "/" + middle : "";
  }
}
