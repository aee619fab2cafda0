package org.handsel.authority.record;

/// Whether a link may lead to an authority record.
public enum RecordStatus {
  /// One person, in use.
  USABLE,
  /// Stands for several persons of one name (GND: Tn; Library of Congress: 008/32 `b`).
  UNDIFFERENTIATED,
  /// Joined with another record, which is its successor.
  REDIRECTED,
  /// Taken out of use without a successor.
  DELETED
}
