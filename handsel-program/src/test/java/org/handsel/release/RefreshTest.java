package org.handsel.release;

import java.net.URI;
import org.handsel.app.sandbox.Sandbox;
import org.handsel.app.sandbox.SandboxOptions;
import org.handsel.testbed.ApiSession;
import org.handsel.wiki.api.Login;
import org.junit.jupiter.api.AfterEach;

/// Refreshes on the sandbox wiki.
class RefreshTest extends RefreshBehaviour {
  private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Override
  URI api() {
    return sandbox.api();
  }

  @Override
  Login uploader() {
    return new Login(sandbox.bot().login(), sandbox.bot().password());
  }

  @Override
  ApiSession somebody() {
    ApiSession session = new ApiSession(sandbox.api());
    session.login(sandbox.bot().login(), sandbox.bot().password());
    return session;
  }
}
