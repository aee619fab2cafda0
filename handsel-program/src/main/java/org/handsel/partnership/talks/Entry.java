package org.handsel.partnership.talks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.handsel.platform.Who;
import org.jspecify.annotations.Nullable;

/// An entry of a timeline; components as in [EntryDraft].
///
/// @param conditions conditions that were found in the letter of a "no, but"
/// @param who who logged it
/// @param withdrawn whether its author took it back; such an entry counts for nothing
public record Entry(
    String id,
    String partnership,
    LocalDate day,
    EntryKind kind,
    Direction direction,
    String text,
    List<String> people,
    List<Attachment> files,
    @Nullable Answer answer,
    List<LinkedCondition> conditions,
    @Nullable NextStep step,
    Who who,
    Instant loggedAt,
    boolean withdrawn,
    long version) {
  public Entry {
    people = List.copyOf(people);
    files = List.copyOf(files);
    conditions = List.copyOf(conditions);
  }

  /// A condition of a letter.
  ///
  /// @param id of the condition, such as `nc-only`
  /// @param quote the sentence that states it
  /// @param verdict `compatible`, `negotiable` or `incompatible`
  public record LinkedCondition(String id, String quote, String verdict) {}

  /// A stretch of a timeline, the newest first.
  ///
  /// @param next where to read on, or null at the end
  public record Page(List<Entry> entries, @Nullable Cursor next) {
    public Page {
      entries = List.copyOf(entries);
    }
  }

  /// The last entry that was read.
  public record Cursor(LocalDate day, String id) {}
}
