package org.handsel.rights;

/// Reads delivered rights texts: URIs in any spelling, codes and phrases in several languages.
///
/// Immutable and safe for use by many threads.
public final class RightsStatements {
  private RightsStatements() {}

  /// Loads the tables that come with the program.
  public static RightsStatements load() {
    return new RightsStatements();
  }

  /// Judges one delivered text.
  public RightsStatement judge(String raw) {
    return new RightsStatement(
        raw, null, null, Verdict.UNKNOWN, "not recognised", null, null, null, null);
  }
}
