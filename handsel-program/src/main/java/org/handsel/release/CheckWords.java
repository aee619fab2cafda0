package org.handsel.release;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.handsel.platform.Tsv;

/// What each check means, in the words of a coordinator. Immutable.
final class CheckWords {
  private final Map<String, List<String>> rows;

  private CheckWords(Map<String, List<String>> rows) {
    this.rows = rows;
  }

  static CheckWords load() {
    return new CheckWords(
        Tsv.resource(CheckWords.class, "checks.tsv").stream()
            .collect(Collectors.toUnmodifiableMap(row -> row.get(0), row -> row)));
  }

  Set<String> codes() {
    return rows.keySet();
  }

  String title(String code) {
    List<String> row = rows.get(code);
    return row == null ? code.toLowerCase(Locale.ROOT).replace('_', ' ') : row.get(1);
  }

  String meaning(String code) {
    List<String> row = rows.get(code);
    return row == null ? "" : row.get(2);
  }

  String advice(String code) {
    List<String> row = rows.get(code);
    return row == null ? "" : row.get(3);
  }
}
