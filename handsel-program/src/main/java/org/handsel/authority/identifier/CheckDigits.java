package org.handsel.authority.identifier;

/// The arithmetic of check digits.
final class CheckDigits {
  /// Digits of NOID names: vowels are left out. Source: the NOID tool's documentation, check
  /// character algorithm.
  private static final String NOID = "0123456789bcdfghjkmnpqrstvwxz";

  private CheckDigits() {}

  static boolean right(String check, String value) {
    String body = value.substring(0, value.length() - 1);
    char last = value.charAt(value.length() - 1);
    return switch (check) {
      case "none" -> true;
      case "gnd" -> value.indexOf('-') < 0 ? mod11(body) == last : hyphenated(body) == last;
      case "mod11" -> mod11(body) == last;
      case "mod11-2" -> mod112(body.replace("-", "")) == last;
      // The check spans the name of the ARK without its authority number.
      case "noid" -> noid("cb" + body) == last;
      default -> throw new IllegalArgumentException("unknown check " + check);
    };
  }

  /// Weights 2, 3, 4 … from the right; the check digit makes the sum a multiple of 11.
  private static char mod11(String digits) {
    return digit((11 - weighted(digits) % 11) % 11);
  }

  /// Numbers of the older files of subjects and corporate bodies: the sum itself is the check
  /// digit.
  private static char hyphenated(String body) {
    return digit(weighted(body.substring(0, body.length() - 1)) % 11);
  }

  private static int weighted(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      sum += (digits.charAt(digits.length() - 1 - i) - '0') * (i + 2);
    }
    return sum;
  }

  /// ISO 7064 MOD 11-2.
  private static char mod112(String digits) {
    int total = 0;
    for (int i = 0; i < digits.length(); i++) {
      total = (total + digits.charAt(i) - '0') * 2 % 11;
    }
    return digit((12 - total) % 11);
  }

  private static char digit(int value) {
    return value == 10 ? 'X' : (char) ('0' + value);
  }

  private static char noid(String name) {
    int sum = 0;
    for (int i = 0; i < name.length(); i++) {
      sum += Math.max(0, NOID.indexOf(name.charAt(i))) * (i + 1);
    }
    return NOID.charAt(sum % NOID.length());
  }
}
