package org.handsel.app.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.handsel.collection.mapping.ReadyProfiles;
import org.handsel.collection.mapping.ReadyProfiles.Ready;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Lists the profiles that come with the program.
@Command(
    name = "profiles",
    description = {
      "Lists the ready mapping profiles, or prints one.",
      "\"handsel collection map\" chooses by the content of the delivery when no profile is given."
    },
    footer = {
      "",
      "Example: handsel collection profiles mods > mapping.yaml",
      "A profile that is edited is given with \"handsel collection map … --mapping\"."
    })
final class CollectionProfilesCommand implements Runnable {
  private final Surroundings surroundings;

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "The profile to print.")
  private @Nullable String name;

  @Option(names = "--json", description = "The list as JSON.")
  private boolean json;

  CollectionProfilesCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    List<Ready> all = ReadyProfiles.all();
    if (name != null) {
      Ready ready =
          ReadyProfiles.named(name)
              .orElseThrow(() ->
                  HandselException.usage(
                      "no ready profile \"%s\": expected one of %s."
                          .formatted(
                              name,
                              all.stream().map(Ready::name).collect(Collectors.joining(", ")))));
      surroundings.out().print(ready.text());
    } else if (json) {
      surroundings.out().println(Json.pretty(all));
    } else {
      all.forEach(
          ready -> surroundings.out().println("%-8s %s".formatted(ready.name(), ready.title())));
    }
  }
}
