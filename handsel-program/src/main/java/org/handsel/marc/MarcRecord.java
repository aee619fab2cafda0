package org.handsel.marc;

import java.util.ArrayList;
import java.util.List;

/// A MARC 21 record as its file has it.
///
/// @param number of the record in its file, from 1
/// @param leader its first 24 characters
public record MarcRecord(long number, String leader, List<Field> fields) {
  public MarcRecord {
    fields = List.copyOf(fields);
  }

  /// @param indicators two characters; empty for a control field
  /// @param data of a control field; empty for others
  public record Field(String tag, String indicators, String data, List<Subfield> subfields) {

    public Field {
      subfields = List.copyOf(subfields);
    }

    /// The first value of a subfield; empty where there is none.
    public String first(char code) {
      for (Subfield subfield : subfields) {
        if (subfield.code == code) {
          return subfield.value;
        }
      }
      return "";
    }

    /// All values of a subfield.
    public List<String> all(char code) {
      List<String> values = new ArrayList<>();
      for (Subfield subfield : subfields) {
        if (subfield.code == code) {
          values.add(subfield.value);
        }
      }
      return values;
    }
  }

  /// @param code one character
  public record Subfield(char code, String value) {}

  /// All fields of a tag.
  public List<Field> fields(String tag) {
    return fields.stream().filter(field -> field.tag.equals(tag)).toList();
  }

  /// Data of a control field; empty where there is none.
  public String control(String tag) {
    for (Field field : fields) {
      if (field.tag.equals(tag)) {
        return field.data;
      }
    }
    return "";
  }

  /// One character of a control field or the leader; a blank where the field is too short.
  public static char at(String data, int place) {
    return place < data.length() ? data.charAt(place) : ' ';
  }
}
