package org.handsel.app.web.rooms;

/// Ill intent met on a laptop.
class IllIntentTest extends IllIntentBehaviour {
  @Override
  String url() {
    return "";
  }
}
