package org.handsel.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// Persons whose records in an authority file are known.
///
/// @param known how many persons have a record: of those that rules were made from, and of those
///   held out
/// @param having whether a person, by its row, is known to have a record
record PersonSet(
    String name, Path persons, Path records, Truth truth, int[] known, IntPredicate having) {

  /// Says whether a record is that of a person; null where nobody knows.
  interface Truth {
    /// @param row of the person in its file, from 0
    @Nullable Boolean same(int row, String person, String record);
  }

  /// Of made-up sets, so that all measurements have the same ones.
  static final long SEED = 11;

  static final List<String> GERMAN = List.of("pmb", "akademie", "thun", "oeml", "pataky");

  int allKnown() {
    return known[0] + known[1];
  }

  /// A third of the persons, by hash of their id, that no rule was made from.
  static boolean heldOut(String id) {
    int hash = id.hashCode();
    hash = (hash ^ hash >>> 16) * 0x45d9f3b;
    return Integer.remainderUnsigned(hash ^ hash >>> 13, 3) == 2;
  }

  static PersonSet german(String set) throws IOException {
    return german(set, false);
  }

  /// @param doubted whether other records of the same name and years count as right, too: the
  ///   source's number or that record may be a duplicate or a slip
  static PersonSet german(String set, boolean doubted) throws IOException {
    List<String[]> truths =
        Files.readAllLines(Places.shared("persons/german/gold_" + set + ".tsv")).stream()
            .map(line -> line.split("\t", -1))
            .toList();
    int[] known = new int[2];
    for (String[] truth : truths) {
      if (truth[2].equals("IN_A") || doubted && !truth[3].isEmpty()) {
        known[heldOut(truth[0]) ? 1 : 0]++;
      }
    }
    return new PersonSet(
        set,
        Places.shared("persons/german/B_" + set + ".jsonl"),
        Places.shared("persons/german/A_de_authority.jsonl"),
        (row, person, record) -> {
          String[] truth = truths.get(row);
          if (truth[2].equals("UNKNOWN")) {
            return null;
          }
          return truth[2].equals("IN_A") && truth[1].equals(record)
              || doubted && List.of(truth[3].split("\\|")).contains(record);
        },
        known,
        row -> truths.get(row)[2].equals("IN_A"));
  }

  static PersonSet museums() throws IOException {
    Path moma = Places.shared("persons/museums/moma.csv");
    Path nga = Places.shared("persons/museums/nga.csv");
    Map<String, NamedCsvRecord> persons = rows(moma);
    Map<String, NamedCsvRecord> records = rows(nga);
    Set<String> pairs = new HashSet<>();
    int[] known = new int[2];
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(Places.shared("persons/museums/gold_moma_nga.csv"))) {
      for (NamedCsvRecord row : reader) {
        if (row.getField("status").startsWith("pos")) {
          pairs.add(row.getField("id_a") + ">" + row.getField("id_b"));
          known[heldOut(row.getField("id_a")) ? 1 : 0]++;
        }
      }
    }
    return new PersonSet(
        "museums",
        moma,
        nga,
        (row, person, record) ->
            pairs.contains(person + ">" + record)
                ? Boolean.TRUE
                : differ(persons.get(person), records.get(record)),
        known,
        row -> false);
  }

  /// A made-up set, written into a folder.
  static PersonSet madeUp(Path folder, int records, int persons) throws IOException {
    MadeUpPersons.write(folder, Places.shared("persons/museums/nga.csv"), SEED, records, persons);
    List<String> truths = Files.readAllLines(folder.resolve("truth.tsv"));
    int[] known = new int[2];
    for (int row = 0; row < truths.size(); row++) {
      if (!truths.get(row).isEmpty()) {
        known[heldOut("p" + row) ? 1 : 0]++;
      }
    }
    return new PersonSet(
        "made up %,d k".formatted(records / 1000),
        folder.resolve("persons.csv"),
        folder.resolve("authority.csv"),
        (row, person, record) -> truths.get(row).equals(record),
        known,
        row -> !truths.get(row).isEmpty());
  }

  /// False where both have an identifier of one kind and they differ, unknown otherwise.
  private static @Nullable Boolean differ(@Nullable NamedCsvRecord a, @Nullable NamedCsvRecord b) {
    if (a == null || b == null) {
      return null;
    }
    boolean comparable = false;
    boolean equal = false;
    for (String scheme : List.of("ulan", "qid")) {
      String first = a.getField(scheme);
      String second = b.getField(scheme);
      if (!first.isEmpty() && !second.isEmpty()) {
        comparable = true;
        equal |= first.equals(second);
      }
    }
    // Equal by one identifier and different by the other: the sources contradict each other.
    return comparable && !equal ? Boolean.FALSE : null;
  }

  private static Map<String, NamedCsvRecord> rows(Path file) throws IOException {
    Map<String, NamedCsvRecord> rows = new HashMap<>();
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : reader) {
        rows.put(row.getField("id"), row);
      }
    }
    return rows;
  }
}
