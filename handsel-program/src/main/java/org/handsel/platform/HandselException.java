package org.handsel.platform;

/// Stops a command with one sentence that a person can act on.
///
/// The message has the form `where: what is wrong: expected …, found "value". Hint.` and never
/// holds a password or token. What is wrong with single records or files is *not* thrown but
/// collected as findings.
public final class HandselException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Exit exit;

  private HandselException(Exit exit, String message, Throwable cause) {
    super(message, cause);
    this.exit = exit;
  }

  private HandselException(Exit exit, String message) {
    super(message);
    this.exit = exit;
  }

  /// The call, the profile or the order of steps is wrong.
  public static HandselException usage(String message) {
    return new HandselException(Exit.USAGE, message);
  }

  /// The input cannot be processed.
  public static HandselException input(String message) {
    return new HandselException(Exit.PARTIAL, message);
  }

  /// The surroundings failed: disk, network, database.
  public static HandselException environment(String message) {
    return new HandselException(Exit.ENVIRONMENT, message);
  }

  /// The surroundings failed, with the technical cause for the log.
  public static HandselException environment(String message, Throwable cause) {
    return new HandselException(Exit.ENVIRONMENT, message, cause);
  }

  public Exit exit() {
    return exit;
  }
}
