package org.handsel.text;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.handsel.platform.Json;
import org.handsel.testing.Shared;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How much of the dates in real deliveries is understood.
@Tag("data")
class DatesOfDeliveriesIT {
  private static final Path COLLECTIONS = Shared.data("collections");

  private static final Dates DATES = Dates.load();

  private static double understood(List<String> values) {
    List<String> filled = values.stream().filter(value -> !value.isBlank()).toList();
    List<String> open =
        filled.stream()
            .filter(value -> DATES.parse(value, null).isEmpty() && !DATES.undated(value))
            .toList();
    System.out.printf(
        "%d of %d values understood; left: %s%n",
        filled.size() - open.size(), filled.size(), open.stream().distinct().toList());
    return 1.0 - (double) open.size() / filled.size();
  }

  private static List<String> column(String file, Charset charset, String column)
      throws IOException {
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(COLLECTIONS.resolve(file), charset)) {
      return reader.stream().map(row -> row.getField(column)).toList();
    }
  }

  @Test
  void mapsDatedOrUndated() throws IOException {
    List<String> values =
        column("csv/geographicus-wikimedia.csv", Charset.forName("windows-1252"), "date");

    assertThat(values).hasSize(2130);
    assertThat(understood(values)).isGreaterThan(0.99);
  }

  @Test
  void museumObjects() throws IOException {
    assertThat(understood(column("csv/AutryDated.csv", StandardCharsets.UTF_8, "Dated")))
        .isGreaterThan(0.99);
  }

  @Test
  void shipsAndTheirPhotographs() throws IOException {
    List<String> values = new ArrayList<>();
    try (Stream<String> lines = Files.lines(COLLECTIONS.resolve("csv/smm_exportlista-2015.csv"))) {
      lines
          .skip(1)
          .map(line -> line.split("\\|", -1))
          .forEach(cells -> {
            values.add(cells[13]);
            values.add(cells[14]);
          });
    }
    assertThat(understood(values)).isEqualTo(1.0);
    assertThat(values.stream().filter(DATES::undated)).hasSize(23);
  }

  @Test
  void pressPhotographs() throws IOException {
    List<String> values = new ArrayList<>();
    try (Stream<Path> files = Files.list(COLLECTIONS.resolve("json/teenie"))) {
      for (Path file : files.toList()) {
        values.add(
            Json.mapper().readTree(Files.readString(file)).path("creation_date").asString(""));
      }
    }
    assertThat(values).hasSize(60);
    assertThat(understood(values)).isEqualTo(1.0);
  }
}
