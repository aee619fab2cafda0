package org.handsel.app.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.handsel.testbed.MuseumServer;
import org.handsel.testbed.RealWiki.Login;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/// The sandbox wiki answers as a real one does.
class SandboxContractTest {
  @TempDir private static Path folder;
  private static Sandbox sandbox;
  private static MuseumServer museum;

  @BeforeAll
  static void start() {
    sandbox = Sandbox.start(SandboxOptions.defaults().withFaults(folder.resolve("fault.json")));
    museum = new MuseumServer();
  }

  @AfterAll
  static void stop() {
    museum.close();
    sandbox.close();
  }

  @Nested
  class Sessions extends SessionContract {
    @Override
    WikiUnderTest wiki() {
      return new UnderTest();
    }
  }

  @Nested
  class Uploads extends UploadContract {
    @Override
    UploadWiki wiki() {
      return new UnderTest();
    }
  }

  @Nested
  class Stashing extends StashContract {
    @Override
    UploadWiki wiki() {
      return new UnderTest();
    }
  }

  @Nested
  class Ways extends WaysContract {
    @Override
    UploadWiki wiki() {
      return new UnderTest();
    }
  }

  @Nested
  class Weather extends WeatherContract {
    @Override
    WikiUnderTest wiki() {
      return new UnderTest();
    }
  }

  @Nested
  class PagesAndLists extends PagesContract {
    @Override
    WikiUnderTest wiki() {
      return new UnderTest();
    }
  }

  @Nested
  class StructuredData extends StructuredDataContract {
    @Override
    UploadWiki wiki() {
      return new UnderTest();
    }
  }

  private static final class UnderTest implements WikiUnderTest {
    @Override
    public URI api() {
      return sandbox.api();
    }

    @Override
    public Login botLogin() {
      return login(0);
    }

    @Override
    public Login userLogin() {
      return login(1);
    }

    @Override
    public Login blockedLogin() {
      return login(2);
    }

    private static Login login(int account) {
      SandboxAccount who = sandbox.accounts().get(account);
      return new Login(who.login(), who.password());
    }

    @Override
    public String onTheWeb(byte[] bytes) {
      return museum.put(UUID.randomUUID() + ".jpg", bytes);
    }

    @Override
    public void holdJobs(boolean now) {
      sandbox.holdJobs(now);
    }

    @Override
    public void fault(String json) {
      try {
        Files.writeString(folder.resolve("fault.json"), json);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public boolean faultPending() {
      return sandbox.faultPending();
    }

    @Override
    public void readOnly() {
      sandbox.readOnly("test");
    }

    @Override
    public void lag(int seconds) {
      sandbox.lag(seconds);
    }

    @Override
    public void uploadLimit(int hits, int seconds) {
      sandbox.limit("upload", hits, Duration.ofSeconds(seconds));
    }

    @Override
    public void calm() {
      sandbox.calm();
    }
  }
}
