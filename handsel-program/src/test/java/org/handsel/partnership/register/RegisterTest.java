package org.handsel.partnership.register;

class RegisterTest extends RegisterBehaviour {
  @Override
  String url() {
    return "jdbc:sqlite:" + folder.resolve("handsel.db");
  }
}
