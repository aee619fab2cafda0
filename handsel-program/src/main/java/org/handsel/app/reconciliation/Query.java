package org.handsel.app.reconciliation;

import java.util.ArrayList;
import java.util.List;
import org.handsel.authority.record.PersonRecord;

/// A question in either dialect.
///
/// @param names the first is the name, more are other names
/// @param ids of entities that are asked for directly
/// @param types kinds that are wanted; empty for any
/// @param strict whether others are left out
/// @param said what is known of the entity
/// @param limit most candidates
record Query(
    List<String> names,
    List<String> ids,
    List<EntityType> types,
    boolean strict,
    List<Said> said,
    int limit) {
  static final int STANDARD_LIMIT = 5;
  static final int MOST_CANDIDATES = 30;
  static final int LONGEST = 1_000;

  Query {
    names = List.copyOf(names);
    ids = List.copyOf(ids);
    types = List.copyOf(types);
    said = List.copyOf(said);
  }

  /// A value that is known.
  ///
  /// @param required whether a candidate without it is left out
  /// @param quantifier `any`, `all` or `none` of the values have to agree
  /// @param qualifier how they are held against those of a record
  record Said(
      Property property,
      List<String> values,
      boolean required,
      String quantifier,
      Qualifier qualifier) {
    Said {
      values = List.copyOf(values);
    }
  }

  /// The question as a person to be matched.
  PersonRecord person(String kind) {
    List<String> variants = new ArrayList<>(names.subList(Math.min(1, names.size()), names.size()));
    variants.addAll(all("variants"));
    return new PersonRecord(
        "query",
        names.isEmpty() ? "" : names.getFirst(),
        kind,
        variants,
        first("birth"),
        first("death"),
        all("countries"),
        first("birthPlace"),
        first("deathPlace"),
        all("occupations"),
        String.join(" ", all("text")));
  }

  private List<String> all(String field) {
    return said.stream()
        .filter(one -> one.property.field().equals(field) && !one.quantifier.equals("none"))
        .flatMap(one -> one.values.stream().map(one.qualifier::weighed))
        .filter(value -> !value.isEmpty())
        .toList();
  }

  private String first(String field) {
    List<String> all = all(field);
    return all.isEmpty() ? "" : all.getFirst();
  }
}
