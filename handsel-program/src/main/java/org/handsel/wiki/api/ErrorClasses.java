package org.handsel.wiki.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.handsel.platform.Tsv;
import org.jspecify.annotations.Nullable;

/// The one table that says what an error code means: `error-classes.tsv`. A code that ends with `*`
/// stands for all codes that begin so; the longest match wins; an unknown code stops its file only.
///
/// What a wiki finds when it puts pieces together or publishes from its queue it calls
/// `stashfailed`, whatever it was; only the words say more. They are English in every wiki;
/// `stash-reasons.tsv` gives the code that the same finding has elsewhere.
final class ErrorClasses {
  private record Row(FailureClass kind, boolean certain, String advice) {}

  private static final Row UNKNOWN =
      new Row(
          FailureClass.STOP_FILE,
          true,
          "Handsel does not know this code. Look it up in the wiki's documentation.");

  private final Map<String, Row> exact = new LinkedHashMap<>();
  private final Map<String, Row> prefixes = new LinkedHashMap<>();
  private final Map<String, String> stashReasons = new LinkedHashMap<>();

  private ErrorClasses() {}

  static ErrorClasses load() {
    ErrorClasses classes = new ErrorClasses();
    for (List<String> cells : rows("error-classes.tsv", 5)) {
      Row row =
          new Row(
              FailureClass.valueOf(cells.get(1)), yes(cells.get(0), cells.get(2)), cells.get(3));
      String code = cells.get(0);
      Row twin =
          code.endsWith("*")
              ? classes.prefixes.put(code.substring(0, code.length() - 1), row)
              : classes.exact.put(code, row);
      if (twin != null) {
        throw new IllegalStateException("error-classes.tsv: code \"" + code + "\" stands twice");
      }
    }
    for (List<String> cells : rows("stash-reasons.tsv", 3)) {
      if (classes.row(cells.get(1)).equals(UNKNOWN)) {
        throw new IllegalStateException(
            "stash-reasons.tsv: code \"%s\" is not in error-classes.tsv".formatted(cells.get(1)));
      }
      classes.stashReasons.put(cells.get(0), cells.get(1));
    }
    return classes;
  }

  ApiFailure failure(
      String given, String info, @Nullable Duration retryAfter, Map<String, String> detail) {
    String code = given.equals("stashfailed") ? reason(info) : given;
    Row row = row(code);
    // The wiki expects another piece than the one sent, and says which: not a lost stash.
    boolean offset = row.kind == FailureClass.RESTART_STASH && detail.containsKey("offset");
    boolean token = code.equals("missingparam") && info.contains("token");
    FailureClass kind = offset ? FailureClass.ADJUST_OFFSET : token ? FailureClass.TOKEN : row.kind;
    return new ApiFailure(code, info, kind, row.certain, row.advice, retryAfter, detail);
  }

  private String reason(String info) {
    return stashReasons.entrySet().stream()
        .filter(reason -> info.startsWith(reason.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("stashfailed");
  }

  private Row row(String code) {
    Row found = exact.get(code);
    int length = 0;
    if (found == null) {
      for (Map.Entry<String, Row> entry : prefixes.entrySet()) {
        if (code.startsWith(entry.getKey()) && entry.getKey().length() > length) {
          found = entry.getValue();
          length = entry.getKey().length();
        }
      }
    }
    return found == null ? UNKNOWN : found;
  }

  private static boolean yes(String code, String text) {
    return switch (text) {
      case "yes" -> true;
      case "no" -> false;
      default ->
          throw new IllegalStateException(
              "error-classes.tsv, %s: expected yes or no, found \"%s\"".formatted(code, text));
    };
  }

  /// The rows of a table of this package without its header line.
  static List<List<String>> rows(String name, int columns) {
    List<List<String>> rows = new ArrayList<>();
    InputStream stream = Objects.requireNonNull(ErrorClasses.class.getResourceAsStream(name), name);
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      in.readLine();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        List<String> cells = Tsv.cells(line);
        if (cells.size() != columns) {
          throw new IllegalStateException(
              "%s: expected %d columns, found \"%s\"".formatted(name, columns, line));
        }
        rows.add(cells);
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
