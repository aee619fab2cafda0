package org.handsel.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/// Starts the jobs on Apache Spark as a process of their own: this one knows nothing of Spark.
@Command(
    name = "cluster",
    description = {
      "Facts, audits and links of many wikis, and years of page views, on Apache Spark, on this"
          + " machine or a cluster: facts, audit, link, impact. Files and columns are those of the"
          + " local commands.",
      "What each takes says handsel cluster COMMAND --help. Options for Java are taken from"
          + " HANDSEL_CLUSTER_JAVA_OPTIONS."
    },
    footer = {
      "",
      "Example: handsel cluster link --persons persons.jsonl --authority library.jsonl --out links"
    })
final class ClusterCommand implements Callable<Integer> {
  private static final String BUILD = "mvn -pl :handsel-cluster -am package -DskipTests";

  private final Surroundings surroundings;

  @Unmatched private List<String> arguments = new ArrayList<>();

  ClusterCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Path root = Path.of(System.getProperty("handsel.root", ".")).toAbsolutePath().normalize();
    Path jar =
        jar(root.resolve("handsel-cluster/target"))
            .orElseThrow(() ->
                HandselException.environment(
                    "%s: the jobs on Spark are not built: expected handsel-cluster-…-app.jar in it, found none. Build them once (280 MB of libraries): %s"
                        .formatted(root.resolve("handsel-cluster/target"), BUILD)));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    String options = surroundings.environment().getOrDefault("HANDSEL_CLUSTER_JAVA_OPTIONS", "");
    Stream.of(options.strip().split("\\s+")).filter(one -> !one.isEmpty()).forEach(command::add);
    command.add("-jar");
    command.add(jar.toString());
    command.addAll(arguments);
    return run(command);
  }

  private static Optional<Path> jar(Path target) {
    if (!Files.isDirectory(target)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(file -> file.getFileName().toString().matches("handsel-cluster-.*-app\\.jar"))
          .max(Comparator.comparing(file -> file.toFile().lastModified()));
    } catch (IOException e) {
      throw HandselException.environment(
          "%s: cannot be read (%s).".formatted(target, DurableFiles.reason(e)), e);
    }
  }

  private static int run(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).inheritIO().start();
      try {
        return process.waitFor();
      } catch (InterruptedException e) {
        process.destroy();
        Thread.currentThread().interrupt();
        throw HandselException.environment("handsel cluster was interrupted.");
      }
    } catch (IOException e) {
      throw HandselException.environment(
          "%s: cannot be started (%s).".formatted(command.getFirst(), DurableFiles.reason(e)), e);
    }
  }
}
