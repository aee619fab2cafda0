package org.handsel.release;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;

/// What a ledger says when it is read from the first line to the last: where each file stands, and
/// what became of the pilot. What refreshed files are to be in full stays on the disk. Not safe for
/// threads by itself.
final class LedgerState {
  /// Whether a release may go beyond its pilot.
  enum Pilot {
    NONE,
    BEGUN,
    ACCEPTED,
    REJECTED
  }

  /// Where a line begins in the ledger.
  record Place(long at, int size) {}

  /// A line and where it stands.
  record Placed(LedgerEntry entry, Place place) {}

  private final Path ledger;
  private final Map<FileKey, FileState> files = new HashMap<>();
  private final Map<FileKey, Place> refreshed = new HashMap<>();
  private Pilot pilot = Pilot.NONE;
  private List<String> pilotFiles = List.of();
  private String judgement = "";
  private final Map<String, Integer> notFetched = new ConcurrentSkipListMap<>();
  private final Set<String> unsourced = new ConcurrentSkipListSet<>();

  /// @param ledger the file that is read
  LedgerState(Path ledger) {
    this.ledger = ledger;
  }

  void add(Placed line) {
    LedgerEntry entry = line.entry();
    switch (entry.step()) {
      case RUN, ENDED -> {}
      case NOT_FETCHED ->
          notFetched.merge(
              "%s (%s)".formatted(entry.text("code"), entry.text("host")), 1, Integer::sum);
      case PILOT -> {
        pilot = Pilot.BEGUN;
        pilotFiles = entry.texts("files");
        judgement = "";
      }
      case JUDGED -> {
        pilot = entry.text("verdict").equals("accepted") ? Pilot.ACCEPTED : Pilot.REJECTED;
        judgement = "%s by %s".formatted(entry.text("verdict"), entry.text("by"));
      }
      case INTENDED,
          SENT,
          STASHED,
          ANSWERED,
          PROVEN,
          ALREADY_THERE,
          REFUSED,
          UNSETTLED,
          DATA_DONE,
          DATA_PROBLEM -> {
        files.put(entry.key(), of(entry.key()).after(entry));
        unsourced.addAll(entry.texts(References.LEFT_OUT));
      }
      case REFRESHED -> {
        files.put(entry.key(), of(entry.key()).after(entry));
        refreshed.put(entry.key(), line.place());
      }
    }
  }

  FileState of(FileKey key) {
    return files.getOrDefault(key, FileState.LEFT);
  }

  /// What was planned when a file was refreshed last; null when it never was.
  @Nullable LedgerEntry refreshed(FileKey key) {
    Place place = refreshed.get(key);
    return place == null ? null : Ledger.at(ledger, place);
  }

  Pilot pilot() {
    return pilot;
  }

  List<String> pilotFiles() {
    return pilotFiles;
  }

  /// Properties that the wiki does not know, so that references went without them. Safe to ask at
  /// any time.
  Set<String> unsourced() {
    return Set.copyOf(unsourced);
  }

  /// Why the wiki did not fetch files from the web itself, and of which server, with how many. Safe
  /// to ask at any time.
  Map<String, Integer> notFetched() {
    return new TreeMap<>(notFetched);
  }

  String judgement() {
    return judgement;
  }
}
