package org.handsel.app.tour;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// Stages 1 to 3: from a list of institutions to an agreement. The talks began a year and a half
/// ago, so that a "no" had time to become a "not yet" and then a "yes, but".
final class TalkStages {
  private static final String MUSEUM = "Skarvik Maritime Museum";

  private final Steps steps;
  private final Path samples;
  private final Path folder;
  private final LocalDate today;
  private String partnership = "";

  TalkStages(Steps steps, Path samples, Path folder, Clock clock) {
    this.steps = steps;
    this.samples = samples;
    this.folder = folder;
    this.today = LocalDate.now(clock);
  }

  /// Id of the partnership; empty before it has begun.
  String partnership() {
    return partnership;
  }

  void prospects() {
    steps.stage(
        1,
        "whom to ask?",
        "Lists of institutions become one register without doubles, and the shopping list says whom"
            + " to ask first, with reasons.");
    steps.take(
        "Import a list",
        "",
        Steps::first,
        "institutions",
        "import",
        samples.resolve("institutions/list.tsv").toString());
    steps.take(
        "Find doubles",
        "duplicates.tsv",
        text -> Steps.first(text).replaceAll("[.] [^ ]*$", "; people decide what is one"),
        "institutions",
        "duplicates",
        "--out",
        folder.resolve("duplicates.tsv").toString());
    steps.take(
        "The shopping list",
        "",
        text -> Steps.line(text, MUSEUM).replaceAll(" {2,}", "  "),
        "institutions",
        "rank",
        "--readiness",
        folder.resolve("audit").toString(),
        "--limit",
        "3");
  }

  void talks() {
    steps.stage(
        2,
        "talk",
        "One person speaks with an institution; everybody else sees what was said and what is"
            + " next.");
    String begun =
        steps.take(
            "Begin",
            "",
            text -> "a prospect on the board, stage 1",
            "partnership",
            "begin",
            MUSEUM,
            "--title",
            "thirty pictures of ships and harbours",
            "--json");
    partnership = Steps.group(begun, "\"id\" : \"([^\"]+)\"");
    steps.take("Claim", "", Steps::first, "partnership", "claim", MUSEUM);
    steps.take(
        "Brief for the meeting",
        "meeting",
        text ->
            "profile, open questions, precedents with figures, what to ask and what they will ask",
        "institutions",
        "brief",
        MUSEUM,
        "--out",
        folder.resolve("meeting").toString());
    steps.take(
        "Slides for their staff",
        "meeting",
        text -> "what Commons is, what partners gained, what we ask and what we do not",
        "institutions",
        "slides",
        MUSEUM,
        "--out",
        folder.resolve("meeting").toString());
    steps.take(
        "Meet",
        "",
        text -> "noted on the timeline, with the next step",
        "partnership",
        "log",
        MUSEUM,
        "Saw the store; 300 glass negatives and 60 paintings are digitised",
        "--kind",
        "meeting",
        "--on",
        day(-540),
        "--next",
        "send examples");
    steps.take(
        "A second person calls",
        "",
        Map.of("HANDSEL_AS", "Bo"),
        List.of(2),
        Steps::first,
        "partnership",
        "log",
        MUSEUM,
        "Called the registrar",
        "--kind",
        "call");
    steps.take(
        "Ask",
        "",
        text -> Steps.line(text, "Without an answer"),
        "partnership",
        "ask",
        MUSEUM,
        "Thirty pictures under a free licence",
        "--kind",
        "letter",
        "--on",
        day(-500));
  }

  void answers() {
    steps.stage(
        3,
        "no is not yet, and yes has its buts",
        "A refusal gets a day to come back; each condition of an answer is judged against the"
            + " licence rules, with options to offer.");
    steps.take(
        "\"No\"",
        "",
        text -> "kept as not-yet, not closed",
        "partnership",
        "log",
        MUSEUM,
        "No time before the new exhibition",
        "--kind",
        "mail",
        "--in",
        "--answer",
        "no",
        "--on",
        day(-470));
    steps.take(
        "When to come back",
        "",
        text -> Steps.line(text, "^Come back on"),
        "partnership",
        "show",
        MUSEUM);
    steps.take(
        "\"Yes, but …\"",
        "",
        text -> "the talks go on",
        "partnership",
        "log",
        MUSEUM,
        "The exhibition is open; they want to take part, with conditions",
        "--kind",
        "letter",
        "--in",
        "--answer",
        "no-but",
        "--file",
        samples.resolve("letters/skarvik-en.txt").toString(),
        "--on",
        day(-60));
    steps.take(
        "Judge the conditions",
        "",
        text ->
            "%s: %s"
                .formatted(
                    Steps.first(text),
                    String.join(
                        ", ",
                        text.lines()
                            .filter(line -> line.matches("[a-z-]+: [A-Z]+, [A-Z]+"))
                            .map(line ->
                                line.replaceAll("([a-z-]+): ([A-Z]+), .*", "$1 $2")
                                    .toLowerCase(java.util.Locale.ROOT))
                            .toList())),
        "conditions",
        samples.resolve("letters/skarvik-en.txt").toString());
  }

  private String day(int days) {
    return today.plusDays(days).toString();
  }
}
