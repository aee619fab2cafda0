package org.handsel.platform.backup;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.Workspace;

/// Which files of a workspace go into a backup: all but the database, which goes row by row, what
/// is only scratch, half-written neighbours and, unless they are asked for, passwords.
final class WorkspaceFiles {
  /// The address of a database may hold a password, and a restored workspace chooses its own.
  private static final Pattern DATABASE = Pattern.compile("\\s*database\\s*[=:\\s].*");

  private final Workspace workspace;
  private final boolean secrets;
  private final List<Path> found = new ArrayList<>();
  private final List<String> left = new ArrayList<>();

  private WorkspaceFiles(Workspace workspace, boolean secrets) {
    this.workspace = workspace;
    this.secrets = secrets;
  }

  static WorkspaceFiles of(Workspace workspace, boolean secrets) throws IOException {
    WorkspaceFiles files = new WorkspaceFiles(workspace, secrets);
    files.look();
    return files;
  }

  List<Path> found() {
    return found;
  }

  List<String> left() {
    return left;
  }

  /// Path of a file as the backup names it.
  String name(Path file) {
    List<String> parts = new ArrayList<>();
    workspace.home().relativize(file).forEach(part -> parts.add(part.toString()));
    return String.join("/", parts);
  }

  /// Settings without the address of the database.
  static byte[] settings(Path file) throws IOException {
    StringBuilder kept = new StringBuilder();
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      boolean dropping = false;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        dropping = dropping || DATABASE.matcher(line).matches();
        if (!dropping) {
          kept.append(line).append('\n');
        }
        dropping = dropping && line.endsWith("\\");
      }
    }
    return kept.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void look() throws IOException {
    Path home = workspace.home();
    Files.walkFileTree(
        home,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes about) {
            return folder.equals(workspace.scratch())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes about) {
            consider(file, about);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            left.add("%s (%s)".formatted(name(file), DurableFiles.reason(e)));
            return FileVisitResult.CONTINUE;
          }
        });
    found.sort(null);
  }

  private void consider(Path file, BasicFileAttributes about) {
    String name = name(file);
    if (name.startsWith("handsel.db") || name.endsWith(".part")) {
      return;
    }
    if (file.equals(workspace.secrets()) && !secrets) {
      left.add("passwords of wikis (secrets.properties); --with-secrets takes them along");
    } else if (!about.isRegularFile() || !BackupFile.safe(name)) {
      left.add(name.replaceAll("\\p{Cntrl}", "?") + " (no ordinary file)");
    } else {
      found.add(file);
    }
  }
}
