package org.handsel.app.cli;

import org.handsel.platform.Who;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// Whose doing the history says a command was.
final class ActingOption {
  @Option(
      names = "--as",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description = "Who you are; otherwise HANDSEL_AS, otherwise the user of this machine.")
  private @Nullable String as;

  /// Whoever types: by name where one is given, else the one person of this machine.
  Who who(Surroundings surroundings) {
    String name = as != null ? as : surroundings.environment().get("HANDSEL_AS");
    return name != null && !name.isBlank()
        ? new Who(name.strip(), name.strip())
        : Who.me(System.getProperty("user.name", "me"));
  }
}
