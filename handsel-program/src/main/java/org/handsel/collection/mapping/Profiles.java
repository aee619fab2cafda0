package org.handsel.collection.mapping;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads mapping profiles. The language of a profile is described in `docs/mapping-profile.md`.
public final class Profiles {
  private Profiles() {}

  /// Reads and checks a profile: every key, name, path, XPath, pattern and table.
  ///
  /// @throws HandselException with exit 2 and one line for each error
  public static MappingProfile load(Path file) {
    return load(file, read(file));
  }

  /// The same of a text that is not written yet, as if it stood in the file.
  public static MappingProfile load(Path file, String text) {
    ProfileErrors errors = new ProfileErrors(file);
    Node root = compose(file, text);
    MappingProfile profile = new ProfileReader(file, errors).read(ProfileNode.of(root, "", errors));
    if (errors.isEmpty()) {
      ProfileCheck.check(profile, errors);
    }
    errors.throwIfAny();
    return profile;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw HandselException.usage(
          file.getFileName() + ": is not UTF-8. Save the profile as UTF-8.");
    } catch (IOException e) {
      throw HandselException.usage(
          "%s: the profile cannot be read (%s)".formatted(file, DurableFiles.reason(e)));
    }
  }

  private static Node compose(Path file, String text) {
    try {
      Optional<Node> root =
          new Compose(LoadSettings.builder().setLabel(String.valueOf(file.getFileName())).build())
              .composeString(text);
      return root.orElseThrow(() ->
          HandselException.usage(
              file.getFileName()
                  + ": the profile is empty: expected at least source, id and fields"));
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      throw HandselException.usage(
          "%s, line %d: is not YAML: %s. Mind indentation, and quote texts that hold \": \" or begin with { [ * & ! | > @ or %%."
              .formatted(file.getFileName(), line, Blanks.collapse(e.getProblem())));
    } catch (YamlEngineException e) {
      throw HandselException.usage(
          "%s: is not YAML: %s".formatted(file.getFileName(), Blanks.collapse(e.toString())));
    }
  }
}
