package org.handsel.authority.matching;

/// One name of a person as its words. Arrays are not copied and never changed.
///
/// @param words without titles and particles
/// @param surnames how many of the first words are the surname; 0 where the name was not written
///   with a comma, so that nothing is known
record Form(Word[] words, int surnames) {
  boolean typed() {
    return surnames > 0;
  }

  boolean surname(int word) {
    return word < surnames;
  }
}
