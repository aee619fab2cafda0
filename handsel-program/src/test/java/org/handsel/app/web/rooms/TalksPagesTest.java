package org.handsel.app.web.rooms;

/// The way of a partnership through its pages on a laptop.
class TalksPagesTest extends TalksPagesBehaviour {
  @Override
  String url() {
    return "";
  }
}
