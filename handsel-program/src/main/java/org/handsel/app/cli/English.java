package org.handsel.app.cli;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.handsel.app.web.WebServer;
import org.handsel.app.web.text.Messages;
import org.handsel.app.web.text.Words;

/// The texts of pages for the terminal, which speaks English, so that a thing is called the same in
/// both.
final class English {
  private English() {}

  /// Texts of one room of the workbench.
  static Words words(String room) {
    return Messages.load(WebServer.class, List.of(room), Path.of("no-such-folder"), ZoneOffset.UTC)
        .in("en")
        .orElseThrow();
  }
}
