package org.handsel.authority.record;

import java.io.Serializable;

/// A date of a life as a source states it.
///
/// @param written the words of the source
/// @param from first year that is meant; years before Christ are 0 and less, as in EDTF; both 0
///   where no year could be read
/// @param to last year that is meant
public record StatedDate(Event event, Kind kind, String written, int from, int to)
    implements Serializable {
  /// Whether no year could be read, or none is meant.
  public boolean unknown() {
    return kind == Kind.UNREADABLE || kind == Kind.PLACEHOLDER;
  }

  /// Whether it names a day or month that no calendar has, such as `31.02.1872`.
  public boolean impossible() {
    return LifeSpan.impossible(written);
  }

  /// What happened then.
  public enum Event {
    BIRTH,
    DEATH,
    /// Between from and to the person worked.
    ACTIVE
  }

  /// How the date is meant.
  public enum Kind {
    EXACT,
    CIRCA,
    /// A decade, century or other span.
    SPAN,
    /// Written as a date, but put in for want of knowledge, such as `0000-00-00`.
    PLACEHOLDER,
    /// No date could be read.
    UNREADABLE
  }
}
