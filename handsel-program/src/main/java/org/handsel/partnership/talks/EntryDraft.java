package org.handsel.partnership.talks;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An entry as a person writes it.
///
/// @param people ids of contacts of the institution
/// @param answer what the institution said, or null where the entry is no answer
/// @param step what has to happen next, or null
public record EntryDraft(
    String partnership,
    LocalDate day,
    EntryKind kind,
    Direction direction,
    String text,
    List<String> people,
    List<Attachment> files,
    @Nullable Answer answer,
    @Nullable NextStep step) {
  public EntryDraft {
    people = List.copyOf(people);
    files = List.copyOf(files);
  }

  public static EntryDraft of(
      String partnership, LocalDate day, EntryKind kind, Direction direction, String text) {
    return new EntryDraft(
        partnership, day, kind, direction, text, List.of(), List.of(), null, null);
  }

  /// The answer of an institution.
  public static EntryDraft answer(String partnership, LocalDate day, Answer answer, String text) {
    return new EntryDraft(
        partnership, day, EntryKind.ANSWER, Direction.IN, text, List.of(), List.of(), answer, null);
  }

  public EntryDraft with(NextStep next) {
    return new EntryDraft(partnership, day, kind, direction, text, people, files, answer, next);
  }

  public EntryDraft withPeople(List<String> contacts) {
    return new EntryDraft(partnership, day, kind, direction, text, contacts, files, answer, step);
  }

  public EntryDraft withFiles(List<Attachment> attachments) {
    return new EntryDraft(
        partnership, day, kind, direction, text, people, attachments, answer, step);
  }

  /// Whether somebody of the institution was spoken or written to, or spoke or wrote.
  boolean contact() {
    return kind != EntryKind.NOTE && answer != Answer.NONE;
  }
}
