package org.handsel.authority.record;

/// A date of a life as a source states it.
///
/// @param written the words of the source
/// @param from first year that is meant; years before Christ are 0 and less, as in EDTF; both 0
///   where no year could be read
/// @param to last year that is meant
public record StatedDate(Event event, Kind kind, String written, int from, int to) {
  /// Whether it is written as a date but means none, such as `0000-00-00`.
  public boolean nothing() {
    return kind == Kind.UNREADABLE && written.matches("[01.\\-/ ]*[01][01.\\-/ ]*");
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
    /// Put in for want of knowledge, such as a death a hundred years after the birth.
    PLACEHOLDER,
    /// No date could be read.
    UNREADABLE
  }
}
