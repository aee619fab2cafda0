package org.handsel.wiki.api;

/// How to be let in: a name and a password, best a bot password (`Name@purpose`), or an OAuth 2.0
/// access token, which stands for an account by itself.
///
/// Never shown: the text form hides password and token.
///
/// @param name empty for a token: the wiki says whose it is
/// @param password empty for a token
/// @param token empty for a password
public record Login(String name, String password, String token) {
  public Login(String name, String password) {
    this(name, password, "");
  }

  /// A token that an owner-only consumer of the wiki, or its authorisation page, gave out.
  public static Login bearer(String token) {
    return new Login("", "", token);
  }

  boolean byToken() {
    return !token.isEmpty();
  }

  @Override
  public String toString() {
    return byToken() ? "Login[token hidden]" : "Login[" + name + ", password hidden]";
  }
}
