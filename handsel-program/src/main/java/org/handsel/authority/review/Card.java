package org.handsel.authority.review;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.handsel.authority.record.PersonRecord;

/// A person or record as a reviewer sees it.
///
/// @param text the beginning of it
/// @param identifiers elsewhere, by scheme, joined
public record Card(
    String id,
    String name,
    String kind,
    List<String> variants,
    String birth,
    String death,
    List<String> countries,
    String birthPlace,
    String deathPlace,
    List<String> occupations,
    String text,
    Map<String, String> identifiers) {
  private static final int LONGEST = 800;
  private static final int MOST = 20;

  public Card {
    variants = List.copyOf(variants);
    countries = List.copyOf(countries);
    occupations = List.copyOf(occupations);
    identifiers = Map.copyOf(identifiers);
  }

  static Card of(PersonRecord record) {
    Map<String, String> identifiers = new TreeMap<>();
    record
        .details()
        .identifiers()
        .forEach((scheme, values) -> identifiers.put(scheme, String.join(" ", first(values))));
    String text = record.text();
    return new Card(
        record.id(),
        record.name(),
        record.kind(),
        first(record.variants()),
        record.birth(),
        record.death(),
        first(record.countries()),
        record.birthPlace(),
        record.deathPlace(),
        first(record.occupations()),
        text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text,
        identifiers);
  }

  /// A record of which only the id is known.
  static Card bare(String id) {
    return new Card(id, id, "", List.of(), "", "", List.of(), "", "", List.of(), "", Map.of());
  }

  private static List<String> first(List<String> values) {
    return values.subList(0, Math.min(MOST, values.size()));
  }
}
