package org.handsel.partnership.agreement;

import java.util.Arrays;
import java.util.Locale;
import org.handsel.platform.HandselException;

/// A rung of the ladder, the lowest first.
public enum Rung {
  NONE_NEEDED,
  ONE_SIDED_RELEASE,
  LETTER,
  MEMORANDUM,
  AGREEMENT;

  /// As it is written in tables, commands and files.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Rung of(String code) {
    return Arrays.stream(values())
        .filter(rung -> rung.code().equals(code))
        .findFirst()
        .orElseThrow(() ->
            HandselException.usage(
                "rung: expected one of %s, found \"%s\"."
                    .formatted(
                        String.join(", ", Arrays.stream(values()).map(Rung::code).toList()),
                        code)));
  }
}
