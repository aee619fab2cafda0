package org.handsel.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handsel.app.sandbox.Sandbox;
import org.handsel.app.sandbox.SandboxOptions;

/// Runs the commands of a file, a line each, in the folder in which it was started, as a person
/// would who reads a document and types along. Commands that wait for a person only have to be
/// understood. Ends with the number of commands that did not end with 0.
public final class CommandScript {
  /// The address that documents give for a wiki to try things on.
  private static final String WIKI = "http://127.0.0.1:7080";

  private static final List<String> WAITING = List.of("serve", "sandbox", "login");

  private CommandScript() {}

  public static void main(String[] arguments) throws Exception {
    int failed = 0;
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
      pages(Path.of("samples/wiki/dump.xml"), sandbox);
      for (String line : Files.readAllLines(Path.of(arguments[0]))) {
        String command = line.replace(WIKI + "/", WIKI).replace(WIKI, sandbox.url().toString());
        failed += run(line, words(command), sandbox) ? 0 : 1;
      }
    }
    System.exit(failed);
  }

  /// The wiki to try things on has the pages of the sample wiki.
  private static void pages(Path dump, Sandbox sandbox) throws IOException {
    Matcher page =
        Pattern.compile("<title>([^<]*)</title>.*?<text[^>]*>([^<]*)</text>", Pattern.DOTALL)
            .matcher(Files.readString(dump));
    while (page.find()) {
      sandbox.addPage(page.group(1), page.group(2));
    }
  }

  private static boolean run(String line, List<String> words, Sandbox sandbox) {
    if (WAITING.contains(words.getFirst())) {
      Commands.line(Surroundings.real()).parseArgs(words.toArray(String[]::new));
      return true;
    }
    Map<String, String> environment = new HashMap<>();
    environment.put("HANDSEL_HOME", Path.of("workspace").toAbsolutePath().toString());
    environment.put("HANDSEL_PASSWORD", sandbox.bot().password());
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(said, true, StandardCharsets.UTF_8);
    int exit =
        Commands.run(
            new Surroundings(
                Clock.systemUTC(), environment, InputStream.nullInputStream(), print, print, false),
            words.toArray(String[]::new));
    if (exit != 0) {
      System.out.printf(
          "%s%n  exit code %d: %s%n", line, exit, said.toString(StandardCharsets.UTF_8).strip());
    }
    return exit == 0;
  }

  /// Takes a line apart as a shell would that knows single quotes only.
  static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean quoted = false;
    for (char c : line.toCharArray()) {
      if (c == '\'') {
        quoted = !quoted;
      } else if (c == ' ' && !quoted) {
        words.add(word.toString());
        word.setLength(0);
      } else {
        word.append(c);
      }
    }
    words.add(word.toString());
    return words.stream().filter(one -> !one.isEmpty()).toList();
  }
}
