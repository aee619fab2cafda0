package org.handsel.platform;

/// Somebody who changes something: a person with an account, or the one person of a laptop.
///
/// @param id of the account; `me` where there are no accounts; `handsel` for the program itself
/// @param name as others read it
public record Who(String id, String name) {
  /// The program itself, as with an import that runs by the clock.
  public static final Who HANDSEL = new Who("handsel", "Handsel");

  public Who {
    if (id.isBlank() || name.isBlank()) {
      throw new IllegalArgumentException("a person who changes something has an id and a name");
    }
  }

  /// The one person of a laptop.
  public static Who me(String name) {
    return new Who("me", name);
  }
}
