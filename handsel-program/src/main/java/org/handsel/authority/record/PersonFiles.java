package org.handsel.authority.record;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads files of persons: JSON Lines and CSV, plain or packed with gzip. Which column or key holds
/// what is said by names; those of the persons format need no saying. Pure functions, safe for
/// threads.
public final class PersonFiles {
  /// Keys of the persons format, with further names that sources commonly use.
  private static final Map<String, List<String>> KEYS = new LinkedHashMap<>();

  static {
    KEYS.put("id", List.of("id", "gnd"));
    KEYS.put("name", List.of("name", "pref"));
    KEYS.put("kind", List.of("kind", "type"));
    KEYS.put("variants", List.of("variants", "alts", "alt_names"));
    KEYS.put("birth", List.of("birth", "birth_year", "birthYear", "dob"));
    KEYS.put("death", List.of("death", "death_year", "deathYear"));
    KEYS.put("countries", List.of("countries", "country", "nationality", "nat"));
    KEYS.put("birthPlace", List.of("birthPlace", "bplace", "birth_place"));
    KEYS.put("deathPlace", List.of("deathPlace", "dplace"));
    KEYS.put("occupations", List.of("occupations", "occ", "occupation"));
    KEYS.put("text", List.of("text", "description"));
  }

  private PersonFiles() {}

  /// Reads a file.
  ///
  /// @param columns key or column by the name of the persons format, such as `id` → `gnd`
  /// @return lines that are no persons
  /// @throws HandselException with exit 1 when the file cannot be read, with exit 2 when a name of
  ///   the persons format does not exist
  public static List<PersonProblem> read(
      Path file, Map<String, String> columns, Consumer<PersonRecord> persons) {
    for (String name : columns.keySet()) {
      if (!KEYS.containsKey(name)) {
        throw HandselException.usage(
            "--columns: expected names of %s, found \"%s\".".formatted(KEYS.keySet(), name));
      }
    }
    List<PersonProblem> problems = new ArrayList<>();
    try (BufferedReader in = open(file)) {
      in.mark(8);
      int first = in.read();
      in.reset();
      if (first == '\uFEFF') {
        in.skip(1);
        in.mark(8);
        first = in.read();
        in.reset();
      }
      if (first == '{') {
        lines(in, columns, persons, problems);
      } else {
        table(in, columns, persons, problems);
      }
    } catch (IOException e) {
      throw HandselException.input(
          "%s: cannot be read (%s): expected persons as JSON Lines or CSV. Check the path."
              .formatted(file, DurableFiles.reason(e)));
    }
    return problems;
  }

  private static BufferedReader open(Path file) throws IOException {
    BufferedInputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    raw.mark(2);
    boolean packed = raw.read() == 0x1f && raw.read() == 0x8b;
    raw.reset();
    InputStream in = packed ? new GZIPInputStream(raw, 1 << 16) : raw;
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
  }

  private static void lines(
      BufferedReader in,
      Map<String, String> columns,
      Consumer<PersonRecord> persons,
      List<PersonProblem> problems)
      throws IOException {
    long number = 0;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      try {
        JsonNode node = Json.mapper().readTree(line);
        Map<String, List<String>> cells = new LinkedHashMap<>();
        KEYS.forEach((key, names) -> cells.put(key, values(node, names(columns, key, names))));
        take(cells, number, persons, problems);
      } catch (JacksonException e) {
        problems.add(
            new PersonProblem(
                number,
                PersonProblem.Kind.NO_RECORD,
                "line %d: no JSON object.".formatted(number)));
      }
    }
  }

  private static List<String> names(Map<String, String> columns, String key, List<String> known) {
    String own = columns.get(key);
    return own == null ? known : List.of(own);
  }

  private static List<String> values(JsonNode node, List<String> names) {
    for (String name : names) {
      JsonNode value = node.get(name);
      if (value != null && !value.isNull()) {
        List<String> all = new ArrayList<>();
        if (value.isArray()) {
          value.forEach(
              entry -> all.add(entry.isObject() ? text(entry.get("name")) : entry.asString("")));
        } else {
          all.add(value.asString(""));
        }
        all.removeIf(String::isBlank);
        return all;
      }
    }
    return List.of();
  }

  private static String text(@org.jspecify.annotations.Nullable JsonNode node) {
    return node == null ? "" : node.asString("");
  }

  private static void table(
      BufferedReader in,
      Map<String, String> columns,
      Consumer<PersonRecord> persons,
      List<PersonProblem> problems)
      throws IOException {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(in)) {
      for (NamedCsvRecord row : reader) {
        Map<String, List<String>> cells = new LinkedHashMap<>();
        KEYS.forEach((key, names) -> {
          List<String> found = new ArrayList<>();
          for (String name : names(columns, key, names)) {
            if (found.isEmpty()) {
              row.findField(name).filter(value -> !value.isBlank()).ifPresent(found::add);
            }
          }
          boolean list = List.of("variants", "countries", "occupations").contains(key);
          cells.put(
              key,
              list && !found.isEmpty() ? List.of(found.getFirst().split("\\s*\\|\\s*")) : found);
        });
        take(cells, row.getStartingLineNumber(), persons, problems);
      }
    }
  }

  private static void take(
      Map<String, List<String>> cells,
      long line,
      Consumer<PersonRecord> persons,
      List<PersonProblem> problems) {
    String id = first(cells, "id");
    String name = first(cells, "name");
    if (id.isEmpty()) {
      problems.add(
          new PersonProblem(
              line,
              PersonProblem.Kind.NO_ID,
              "line %d: expected an id, found none. Left out.".formatted(line)));
      return;
    }
    persons.accept(
        new PersonRecord(
            id,
            name,
            first(cells, "kind"),
            all(cells, "variants"),
            first(cells, "birth"),
            first(cells, "death"),
            all(cells, "countries"),
            first(cells, "birthPlace"),
            first(cells, "deathPlace"),
            all(cells, "occupations"),
            String.join(" ", all(cells, "text"))));
  }

  private static List<String> all(Map<String, List<String>> cells, String key) {
    return cells.getOrDefault(key, List.of());
  }

  private static String first(Map<String, List<String>> cells, String key) {
    List<String> all = all(cells, key);
    return all.isEmpty() ? "" : all.getFirst().strip();
  }
}
