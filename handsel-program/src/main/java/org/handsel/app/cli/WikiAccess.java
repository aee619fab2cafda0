package org.handsel.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.wiki.api.Login;
import org.handsel.wiki.api.WikiAddress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which wiki a command talks to, and as whom.
final class WikiAccess {
  @Option(
      names = "--wiki",
      paramLabel = "URL",
      description = "Address of the wiki; otherwise the setting wiki.")
  private @Nullable String wiki;

  @Option(
      names = "--user",
      paramLabel = "NAME",
      description =
          "User name with the bot password's name after an @; otherwise the setting user. The"
              + " password comes from handsel login or HANDSEL_PASSWORD.")
  private @Nullable String user;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description =
          "File with an OAuth 2.0 access token, readable by you only, instead of user and password;"
              + " otherwise HANDSEL_TOKEN.")
  private @Nullable Path tokenFile;

  boolean named(HandselCommand handsel) {
    return wiki != null || handsel.settings().get("wiki").isPresent();
  }

  WikiAddress address(HandselCommand handsel) {
    return WikiAddress.parse(text(handsel));
  }

  Login login(HandselCommand handsel) {
    String token = token(handsel);
    if (!token.isEmpty()) {
      return Login.bearer(token);
    }
    String name =
        user != null
            ? user
            : handsel
                .settings()
                .get("user")
                .orElseThrow(() ->
                    HandselException.usage(
                        "--user: expected the name of an account on %s. Name it, or set user in %s."
                            .formatted(text(handsel), handsel.workspace().settings())));
    return new Login(
        name,
        handsel
            .secrets()
            .password(text(handsel), name)
            .orElseThrow(() ->
                HandselException.usage(
                    "no password is known for %s on %s. Run: handsel login --wiki %s --user '%s'"
                        .formatted(name, text(handsel), text(handsel), name))));
  }

  /// The token that was given; empty when a name was, or none at all.
  private String token(HandselCommand handsel) {
    if (tokenFile == null) {
      return user == null ? handsel.environment().getOrDefault("HANDSEL_TOKEN", "").strip() : "";
    }
    try {
      if (Files.getFileAttributeView(tokenFile, PosixFileAttributeView.class) != null
          && Files.getPosixFilePermissions(tokenFile).contains(PosixFilePermission.OTHERS_READ)) {
        throw HandselException.usage(
            "%s: others can read this file. Take that away (chmod 600 %s), then run the command again."
                .formatted(tokenFile, tokenFile));
      }
      return Files.readString(tokenFile).strip();
    } catch (IOException e) {
      throw HandselException.usage(
          "%s: the token cannot be read (%s). Check the path."
              .formatted(tokenFile, DurableFiles.reason(e)));
    }
  }

  private String text(HandselCommand handsel) {
    return wiki != null
        ? wiki
        : handsel
            .settings()
            .get("wiki")
            .orElseThrow(() ->
                HandselException.usage(
                    "--wiki: expected the address of a wiki, such as"
                        + " https://commons.wikimedia.org."));
  }
}
