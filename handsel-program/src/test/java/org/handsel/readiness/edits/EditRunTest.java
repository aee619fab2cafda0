package org.handsel.readiness.edits;

import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import org.handsel.app.sandbox.Fault;
import org.handsel.app.sandbox.Sandbox;
import org.handsel.app.sandbox.SandboxAccount;
import org.handsel.app.sandbox.SandboxOptions;
import org.handsel.testbed.ApiSession;
import org.handsel.wiki.api.Login;
import org.handsel.wiki.api.Patience;
import org.handsel.wiki.api.Wiki;
import org.handsel.wiki.api.WikiAddress;
import org.handsel.wiki.api.WikiSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class EditRunTest extends EditRunBehaviour {
  private static Sandbox sandbox;

  @BeforeAll
  static void start() {
    sandbox = Sandbox.start(SandboxOptions.defaults());
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @Override
  Wiki open() {
    Patience quick =
        new Patience(
            Clock.systemUTC(),
            time -> true,
            new Random(1),
            Duration.ofMinutes(1),
            Duration.ofMillis(1),
            Duration.ofMillis(10));
    Wiki wiki =
        Wiki.open(
            WikiAddress.parse(sandbox.api().toString()),
            WikiSettings.of("tester@example.org").patient(quick));
    wiki.login(new Login(sandbox.bot().login(), sandbox.bot().password()));
    return wiki;
  }

  @Override
  ApiSession somebody() {
    SandboxAccount user = sandbox.accounts().get(1);
    ApiSession session = new ApiSession(sandbox.api());
    session.login(user.login(), user.password());
    return session;
  }

  @Override
  void loseAnswer() {
    sandbox.fault(Fault.after(503, "&action=edit"));
  }
}
