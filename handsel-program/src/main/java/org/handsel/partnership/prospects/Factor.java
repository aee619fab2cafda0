package org.handsel.partnership.prospects;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What an institution is judged by. All but [#EFFORT] are multiplied into what can be released.
public enum Factor {
  RIGHTS,
  DIGITAL,
  DESCRIPTION,
  FIT,
  SIZE,
  EFFORT;

  /// Those that are multiplied.
  public static final List<Factor> GAINS = List.of(RIGHTS, DIGITAL, DESCRIPTION, FIT, SIZE);

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Factor> of(String code) {
    return Arrays.stream(values()).filter(factor -> factor.code().equals(code)).findFirst();
  }
}
