package org.handsel.authority.record;

import java.util.List;

/// A person, group or body as a source describes it: a line of a persons file. Everything but id
/// and name may be empty.
///
/// @param kind `person`, `group`, `corporate` or `family`
/// @param variants further names
/// @param birth EDTF or free text
/// @param death EDTF or free text
/// @param countries codes or words
/// @param text running text on the person
public record PersonRecord(
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
    String text) {
  public PersonRecord {
    variants = List.copyOf(variants);
    countries = List.copyOf(countries);
    occupations = List.copyOf(occupations);
  }
}
