package org.handsel.app.reconciliation;

/// Stops a call with an answer that says what is wrong with it.
final class BadCall extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  BadCall(int status, String message) {
    super(message);
    this.status = status;
  }

  int status() {
    return status;
  }
}
