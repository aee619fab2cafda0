package org.handsel.authority.check;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// Something that a library may want to look at: a line of `library.jsonl` and `library.tsv`.
///
/// @param id of the record; empty where the whole file is meant
/// @param other id of another record that it is about; empty where there is none
/// @param message one English sentence
/// @param evidence what shows it
public record LibraryNote(
    Kind kind,
    Strength strength,
    String id,
    String name,
    String other,
    String message,
    Map<String, Object> evidence) {
  /// What is wrong.
  public enum Kind {
    /// Two records are probably one person.
    DUPLICATE,
    /// Two sources link one person to two records, or two records to one.
    CONFLICT,
    /// A date that cannot be right, or that another source contradicts.
    DATE,
    /// An identifier that cannot be right.
    CHECK_DIGIT
  }

  /// How sure it is.
  public enum Strength {
    /// Nearly always so.
    STRONG,
    /// Usually so.
    LIKELY
  }

  public LibraryNote {
    // One order of keys, so that two runs over the same file give the same bytes.
    evidence = Collections.unmodifiableMap(new TreeMap<>(evidence));
  }
}
