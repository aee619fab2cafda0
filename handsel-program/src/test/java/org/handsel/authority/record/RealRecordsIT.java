package org.handsel.authority.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.handsel.testing.Shared;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Real files of authority records, with what is known of them.
@Tag("data")
class RealRecordsIT {
  private static List<PersonRecord> read(String file) {
    List<PersonRecord> persons = new ArrayList<>();
    PersonFiles.read(Shared.data("persons/formats/" + file), Map.of(), persons::add);
    return persons;
  }

  @ParameterizedTest
  @CsvSource({
    "gnd-200.pica.gz, 200, 200",
    "gnd-mef.json, 3670, 1797",
    "idref-mef.json, 2554, 2014",
    "wikidata-entities.json.bz2, 74, 74",
    "austriaforum.beacon, 943, 943",
    "biocist.beacon, 137, 137"
  })
  void everyRecordIsRead(String file, int records, int persons) {
    List<PersonRecord> all = read(file);
    assertThat(all).hasSize(records);
    assertThat(all.stream().filter(one -> !one.kind().equals("corporate"))).hasSize(persons);
    assertThat(all).noneMatch(one -> one.name().isBlank());
  }

  @Test
  void numbersOfTheGndAreThoseOfTheAuthorityFile() {
    Set<String> known = new HashSet<>();
    PersonFiles.read(
        Shared.data("persons/german/A_de_authority.jsonl"),
        Map.of(),
        person -> known.add(person.id()));
    assertThat(read("gnd-mef.json").stream().filter(one -> one.kind().equals("person")))
        .allMatch(one -> known.contains(one.id()));
  }

  @Test
  void humansOfWikidataHaveTheirIdentifiers() {
    List<PersonRecord> humans = read("wikidata-entities.json.bz2");
    assertThat(humans).filteredOn(one -> has(one, "viaf")).hasSize(64);
    assertThat(humans).filteredOn(one -> has(one, "lccn")).hasSize(61);
    assertThat(humans).filteredOn(one -> has(one, "gnd")).hasSize(59);
  }

  private static boolean has(PersonRecord person, String scheme) {
    return person.details().identifiers().containsKey(scheme);
  }

  @Test
  void datesOfTheGndInPicaAreReadWhereTheyAreOfALife() {
    List<PersonRecord> persons = read("gnd-200.pica.gz");
    PersonRecord bauer =
        persons.stream().filter(one -> one.id().equals("100000193")).findFirst().orElseThrow();
    assertThat(bauer.birth()).isEqualTo("1695-02-20");
    assertThat(bauer.occupations()).containsExactly("Jurist");
    assertThat(persons).filteredOn(one -> !one.birth().isEmpty()).hasSizeGreaterThan(100);
  }
}
