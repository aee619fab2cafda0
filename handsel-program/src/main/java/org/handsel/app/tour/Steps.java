package org.handsel.app.tour;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The steps of a tour as they are taken: each is a command, and what came of it in a sentence.
/// Used by one thread.
final class Steps {
  /// Words that a shell would take apart or understand.
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=,@%+-]+");

  private final CommandLineRunner runner;
  private final Map<String, String> environment;
  private final Map<String, String> shown;
  private final PrintStream out;
  private final List<TourPage.Stage> stages = new ArrayList<>();
  private List<TourPage.Step> steps = new ArrayList<>();
  private boolean failed;

  /// @param environment variables of every command
  /// @param shown what stands for a long path in the commands that the page shows
  Steps(
      CommandLineRunner runner,
      Map<String, String> environment,
      Map<String, String> shown,
      PrintStream out) {
    this.runner = runner;
    this.environment = environment;
    this.shown = shown;
    this.out = out;
  }

  /// Begins a stage.
  void stage(int number, String name, String purpose) {
    steps = new ArrayList<>();
    stages.add(new TourPage.Stage(number, name, purpose, steps));
    out.printf("%nStage %d: %s%n", number, name);
  }

  /// Takes a step.
  ///
  /// @param link file to open, relative to the tour's folder; empty for none
  /// @param outcome makes a sentence of what the command wrote
  /// @return what the command wrote
  String take(String title, String link, Function<String, String> outcome, String... command) {
    return take(title, link, Map.of(), List.of(0), outcome, command);
  }

  /// Takes a step that ends as it should with another exit code, or as somebody else.
  String take(
      String title,
      String link,
      Map<String, String> more,
      List<Integer> exits,
      Function<String, String> outcome,
      String... command) {
    Map<String, String> all = new TreeMap<>(environment);
    all.putAll(more);
    CommandLineRunner.Answer answer = runner.run(all, List.of(command));
    boolean good = exits.contains(answer.exit());
    String text = shorter((answer.out() + "\n" + answer.err()).strip());
    String said =
        good
            ? outcome.apply(text)
            : "did not end as it should (exit code %d): %s".formatted(answer.exit(), first(text));
    failed |= !good;
    steps.add(new TourPage.Step(title, words(command), said, link, good));
    out.printf("  %-22s %s%n", title, said);
    return answer.out();
  }

  boolean failed() {
    return failed;
  }

  List<TourPage.Stage> stages() {
    return List.copyOf(stages);
  }

  private String words(String... command) {
    StringBuilder words = new StringBuilder("handsel");
    for (String word : command) {
      String plain = shorter(word);
      words
          .append(' ')
          .append(PLAIN.matcher(plain).matches() ? plain : "'" + plain.replace("'", "’") + "'");
    }
    return words.toString();
  }

  private String shorter(String text) {
    String shorter = text;
    for (Map.Entry<String, String> path : shown.entrySet()) {
      shorter = shorter.replace(path.getKey(), path.getValue());
    }
    return shorter;
  }

  /// What a run of a release says of its files, without the folder's name and where to read more.
  static String counts(String text) {
    return group(text, "((?:[0-9,]+ [a-z ]+, )+[0-9,]+ left)");
  }

  /// The first line of a text.
  static String first(String text) {
    return text.lines().findFirst().orElse("");
  }

  /// The first line in which a pattern is found.
  static String line(String text, String pattern) {
    Pattern wanted = Pattern.compile(pattern);
    return text.lines()
        .filter(line -> wanted.matcher(line).find())
        .findFirst()
        .map(String::strip)
        .orElseGet(() -> first(text));
  }

  /// What a pattern's first group holds; empty when it is not found.
  static String group(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    return matcher.find() ? matcher.group(1) : "";
  }
}
