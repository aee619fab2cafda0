package org.handsel.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.handsel.app.sandbox.SandboxAccount;
import org.handsel.platform.Json;
import tools.jackson.databind.JsonNode;

/// mwn 3.0.3 of npm with its own settings, in a process of its own that `deps.sh` prepares.
record MwnUpload() implements UploadClient {
  private static final Path PROGRAM = Path.of("target/mwn/upload.mjs");
  private static final SandboxAccount BOT = SandboxAccount.DEFAULTS.getFirst();

  /// Its four tries with 5 s between them take 15 s, an answer that never comes takes a minute.
  private static final String AT_MOST = "90";

  @Override
  public String name() {
    return "mwn 3.0.3";
  }

  @Override
  public Said upload(URI api, List<Path> pictures, int inFlight)
      throws IOException, InterruptedException {
    if (!Files.exists(PROGRAM.resolveSibling("node_modules/mwn"))) {
      throw new IllegalStateException(PROGRAM + ": not ready; run handsel-bench/deps.sh");
    }
    List<String> command =
        new ArrayList<>(List.of("timeout", AT_MOST, "node", PROGRAM.toString(), api.toString()));
    command.addAll(List.of(BOT.login(), BOT.password(), Integer.toString(inFlight)));
    pictures.forEach(picture -> command.add(picture.toString()));
    double seconds = 0;
    Map<String, String> words = new HashMap<>();
    for (String line : Measured.program(command).lines()) {
      if (line.startsWith("{")) {
        JsonNode said = Json.mapper().readTree(line);
        seconds = said.path("seconds").asDouble(seconds);
        if (said.has("title")) {
          words.put(said.path("title").asString(), said.path("said").asString());
        }
      }
    }
    return new Said(seconds, words);
  }
}
