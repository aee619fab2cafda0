package org.handsel.readiness.edits;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.handsel.platform.Progress;
import org.handsel.wiki.api.Patience;
import org.handsel.wiki.api.Wiki;
import tools.jackson.core.JacksonException;

/// Makes proposed edits on a wiki: page by page, each read first and saved against the revision
/// that was read, so that nobody's work is overwritten. All edits of a page are one edit of it.
/// What came of each page is on the disk, in the journal, before the next is begun; a later run
/// leaves out what an earlier one has done.
public final class EditRun {
  private EditRun() {}

  /// How to go about it.
  ///
  /// @param dry only look, change nothing
  /// @param pause between two pages that were changed: wikis ask tools to be slow
  /// @param patience when the wiki is busy, and to wait through the pauses
  public record Options(boolean dry, Duration pause, Patience patience) {}

  /// @param file list of edits, as [EditLists] writes it
  /// @param journal file that is added to
  /// @throws HandselException with exit 1 when the list is none, with exit 3 when the journal
  ///   cannot be written
  public static EditSummary run(
      Path file,
      Path journal,
      Wiki wiki,
      Options options,
      Progress progress,
      BooleanSupplier stopped) {
    EditFile edits = EditFile.read(file);
    Set<String> done = options.dry ? Set.of() : settled(journal);
    PageEditor editor = new PageEditor(wiki, options);
    Map<String, Long> states = new TreeMap<>();
    long earlier = 0;
    String reason = "";
    progress.total(edits.pages().size());
    try (BufferedWriter lines =
        Files.newBufferedWriter(
            journal,
            StandardCharsets.UTF_8,
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND)) {
      for (Map.Entry<String, List<Edit>> page : edits.pages().entrySet()) {
        if (done.contains(page.getKey())) {
          earlier++;
          progress.step(1, "");
          continue;
        }
        if (stopped.getAsBoolean()) {
          reason = "Stopped. Run the command again to go on.";
          break;
        }
        PageEditor.Done outcome = editor.edit(page.getKey(), page.getValue());
        lines.write(Json.line(outcome.outcome()));
        lines.write('\n');
        lines.flush();
        states.merge(outcome.outcome().state().word(), 1L, Long::sum);
        progress.step(1, page.getKey());
        if (!outcome.stop().isEmpty()) {
          reason = outcome.stop();
          break;
        }
      }
    } catch (IOException e) {
      throw HandselException.environment(
          "%s: cannot be written (%s). What was edited so far stands in it; make room and run the command again."
              .formatted(journal, DurableFiles.reason(e)),
          e);
    }
    return new EditSummary(edits.pages().size(), earlier, states, reason, edits.problems());
  }

  /// Pages that an earlier run has done. A line that a crash tore is passed over: its page is
  /// looked at again, which does no harm.
  private static Set<String> settled(Path journal) {
    Set<String> done = new HashSet<>();
    if (!Files.exists(journal)) {
      return done;
    }
    try (var lines = Files.lines(journal)) {
      lines.forEach(line -> {
        try {
          Outcome outcome = Json.mapper().readValue(line, Outcome.class);
          if (outcome.state().settled()) {
            done.add(outcome.page());
          }
        } catch (JacksonException e) {
          // Torn by a crash.
        }
      });
    } catch (IOException e) {
      throw HandselException.environment(
          "%s: cannot be read (%s).".formatted(journal, DurableFiles.reason(e)), e);
    }
    return done;
  }
}
