package org.handsel.collection.source;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.handsel.collection.Item;

/// A delivery read to its end, for tests.
record Read(
    List<List<String>> rows,
    List<String> texts,
    List<Item.Origin> origins,
    List<String> columns,
    List<SourceProblem> problems,
    String description,
    SourceSpec resolved) {

  static Read all(Path source) {
    return all(source, SourceSpec.RECOGNISE);
  }

  static Read all(Path source, SourceSpec spec) {
    try (RecordSource records = Sources.open(source, spec)) {
      List<List<String>> rows = new ArrayList<>();
      List<String> texts = new ArrayList<>();
      List<Item.Origin> origins = new ArrayList<>();
      List<SourceProblem> problems = new ArrayList<>();
      SourceRecord record;
      while ((record = records.next()) != null) {
        if (record instanceof TableRow row) {
          rows.add(List.of(row.cells()));
        } else {
          texts.add(record.node().getStringValue().replaceAll("\\s+", " ").strip());
        }
        origins.add(record.origin());
        problems.addAll(records.takeProblems());
      }
      problems.addAll(records.takeProblems());
      return new Read(
          rows,
          texts,
          origins,
          records.columns(),
          problems,
          records.description(),
          records.resolved());
    }
  }

  static long count(Path source) {
    try (RecordSource records = Sources.open(source, SourceSpec.RECOGNISE)) {
      long count = 0;
      while (records.next() != null) {
        count++;
      }
      return count;
    }
  }

  List<String> codes() {
    return problems.stream().map(SourceProblem::code).toList();
  }

  static Path write(Path file, String text) throws IOException {
    return write(file, text, StandardCharsets.UTF_8);
  }

  static Path write(Path file, String text, Charset charset) throws IOException {
    Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
    return Files.write(file, text.getBytes(charset));
  }

  static SourceSpec spec(String... keysAndValues) {
    String format = null;
    String charset = null;
    String delimiter = null;
    String quote = null;
    String sheet = null;
    String record = null;
    for (int i = 0; i < keysAndValues.length; i += 2) {
      String value = keysAndValues[i + 1];
      switch (keysAndValues[i]) {
        case "format" -> format = value;
        case "charset" -> charset = value;
        case "delimiter" -> delimiter = value;
        case "quote" -> quote = value;
        case "sheet" -> sheet = value;
        case "record" -> record = value;
        default -> throw new IllegalArgumentException(keysAndValues[i]);
      }
    }
    return new SourceSpec(
        format, charset, delimiter, quote, sheet, record, java.util.Map.of(), List.of());
  }
}
