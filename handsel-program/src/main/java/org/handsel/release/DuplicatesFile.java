package org.handsel.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Tsv;

/// Reads and writes `duplicates.tsv`, which people may edit: the column `answer` counts.
final class DuplicatesFile {
  private static final List<String> HEADER =
      List.of("item_id", "file", "kind", "of", "agreement", "answer", "by", "note");

  private DuplicatesFile() {}

  /// By line of the plan; empty when there is no such file.
  static Map<FileKey, Duplicate> read(ReleaseFolder release) {
    Path file = release.duplicates();
    Map<FileKey, Duplicate> read = new LinkedHashMap<>();
    try {
      if (!Files.exists(file)) {
        return read;
      }
      List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
      for (int i = 1; i < lines.size(); i++) {
        if (!lines.get(i).isBlank()) {
          Duplicate row = row(Tsv.cells(lines.get(i)), file, i + 1);
          read.put(row.key(), row);
        }
      }
      return read;
    } catch (IOException e) {
      throw HandselException.environment(
          "%s: cannot be read (%s).".formatted(file, DurableFiles.reason(e)), e);
    }
  }

  static void write(ReleaseFolder release, Collection<Duplicate> rows) {
    DurableFiles.replace(
        release.duplicates(),
        out -> {
          out.write(Tsv.row(HEADER));
          out.write('\n');
          for (Duplicate row : rows) {
            out.write(
                Tsv.row(
                    List.of(
                        row.item(),
                        row.file(),
                        row.kind().word(),
                        row.of(),
                        String.format(Locale.ROOT, "%.3f", row.agreement()),
                        row.answer().word(),
                        row.by(),
                        row.note())));
            out.write('\n');
          }
        });
  }

  private static Duplicate row(List<String> cells, Path file, int line) {
    List<String> row = new ArrayList<>(cells);
    while (row.size() < HEADER.size()) {
      row.add("");
    }
    Duplicate.Answer answer = of(Duplicate.Answer.values(), row.get(5), "answer", file, line);
    try {
      return new Duplicate(
              row.get(0),
              row.get(1),
              of(Duplicate.Kind.values(), row.get(2), "kind", file, line),
              row.get(3),
              Double.parseDouble(row.get(4).replace(',', '.')),
              Duplicate.Answer.ASK,
              row.get(6),
              row.get(7))
          .answered(answer, row.get(6), row.get(7));
    } catch (NumberFormatException e) {
      throw damaged(file, line, "agreement", row.get(4), "a number");
    }
  }

  private static <E extends Enum<E>> E of(
      E[] values, String word, String column, Path file, int line) {
    List<String> words = new ArrayList<>();
    for (E value : values) {
      String own = value.name().toLowerCase(Locale.ROOT).replace('_', '-');
      if (own.equals(word.strip().toLowerCase(Locale.ROOT))) {
        return value;
      }
      words.add(own);
    }
    throw damaged(file, line, column, word, String.join(", ", words));
  }

  private static HandselException damaged(
      Path file, int line, String column, String found, String expected) {
    return HandselException.usage(
        "%s, line %d, %s: expected %s, found \"%s\". Correct the file."
            .formatted(file, line, column, expected, found));
  }
}
