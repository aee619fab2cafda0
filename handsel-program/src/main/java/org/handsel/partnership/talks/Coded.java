package org.handsel.partnership.talks;

import java.util.Arrays;
import java.util.Locale;
import org.handsel.platform.HandselException;

/// How words of this room are written in tables, files and commands: small, with hyphens.
final class Coded {
  private Coded() {}

  static String code(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static <E extends Enum<E>> E of(Class<E> type, String code) {
    return Arrays.stream(type.getEnumConstants())
        .filter(word -> code(word).equals(code))
        .findFirst()
        .orElseThrow(() ->
            HandselException.usage(
                "timeline: expected one of %s, found \"%s\"."
                    .formatted(
                        String.join(
                            ", ", Arrays.stream(type.getEnumConstants()).map(Coded::code).toList()),
                        code)));
  }
}
