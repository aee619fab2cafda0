package org.handsel.authority.matching;

import java.nio.file.Path;
import java.util.List;
import org.handsel.authority.index.IndexFile;
import org.handsel.authority.index.RecordStore;
import org.handsel.authority.record.PersonRecord;
import org.handsel.authority.record.RecordStatus;

/// The records of an authority file as linking sees them, in memory or in an index on the disk:
/// both give the same candidates. Records that no link may lead to (undifferentiated, joined with
/// others, deleted) are left out.
record AuthorityRecords(
    EntryReader reader, Lexicon lexicon, Roster records, CandidateIndex candidates) {

  /// Opens an index, or reads a file.
  ///
  /// @param problems takes what is wrong with a file
  /// @throws org.handsel.platform.HandselException with exit 1 when there is nothing to read
  static AuthorityRecords open(Path authority, List<String> problems) {
    return IndexFile.isIndex(authority)
        ? mapped(IndexFile.open(authority))
        : read(List.of(authority), problems);
  }

  static AuthorityRecords read(List<Path> files, List<String> problems) {
    Taking taking = new Taking();
    problems.addAll(RecordStore.read(files, taking::add));
    return taking.done();
  }

  static AuthorityRecords mapped(IndexFile index) {
    NameTables tables = NameTables.load();
    Lexicon lexicon = new Lexicon(tables, index);
    Roster records = new Roster(lexicon, index);
    return new AuthorityRecords(
        new EntryReader(tables), lexicon, records, new CandidateIndex(index, records.size()));
  }

  Pairing pairing() {
    return new Pairing(lexicon, records, candidates);
  }

  /// Takes records one after another. Not safe for threads.
  static final class Taking {
    private final NameTables tables = NameTables.load();
    private final EntryReader reader = new EntryReader(tables);
    private final Lexicon lexicon = new Lexicon(tables);
    private final People people = new People(reader, lexicon, true);

    void add(PersonRecord record) {
      if (record.details().status() == RecordStatus.USABLE) {
        people.add(record);
      }
    }

    AuthorityRecords done() {
      Roster records = people.done();
      return new AuthorityRecords(reader, lexicon, records, new CandidateIndex(records));
    }
  }
}
