package org.handsel.platform;

/// A sentence of a table of the field, in the two languages that come with the program.
public record Said(String en, String de) {
  /// The sentence in German where that is asked for, otherwise in English.
  public String in(String language) {
    return language.equals("de") ? de : en;
  }
}
