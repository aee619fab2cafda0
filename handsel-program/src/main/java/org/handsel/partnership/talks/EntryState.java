package org.handsel.partnership.talks;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An entry as the log knows it: everything but what a person wrote, which may have to be erased.
/// Earlier texts stand in `timeline_former` under entry and version.
record EntryState(
    String partnership,
    LocalDate day,
    EntryKind kind,
    Direction direction,
    @Nullable Answer answer,
    List<String> people,
    List<String> files,
    @Nullable LocalDate stepOn,
    @Nullable LocalDate stepDoneOn,
    boolean withdrawn,
    long version,
    @Nullable String reason) {

  static EntryState of(Entry entry, @Nullable String reason) {
    NextStep step = entry.step();
    return new EntryState(
        entry.partnership(),
        entry.day(),
        entry.kind(),
        entry.direction(),
        entry.answer(),
        entry.people(),
        entry.files().stream().map(Attachment::sha1).toList(),
        step == null ? null : step.due(),
        step == null ? null : step.doneOn(),
        entry.withdrawn(),
        entry.version(),
        reason);
  }
}
