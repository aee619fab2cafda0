package org.handsel.platform;

/// How a command ends, as its exit code tells the caller.
public enum Exit {
  /// Everything was done; what a command exists to find (findings, value problems) does not change
  /// that.
  DONE(0),
  /// Part of the input could not be processed or a file failed; the output names it.
  PARTIAL(1),
  /// The command, the mapping profile or the order of steps was wrong; nothing was done.
  USAGE(2),
  /// The surroundings failed: no JDK, database or wiki unreachable, disk full.
  ENVIRONMENT(3);

  private final int code;

  Exit(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }
}
