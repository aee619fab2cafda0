package org.handsel.authority.record;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads persons from CSV with a header.
final class TablePersons {
  private TablePersons() {}

  static void read(BufferedReader in, PersonColumns columns, Taken persons) throws IOException {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(in)) {
      for (NamedCsvRecord row : reader) {
        Map<String, List<String>> cells = new LinkedHashMap<>();
        columns.each((key, names) -> {
          for (String name : names) {
            if (!cells.containsKey(key)) {
              row.findField(name)
                  .filter(value -> !value.isBlank())
                  .ifPresent(value -> cells.put(key, PersonColumns.split(key, value)));
            }
          }
        });
        PersonDetails details = PersonColumns.details(cells, List.of(), Map.of());
        persons.take(row.getStartingLineNumber(), columns.person(cells, details));
      }
    }
  }
}
