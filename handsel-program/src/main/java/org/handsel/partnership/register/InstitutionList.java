package org.handsel.partnership.register;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;

/// A list of institutions in a file: what kind it is, and its rows one after another.
///
/// The kind is told by the content, not by the name: JSON begins with a brace or bracket; a table
/// has tabs in its header, or else is CSV.
///
/// @param columns names of the list's columns by the register's name, where they differ
record InstitutionList(Path file, Map<String, String> columns) {

  /// Reads all rows in order.
  void read(Problems problems, Consumer<ListedRow> rows) {
    try (FileLines lines = new FileLines(file, problems)) {
      FileLines.Line first = lines.next();
      while (first != null && first.text().isBlank()) {
        first = lines.next();
      }
      if (first == null) {
        throw HandselException.usage(
            "%s: expected a list of institutions, found an empty file.".formatted(file));
      }
      char start = first.text().stripLeading().charAt(0);
      if (start == '{' || start == '[') {
        JsonList.read(file, first, lines, problems, rows);
      } else {
        new TableList(file, columns, problems).read(first, lines, rows);
      }
    } catch (IOException e) {
      throw HandselException.input(
          "%s: cannot be read (%s).".formatted(file, DurableFiles.reason(e)));
    }
  }
}
