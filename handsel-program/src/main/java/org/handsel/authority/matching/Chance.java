package org.handsel.authority.matching;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Invents persons who do not exist: the surname of one, the given names of a second, the dates and
/// facts of a third. What they find in an authority file, they find by chance. Pure functions, safe
/// for threads.
final class Chance {
  private Chance() {}

  /// How many are invented for a file of so many persons.
  static int size(int persons) {
    return (int) Math.min((long) persons * persons, Math.clamp(persons, 1_500, 5_000));
  }

  /// The invented person of a number; the same for the same file.
  static Entry invent(Drawn persons, int number) {
    int[] parts = parts(number, persons.size());
    Entry a = persons.at(parts[0]);
    Entry b = persons.at(parts[1]);
    Entry c = persons.at(parts[2]);
    // Who has several names meets more records by chance.
    List<Form> forms = new ArrayList<>();
    for (int i = 0; i < a.forms().size() && !b.forms().isEmpty(); i++) {
      forms.add(crossed(a.forms().get(i), b.forms().get(Math.min(i, b.forms().size() - 1))));
    }
    return new Entry(
        "",
        "",
        forms,
        Math.min(a.read(), forms.size()),
        c.birth(),
        c.death(),
        c.activeFrom(),
        c.activeTo(),
        a.kind(),
        b.gender(),
        c.countries(),
        c.places(),
        c.occupations(),
        -1);
  }

  /// Whose surname, given names and dates an invented person has.
  private static int[] parts(int number, int size) {
    // Never the person with the surname again, as long as there is another.
    int first = pick(number, 1, size);
    int step = size == 1 ? 0 : 1 + pick(number, 2, size - 1);
    return new int[] {first, (int) ((first + (long) step) % size), pick(number, 3, size)};
  }

  /// Places of the persons of whom others are invented.
  static BitSet drawn(int persons) {
    BitSet places = new BitSet();
    for (int number = 0; number < size(persons); number++) {
      for (int part : parts(number, persons)) {
        places.set(part);
      }
    }
    return places;
  }

  private static Form crossed(Form surname, Form given) {
    List<Word> words = new ArrayList<>();
    int from = surname.typed() ? 0 : surname.words().length - 1;
    int to = surname.typed() ? surname.surnames() : surname.words().length;
    List<Word> surnames = List.of(surname.words()).subList(from, to);
    List<Word> others =
        given.typed()
            ? List.of(given.words()).subList(given.surnames(), given.words().length)
            : List.of(given.words()).subList(0, given.words().length - 1);
    boolean typed = surname.typed() && !others.isEmpty();
    words.addAll(typed ? surnames : others);
    words.addAll(typed ? others : surnames);
    return new Form(words.toArray(Word[]::new), typed ? surnames.size() : 0);
  }

  static int pick(int number, int role, int size) {
    long mixed = (number * 8L + role) * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ mixed >>> 31) * 0xD6E8FEB86659FD93L;
    mixed = (mixed ^ mixed >>> 29) * 0xBF58476D1CE4E5B9L;
    return (int) Long.remainderUnsigned(mixed ^ mixed >>> 32, size);
  }
}
