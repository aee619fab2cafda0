package org.handsel.authority.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.handsel.authority.record.PersonFiles;
import org.handsel.authority.record.PersonRecord;
import org.handsel.testing.Shared;
import org.junit.jupiter.api.Test;

/// Single questions to an authority file.
class LinkerTest {
  private static Linker linker(List<PersonRecord> persons) {
    List<PersonRecord> records = new ArrayList<>();
    PersonFiles.read(
        Shared.root().resolve("samples/authority/library.jsonl"), Map.of(), records::add);
    PersonFiles.read(
        Shared.root().resolve("samples/authority/persons.jsonl"), Map.of(), persons::add);
    return Linker.of(records);
  }

  @Test
  void bestCandidateComesFirstWithReasonsAndProbabilitiesSumToOneAtMost() {
    List<PersonRecord> persons = new ArrayList<>();
    Linker linker = linker(persons);
    List<Candidate> found = linker.candidates(persons.get(1), 5);
    assertThat(found.getFirst().id()).isEqualTo("100000010");
    assertThat(found.getFirst().evidence()).contains("Olaf").contains("1858");
    assertThat(found.stream().mapToDouble(Candidate::probability).sum()).isBetween(0.5, 1.0);
    assertThat(linker.candidates(persons.get(1), 1)).hasSize(1);
  }

  @Test
  void personWithoutWordsHasNoCandidates() {
    List<PersonRecord> persons = new ArrayList<>();
    Linker linker = linker(persons);
    assertThat(linker.candidates(persons.get(4), 5))
        .allMatch(candidate -> candidate.probability() < 0.5);
    assertThat(Linker.of(List.of()).candidates(persons.get(0), 5)).isEmpty();
  }
}
