package org.handsel.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.github.fastily.jwiki.core.Wiki;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;
import org.handsel.app.sandbox.SandboxAccount;
import org.slf4j.LoggerFactory;

/// jwiki 1.11.0, which uploads one file after another.
record JwikiUpload() implements UploadClient {
  private static final java.util.logging.Logger CLOSING =
      java.util.logging.Logger.getLogger("okhttp3.OkHttpClient");
  private static final SandboxAccount BOT = SandboxAccount.DEFAULTS.getFirst();

  @Override
  public String name() {
    return "jwiki 1.11.0";
  }

  @Override
  public Said upload(URI api, List<Path> pictures, int inFlight) {
    // What it says is counted, not read.
    if (LoggerFactory.getLogger("io.github.fastily") instanceof Logger log) {
      log.setLevel(Level.OFF);
    }
    CLOSING.setLevel(java.util.logging.Level.OFF);
    long begun = System.nanoTime();
    Wiki wiki =
        new Wiki.Builder()
            .withApiEndpoint(HttpUrl.get(api))
            .withLogin(BOT.login(), BOT.password())
            .build();
    Map<String, String> words = new HashMap<>();
    for (Path picture : pictures) {
      String title = UploadClient.title(picture);
      boolean done = wiki.upload(picture, title, "A picture.", "measurement");
      words.put(title, done ? Outcome.DONE : "false");
    }
    return new Said((System.nanoTime() - begun) / 1e9, words);
  }
}
