package org.handsel.readiness.edits;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.handsel.readiness.audit.AuditTexts;
import org.handsel.readiness.audit.Sentences;
import org.handsel.wiki.profile.WikiProfiles;
import tools.jackson.databind.JsonNode;

/// Writes the edits that findings propose as lists for people and tools, into `edits/` of the
/// folder of an audit:
///
/// - `edits.json`: a JSON array with one edit a line, for `handsel readiness apply`,
/// - `C6.wikitext` …: a table for each audit, to be put on a project page of the wiki and therefore
///   in its language, where audits speak it; a long one goes on in `C6-2.wikitext`,
/// - `quickstatements.txt`: commands in the second version of QuickStatements for findings that
///   propose a statement of a Wikidata item.
///
/// Lists without entries are not written, those of an earlier audit in the same folder are removed.
public final class EditLists {
  /// Rows of a wikitext table; a page of the wiki stays well below two megabytes.
  static final int ROWS = 2_000;

  private final Map<String, Long> edits = new LinkedHashMap<>();
  private long statements;

  private EditLists() {}

  /// What was written.
  ///
  /// @param edits of pages by audit
  /// @param statements lines for QuickStatements
  public record Written(Map<String, Long> edits, long statements) {
    public long all() {
      return edits.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /// Reads `findings.jsonl` of a folder and writes the lists beside it.
  ///
  /// @param wiki database name, for the language of the tables
  /// @throws HandselException with exit 3 when the lists cannot be written
  public static Written write(Path audit, String wiki) {
    Path folder = audit.resolve("edits");
    clear(folder);
    EditLists lists = new EditLists();
    lists.run(audit.resolve("findings.jsonl"), folder, wiki);
    return new Written(Map.copyOf(lists.edits), lists.statements);
  }

  private void run(Path findings, Path folder, String wiki) {
    if (!has(findings)) {
      return;
    }
    AuditTexts texts = AuditTexts.in(WikiProfiles.of(wiki).language());
    Sentences sentences = Sentences.load();
    DurableFiles.replace(
        folder.resolve("edits.json"),
        json -> {
          try (WikitextTables tables = new WikitextTables(folder, texts);
              BufferedWriter statementLines =
                  Files.newBufferedWriter(folder.resolve("quickstatements.txt"))) {
            json.write("[");
            each(
                findings,
                finding -> {
                  JsonNode proposal = finding.path("proposal");
                  String audit = finding.path("audit").asString("");
                  if (proposal.has("page")) {
                    for (Edit edit : edits(proposal, audit)) {
                      json.write(edits.isEmpty() ? "\n" : ",\n");
                      json.write(Json.line(edit));
                      tables.add(edit, sentences.of(finding, texts::of));
                      edits.merge(audit, 1L, Long::sum);
                    }
                  }
                  for (String line : QuickStatements.lines(proposal)) {
                    statementLines.write(line);
                    statementLines.write('\n');
                    statements++;
                  }
                });
            json.write("\n]\n");
          }
        });
    try {
      if (edits.isEmpty()) {
        Files.deleteIfExists(folder.resolve("edits.json"));
      }
      if (statements == 0) {
        Files.deleteIfExists(folder.resolve("quickstatements.txt"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(folder.toString(), e);
    }
  }

  /// The edit of a proposal and those that stand beside it.
  private static List<Edit> edits(JsonNode proposal, String audit) {
    List<Edit> edits = new ArrayList<>();
    edits.add(edit(proposal, audit));
    proposal.path("also").forEach(other -> edits.add(edit(other, audit)));
    return edits;
  }

  private static Edit edit(JsonNode proposal, String audit) {
    return new Edit(
        proposal.path("page").asString(""),
        proposal.path("old").asString(""),
        proposal.path("new").asString(""),
        proposal.path("summary").asString(""),
        audit);
  }

  @FunctionalInterface
  private interface Taking {
    void take(JsonNode finding) throws IOException;
  }

  private static void each(Path findings, Taking taking) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(findings)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        // Most findings propose nothing; their JSON need not be read.
        if (!line.contains("\"proposal\":{}")) {
          taking.take(Json.mapper().readTree(line));
        }
      }
    }
  }

  private static boolean has(Path findings) {
    try (BufferedReader lines = Files.newBufferedReader(findings)) {
      return lines.lines().anyMatch(line -> !line.contains("\"proposal\":{}"));
    } catch (IOException e) {
      throw HandselException.usage(
          "%s: cannot be read (%s). Run handsel readiness audit first."
              .formatted(findings, DurableFiles.reason(e)));
    }
  }

  private static void clear(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (var files =
        Files.newDirectoryStream(folder, "{edits.json,quickstatements.txt,[CPN]*.wikitext}")) {
      for (Path file : files) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw HandselException.environment(
          "%s: an old list cannot be removed (%s).".formatted(folder, DurableFiles.reason(e)), e);
    }
  }
}
