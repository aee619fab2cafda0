package org.handsel.release.merge;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A part of a page that is known by a name, with its place in the page's text.
sealed interface Piece {
  int start();

  int end();

  /// A template on the page itself, not inside of another one.
  ///
  /// @param name as MediaWiki knows it: first letter upper, spaces
  /// @param nameStart and `nameEnd`: the name as written
  /// @param parameters in their order
  record Call(
      int start, int end, String name, int nameStart, int nameEnd, List<Parameter> parameters)
      implements Piece {
    public Call {
      parameters = List.copyOf(parameters);
    }

    /// The one that counts when a name stands twice.
    Optional<Parameter> parameter(String wanted) {
      return parameters.reversed().stream().filter(one -> one.name.equals(wanted)).findFirst();
    }
  }

  /// One argument of a template.
  ///
  /// @param name or position from 1
  /// @param named whether the name is written
  /// @param start of its bar
  /// @param end where the next bar, or the end of the template, begins
  /// @param valueStart and `valueEnd`: the value without the blanks around it
  record Parameter(String name, boolean named, int start, int end, int valueStart, int valueEnd) {
    String value(String page) {
      return page.substring(valueStart, valueEnd);
    }
  }

  /// Membership in a category.
  record Category(int start, int end, String name) implements Piece {}

  /// A line, or the part of one, that is neither; without the blanks around it.
  record Line(int start, int end) implements Piece {}

  default String text(String page) {
    return page.substring(start(), end());
  }

  /// Names of what is told apart only by its number on the page.
  static String numbered(Map<String, Integer> seen, String name) {
    int number = seen.merge(name, 1, Integer::sum);
    return number == 1 ? name : name + " (" + number + ")";
  }
}
