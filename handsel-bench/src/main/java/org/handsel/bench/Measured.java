package org.handsel.bench;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A program that ran by itself.
///
/// @param wall seconds
/// @param cpu seconds of all its processes
/// @param memory MB that were resident at most, as a Java program of this module says itself; 0 for
///   others
/// @param lines what it said
record Measured(double wall, double cpu, double memory, List<String> lines) {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  /// The memory options of all commands but the workbench, which come first in the launcher.
  private static final Pattern OPTIONS = Pattern.compile("memory='([^']+)'");

  /// A program that did not come to its end.
  static final class Stopped extends IllegalStateException {
    private static final long serialVersionUID = 1;
    private static final int TIMED_OUT = 124;

    private Stopped(String command, int code, List<String> lines) {
      super("%s: ended with %d: %s".formatted(command, code, String.join("\n", lines)));
      this.code = code;
      reason =
          lines.stream()
              .filter(line -> line.contains("Error") || line.contains("Exception"))
              .findFirst()
              .orElse("ended with " + code);
    }

    private final int code;
    private final String reason;

    /// In short, why.
    String reason() {
      return code == TIMED_OUT ? "stopped: took too long" : "stopped: " + reason;
    }
  }

  /// Runs a command of the shell, pipes and all.
  ///
  /// @throws Stopped when it fails
  static Measured shell(String command) throws IOException, InterruptedException {
    Path said = Files.createTempFile("measured", ".txt");
    try {
      Process bash =
          new ProcessBuilder(
                  "bash", "-c", "set -o pipefail; TIMEFORMAT='%R %U %S'; time { " + command + "; }")
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      List<String> lines;
      int code = bash.waitFor();
      lines = Files.readAllLines(said, StandardCharsets.UTF_8);
      if (code != 0) {
        throw new Stopped(command, code, lines);
      }
      String[] times = lines.getLast().split(" ");
      double memory = 0;
      for (String line : lines) {
        memory = line.startsWith("VmHWM:") ? kilobytes(line) / 1000 : memory;
      }
      return new Measured(
          Double.parseDouble(times[0]),
          Double.parseDouble(times[1]) + Double.parseDouble(times[2]),
          memory,
          lines);
    } finally {
      Files.delete(said);
    }
  }

  /// What stands behind a word at the beginning of a line.
  String said(String word) {
    return lines.stream()
        .filter(line -> line.startsWith(word + " "))
        .map(line -> line.substring(word.length() + 1))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("did not say " + word + ": " + lines));
  }

  private static double kilobytes(String line) {
    return Double.parseDouble(line.replaceAll("\\D", "")) * 1.024;
  }

  /// Runs a class of this module with the options of the launcher and with what it learnt of the
  /// program, so that what is measured is what a user starts.
  static Measured java(Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(JAVA));
    Matcher options = OPTIONS.matcher(Files.readString(Path.of("../handsel")));
    if (!options.find()) {
      throw new IllegalStateException("../handsel: expected memory='…', found none");
    }
    command.add("-XX:+UseSerialGC");
    command.addAll(List.of(options.group(1).split(" ")));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    // The launcher builds the program and lets it learn where that is not done yet.
    shell("../handsel --version");
    Path target = Path.of("../handsel-program/target").toRealPath();
    Path learnt = target.resolve("handsel.aot");
    if (Files.size(learnt) == 0) {
      throw new IllegalStateException(learnt + ": empty, so nothing was learnt of this build");
    }
    command.add("-XX:AOTCache=" + learnt);
    command.add("-Xlog:aot=off");
    String path = program(target) + File.pathSeparator + System.getProperty("java.class.path");
    return run(command, path, main, arguments);
  }

  /// What was learnt holds for this file at the beginning of the class path.
  private static Path program(Path target) throws IOException {
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(file -> file.toString().endsWith("-app.jar"))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException(target + ": no program; run mvn verify"));
    }
  }

  /// Runs a class of this module that uses a peer: its libraries come before those of the program,
  /// and Java's own choices are left to it, but for the most memory.
  ///
  /// @param minutes after which it is stopped
  static Measured peer(Class<?> main, int minutes, String... arguments)
      throws IOException, InterruptedException {
    return peer(main, minutes, 8, arguments);
  }

  /// The same with so many gigabytes of heap.
  static Measured peer(Class<?> main, int minutes, int gigabytes, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("timeout", minutes + "m", JAVA, "-Xmx" + gigabytes + "g"));
    String path =
        String.join(
            File.pathSeparator,
            "target/classes",
            "target/peers/*",
            System.getProperty("java.class.path"));
    return run(command, path, main, arguments);
  }

  /// Runs a class of this module with nothing but the libraries in a folder.
  ///
  /// @param minutes after which it is stopped
  static Measured alone(Class<?> main, int minutes, String libraries, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("timeout", minutes + "m", JAVA, "-Xmx256m"));
    String path = String.join(File.pathSeparator, "target/classes", libraries);
    return run(command, path, main, arguments);
  }

  private static Measured run(List<String> command, String path, Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    command.add("-cp");
    command.add(path);
    command.add(main.getName());
    command.addAll(List.of(arguments));
    return program(command);
  }

  /// Runs a program with these arguments.
  ///
  /// @throws Stopped when it fails
  static Measured program(List<String> command) throws IOException, InterruptedException {
    StringBuilder words = new StringBuilder();
    command.forEach(word -> words.append('\'').append(word.replace("'", "'\\''")).append("' "));
    return shell(words.toString());
  }

  /// Prints how much memory this process took at most; the last thing that a measured class does.
  static void sayMemory() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmHWM:")) {
        System.out.println(line);
      }
    }
  }

  static double wall(List<Measured> runs) {
    return Figure.median(runs.stream().mapToDouble(Measured::wall).toArray());
  }

  static double cpu(List<Measured> runs) {
    return Figure.median(runs.stream().mapToDouble(Measured::cpu).toArray());
  }

  static double mostMemory(List<Measured> runs) {
    return runs.stream().mapToDouble(Measured::memory).max().orElse(0);
  }
}
