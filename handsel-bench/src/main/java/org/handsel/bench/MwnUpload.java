package org.handsel.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.handsel.app.sandbox.SandboxAccount;

/// mwn 3.0.3 of npm, in a process of its own that `deps.sh` prepares.
///
/// @param hasty with shorter waits than its own: when it sends a file again it sends none, since it
///   read it to the end before, and waits a minute for the answer, four times; what it says in the
///   end is the same
record MwnUpload(boolean hasty) implements UploadClient {
  private static final Path PROGRAM = Path.of("target/mwn/upload.mjs");
  private static final SandboxAccount BOT = SandboxAccount.DEFAULTS.getFirst();

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
        new ArrayList<>(List.of("timeout", "120", "node", PROGRAM.toString(), api.toString()));
    command.addAll(List.of(BOT.login(), BOT.password(), Integer.toString(inFlight)));
    command.addAll(hasty ? List.of("500", "1500") : List.of("5000", "60000"));
    pictures.forEach(picture -> command.add(picture.toString()));
    return Said.by(Measured.program(command));
  }
}
