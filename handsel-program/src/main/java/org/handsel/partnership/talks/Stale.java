package org.handsel.partnership.talks;

/// The version that was edited is not the newest; carried out of a transaction, which then ends
/// without a change.
final class Stale extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String kind;
  private final String subject;

  Stale(String kind, String subject) {
    super(kind + " " + subject);
    this.kind = kind;
    this.subject = subject;
  }

  String kind() {
    return kind;
  }

  String subject() {
    return subject;
  }
}
