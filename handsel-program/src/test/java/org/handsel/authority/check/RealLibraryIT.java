package org.handsel.authority.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.handsel.authority.check.LibraryCheck.Stated;
import org.handsel.authority.index.RecordStore;
import org.handsel.authority.record.PersonFiles;
import org.handsel.authority.record.PersonRecord;
import org.handsel.platform.Json;
import org.handsel.platform.Progress;
import org.handsel.testing.Shared;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// What a real library's file and the links of real editions have that wants a look: the files name
/// doubtful links and wrong numbers, found by other means.
@Tag("data")
class RealLibraryIT {
  private static final String LIBRARY = "persons/german/A_de_authority.jsonl";

  @TempDir Path folder;

  private List<JsonNode> notes(Path file, List<Stated> stated) throws IOException {
    try (RecordStore store = RecordStore.open(file)) {
      LibraryCheck.run(store, "library", stated::forEach, List.of(), folder, Progress.NONE);
    }
    List<JsonNode> notes = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("library.jsonl"))) {
      notes.add(Json.mapper().readTree(line));
    }
    return notes;
  }

  private static List<String[]> gold(String set) throws IOException {
    return Files.readAllLines(Shared.data("persons/german/gold_" + set + ".tsv")).stream()
        .map(line -> line.split("\t", -1))
        .toList();
  }

  /// The links that an edition gives for its persons.
  private static List<Stated> links(String set) throws IOException {
    List<PersonRecord> persons = new ArrayList<>();
    PersonFiles.read(Shared.data("persons/german/B_" + set + ".jsonl"), Map.of(), persons::add);
    List<String[]> gold = gold(set);
    assertThat(persons).hasSameSizeAs(gold);
    List<Stated> stated = new ArrayList<>();
    for (int i = 0; i < persons.size(); i++) {
      if (!gold.get(i)[1].isEmpty()) {
        stated.add(new Stated(persons.get(i), gold.get(i)[1]));
      }
    }
    return stated;
  }

  private static String text(JsonNode note, String key) {
    return note.path(key).asString("");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pmb", "akademie"})
  void personsWithTheNameAndYearsOfAnotherRecordAreNamed(String set) throws IOException {
    Set<String> wanted = new HashSet<>();
    for (String[] row : gold(set)) {
      if (!row[3].isEmpty()) {
        wanted.add(row[1] + " " + row[3]);
      }
    }
    assertThat(wanted).isNotEmpty();
    List<JsonNode> notes = notes(Shared.data(LIBRARY), links(set));
    Set<String> told = new HashSet<>();
    for (JsonNode note : notes) {
      if (!text(note, "other").isEmpty()) {
        told.add(text(note, "id") + " " + text(note, "other"));
        assertThat(text(note, "message")).isNotEmpty();
        assertThat(note.path("evidence").size()).as(note.toString()).isPositive();
      }
    }
    assertThat(told).containsAll(wanted);
  }

  @Test
  void numbersWithAWrongCheckDigitAreNamed() throws IOException {
    List<Stated> stated = new ArrayList<>(links("akademie"));
    stated.addAll(links("oeml"));
    List<JsonNode> notes = notes(Shared.data(LIBRARY), stated);
    assertThat(notes)
        .filteredOn(note -> text(note, "kind").equalsIgnoreCase("check_digit"))
        .extracting(note -> text(note, "id"))
        .contains("102647064", "1421981")
        .contains("1176884440", "102502215", "1037378", "11856772", "13364135", "32690780");
  }

  @Test
  void deathsThatWerePutInForTheLivingAreNoticed() throws IOException {
    List<JsonNode> notes = notes(Shared.data("persons/museums/nga.csv"), List.of());
    assertThat(notes)
        .filteredOn(note -> text(note, "message").contains("exactly a hundred years after"))
        .singleElement()
        .satisfies(note ->
            assertThat(note.path("evidence").path("records").asInt(0)).isBetween(1_000, 1_100));
  }
}
