package org.handsel.authority.record;

import java.io.Serializable;
import java.util.List;

/// A person, group or body as a source describes it: a line of a persons file. Everything but id
/// and name may be empty.
///
/// @param kind `person`, `group`, `corporate` or `family`
/// @param variants further names; what kind each is stands in the details
/// @param birth EDTF or free text
/// @param death EDTF or free text
/// @param countries codes or words
/// @param text running text on the person
/// @param details what only some sources say
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
    String text,
    PersonDetails details)
    implements Serializable {
  public PersonRecord {
    variants = List.copyOf(variants);
    countries = List.copyOf(countries);
    occupations = List.copyOf(occupations);
  }

  /// The same under another name.
  PersonRecord named(String other) {
    return new PersonRecord(
        id,
        other,
        kind,
        variants,
        birth,
        death,
        countries,
        birthPlace,
        deathPlace,
        occupations,
        text,
        details);
  }

  /// Somebody of whom no more than a name is known.
  ///
  /// @param kind as of any record; may be empty
  public static PersonRecord bare(String id, String name, String kind) {
    return new PersonRecord(
        id, name, kind, List.of(), "", "", List.of(), "", "", List.of(), "", PersonDetails.NONE);
  }

  /// A record of a source that says nothing beyond the persons format.
  public PersonRecord(
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
    this(
        id,
        name,
        kind,
        variants,
        birth,
        death,
        countries,
        birthPlace,
        deathPlace,
        occupations,
        text,
        PersonDetails.NONE);
  }
}
