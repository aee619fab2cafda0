package org.handsel.collection.mapping;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.handsel.platform.HandselException;

/// Collects everything that is wrong with a profile, so that a person mends it in one go. Used by
/// one thread.
final class ProfileErrors {
  private record Entry(int line, String message) {}

  private final Path file;
  private final List<Entry> entries = new ArrayList<>();

  ProfileErrors(Path file) {
    this.file = file;
  }

  /// @param line line in the profile, from 1
  /// @param place section and field such as `fields.title`; empty for the profile as a whole
  /// @param message what is wrong, what was expected, what was found
  void add(int line, String place, String message) {
    entries.add(
        new Entry(
            line,
            "%s, line %d%s: %s"
                .formatted(
                    file.getFileName(), line, place.isEmpty() ? "" : ", " + place, message)));
  }

  /// An error that stands in another file, such as a mapping table.
  void addForeign(int line, String message) {
    entries.add(new Entry(line, message));
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /// @throws HandselException with one line for each error, in the order of the profile
  void throwIfAny() {
    if (!entries.isEmpty()) {
      throw HandselException.usage(
          String.join(
              "\n",
              entries.stream()
                  .sorted(Comparator.comparingInt(Entry::line))
                  .map(Entry::message)
                  .distinct()
                  .toList()));
    }
  }

  /// ` Did you mean "title"?` when one of the names is near, otherwise nothing.
  static String didYouMean(String found, Collection<String> names) {
    return nearest(found, names).map(name -> " Did you mean \"" + name + "\"?").orElse("");
  }

  static String quote(String found) {
    String oneLine = found.replace('\n', ' ');
    return '"' + (oneLine.length() > 80 ? oneLine.substring(0, 77) + "..." : oneLine) + '"';
  }

  private static Optional<String> nearest(String found, Collection<String> names) {
    String wanted = found.toLowerCase(Locale.ROOT);
    int limit = Math.max(1, wanted.length() / 3);
    String best = null;
    int bestDistance = limit + 1;
    for (String name : names) {
      int distance = distance(wanted, name.toLowerCase(Locale.ROOT));
      if (distance < bestDistance) {
        best = name;
        bestDistance = distance;
      }
    }
    return Optional.ofNullable(best);
  }

  /// Changes of one letter, two swapped neighbours counting as one (optimal string alignment).
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(d[i - 1][j - 1] + change, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
