package org.handsel.authority.record;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/// What an authority file says of a person beyond the persons format.
///
/// @param status whether a link may lead to the record
/// @param successor id of the record that took its place; empty where there is none
/// @param formerIds ids of records that were joined with this one
/// @param gender `male`, `female`, `other`; empty where it is not said
/// @param names the variants again, in their order, with their kinds; a source that tells no kinds
///   leaves it empty
/// @param dates everything that is said of when somebody lived and worked
/// @param relations to other records
/// @param identifiers of the same person elsewhere, by scheme (`gnd`, `viaf`, `wikidata` …)
public record PersonDetails(
    RecordStatus status,
    String successor,
    List<String> formerIds,
    String gender,
    List<NameVariant> names,
    List<StatedDate> dates,
    List<Relation> relations,
    Map<String, List<String>> identifiers)
    implements Serializable {
  /// Nothing is said.
  public static final PersonDetails NONE =
      new PersonDetails(
          RecordStatus.USABLE, "", List.of(), "", List.of(), List.of(), List.of(), Map.of());

  public PersonDetails {
    formerIds = List.copyOf(formerIds);
    names = List.copyOf(names);
    dates = List.copyOf(dates);
    relations = List.copyOf(relations);
    identifiers = Map.copyOf(identifiers);
  }

  /// Another record that this one names.
  ///
  /// @param role in words of the source, such as `Pseudonym` or `beziehung`
  /// @param id empty where the source gives a name only
  public record Relation(String role, String id, String name) implements Serializable {}
}
