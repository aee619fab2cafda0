package org.handsel.readiness.edits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.handsel.platform.Exit;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.handsel.platform.Progress;
import org.handsel.testbed.ApiSession;
import org.handsel.wiki.api.Patience;
import org.handsel.wiki.api.Waiter;
import org.handsel.wiki.api.Wiki;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Edits arrive on a wiki as proposed or not at all; the same on the sandbox wiki and on a real
/// one.
abstract class EditRunBehaviour {
  @TempDir Path folder;
  private Wiki wiki;
  private ApiSession other;

  /// A connection that is logged in and may edit.
  abstract Wiki open();

  /// Somebody else, logged in.
  abstract ApiSession somebody();

  /// The next edit is carried out and its answer lost.
  abstract void loseAnswer();

  @BeforeEach
  void connect() {
    wiki = open();
    other = somebody();
  }

  @AfterEach
  void leave() {
    wiki.close();
    other.close();
  }

  private void put(String title, String text) {
    assertThat(
            other.act("action", "edit", "title", title, "text", text).at("/edit/result").asString())
        .isEqualTo("Success");
  }

  private String text(String title) {
    return wiki.pageText(title).orThrow(title).orElseThrow();
  }

  private Path list(Edit... edits) throws IOException {
    Path file = folder.resolve("edits.json");
    Files.writeString(file, Json.pretty(List.of(edits)));
    return file;
  }

  private EditSummary run(Path edits, boolean dry, Waiter waiter) {
    Patience patience =
        new Patience(
            Clock.systemUTC(),
            waiter,
            new Random(1),
            Duration.ofMinutes(1),
            Duration.ofMillis(1),
            Duration.ofMillis(10));
    return EditRun.run(
        edits,
        folder.resolve("applied.jsonl"),
        wiki,
        new EditRun.Options(dry, Duration.ofSeconds(5), patience),
        Progress.NONE,
        () -> false);
  }

  private EditSummary run(Path edits) {
    return run(edits, false, time -> true);
  }

  private static Edit leave(String page, String category) {
    return new Edit(page, "[[Category:%s]]".formatted(category), "", "out of " + category, "C6");
  }

  @Test
  void editsOfAPageAreOneEditOfIt() throws IOException {
    put("Two", "Text\n[[Category:A]]\n[[Category:B]]\n[[Category:C]]");
    EditSummary summary = run(list(leave("Two", "A"), leave("Two", "B")));
    assertThat(summary.states()).isEqualTo(Map.of("made", 1L));
    assertThat(summary.exit()).isEqualTo(Exit.DONE);
    assertThat(text("Two")).isEqualTo("Text\n[[Category:C]]");
    assertThat(
            other
                .call("action", "query", "prop", "revisions", "rvprop", "comment", "titles", "Two")
                .at("/query/pages/0/revisions/0/comment")
                .asString())
        .isEqualTo("out of A; out of B");
  }

  @Test
  void pageThatWasChangedSinceIsLeftAlone() throws IOException {
    put("Since", "Text\n[[Category:D]]");
    EditSummary summary = run(list(leave("Since", "A"), leave("Never was", "A")));
    assertThat(summary.states()).isEqualTo(Map.of("changed-since", 1L, "no-page", 1L));
    assertThat(summary.exit()).isEqualTo(Exit.PARTIAL);
    assertThat(text("Since")).isEqualTo("Text\n[[Category:D]]");
    assertThat(wiki.pageText("Never was").orThrow("page")).isEmpty();
  }

  /// The pause before the second page falls between reading and saving it.
  @Test
  void whatSomebodyWritesInBetweenIsKept() throws IOException {
    put("First", "1\n[[Category:A]]");
    put("Second", "1\n[[Category:A]] first words");
    EditSummary summary =
        run(
            list(leave("First", "A"), leave("Second", "A")),
            false,
            time -> {
              put("Second", "1\n[[Category:A]] other words");
              return true;
            });
    assertThat(summary.states()).isEqualTo(Map.of("made", 2L));
    assertThat(text("Second")).isEqualTo("1\n other words");
  }

  @Test
  void pageThatOthersEditAgainAndAgainIsLeftToThem() throws IOException {
    put("Calm", "1\n[[Category:A]]");
    put("Busy", "1\n[[Category:A]] 0");
    int[] count = new int[1];
    EditSummary summary =
        run(
            list(leave("Calm", "A"), leave("Busy", "A")),
            false,
            time -> {
              put("Busy", "1\n[[Category:A]] " + ++count[0]);
              return true;
            });
    assertThat(summary.states()).isEqualTo(Map.of("made", 1L, "conflict", 1L));
    assertThat(summary.exit()).isEqualTo(Exit.PARTIAL);
    assertThat(text("Busy")).isEqualTo("1\n[[Category:A]] 3");
  }

  @Test
  void laterRunLeavesOutWhatIsDone() throws IOException {
    put("Done", "[[Category:A]] x");
    Path edits = list(leave("Done", "A"));
    run(edits);
    Files.writeString(
        folder.resolve("applied.jsonl"),
        Files.readString(folder.resolve("applied.jsonl")) + "{\"page\":\"torn by a cra");
    put("Done", "[[Category:A]] put back on purpose");
    EditSummary again = run(edits);
    assertThat(again.earlier()).isEqualTo(1);
    assertThat(text("Done")).isEqualTo("[[Category:A]] put back on purpose");
  }

  @Test
  void lostAnswerIsSettledByReadingThePage() throws IOException {
    put("Lost", "|GND=1\n}}");
    Path edits = list(new Edit("Lost", "|GND=1", "|GND=2", "corrected", "N2"));
    loseAnswer();
    EditSummary summary = run(edits);
    assertThat(summary.exit()).isEqualTo(Exit.DONE);
    assertThat(text("Lost")).isEqualTo("|GND=2\n}}");
    assertThat(
            other
                .call("action", "query", "prop", "revisions", "rvlimit", "9", "titles", "Lost")
                .at("/query/pages/0/revisions")
                .size())
        .isEqualTo(2);
  }

  @Test
  void dryRunChangesNothing() throws IOException {
    put("Dry", "[[Category:A]] x");
    EditSummary summary = run(list(leave("Dry", "A")), true, time -> true);
    assertThat(summary.states()).isEqualTo(Map.of("would-change", 1L));
    assertThat(text("Dry")).isEqualTo("[[Category:A]] x");
  }

  @Test
  void entriesThatAreNoEditsAreNamedAndTheRestIsDone() throws IOException {
    put("Good", "[[Category:A]] x");
    Path edits = folder.resolve("edits.json");
    Files.writeString(
        edits,
        "{\"page\":\"\",\"old\":\"a\",\"new\":\"b\"}\n" + Json.line(leave("Good", "A")) + "\n");
    EditSummary summary = run(edits);
    assertThat(summary.problems()).singleElement().asString().contains("line 1", "page \"\"");
    assertThat(summary.states()).isEqualTo(Map.of("made", 1L));
    assertThat(summary.exit()).isEqualTo(Exit.PARTIAL);
  }

  @Test
  void whatIsNoListOfEditsIsRefused() throws IOException {
    Path edits = folder.resolve("edits.json");
    Files.writeString(edits, "<html>Error</html>");
    assertThatThrownBy(() -> run(edits))
        .isInstanceOf(HandselException.class)
        .hasMessageContaining("is no list of edits");
  }
}
