package org.handsel.app.sandbox;

import java.net.URI;
import java.util.UUID;
import org.handsel.testbed.MuseumServer;
import org.handsel.testbed.RealWiki;
import org.handsel.testbed.RealWiki.Login;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/// A real MediaWiki answers as the contract says.
@Tag("wiki")
class MediaWikiContractIT {
  // Bots are limited to 90 edits a minute out of the box, and this class edits more.
  private static final String CALM = "{\"wgRateLimits\":{\"edit\":{\"user\":[5000,60]}}}";
  private static RealWiki real;
  private static MuseumServer museum;

  @BeforeAll
  static void start() {
    real = RealWiki.start("contract");
    real.setOverrides(CALM);
    museum = new MuseumServer();
  }

  @AfterAll
  static void stop() {
    museum.close();
    real.close();
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
      return real.api();
    }

    @Override
    public Login botLogin() {
      return real.bot();
    }

    @Override
    public Login userLogin() {
      return real.volunteer();
    }

    @Override
    public Login blockedLogin() {
      return real.blocked();
    }

    @Override
    public String onTheWeb(byte[] bytes) {
      return museum.put(UUID.randomUUID() + ".jpg", bytes);
    }

    @Override
    public void holdJobs(boolean now) {
      real.holdJobs(now);
    }

    @Override
    public void fault(String json) {
      real.setFault(json);
    }

    @Override
    public boolean faultPending() {
      return real.faultPending();
    }

    @Override
    public void readOnly() {
      real.setOverrides("{\"wgReadOnly\":\"test\"}");
    }

    @Override
    public void lag(int seconds) {
      real.setLag(seconds);
    }

    @Override
    public void uploadLimit(int hits, int seconds) {
      real.setOverrides(
          "{\"wgRateLimits\":{\"upload\":{\"user\":[%d,%d]}}}".formatted(hits, seconds));
    }

    @Override
    public void calm() {
      real.calm();
      real.setOverrides(CALM);
    }
  }
}
