package org.handsel.app.sandbox;

import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.handsel.testbed.RealWiki.Login;
import org.handsel.wiki.api.FaultyWiki;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/// The wiki that the tests let misbehave takes files as a real one does: what is shown on it of
/// pieces, stash, uploads by URL and the queue, captions and statements holds elsewhere, too.
class FaultyWikiContractTest {
  private static FaultyWiki faulty;

  @BeforeAll
  static void start() {
    faulty = new FaultyWiki(Clock.systemUTC());
  }

  @AfterAll
  static void stop() {
    faulty.close();
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
  class StructuredData extends StructuredDataContract {
    @Override
    UploadWiki wiki() {
      return new UnderTest();
    }
  }

  private static final class UnderTest implements UploadWiki {
    @Override
    public URI api() {
      return faulty.address().given().resolve("/w/api.php");
    }

    @Override
    public Login botLogin() {
      return new Login(faulty.login().name(), faulty.login().password());
    }

    @Override
    public String onTheWeb(byte[] bytes) {
      String address = "http://museum.example/%s.jpg".formatted(UUID.randomUUID());
      faulty.onTheWeb(address, bytes);
      return address;
    }

    @Override
    public void holdJobs(boolean now) {
      faulty.holdJobs(now);
    }

    @Override
    public void calm() {
      faulty.holdJobs(false);
      faulty.calm();
    }
  }
}
