package org.handsel.partnership.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Recognises identifiers by their pattern and, where there is one, their check digit, whatever the
/// column says: lists mix them.
///
/// GND numbers of corporate bodies come in two forms with two check digits (measured on 3,013
/// numbers of Wikidata): with a hyphen, weights 2, 3, 4 … from the right, remainder modulo 11; ten
/// or nine digits without hyphen, eleven minus that remainder. ISIL: ISO 15511, at most 16
/// characters.
final class Identifiers {
  private static final Pattern SEPARATORS = Pattern.compile("\\s*[|;]\\s*|,\\s+|\\s+");
  private static final Pattern QID =
      Pattern.compile(
          "(?:https?://(?:www\\.)?wikidata\\.org/(?:entity|wiki)/)?(Q[1-9][0-9]{0,11})");
  private static final Pattern ISIL =
      Pattern.compile("(?=.{4,16}$)([A-Z]{1,4}|[a-zA-Z])-[A-Za-z0-9:/-]{1,11}");
  private static final Pattern GND_HYPHEN = Pattern.compile("(\\d{2,9})-([\\dX])");
  private static final Pattern GND_PLAIN = Pattern.compile("(\\d{7,10})([\\dX])");
  private static final Pattern GND_ADDRESS =
      Pattern.compile("(?:https?://d-nb\\.info/gnd/|\\(DE-588\\)|GND[: ]+)(.+)");
  private static final Pattern DBS = Pattern.compile("[A-Za-z]{2}[0-9]{3}");
  private static final Pattern VIAF =
      Pattern.compile("(?:https?://(?:www\\.)?viaf\\.org/viaf/)?([1-9][0-9]{1,21})/?");
  private static final Pattern ROR =
      Pattern.compile("(?:https?://)?ror\\.org/(0[a-hj-km-np-tv-z0-9]{6}[0-9]{2})");
  private static final Pattern EIN = Pattern.compile("([0-9]{2})-?([0-9]{7})");

  private Identifiers() {}

  /// Takes a cell with any number of values apart.
  static List<String> values(String cell) {
    List<String> values = new ArrayList<>();
    for (String value : SEPARATORS.split(cell.strip(), -1)) {
      if (!value.isEmpty()) {
        values.add(value);
      }
    }
    return values;
  }

  /// Recognises one value.
  ///
  /// @param column the column it stands in: a hint where a pattern alone does not decide
  /// @return empty where it is none of the known schemes
  static Optional<Identifier> recognise(String column, String value) {
    Matcher item = QID.matcher(value);
    if (item.matches()) {
      return Optional.of(new Identifier("wikidata", item.group(1)));
    }
    if (column.equals("viaf") || value.contains("viaf.org")) {
      return matched("viaf", VIAF.matcher(value));
    }
    if (column.equals("ein")) {
      Matcher ein = EIN.matcher(value);
      return ein.matches()
          ? Optional.of(new Identifier("ein", ein.group(1) + ein.group(2)))
          : Optional.empty();
    }
    if (value.contains("ror.org/")) {
      return matched("ror", ROR.matcher(value));
    }
    Optional<String> gnd = gnd(value);
    if (gnd.isPresent()) {
      return Optional.of(new Identifier("gnd", gnd.get()));
    }
    if (DBS.matcher(value).matches()) {
      return Optional.of(new Identifier("dbs", value.toUpperCase(Locale.ROOT)));
    }
    if (ISIL.matcher(value).matches()) {
      return Optional.of(new Identifier("isil", value));
    }
    return Optional.empty();
  }

  private static Optional<Identifier> matched(String scheme, Matcher matcher) {
    return matcher.matches()
        ? Optional.of(new Identifier(scheme, matcher.group(1)))
        : Optional.empty();
  }

  /// A GND number with a right check digit.
  static Optional<String> gnd(String value) {
    Matcher address = GND_ADDRESS.matcher(value);
    String number = (address.matches() ? address.group(1) : value).strip().toUpperCase(Locale.ROOT);
    Matcher hyphen = GND_HYPHEN.matcher(number);
    if (hyphen.matches()) {
      int remainder = remainder(hyphen.group(1));
      return digit(remainder) == hyphen.group(2).charAt(0) ? Optional.of(number) : Optional.empty();
    }
    Matcher plain = GND_PLAIN.matcher(number);
    if (plain.matches()) {
      int check = (11 - remainder(plain.group(1))) % 11;
      return digit(check) == plain.group(2).charAt(0) ? Optional.of(number) : Optional.empty();
    }
    return Optional.empty();
  }

  private static int remainder(String digits) {
    int sum = 0;
    for (int i = digits.length() - 1, weight = 2; i >= 0; i--, weight++) {
      sum += (digits.charAt(i) - '0') * weight;
    }
    return sum % 11;
  }

  private static char digit(int check) {
    return check == 10 ? 'X' : (char) ('0' + check);
  }
}
