package org.handsel.app.reconciliation;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handsel.authority.record.PersonRecord;

/// A person of an authority file whom a name may mean.
///
/// @param id of the record
/// @param item of Wikidata, where the record is one or names one; else empty
/// @param name as the record has it
/// @param life years and occupations, as far as they are known; else empty
/// @param probability that the name means this person, from 0 to 1
/// @param reasons what speaks for and against it
public record Known(
    String id, String item, String name, String life, double probability, List<String> reasons) {
  private static final String ITEM = "Q[1-9][0-9]{0,11}";

  public Known {
    reasons = List.copyOf(reasons);
  }

  static Known of(Authority.Match match) {
    PersonRecord record = match.record();
    String item =
        record.id().matches(ITEM)
            ? record.id()
            : record.details().identifiers().getOrDefault("wikidata", List.of()).stream()
                .filter(id -> id.matches(ITEM))
                .findFirst()
                .orElse("");
    String years =
        record.birth().isBlank() && record.death().isBlank()
            ? ""
            : record.birth() + "–" + record.death();
    String life =
        Stream.concat(Stream.of(years), record.occupations().stream().limit(2))
            .filter(text -> !text.isBlank())
            .collect(Collectors.joining(", "));
    return new Known(
        record.id(),
        item,
        record.name(),
        life,
        match.probability(),
        match.features().stream().map(Candidate.Feature::name).toList());
  }
}
