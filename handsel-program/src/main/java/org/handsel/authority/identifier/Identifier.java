package org.handsel.authority.identifier;

/// An identifier as it was judged.
///
/// @param scheme `gnd`, `lccn`, `viaf` …
/// @param value its normal form where it is well formed, else the text as found
/// @param state what is wrong with it, if anything
public record Identifier(String scheme, String value, State state) {
  /// What an identifier is worth.
  public enum State {
    /// Well formed, and the check digit, where there is one, is right.
    VALID,
    /// Not of the form that the scheme has.
    MALFORMED,
    /// Of the right form, but the check digit is another.
    WRONG_CHECK_DIGIT
  }

  public boolean valid() {
    return state == State.VALID;
  }
}
