package org.handsel.partnership.talks;

/// What an entry of a timeline is. Everything but a note is a contact.
public enum EntryKind {
  MAIL,
  CALL,
  MEETING,
  EVENT,
  LETTER,
  ANSWER,
  NOTE;

  public String code() {
    return Coded.code(this);
  }

  public static EntryKind of(String code) {
    return Coded.of(EntryKind.class, code);
  }
}
