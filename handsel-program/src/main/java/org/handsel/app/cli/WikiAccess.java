package org.handsel.app.cli;

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

  boolean named(HandselCommand handsel) {
    return wiki != null || handsel.settings().get("wiki").isPresent();
  }

  WikiAddress address(HandselCommand handsel) {
    return WikiAddress.parse(text(handsel));
  }

  Login login(HandselCommand handsel) {
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
