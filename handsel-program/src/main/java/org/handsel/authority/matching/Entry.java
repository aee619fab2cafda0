package org.handsel.authority.matching;

import java.util.List;

/// A person as far as matching goes. Arrays are not copied and never changed.
///
/// @param read how many of the last forms were found in running text and not among the names
/// @param birth as [LifeDates] reads it
/// @param activeFrom earliest year of an activity, 0 for unknown
/// @param kind whether people, or a group, body or workshop
/// @param gender as the source says it
/// @param number in the authority file where it is asked for its namesakes, otherwise negative
/// @param countries hashed, as are places and occupations
record Entry(
    String id,
    String name,
    List<Form> forms,
    int read,
    int birth,
    int death,
    int activeFrom,
    int activeTo,
    Kind kind,
    Gender gender,
    int[] countries,
    int[] places,
    int[] occupations,
    int number) {
  /// Never linked across.
  enum Kind {
    PERSON,
    GROUP
  }

  /// As far as it is said.
  enum Gender {
    UNKNOWN,
    MALE,
    FEMALE
  }

  Entry numbered(int own) {
    return new Entry(
        id,
        name,
        forms,
        read,
        birth,
        death,
        activeFrom,
        activeTo,
        kind,
        gender,
        countries,
        places,
        occupations,
        own);
  }

  /// @param others of which the last are those read in running text
  Entry withForms(List<Form> others) {
    return new Entry(
        id,
        name,
        others,
        read,
        birth,
        death,
        activeFrom,
        activeTo,
        kind,
        gender,
        countries,
        places,
        occupations,
        number);
  }

  /// Whether a name was found in running text only.
  boolean onlyRead(int form) {
    return form >= forms.size() - read;
  }

  boolean dated() {
    return birth != LifeDates.UNKNOWN || death != LifeDates.UNKNOWN;
  }

  /// Gender as said, or as nearly all bearers of the given name have it.
  Gender likelyGender() {
    if (gender != Gender.UNKNOWN || forms.isEmpty()) {
      return gender;
    }
    Form first = forms.getFirst();
    int given = first.typed() ? first.surnames() : 0;
    return given < first.words().length ? first.words()[given].gender() : Gender.UNKNOWN;
  }
}
