package org.handsel.app.web.rooms;

/// The pages of the workbench on a laptop.
class PagesTest extends PagesBehaviour {
  @Override
  String url() {
    return "";
  }
}
