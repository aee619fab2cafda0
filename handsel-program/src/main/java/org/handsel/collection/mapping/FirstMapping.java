package org.handsel.collection.mapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.handsel.collection.mapping.ReadyProfiles.Ready;
import org.handsel.collection.source.RecordSource;
import org.handsel.collection.source.SourceProfile;
import org.handsel.collection.source.SourceSpec;
import org.handsel.collection.source.Sources;
import org.handsel.collection.source.StarterMapping;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Progress;

/// Maps a delivery for which nobody has written a profile: by the ready profile of its format, else
/// by one made from the delivery. The profile is left beside the items, to be edited.
final class FirstMapping {
  static final String FILE = "mapping.yaml";

  private FirstMapping() {}

  /// @param ready name of the ready profile; empty when the profile was made from the delivery
  record Result(String ready, MappingSummary summary) {}

  static Result run(Path source, Path out, Progress progress) {
    Optional<Ready> ready = ReadyProfiles.fitting(source);
    String text = ready.map(Ready::text).orElseGet(() -> made(source));
    Path file = out.resolve(FILE);
    write(file, text);
    List<String> unique = new ArrayList<>();
    String name = ready.map(Ready::name).orElse("");
    try {
      return new Result(
          name,
          Mapping.run(
              source,
              file,
              out,
              progress,
              () -> {
                unique.addAll(look(source).idCandidates());
                return unique;
              }));
    } catch (HandselException notUnique) {
      if (unique.isEmpty()) {
        throw notUnique;
      }
      DurableFiles.replace(file, withId(text, unique.getFirst()));
      return new Result(name, Mapping.run(source, file, out, progress));
    }
  }

  private static String made(Path source) {
    SourceProfile profile = look(source);
    if (profile.records() == 0) {
      throw HandselException.input(
          "%s: no record could be read: expected at least one below the names of its columns or in its root, found none. %s"
              .formatted(
                  source,
                  profile.problems().isEmpty()
                      ? "Ask for it again."
                      : profile.problems().getFirst().reason()));
    }
    return StarterMapping.of(profile);
  }

  private static SourceProfile look(Path source) {
    try (RecordSource records = Sources.open(source, SourceSpec.RECOGNISE)) {
      return SourceProfile.of(records);
    }
  }

  /// A profile that somebody has edited is not written over.
  private static void write(Path file, String text) {
    try {
      if (Files.exists(file) && !Files.readString(file).equals(text)) {
        throw HandselException.usage(
            "%s: there is a profile already, and it differs from the one that would be written. Use it with --mapping, or choose another folder."
                .formatted(file));
      }
    } catch (IOException broken) {
      throw HandselException.environment(
          "%s: cannot be read (%s).".formatted(file, DurableFiles.reason(broken)), broken);
    }
    DurableFiles.replace(file, text);
  }

  /// The same profile with another id: that of the format turned out to repeat here.
  static String withId(String text, String path) {
    StringBuilder changed = new StringBuilder();
    boolean inside = false;
    for (String line : text.split("\n", -1)) {
      if (line.startsWith("id:")) {
        inside = true;
        changed
            .append(
                "# The usual number repeats in this delivery; this path does not.\nid: {from: \"")
            .append(path.replace("\\", "\\\\").replace("\"", "\\\""))
            .append("\"}\n");
      } else if (!inside || !(line.startsWith(" ") || line.isEmpty())) {
        inside = false;
        changed.append(line).append('\n');
      }
    }
    return changed.toString().stripTrailing() + "\n";
  }
}
