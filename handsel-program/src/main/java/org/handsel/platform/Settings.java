package org.handsel.platform;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/// What a user may set, all of it in one documented file, `settings.properties` of the workspace.
///
/// A setting's value comes from its environment variable, else from the file, else from the table
/// of defaults (`settings.tsv` beside this class). A name that is not in the table is an error, so
/// that a misspelt one is noticed. Immutable.
public final class Settings {
  private final List<Setting> table;
  private final Map<String, String> values;

  private Settings(List<Setting> table, Map<String, String> values) {
    this.table = table;
    this.values = values;
  }

  /// @param name key in the file
  /// @param variable environment variable that is stronger than the file
  /// @param standard default, may be empty
  /// @param meaning one sentence for people
  public record Setting(String name, String variable, String standard, String meaning) {}

  /// Reads the settings of a workspace.
  public static Settings read(Workspace workspace, Map<String, String> environment) {
    List<Setting> table = table();
    Properties file = new Properties();
    Path path = workspace.settings();
    if (Files.exists(path)) {
      try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
        file.load(reader);
      } catch (IOException e) {
        throw HandselException.environment(
            path + ": cannot be read (" + DurableFiles.reason(e) + ")", e);
      }
    }
    Map<String, String> values = new TreeMap<>();
    for (Setting setting : table) {
      String variable = environment.get(setting.variable());
      values.put(
          setting.name(),
          variable != null
              ? variable
              : file.getProperty(setting.name(), setting.standard()).strip());
    }
    for (String name : file.stringPropertyNames()) {
      if (!values.containsKey(name)) {
        throw HandselException.usage(
            "%s: no setting \"%s\"; settings are: %s."
                .formatted(path, name, String.join(", ", values.keySet())));
      }
    }
    return new Settings(table, values);
  }

  /// The value of a setting; empty when it was neither set nor has a default.
  public Optional<String> get(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("settings.tsv has no setting " + name);
    }
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }

  /// A whole number.
  public int number(String name) {
    String value = get(name).orElse("");
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw HandselException.usage(
          "settings, %s: expected a whole number, found \"%s\".".formatted(name, value));
    }
  }

  public List<Setting> all() {
    return table;
  }

  /// Writes the file with every setting explained and commented out, unless there is one.
  public static void writeExplained(Workspace workspace) {
    if (Files.exists(workspace.settings())) {
      return;
    }
    StringBuilder text =
        new StringBuilder("# Settings of this Handsel workspace. Remove the # to change one.\n");
    for (Setting setting : table()) {
      text.append(
          "\n# %s\n# Environment variable: %s\n#%s=%s\n"
              .formatted(
                  setting.meaning(), setting.variable(), setting.name(), setting.standard()));
    }
    DurableFiles.replace(workspace.settings(), text.toString());
  }

  private static List<Setting> table() {
    List<Setting> table = new ArrayList<>();
    for (List<String> row : Tsv.resource(Settings.class, "settings.tsv")) {
      table.add(new Setting(row.get(0), row.get(1), row.get(2), row.get(3)));
    }
    return List.copyOf(table);
  }
}
