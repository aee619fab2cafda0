package org.handsel.app.reconciliation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.handsel.authority.record.PersonRecord;

/// An authority file as the service answers for it. Safe for threads.
///
/// @param name in its addresses
/// @param authority the records
/// @param scheme of its identifiers, such as `gnd`; empty when they are its own
/// @param accept probability from which a match needs no look
record ServedAuthority(String name, Authority authority, String scheme, double accept) {
  /// The probability of "no match" is never nothing.
  private static final double NONE = 1e-9;

  /// What an identifier adds: odds beyond doubt.
  private static final double SURE = 20;

  /// Answers a query, the best candidate first.
  ///
  /// An entity that is asked for by its id comes first and is certain; one that has exactly the
  /// name is among the candidates however the rest compares. Where no kind is said, persons and
  /// others are looked for, and weighed against each other and one "no match".
  List<Candidate> candidates(Query query, List<EntityType> types) {
    Map<String, Candidate> found = new LinkedHashMap<>();
    for (String id : query.ids()) {
      authority
          .record(id)
          .map(record ->
              new Candidate(
                  record,
                  EntityType.of(types, record),
                  1,
                  true,
                  List.of(new Candidate.Feature("id", "the identifier is the same", SURE))))
          .ifPresent(candidate -> found.put(candidate.record().id(), candidate));
    }
    if (!query.names().isEmpty()) {
      List<Authority.Match> matches = matches(query);
      double best = found.isEmpty() ? accept : 2;
      for (Authority.Match match : matches) {
        found.putIfAbsent(
            match.record().id(),
            new Candidate(
                match.record(),
                EntityType.of(types, match.record()),
                match.probability(),
                match.equals(matches.getFirst()) && match.probability() >= best,
                match.features()));
      }
      for (PersonRecord record : authority.named(query.names().getFirst(), query.limit())) {
        found.putIfAbsent(
            record.id(),
            new Candidate(
                record,
                EntityType.of(types, record),
                0,
                false,
                List.of(new Candidate.Feature("name", "names are equal", 0))));
      }
    }
    return found.values().stream()
        .filter(candidate -> !query.strict() || query.types().contains(candidate.type()))
        .filter(candidate -> query.said().stream().allMatch(said -> fits(said, candidate)))
        .limit(query.limit())
        .toList();
  }

  private List<Authority.Match> matches(Query query) {
    List<String> kinds =
        query.types().isEmpty()
            ? List.of("person", "corporate")
            : query.types().stream().map(EntityType::id).toList();
    List<List<Authority.Match>> runs = new ArrayList<>();
    double sum = 1;
    List<Double> none = new ArrayList<>();
    for (String kind : kinds) {
      List<Authority.Match> run = authority.matches(query.person(kind));
      double taken = run.stream().mapToDouble(Authority.Match::probability).sum();
      runs.add(run);
      none.add(Math.max(NONE, 1 - taken));
      sum += taken / Math.max(NONE, 1 - taken);
    }
    Map<String, Authority.Match> merged = new LinkedHashMap<>();
    for (int i = 0; i < runs.size(); i++) {
      for (Authority.Match match : runs.get(i)) {
        double probability =
            runs.size() == 1 ? match.probability() : match.probability() / none.get(i) / sum;
        merged.merge(
            match.record().id(),
            new Authority.Match(match.record(), probability, match.features()),
            (a, b) -> a.probability() >= b.probability() ? a : b);
      }
    }
    return merged.values().stream()
        .sorted(
            Comparator.comparingDouble(Authority.Match::probability)
                .reversed()
                .thenComparing(match -> match.record().id()))
        .toList();
  }

  /// A condition that is required holds; one that is not only helps to find.
  private static boolean fits(Query.Said said, Candidate candidate) {
    if (!said.required()) {
      return true;
    }
    List<String> held = said.property().values(candidate.record());
    Stream<String> asked = said.values().stream();
    return switch (said.quantifier()) {
      case "all" -> asked.allMatch(value -> said.qualifier().holds(held, value));
      case "none" -> asked.noneMatch(value -> said.qualifier().holds(held, value));
      default -> asked.anyMatch(value -> said.qualifier().holds(held, value));
    };
  }
}
