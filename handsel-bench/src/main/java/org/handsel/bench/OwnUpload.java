package org.handsel.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.handsel.app.sandbox.SandboxAccount;
import org.handsel.release.ReleaseRun;
import org.handsel.release.RunOptions;
import org.handsel.wiki.api.Login;
import org.handsel.wiki.api.WikiAddress;

/// Handsel's release, in this process.
record OwnUpload(Path scratch) implements UploadClient {
  private static final SandboxAccount BOT = SandboxAccount.DEFAULTS.getFirst();

  @Override
  public String name() {
    return "Handsel";
  }

  @Override
  public Said upload(URI api, List<Path> pictures, int inFlight) throws IOException {
    Path release = Uploading.plan(Files.createTempDirectory(scratch, "release"), pictures);
    double seconds = run(release, api, folder(pictures), inFlight);
    Map<String, String> words = new HashMap<>();
    for (String line : Files.readAllLines(release.resolve("results.tsv"))) {
      String[] cells = line.split("\t", -1);
      boolean done = cells[4].equals("proven") || cells[4].equals("already-there");
      words.put(cells[1], done ? Outcome.DONE : cells[4]);
    }
    return new Said(seconds, words);
  }

  static Path folder(List<Path> pictures) {
    return Objects.requireNonNull(pictures.getFirst().getParent());
  }

  /// Runs a release that is planned.
  ///
  /// @return seconds
  static double run(Path release, URI api, Path files, int inFlight) {
    long begun = System.nanoTime();
    ReleaseRun.run(
        release,
        WikiAddress.parse(api.toString()),
        new Login(BOT.login(), BOT.password()),
        RunOptions.DEFAULT.parallel(inFlight).files(files));
    return (System.nanoTime() - begun) / 1e9;
  }
}
