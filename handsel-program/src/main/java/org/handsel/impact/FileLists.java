package org.handsel.impact;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The list of files in one cell: names separated by ` -- `, without or with `File:`.
final class FileLists {
  private static final Pattern SEPARATOR = Pattern.compile(" -- |\\R|\\|");
  private static final Pattern NAMESPACE =
      Pattern.compile("^(?i:file|image|datei|bild|bestand|fichier|archivo|immagine)\\s*:[\\s_]*");
  private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z0-9]{2,5}$");

  private FileLists() {}

  /// Distinct files of a cell, in order, with underscores and a large first letter as wikis store
  /// them.
  ///
  /// @param expected how many the row says, or -1; where the pieces are more, pieces without a file
  ///   ending belong to the name that follows
  static List<String> split(String cell, long expected) {
    List<String> pieces = new ArrayList<>();
    for (String piece : SEPARATOR.split(cell)) {
      if (!piece.isBlank()) {
        pieces.add(piece.strip());
      }
    }
    if (expected > 0 && pieces.size() > expected) {
      pieces = joined(pieces);
    }
    Set<String> names = new LinkedHashSet<>();
    for (String piece : pieces) {
      names.add(name(piece));
    }
    names.remove("");
    return List.copyOf(names);
  }

  /// A name may itself hold ` -- `; then its first part has no ending such as `.jpg`.
  private static List<String> joined(List<String> pieces) {
    List<String> whole = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    for (String piece : pieces) {
      open.append(open.isEmpty() ? "" : " -- ").append(piece);
      if (ENDING.matcher(piece).find()) {
        whole.add(open.toString());
        open.setLength(0);
      }
    }
    if (!open.isEmpty()) {
      whole.add(open.toString());
    }
    return whole;
  }

  static String name(String written) {
    String bare = NAMESPACE.matcher(written.strip()).replaceFirst("");
    return PageNames.underscored(bare);
  }

  /// A whole number as a workbook writes it, or -1.
  static long count(String written) {
    String text = written.toLowerCase(Locale.ROOT).replaceFirst("\\.0+$", "");
    return text.matches("\\d{1,9}") ? Long.parseLong(text) : -1;
  }
}
