package org.handsel.app.cli;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.handsel.app.web.WebServer;
import org.handsel.app.web.text.Messages;
import org.handsel.app.web.text.Words;
import org.handsel.platform.HandselException;

/// The texts of pages for the terminal and for documents, so that a thing is called the same
/// everywhere.
final class PageWords {
  private PageWords() {}

  /// Texts of one room of the workbench in English, which the terminal speaks.
  static Words words(String room) {
    return words(room, "en");
  }

  /// Texts of one room of the workbench.
  ///
  /// @throws HandselException when the program has no such language
  static Words words(String room, String language) {
    Messages messages =
        Messages.load(
            WebServer.class,
            List.of(room),
            code -> Map.of(),
            Path.of("no-such-folder"),
            ZoneOffset.UTC);
    return messages
        .in(language)
        .orElseThrow(() ->
            HandselException.usage(
                "--language: expected one of %s, found \"%s\"."
                    .formatted(
                        String.join(
                            ", ", messages.languages().stream().map(one -> one.code()).toList()),
                        language)));
  }
}
