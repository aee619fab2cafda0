package org.handsel.authority.record;

/// A further name of a person.
public record NameVariant(String name, Kind kind) {
  /// What makes a name another than the preferred one.
  public enum Kind {
    /// Another form or spelling, or not said.
    OTHER,
    /// Before a marriage.
    BIRTH,
    /// After a marriage.
    MARRIED,
    /// Under which somebody worked.
    PSEUDONYM,
    /// The real name of somebody known by another.
    REAL,
    /// Taken in an order or office of a church.
    RELIGIOUS,
    /// Borne earlier, for another reason than marriage.
    EARLIER,
    /// Borne later, for another reason than marriage.
    LATER,
    /// Written in another script.
    OTHER_SCRIPT
  }
}
