package org.handsel.authority.check;

import java.util.Map;
import java.util.function.Consumer;
import org.handsel.authority.check.LibraryNote.Kind;
import org.handsel.authority.check.LibraryNote.Strength;
import org.handsel.authority.identifier.Identifier;
import org.handsel.authority.identifier.Identifiers;
import org.handsel.authority.record.PersonDetails.Relation;
import org.handsel.authority.record.PersonRecord;
import org.handsel.authority.record.StatedDate;
import org.handsel.authority.record.StatedDate.Event;

/// Looks at records one by one: dates that cannot be, identifiers that cannot be. Not safe for
/// threads.
final class RecordChecks {
  private static final int LONGEST_LIFE = 120;
  private static final int AFTER_DEATH = 5;
  private static final int CENTURY = 100;
  private static final int LATEST = 2100;

  private final Identifiers identifiers;
  private final String scheme;
  private final Consumer<LibraryNote> notes;
  private long dated;
  private long centuries;

  /// @param scheme of the records' own ids
  RecordChecks(Identifiers identifiers, String scheme, Consumer<LibraryNote> notes) {
    this.identifiers = identifiers;
    this.scheme = scheme;
    this.notes = notes;
  }

  void check(PersonRecord record) {
    dates(record);
    digits(record);
  }

  /// What only all records together show.
  void end() {
    // Of real lives one in some hundreds ends exactly then.
    if (centuries > 5 && centuries * 50 > dated) {
      notes.accept(
          new LibraryNote(
              Kind.DATE,
              Strength.STRONG,
              "",
              "",
              "",
              "%,d of %,d records with both years end exactly a hundred years after the birth: probably put in for the living."
                  .formatted(centuries, dated),
              Map.of("records", centuries, "dated", dated)));
    }
  }

  private void dates(PersonRecord record) {
    for (StatedDate date : record.details().dates()) {
      boolean letters = date.written().chars().anyMatch(Character::isLetterOrDigit);
      boolean circa = date.written().matches("(?i)ca?\\.?|unbekannt|unknown|\\?*");
      boolean placeholder = date.kind() == StatedDate.Kind.PLACEHOLDER;
      if (date.unknown() && (letters || placeholder) && !circa) {
        note(
            Kind.DATE,
            Strength.STRONG,
            record,
            "The %s \"%s\" is no date.".formatted(word(date.event()), date.written()),
            Map.of("event", word(date.event()), "written", date.written()));
      } else if (date.impossible() || date.from() > LATEST) {
        note(
            Kind.DATE,
            Strength.STRONG,
            record,
            "The %s \"%s\" is %s."
                .formatted(
                    word(date.event()),
                    date.written(),
                    date.impossible() ? "a day that does not exist" : "in no life's time"),
            Map.of("event", word(date.event()), "written", date.written()));
      }
    }
    int birth = Years.of(record.birth());
    int death = Years.of(record.death());
    if (birth == 0 || death == 0) {
      return;
    }
    dated++;
    centuries += death - birth == CENTURY ? 1 : 0;
    Map<String, Object> evidence = Map.of("birth", record.birth(), "death", record.death());
    if (death < birth) {
      note(
          Kind.DATE,
          Strength.STRONG,
          record,
          "The death (%s) is before the birth (%s).".formatted(record.death(), record.birth()),
          evidence);
    } else if (death - birth > LONGEST_LIFE) {
      note(
          Kind.DATE,
          Strength.STRONG,
          record,
          "A life of %d years (%s to %s).".formatted(death - birth, record.birth(), record.death()),
          evidence);
    }
    for (StatedDate date : record.details().dates()) {
      boolean outside = date.from() < birth || date.to() > death + AFTER_DEATH;
      if (date.event() == Event.ACTIVE && date.kind() == StatedDate.Kind.EXACT && outside) {
        note(
            Kind.DATE,
            Strength.LIKELY,
            record,
            "Active in %s, but lived from %d to %d.".formatted(date.written(), birth, death),
            evidence);
      }
    }
  }

  private static String word(Event event) {
    return switch (event) {
      case BIRTH -> "birth";
      case DEATH -> "death";
      case ACTIVE -> "time of activity";
    };
  }

  private void digits(PersonRecord record) {
    if (!scheme.isEmpty()) {
      boolean elsewhere =
          record.details().identifiers().entrySet().stream()
              .anyMatch(of -> !of.getKey().equals(scheme) && of.getValue().contains(record.id()));
      // A file may hold records of several authorities.
      if (!elsewhere) {
        digit(record, scheme, record.id(), "Its own number");
      }
      for (Relation relation : record.details().relations()) {
        if (!relation.id().isEmpty()) {
          digit(
              record,
              scheme,
              relation.id(),
              "The number by which it names \"%s\"".formatted(relation.name()));
        }
      }
    }
    record
        .details()
        .identifiers()
        .forEach((other, values) -> {
          for (String value : values) {
            if (!value.equals(record.id()) && identifiers.schemes().contains(other)) {
              digit(record, other, value, "Its identifier (%s)".formatted(other));
            }
          }
        });
  }

  private void digit(PersonRecord record, String of, String value, String what) {
    Identifier judged = identifiers.judge(of, value);
    if (judged.valid()) {
      return;
    }
    boolean digit = judged.state() == Identifier.State.WRONG_CHECK_DIGIT;
    note(
        Kind.CHECK_DIGIT,
        digit ? Strength.STRONG : Strength.LIKELY,
        record,
        digit
            ? "%s, %s, has a wrong check digit.".formatted(what, value)
            : "%s, \"%s\", is not written as such an identifier is.".formatted(what, value),
        Map.of("scheme", of, "value", value));
  }

  private void note(
      Kind kind,
      Strength strength,
      PersonRecord record,
      String message,
      Map<String, Object> evidence) {
    notes.accept(
        new LibraryNote(kind, strength, record.id(), record.name(), "", message, evidence));
  }
}
