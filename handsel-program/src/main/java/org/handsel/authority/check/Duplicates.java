package org.handsel.authority.check;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.ToIntFunction;
import org.handsel.authority.record.PersonRecord;
import org.handsel.authority.record.RecordStatus;

/// Finds records that are probably one person: a name of the one is a name of the other (or surname
/// and first given name are), and both years agree, or the day of birth where a death is not known.
/// Records that name each other, whose gender differs, or whose known days of birth or death
/// differ, are left out. Not safe for threads.
///
/// Sixteen bytes are held for each name with both years; the records themselves stay on the disk.
final class Duplicates {
  /// Of more records of one name and both years only neighbours are told.
  private static final int CROWD = 20;

  private static final long HASH = 0xFFFFFFFFL << 32;

  private long[] entries = new long[1 << 12];
  private int size;

  void add(long number, PersonRecord record) {
    if (record.details().status() != RecordStatus.USABLE) {
      return;
    }
    for (long hash : hashes(record, Years::of)) {
      if (size == entries.length) {
        entries = Arrays.copyOf(entries, size * 2);
      }
      entries[size++] = hash | number;
    }
  }

  /// Names with both years, and names with the day of birth.
  private static long[] hashes(PersonRecord record, ToIntFunction<String> years) {
    int birth = years.applyAsInt(record.birth());
    int death = years.applyAsInt(record.death());
    String day = Years.day(record.birth());
    Set<Long> hashes = new LinkedHashSet<>();
    for (String key : NameKey.all(record)) {
      if (birth != 0 && death != 0) {
        hashes.add((long) (key + ' ' + birth + ' ' + death).hashCode() << 32);
      }
      if (!day.isEmpty()) {
        hashes.add((long) (key + ' ' + day).hashCode() << 32);
      }
    }
    return hashes.stream().mapToLong(Long::longValue).toArray();
  }

  /// Ends the adding.
  void sort() {
    Arrays.sort(entries, 0, size);
  }

  /// Records that are probably a person of another source, whose years may be said to be about.
  Set<PersonRecord> like(PersonRecord person, LongFunction<PersonRecord> records) {
    Set<PersonRecord> like = new LinkedHashSet<>();
    for (long hash : hashes(person, Years::about)) {
      int at = Arrays.binarySearch(entries, 0, size, hash);
      at = at < 0 ? -at - 1 : at;
      for (int i = at; i < Math.min(size, at + CROWD) && (entries[i] & HASH) == hash; i++) {
        PersonRecord record = records.apply(entries[i] & ~HASH);
        if (agree(person, record, Years::about)) {
          like.add(record);
        }
      }
    }
    return like;
  }

  /// @param records a record by its number
  void find(LongFunction<PersonRecord> records, Consumer<LibraryNote> notes) {
    Set<Long> told = new HashSet<>();
    int from = 0;
    while (from < size) {
      int to = from + 1;
      while (to < size && (entries[to] & HASH) == (entries[from] & HASH)) {
        to++;
      }
      group(from, to, records, told, notes);
      from = to;
    }
  }

  private void group(
      int from,
      int to,
      LongFunction<PersonRecord> records,
      Set<Long> told,
      Consumer<LibraryNote> notes) {
    int reach = to - from > CROWD ? 1 : to - from;
    for (int i = from; i < to; i++) {
      for (int j = i + 1; j < Math.min(to, i + 1 + reach); j++) {
        long a = entries[i] & ~HASH;
        long b = entries[j] & ~HASH;
        if (a != b && told.add(Math.min(a, b) << 32 | Math.max(a, b))) {
          compare(records.apply(Math.min(a, b)), records.apply(Math.max(a, b)), notes);
        }
      }
    }
  }

  private static void compare(PersonRecord a, PersonRecord b, Consumer<LibraryNote> notes) {
    if (!agree(a, b, Years::of) || related(a, b) || related(b, a)) {
      return;
    }
    boolean day =
        !Years.day(a.birth()).isEmpty() && Years.day(a.birth()).equals(Years.day(b.birth()))
            || !Years.day(a.death()).isEmpty() && Years.day(a.death()).equals(Years.day(b.death()));
    boolean byYears = agree(Years.of(a.death()), Years.of(b.death()));
    boolean place = same(a.birthPlace(), b.birthPlace()) || same(a.deathPlace(), b.deathPlace());
    boolean occupation =
        a.occupations().stream()
            .anyMatch(one -> b.occupations().stream().anyMatch(other -> same(one, other)));
    Map<String, Object> evidence = new LinkedHashMap<>();
    evidence.put("names", List.of(a.name(), b.name()));
    evidence.put("births", List.of(a.birth(), b.birth()));
    evidence.put("deaths", List.of(a.death(), b.death()));
    evidence.put("places", List.of(a.birthPlace(), b.birthPlace()));
    evidence.put(
        "occupations",
        List.of(String.join("; ", a.occupations()), String.join("; ", b.occupations())));
    notes.accept(
        new LibraryNote(
            LibraryNote.Kind.DUPLICATE,
            day || place || occupation ? LibraryNote.Strength.STRONG : LibraryNote.Strength.LIKELY,
            a.id(),
            a.name(),
            b.id(),
            "\"%s\" and \"%s\" (%s) share a name and %s%s."
                .formatted(
                    a.name(),
                    b.name(),
                    b.id(),
                    shared(a, b),
                    (day && byYears ? ", and a day" : "")
                        + (place ? ", and a place" : "")
                        + (occupation ? ", and an occupation" : "")),
            evidence));
  }

  private static String shared(PersonRecord a, PersonRecord b) {
    return agree(Years.of(a.death()), Years.of(b.death()))
        ? "both years, %s–%s"
            .formatted(Years.words(Years.of(a.birth())), Years.words(Years.of(a.death())))
        : "the day of birth, %s".formatted(Years.day(a.birth()));
  }

  /// Whether a name, and both years or the day of birth, are the same and nothing speaks against
  /// it.
  ///
  /// @param years reads those of the first
  private static boolean agree(PersonRecord a, PersonRecord b, ToIntFunction<String> years) {
    if (!NameKey.agree(a, b)) {
      return false;
    }
    boolean birth = agree(years.applyAsInt(a.birth()), Years.of(b.birth()));
    boolean death = agree(years.applyAsInt(a.death()), Years.of(b.death()));
    String day = Years.day(a.birth());
    boolean dayAgrees = !day.isEmpty() && day.equals(Years.day(b.birth()));
    boolean deathOpen = years.applyAsInt(a.death()) == 0 || Years.of(b.death()) == 0;
    return (birth && death || dayAgrees && deathOpen)
        && !differ(a.details().gender(), b.details().gender())
        && !differ(day, Years.day(b.birth()))
        && !differ(Years.day(a.death()), Years.day(b.death()));
  }

  private static boolean agree(int a, int b) {
    return a != 0 && a == b;
  }

  private static boolean differ(String a, String b) {
    return !a.isEmpty() && !b.isEmpty() && !a.equals(b);
  }

  private static boolean same(String a, String b) {
    return !a.isBlank() && a.strip().equalsIgnoreCase(b.strip());
  }

  private static boolean related(PersonRecord a, PersonRecord b) {
    return a.details().relations().stream().anyMatch(relation -> relation.id().equals(b.id()));
  }
}
