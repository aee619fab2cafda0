package org.handsel.app.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.handsel.platform.Json;
import org.handsel.platform.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Shows what may be set, what it is now, and the file to change it in.
@Command(
    name = "settings",
    description = "Shows the settings of the workspace and writes their explained file.",
    footer = {"", "Example: handsel settings"})
final class SettingsCommand implements Runnable {
  private final Surroundings surroundings;

  @ParentCommand private @Nullable HandselCommand handsel;

  @Option(names = "--json", description = "The settings as JSON.")
  private boolean json;

  SettingsCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    HandselCommand parent = java.util.Objects.requireNonNull(handsel);
    Settings.writeExplained(parent.workspace().create());
    Settings settings = parent.settings();
    Map<String, String> values = new LinkedHashMap<>();
    for (Settings.Setting setting : settings.all()) {
      // The address of a database may carry a password behind the question mark.
      values.put(setting.name(), settings.get(setting.name()).orElse("").replaceAll("[?].*", "?…"));
    }
    if (json) {
      surroundings.out().println(Json.pretty(values));
      return;
    }
    surroundings.out().println("File: " + parent.workspace().settings());
    for (Settings.Setting setting : settings.all()) {
      surroundings
          .out()
          .printf(
              "%n%s = %s%n  %s%n", setting.name(), values.get(setting.name()), setting.meaning());
    }
  }
}
