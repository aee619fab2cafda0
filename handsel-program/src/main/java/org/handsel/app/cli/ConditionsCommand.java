package org.handsel.app.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.handsel.rights.conditions.AnswerLetters;
import org.handsel.rights.conditions.Chosen;
import org.handsel.rights.conditions.Conditions;
import org.handsel.rights.conditions.LetterAnalysis;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Says which conditions a letter states and whether a free licence can carry them.
@Command(
    name = "conditions",
    description = {
      "Finds the conditions in an institution's letter (German, English, French), says whether a"
          + " free licence can carry each, why, and what to offer.",
      "Unsure passages are shown as unsure; sentences nobody understood are listed as open."
    },
    footer = {"", "Example: handsel conditions samples/letters/museum-en.txt --json"})
final class ConditionsCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(paramLabel = "LETTER", description = "Text of the letter; - reads standard input.")
  private String letter = "";

  @Option(names = "--language", paramLabel = "de|en|fr", description = "Otherwise guessed.")
  private @Nullable String language;

  @Option(
      names = "--answer",
      paramLabel = "FILE",
      description = "Writes the draft of an answer, for you to edit.")
  private @Nullable Path answer;

  @Option(
      names = "--answer-language",
      paramLabel = "de|en|fr",
      description = "Of the draft; otherwise that of the letter.")
  private @Nullable String answerLanguage;

  @Option(names = "--json", description = "The analysis as JSON.")
  private boolean json;

  ConditionsCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    String text = text();
    Conditions conditions = Conditions.load();
    LetterAnalysis analysis =
        language == null ? conditions.analyse(text) : conditions.analyse(text, language);
    surroundings.out().println(json ? Json.pretty(analysis) : words(analysis));
    if (answer != null) {
      String inLanguage = answerLanguage == null ? analysis.language() : answerLanguage;
      if (inLanguage.equals("und")) {
        throw HandselException.usage(
            "--answer: the letter's language is not known. Name one with --answer-language.");
      }
      DurableFiles.replace(
          answer, AnswerLetters.load().draft(analysis, inLanguage, Chosen.all(analysis)));
      if (!json) {
        surroundings.out().printf("%nDraft of an answer, to be edited: %s%n", answer);
      }
    }
    return 0;
  }

  private String text() {
    byte[] bytes;
    try {
      bytes =
          letter.equals("-")
              ? surroundings.in().readAllBytes()
              : Files.readAllBytes(Path.of(letter));
    } catch (IOException e) {
      throw HandselException.input(
          "%s: cannot be read: expected a text file. Check the path.".formatted(letter));
    }
    for (byte b : bytes) {
      if (b == 0) {
        throw HandselException.input(
            "%s: this is no text: expected a letter as plain text, found zero bytes. Save it as text."
                .formatted(letter));
      }
    }
    String text = decoded(bytes);
    if (text.isBlank()) {
      throw HandselException.input(
          "%s: the letter is empty: expected text, found none.".formatted(letter));
    }
    return text;
  }

  /// Mail programs still save in the old Windows code page; whatever is not UTF-8 is read so.
  private static String decoded(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      return new String(bytes, Charset.forName("windows-1252"));
    }
  }

  private static String words(LetterAnalysis analysis) {
    StringBuilder text = new StringBuilder();
    text.append(
        "Language %s, %d conditions, %d open%n"
            .formatted(analysis.language(), analysis.conditions().size(), analysis.open().size()));
    for (LetterAnalysis.Condition condition : analysis.conditions()) {
      text.append(
          "%n%s: %s, %s%n  \"%s\"%n  %s (%s)%n"
              .formatted(
                  condition.id(),
                  condition.verdict(),
                  condition.certainty(),
                  condition.quote(),
                  condition.why(),
                  condition.source()));
      condition.offers().forEach(offer -> text.append("  offer: ").append(offer).append('\n'));
      if (!condition.warning().isEmpty()) {
        text.append("  warning: ").append(condition.warning()).append('\n');
      }
    }
    analysis.open().forEach(open -> text.append("%nopen: \"%s\"%n".formatted(open.quote())));
    return text.toString().stripTrailing();
  }
}
