package org.handsel.app.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What was typed into a form, and what is wrong with it.
///
/// Reading a field notes a problem if it does not hold what is expected, so that a handler reads
/// all fields, then asks [#good()], and otherwise shows the form again with each problem beside its
/// field (`part/field.jte`).
public interface Form {
  /// Text without blanks around it; empty when the field is empty.
  String text(String field, int most);

  /// Text that must be there.
  String required(String field, int most);

  /// A whole number; empty when the field is empty or holds something else.
  Optional<Long> number(String field, long least, long most);

  /// A date as `<input type=date>` sends it.
  Optional<LocalDate> date(String field);

  /// One of the constants, by their names in lower case.
  <E extends Enum<E>> Optional<E> choice(String field, Class<E> type);

  boolean ticked(String field);

  /// All values of a field that may come several times.
  List<String> all(String field);

  /// Notes a problem beside a field.
  void problem(String field, String key, Object... arguments);

  /// Whether no problem was noted.
  boolean good();

  /// What was typed, unchanged; for templates.
  String value(String field);

  /// The problem of a field as a sentence; empty when there is none. For templates.
  String problem(String field);

  /// All that was sent but secrets, for a form that is sent again.
  List<Kept> kept();

  /// What the resent form carries along.
  record Kept(String name, String value) {}
}
