package org.handsel.app.reconciliation;

import java.util.List;
import java.util.Optional;
import org.handsel.authority.record.PersonRecord;

/// What the service needs of an authority file, however that is kept. Safe for threads.
interface Authority {
  /// How many records it holds.
  long size();

  Optional<PersonRecord> record(String id);

  /// Records with exactly this name or variant.
  List<PersonRecord> named(String name, int most);

  /// Records with a name or variant that begins so.
  List<PersonRecord> beginning(String prefix, int offset, int limit);

  /// Records that a person may be, the most probable first.
  ///
  /// @param person whose kind says whether persons or others are looked for
  List<Match> matches(PersonRecord person);

  /// A record that a person may be.
  ///
  /// @param probability that it is right; those of all and of no match sum to 1
  record Match(PersonRecord record, double probability, List<Candidate.Feature> features) {
    public Match {
      features = List.copyOf(features);
    }
  }
}
