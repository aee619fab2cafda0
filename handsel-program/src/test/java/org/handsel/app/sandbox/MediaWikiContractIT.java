package org.handsel.app.sandbox;

import java.net.URI;
import org.handsel.testbed.RealWiki;
import org.handsel.testbed.RealWiki.Login;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/// A real MediaWiki answers as the contract says.
@Tag("wiki")
class MediaWikiContractIT extends ActionApiContract {
  private static RealWiki wiki;

  @BeforeAll
  static void start() {
    wiki = RealWiki.start("contract");
    // Bots are limited to 90 edits a minute out of the box, and this class edits more.
    wiki.setOverrides("{\"wgRateLimits\":{\"edit\":{\"user\":[5000,60]}}}");
  }

  @AfterAll
  static void stop() {
    wiki.close();
  }

  @Override
  URI api() {
    return wiki.api();
  }

  @Override
  Login botLogin() {
    return wiki.bot();
  }

  @Override
  Login userLogin() {
    return wiki.volunteer();
  }

  @Override
  Login blockedLogin() {
    return wiki.blocked();
  }

  @Override
  void fault(String json) {
    wiki.setFault(json);
  }

  @Override
  boolean faultPending() {
    return wiki.faultPending();
  }

  @Override
  void readOnly() {
    wiki.setOverrides("{\"wgReadOnly\":\"test\"}");
  }

  @Override
  void lag(int seconds) {
    wiki.setLag(seconds);
  }

  @Override
  void uploadLimit(int hits, int seconds) {
    wiki.setOverrides(
        "{\"wgRateLimits\":{\"upload\":{\"user\":[%d,%d]}}}".formatted(hits, seconds));
  }

  @Override
  void calm() {
    wiki.calm();
    wiki.setOverrides("{\"wgRateLimits\":{\"edit\":{\"user\":[5000,60]}}}");
  }
}
