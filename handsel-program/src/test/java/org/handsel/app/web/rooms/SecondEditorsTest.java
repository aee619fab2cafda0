package org.handsel.app.web.rooms;

/// Two people at the same thing, on a laptop.
class SecondEditorsTest extends SecondEditorsBehaviour {
  @Override
  String url() {
    return "";
  }
}
