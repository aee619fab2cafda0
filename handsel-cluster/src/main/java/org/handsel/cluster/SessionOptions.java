package org.handsel.cluster;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.handsel.platform.HandselException;
import picocli.CommandLine.Option;

/// Where a job runs.
final class SessionOptions {
  private static final long SECONDS = 10;

  @Option(
      names = "--master",
      paramLabel = "URL",
      description = "local[2], spark://HOST:7077, yarn, k8s://…; otherwise all of this machine.")
  private String master = "local[*]";

  @Option(
      names = "--partitions",
      paramLabel = "N",
      description = "Into how many parts work is cut; otherwise three for each processor.")
  private int partitions;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Folder for the results.")
  private String out = "";

  String out() {
    return out;
  }

  Session open(PrintStream err) {
    if (partitions < 0) {
      throw HandselException.usage(
          "--partitions: expected a number above 0, found \"%d\".".formatted(partitions));
    }
    return Session.open(master, partitions, jars(), new StageLog(err, SECONDS));
  }

  /// What machines of a cluster lack: this program and its libraries, without Spark's.
  private static List<String> jars() {
    String own = SessionOptions.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    Path jar = Path.of(own);
    Path lib = jar.resolveSibling("lib");
    if (!own.endsWith(".jar") || !Files.isDirectory(lib)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(lib)) {
      return Stream.concat(
              Stream.of(jar),
              files.filter(file ->
                  file.getFileName()
                      .toString()
                      .matches(
                          "(handsel|jackson-(core|databind)-3|jackson-annotations|fastcsv|xz|jte|snakeyaml-engine|picocli|jspecify|commons-compress).*\\.jar")))
          .map(Path::toString)
          .toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
