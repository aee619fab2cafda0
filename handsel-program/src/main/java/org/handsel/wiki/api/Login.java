package org.handsel.wiki.api;

/// A name and a password for a wiki, best a bot password (`Name@purpose`).
///
/// Never shown: the text form hides the password.
public record Login(String name, String password) {
  @Override
  public String toString() {
    return "Login[" + name + ", password hidden]";
  }
}
