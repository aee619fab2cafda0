package org.handsel.readiness.edits;

import org.handsel.testbed.ApiSession;
import org.handsel.testbed.RealWiki;
import org.handsel.wiki.api.Login;
import org.handsel.wiki.api.Wiki;
import org.handsel.wiki.api.WikiAddress;
import org.handsel.wiki.api.WikiSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

@Tag("wiki")
class EditRunOnMediaWikiIT extends EditRunBehaviour {
  private static RealWiki real;

  @BeforeAll
  static void start() {
    real = RealWiki.start("edits");
    real.setOverrides("{\"wgRateLimits\":{\"edit\":{\"user\":[5000,60]}}}");
  }

  @AfterAll
  static void stop() {
    real.close();
  }

  @Override
  Wiki open() {
    Wiki wiki =
        Wiki.open(WikiAddress.parse(real.api().toString()), WikiSettings.of("tester@example.org"));
    wiki.login(new Login(real.bot().name(), real.bot().password()));
    return wiki;
  }

  @Override
  ApiSession somebody() {
    ApiSession session = new ApiSession(real.api());
    session.login(real.volunteer().name(), real.volunteer().password());
    return session;
  }

  @Override
  void loseAnswer() {
    real.setFault("{\"when\":\"after\",\"status\":503,\"match\":\"&action=edit\"}");
  }
}
