package org.handsel.authority.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.handsel.authority.check.LibraryNote.Kind;
import org.handsel.authority.check.LibraryNote.Strength;
import org.handsel.authority.identifier.Identifier;
import org.handsel.authority.identifier.Identifiers;
import org.handsel.authority.index.RecordStore;
import org.handsel.authority.record.PersonRecord;
import org.handsel.authority.record.RecordStatus;

/// Holds the links of another source against the file: another record with the person's name and
/// both years, dates that differ from those of the linked record, numbers that cannot be right. A
/// link to a record that the file does not hold is judged by the first only. Not safe for threads.
final class StatedLinks {
  private final RecordStore records;
  private final Duplicates duplicates;
  private final Consumer<LibraryNote> notes;
  private final Identifiers identifiers = Identifiers.load();
  private final String scheme;

  StatedLinks(RecordStore records, Duplicates duplicates, Consumer<LibraryNote> notes) {
    this.records = records;
    this.duplicates = duplicates;
    this.notes = notes;
    scheme = records.scheme();
  }

  void check(LibraryCheck.Stated stated) {
    PersonRecord person = stated.person();
    String id = stated.id();
    if (!scheme.isEmpty()) {
      Identifier judged = identifiers.judge(scheme, stated.id());
      if (!judged.valid()) {
        notes.accept(
            new LibraryNote(
                Kind.CHECK_DIGIT,
                Strength.STRONG,
                stated.id(),
                person.name(),
                "",
                "The link of %s to %s cannot be right: %s."
                    .formatted(
                        person.id(),
                        stated.id(),
                        judged.state() == Identifier.State.WRONG_CHECK_DIGIT
                            ? "the check digit is wrong"
                            : "it is not written as such a number is"),
                Map.of("source", person.id(), "value", stated.id())));
        return;
      }
      id = judged.value();
    }
    // A link to a record that was joined with another means that one.
    Optional<PersonRecord> linked =
        records.find(id).map(record -> records.successor(record).orElse(record));
    Set<PersonRecord> like = duplicates.like(person, records::get);
    boolean confirmed =
        linked.isPresent() && like.stream().anyMatch(one -> one.id().equals(linked.get().id()));
    for (PersonRecord other : like) {
      if (!other.id().equals(linked.map(PersonRecord::id).orElse(id))) {
        notes.accept(conflict(stated, linked, other, confirmed));
      }
    }
    if (linked.isPresent() && linked.get().details().status() == RecordStatus.USABLE) {
      dates(stated, linked.get());
    }
  }

  /// Where the name is another and the dates are too, the link is wrong and not the dates.
  private void dates(LibraryCheck.Stated stated, PersonRecord record) {
    PersonRecord person = stated.person();
    boolean stranger =
        far(person.birth(), record.birth())
            && (far(person.death(), record.death()) || !NameKey.agree(person, record));
    if (!stranger) {
      date(stated, record, "birth", person.birth(), record.birth());
      date(stated, record, "death", person.death(), record.death());
      return;
    }
    notes.accept(
        new LibraryNote(
            Kind.CONFLICT,
            Strength.STRONG,
            record.id(),
            record.name(),
            "",
            "\"%s\" (%s, %s – %s) is linked to this record of another name or life (%s – %s)."
                .formatted(
                    person.name(),
                    person.id(),
                    person.birth(),
                    person.death(),
                    record.birth(),
                    record.death()),
            Map.of("source", person.id(), "person", person.name(), "linked", words(record))));
  }

  private static boolean far(String a, String b) {
    int one = Years.about(a);
    int other = Years.about(b);
    return one != 0 && other != 0 && Math.abs(one - other) > 5;
  }

  private static LibraryNote conflict(
      LibraryCheck.Stated stated,
      Optional<PersonRecord> linked,
      PersonRecord other,
      boolean confirmed) {
    PersonRecord person = stated.person();
    Map<String, Object> evidence = new LinkedHashMap<>();
    evidence.put("source", person.id());
    evidence.put("person", "%s (%s – %s)".formatted(person.name(), person.birth(), person.death()));
    evidence.put("linked", linked.map(one -> words(one)).orElse("not in the file"));
    evidence.put("other", words(other));
    return new LibraryNote(
        confirmed ? Kind.DUPLICATE : Kind.CONFLICT,
        confirmed ? Strength.LIKELY : Strength.STRONG,
        stated.id(),
        person.name(),
        other.id(),
        "\"%s\" (%s–%s) is linked to %s; %s%s has the name and the years."
            .formatted(
                person.name(),
                Years.words(Years.about(person.birth())),
                Years.about(person.death()) == 0 ? "" : Years.words(Years.about(person.death())),
                stated.id(),
                words(other),
                confirmed ? " too" : ""),
        evidence);
  }

  private static String words(PersonRecord record) {
    return "%s \"%s\" (%s – %s)"
        .formatted(record.id(), record.name(), record.birth(), record.death());
  }

  /// Where the link is right by its name and the other date, and this date differs, one of them is
  /// wrong.
  private void date(
      LibraryCheck.Stated stated, PersonRecord record, String event, String theirs, String ours) {
    int a = Years.of(theirs);
    int b = Years.of(ours);
    if (a == 0 || b == 0 || a == b) {
      return;
    }
    notes.accept(
        new LibraryNote(
            Kind.DATE,
            Math.abs(a - b) > 2 ? Strength.STRONG : Strength.LIKELY,
            record.id(),
            record.name(),
            "",
            "The %s is %s here and %s with %s, who is linked to this record."
                .formatted(event, ours, theirs, stated.person().id()),
            Map.of(
                "source",
                stated.person().id(),
                "event",
                event,
                "here",
                List.of(ours),
                "there",
                List.of(theirs))));
  }
}
