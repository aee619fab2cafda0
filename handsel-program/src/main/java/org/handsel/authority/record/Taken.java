package org.handsel.authority.record;

/// Takes the persons of a file as they are read.
interface Taken {
  /// @param place line or record, from 1
  void take(long place, PersonRecord person);
}
