package org.handsel.authority.check;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.handsel.authority.check.LibraryNote.Kind;
import org.handsel.authority.check.LibraryNote.Strength;
import org.handsel.authority.identifier.Identifiers;
import org.handsel.authority.record.PersonRecord;
import org.handsel.authority.record.RecordStatus;

/// Finds identifiers of other files that two records claim, however they are written: of two
/// persons one cannot be right. Eight bytes are held for each identifier; the records stay on the
/// disk. Not safe for threads.
final class Claims {
  private static final long HASH = 0xFFFFFFFFL << 32;

  private final Identifiers identifiers;
  private final String scheme;
  private long[] entries = new long[1 << 12];
  private int size;

  /// @param scheme of the records' own ids
  Claims(Identifiers identifiers, String scheme) {
    this.identifiers = identifiers;
    this.scheme = scheme;
  }

  private record Claim(String scheme, String value) {}

  void add(long number, PersonRecord record) {
    for (Claim claim : of(record)) {
      if (size == entries.length) {
        entries = Arrays.copyOf(entries, size * 2);
      }
      entries[size++] = (long) claim.hashCode() << 32 | number;
    }
  }

  private Set<Claim> of(PersonRecord record) {
    if (record.details().status() != RecordStatus.USABLE) {
      return Set.of();
    }
    Set<Claim> claims = new LinkedHashSet<>();
    record
        .details()
        .identifiers()
        .forEach((of, values) -> {
          if (!of.equals(scheme) && identifiers.schemes().contains(of)) {
            values.forEach(
                value -> claims.add(new Claim(of, identifiers.judge(of, value).value())));
          }
        });
    return claims;
  }

  /// @param records a record by its number
  void find(LongFunction<PersonRecord> records, Consumer<LibraryNote> notes) {
    Arrays.sort(entries, 0, size);
    int from = 0;
    while (from < size) {
      int to = from + 1;
      while (to < size && (entries[to] & HASH) == (entries[from] & HASH)) {
        to++;
      }
      if (to - from > 1) {
        group(from, to, records, notes);
      }
      from = to;
    }
  }

  /// Entries whose identifiers are probably the same.
  private void group(
      int from, int to, LongFunction<PersonRecord> records, Consumer<LibraryNote> notes) {
    int hash = (int) (entries[from] >>> 32);
    Map<Claim, String> first = new HashMap<>();
    for (int i = from; i < to; i++) {
      if (i > from && entries[i] == entries[i - 1]) {
        continue;
      }
      PersonRecord record = records.apply(entries[i] & ~HASH);
      for (Claim claim : of(record)) {
        String other = claim.hashCode() == hash ? first.putIfAbsent(claim, record.id()) : null;
        if (other != null) {
          notes.accept(note(claim, record, other));
        }
      }
    }
  }

  private static LibraryNote note(Claim claim, PersonRecord record, String other) {
    return new LibraryNote(
        Kind.CONFLICT,
        Strength.STRONG,
        record.id(),
        record.name(),
        other,
        "%s %s stands on the record %s too."
            .formatted(claim.scheme.toUpperCase(Locale.ROOT), claim.value, other),
        Map.of("scheme", claim.scheme, "value", claim.value));
  }
}
