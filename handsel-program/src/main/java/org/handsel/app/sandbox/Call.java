package org.handsel.app.sandbox;

import org.jspecify.annotations.Nullable;

/// One request to the API: what is asked, and by whom.
final class Call {
  private final Form form;
  private Sessions.Session session;

  Call(Form form, Sessions.Session session) {
    this.form = form;
    this.session = session;
  }

  Form form() {
    return form;
  }

  Sessions.Session session() {
    return session;
  }

  /// A login puts another session in the place of the first.
  void continueAs(Sessions.Session other) {
    session = other;
  }

  @Nullable SandboxAccount account() {
    return session.account();
  }

  String user() {
    return session.user();
  }

  /// Refuses those who may change nothing.
  void mayWrite() {
    SandboxAccount who = account();
    if (who == null) {
      throw new Refusal("mustbeloggedin", "You must be logged in to upload this file.");
    }
    if (who.blocked()) {
      throw new Refusal("blocked", "You have been blocked from editing.");
    }
  }
}
