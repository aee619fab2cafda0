package org.handsel.collection.mapping;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.handsel.collection.Value.Mapped;
import org.jspecify.annotations.Nullable;

/// A mapping table (`value frequency state qid category creator`) or a lookup table (`value
/// result`), as people fill them. Immutable.
///
/// Values are compared after normalisation to NFC and with runs of white space as one blank.
/// `value` and `state` (or `result`) must be there; further columns are nobody's business here.
///
/// @param <T> what a value leads to
final class MappingTable<T> {
  private static final List<String> STATES = List.of("mapped", "none", "todo");
  private static final Pattern QID = Pattern.compile("Q[1-9][0-9]*");

  private final Map<String, T> byValue;

  private MappingTable(Map<String, T> byValue) {
    this.byValue = byValue;
  }

  @Nullable T find(String value) {
    return byValue.get(key(value));
  }

  /// @param errors takes line (0: the file as a whole) and message
  static MappingTable<Mapped> mapping(Path file, BiConsumer<Integer, String> errors) {
    return read(file, "state", MappingTable::mapped, errors);
  }

  /// @param errors takes line (0: the file as a whole) and message
  static MappingTable<String> lookup(Path file, BiConsumer<Integer, String> errors) {
    return read(file, "result", (row, e) -> row.cell("result"), errors);
  }

  private interface Meaning<T> {
    T of(TsvRows.Row row, BiConsumer<Integer, String> errors);
  }

  private static <T> MappingTable<T> read(
      Path file, String column, Meaning<T> meaning, BiConsumer<Integer, String> errors) {
    Map<String, T> byValue = new HashMap<>();
    if (!Files.isRegularFile(file)) {
      errors.accept(
          0,
          "there is no file " + file + ": expected a table with the columns value and " + column);
      return new MappingTable<>(byValue);
    }
    TsvRows table;
    try {
      table = TsvRows.file(file);
    } catch (CharacterCodingException e) {
      errors.accept(0, file.getFileName() + " is not UTF-8. Save it as UTF-8.");
      return new MappingTable<>(byValue);
    } catch (IOException e) {
      errors.accept(0, file + " cannot be read (" + e.getMessage() + ")");
      return new MappingTable<>(byValue);
    }
    if (!table.header().containsAll(List.of("value", column))) {
      errors.accept(
          1,
          "expected a header with the tab-separated columns value and %s, found %s"
              .formatted(column, ProfileErrors.quote(String.join(", ", table.header()))));
      return new MappingTable<>(byValue);
    }
    for (TsvRows.Row row : table.rows()) {
      if (row.cells().size() > table.header().size()) {
        errors.accept(
            row.line(),
            "expected %d cells as in the header, found %d"
                .formatted(table.header().size(), row.cells().size()));
      }
      T before = byValue.putIfAbsent(key(row.cell("value")), meaning.of(row, errors));
      if (before != null) {
        errors.accept(
            row.line(),
            "the value %s stands in an earlier row too; keep one"
                .formatted(ProfileErrors.quote(row.cell("value"))));
      }
    }
    return new MappingTable<>(byValue);
  }

  private static Mapped mapped(TsvRows.Row row, BiConsumer<Integer, String> errors) {
    String state = row.cell("state").strip();
    if (!STATES.contains(state)) {
      errors.accept(
          row.line(), "state: expected mapped, none or todo, found " + ProfileErrors.quote(state));
    }
    String qid = row.cell("qid").strip();
    if (!qid.isEmpty() && !QID.matcher(qid).matches()) {
      errors.accept(
          row.line(), "qid: expected an item such as Q42, found " + ProfileErrors.quote(qid));
    }
    return new Mapped(
        state, orNull(qid), orNull(row.cell("category")), orNull(row.cell("creator")));
  }

  private static @Nullable String orNull(String cell) {
    return Blanks.isBlank(cell) ? null : Blanks.strip(cell);
  }

  private static String key(String value) {
    String collapsed = Blanks.collapse(value);
    return Normalizer.isNormalized(collapsed, Normalizer.Form.NFC)
        ? collapsed
        : Normalizer.normalize(collapsed, Normalizer.Form.NFC);
  }
}
