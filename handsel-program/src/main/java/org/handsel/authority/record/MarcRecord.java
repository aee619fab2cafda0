package org.handsel.authority.record;

import java.util.ArrayList;
import java.util.List;

/// A MARC 21 record as its file has it.
///
/// @param number of the record in its file, from 1
/// @param leader its first 24 characters
record MarcRecord(long number, String leader, List<Field> fields) {

  /// @param indicators two characters; empty for a control field
  /// @param data of a control field; empty for others
  record Field(String tag, String indicators, String data, List<Subfield> subfields) {

    /// The first value of a subfield; empty where there is none.
    String first(char code) {
      for (Subfield subfield : subfields) {
        if (subfield.code == code) {
          return subfield.value;
        }
      }
      return "";
    }

    List<String> all(char code) {
      List<String> values = new ArrayList<>();
      for (Subfield subfield : subfields) {
        if (subfield.code == code) {
          values.add(subfield.value);
        }
      }
      return values;
    }
  }

  record Subfield(char code, String value) {}

  List<Field> fields(String tag) {
    return fields.stream().filter(field -> field.tag.equals(tag)).toList();
  }

  /// Data of a control field; empty where there is none.
  String control(String tag) {
    for (Field field : fields) {
      if (field.tag.equals(tag)) {
        return field.data;
      }
    }
    return "";
  }

  /// One character of a control field or the leader; a blank where the field is too short.
  static char at(String data, int place) {
    return place < data.length() ? data.charAt(place) : ' ';
  }
}
