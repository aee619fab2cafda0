package org.handsel.authority.check;

import java.util.List;
import java.util.Locale;

/// What `library.html` shows.
///
/// @param file what the authority file is called
/// @param records how many it holds
public record LibraryView(String file, long records, String style, List<Group> groups) {

  /// One kind of notes.
  ///
  /// @param count of all, also those that are not shown
  public record Group(LibraryNote.Kind kind, long count, List<Row> rows) {
    public String title() {
      return switch (kind) {
        case DUPLICATE -> "Probably the same person twice";
        case CONFLICT -> "Links that contradict each other";
        case DATE -> "Dates that cannot be right";
        case CHECK_DIGIT -> "Numbers with a wrong check digit or form";
      };
    }

    public String why() {
      return switch (kind) {
        case DUPLICATE ->
            "A name of the one record is a name of the other, and both years agree; days, gender"
                + " and relations do not speak against it.";
        case CONFLICT ->
            "Two records claim the same identifier, or a wiki and the evidence lead to two"
                + " records.";
        case DATE ->
            "A death before the birth, a life of more than 120 years, a day that no calendar has,"
                + " words in the place of a date, or another date in the biography of the same"
                + " person.";
        case CHECK_DIGIT ->
            "The last character of such a number follows from the others; here it does not.";
      };
    }
  }

  /// One note.
  ///
  /// @param address of the record, or empty
  /// @param otherAddress of the other record, or empty
  public record Row(LibraryNote note, String address, String otherAddress) {}

  /// A number as people read it.
  public String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /// Notes of all kinds.
  public long all() {
    return groups.stream().mapToLong(Group::count).sum();
  }
}
