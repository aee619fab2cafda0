package org.handsel.authority.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What editions say of one person becomes one record, and what speaks against it is told.
class SamePersonsTest {
  @TempDir Path folder;

  private List<PersonRecord> persons(String... lines) throws Exception {
    List<PersonRecord> persons = new ArrayList<>();
    PersonFiles.read(
        Files.write(folder.resolve("persons.jsonl"), List.of(lines)), Map.of(), persons::add);
    return persons;
  }

  @Test
  void whatOneSaysIsKeptAndWhatMostSayCounts() throws Exception {
    List<PersonRecord> members =
        persons(
            "{\"id\":\"de\",\"name\":\"Moe, Astrid\",\"variants\":[\"Moe,"
                + " A.\"],\"birth\":\"1866\",\"birthPlace\":\"Skarvik\",\"identifiers\":{\"wikidata\":\"Q1\"}}",
            "{\"id\":\"en\",\"name\":\"Astrid Moe\",\"variants\":[\"Moe,"
                + " Astrid\"],\"birth\":\"1867\",\"death\":\"1931\",\"occupations\":[\"painter\"],\"identifiers\":{\"wikidata\":\"Q1\",\"viaf\":\"7\"}}",
            "{\"id\":\"nb\",\"name\":\"Astrid"
                + " Moe\",\"birth\":\"1867\",\"occupations\":[\"maler\",\"painter\"],\"identifiers\":{\"wikidata\":\"Q1\"}}");
    PersonRecord together = SamePersons.together("all", members);
    assertThat(together.id()).isEqualTo("all");
    assertThat(together.name()).isEqualTo("Moe, Astrid");
    assertThat(together.variants()).containsExactly("Moe, A.", "Astrid Moe");
    assertThat(together.birth()).isEqualTo("1867");
    assertThat(together.death()).isEqualTo("1931");
    assertThat(together.birthPlace()).isEqualTo("Skarvik");
    assertThat(together.occupations()).containsExactly("painter", "maler");
    assertThat(together.details().identifiers())
        .containsEntry("viaf", List.of("7"))
        .containsEntry("wikidata", List.of("Q1"));
    assertThat(SamePersons.contradictions(members)).isEmpty();
    assertThat(SamePersons.key(together, "wikidata")).contains("Q1");
    assertThat(SamePersons.key(together, "gnd")).isEmpty();
  }

  @Test
  void yearsThatLieFurtherApartThanASlipAndOtherKindsAreTold() throws Exception {
    assertThat(
            SamePersons.contradictions(
                persons(
                    "{\"id\":\"de\",\"name\":\"Moe\",\"kind\":\"person\",\"birth\":\"1866-03-01\",\"death\":\"1931\"}",
                    "{\"id\":\"en\",\"name\":\"Moe\",\"kind\":\"group\",\"birth\":\"about"
                        + " 1870\",\"death\":\"1932\"}")))
        .containsExactly("birth", "kind");
  }
}
