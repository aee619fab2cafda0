package org.handsel.platform;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/// Passwords of the workspace: one file that only its owner may read, never printed, never logged.
///
/// A secret's environment variable (`HANDSEL_PASSWORD`) is stronger than the file and is never
/// stored.
public final class Secrets {
  private final Path file;
  private final Map<String, String> environment;

  public Secrets(Workspace workspace, Map<String, String> environment) {
    this.file = workspace.secrets();
    this.environment = environment;
  }

  /// The password of a user on a wiki.
  ///
  /// @param wiki address of the wiki
  /// @throws HandselException with exit 3 when others may read the file
  public Optional<String> password(String wiki, String user) {
    String variable = environment.get("HANDSEL_PASSWORD");
    if (variable != null && !variable.isEmpty()) {
      return Optional.of(variable);
    }
    return Optional.ofNullable(read().getProperty(key(wiki, user)));
  }

  /// Keeps a password.
  public void keep(String wiki, String user, String password) {
    Properties secrets = read();
    secrets.setProperty(key(wiki, user), password);
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.createDirectories(file.getParent());
      Files.deleteIfExists(part);
      Files.createFile(part);
      Workspace.ownerOnly(part, "rw-------");
      try (Writer out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
        secrets.store(out, "Passwords of this Handsel workspace; readable by its owner only");
      }
      DurableFiles.force(part);
      DurableFiles.move(part, file);
    } catch (IOException e) {
      throw HandselException.environment(
          "%s: the password cannot be kept (%s).".formatted(file, DurableFiles.reason(e)), e);
    }
  }

  private Properties read() {
    Properties secrets = new Properties();
    if (!Files.exists(file)) {
      return secrets;
    }
    try {
      if (file.getFileSystem().supportedFileAttributeViews().contains("posix")
          && Files.getPosixFilePermissions(file).stream()
              .anyMatch(permission -> !permission.name().startsWith("OWNER_"))) {
        throw HandselException.environment(
            "%s: others may read it: expected permissions rw-------. Run chmod 600 on it and change the passwords in it."
                .formatted(file));
      }
      try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        secrets.load(reader);
      }
    } catch (IOException e) {
      throw HandselException.environment(
          "%s: cannot be read (%s).".formatted(file, DurableFiles.reason(e)), e);
    }
    return secrets;
  }

  private static String key(String wiki, String user) {
    return wiki.replaceAll("/+$", "") + " " + user;
  }
}
