package org.handsel.app.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.handsel.testbed.RealWiki.Login;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/// The sandbox wiki answers as a real one does.
class SandboxContractTest extends ActionApiContract {
  @TempDir private static Path folder;
  private static Sandbox sandbox;

  @BeforeAll
  static void start() {
    sandbox = Sandbox.start(SandboxOptions.defaults().withFaults(folder.resolve("fault.json")));
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @Override
  URI api() {
    return sandbox.api();
  }

  @Override
  Login botLogin() {
    return login(0);
  }

  @Override
  Login userLogin() {
    return login(1);
  }

  @Override
  Login blockedLogin() {
    return login(2);
  }

  private static Login login(int account) {
    SandboxAccount who = sandbox.accounts().get(account);
    return new Login(who.login(), who.password());
  }

  @Override
  void fault(String json) {
    try {
      Files.writeString(folder.resolve("fault.json"), json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  boolean faultPending() {
    return sandbox.faultPending();
  }

  @Override
  void readOnly() {
    sandbox.readOnly("test");
  }

  @Override
  void lag(int seconds) {
    sandbox.lag(seconds);
  }

  @Override
  void uploadLimit(int hits, int seconds) {
    sandbox.limit("upload", hits, Duration.ofSeconds(seconds));
  }

  @Override
  void calm() {
    sandbox.calm();
  }
}
