package org.handsel.app.web.rooms;

class NonsenseTest extends NonsenseBehaviour {
  @Override
  String url() {
    return "";
  }
}
