package org.handsel.wiki.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.handsel.platform.Tsv;
import org.jspecify.annotations.Nullable;

/// What must not stand in a title: characters with their replacements, and extensions.
final class TitleTables {
  static final TitleTables TABLES = new TitleTables();

  private final TreeMap<Integer, Range> ranges = new TreeMap<>();
  private final Set<String> prohibitedExtensions;

  private record Range(int from, int to, String replacement) {}

  private TitleTables() {
    for (List<String> row : rows("title-characters.tsv", 4)) {
      int from = codePoint(row.get(0));
      int to = codePoint(row.get(1));
      String replacement = row.get(2);
      Map.@Nullable Entry<Integer, Range> before = ranges.floorEntry(to);
      if (to < from || (before != null && before.getValue().to() >= from)) {
        throw new IllegalStateException(
            "title-characters.tsv: %s to %s: expected ascending ranges that do not overlap"
                .formatted(row.get(0), row.get(1)));
      }
      ranges.put(
          from,
          new Range(
              from,
              to,
              replacement.startsWith("U+")
                  ? Character.toString(codePoint(replacement))
                  : replacement));
    }
    prohibitedExtensions =
        rows("prohibited-extensions.tsv", 2).stream()
            .map(row -> row.get(0))
            .collect(Collectors.toUnmodifiableSet());
  }

  /// What stands for this character in a title; null when it may stay.
  @Nullable String replacement(int codePoint) {
    Map.@Nullable Entry<Integer, Range> entry = ranges.floorEntry(codePoint);
    return entry != null && codePoint <= entry.getValue().to()
        ? entry.getValue().replacement()
        : null;
  }

  /// Whether the wiki refuses a name because of this part between two dots.
  boolean prohibited(String lowerCaseExtension) {
    return prohibitedExtensions.contains(lowerCaseExtension);
  }

  private static int codePoint(String text) {
    return Integer.parseInt(text.substring(2), 16);
  }

  private static List<List<String>> rows(String resource, int columns) {
    try (InputStream in =
            Objects.requireNonNull(TitleTables.class.getResourceAsStream(resource), resource);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<List<String>> rows = reader.lines().skip(1).map(Tsv::cells).toList();
      rows.forEach(row -> {
        if (row.size() != columns || row.getLast().isBlank()) {
          throw new IllegalStateException(
              "%s: %s: expected %d cells, the last one the source"
                  .formatted(resource, row, columns));
        }
      });
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
