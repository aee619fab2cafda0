package org.handsel.authority.matching;

/// Persons in an order that does not depend on that of their file, from which some are drawn.
interface Drawn {
  int size();

  /// The person at a place of the order, without id and name.
  Entry at(int place);

  static Drawn of(Roster persons) {
    return of(persons, persons.order());
  }

  static Drawn of(Roster persons, int[] order) {
    return new Drawn() {
      @Override
      public int size() {
        return persons.size();
      }

      @Override
      public Entry at(int place) {
        return persons.compared(order[place]);
      }
    };
  }
}
