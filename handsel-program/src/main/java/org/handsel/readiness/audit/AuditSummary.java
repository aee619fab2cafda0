package org.handsel.readiness.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.Exit;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import tools.jackson.core.JacksonException;

/// What came of an audit: `summary.json`.
///
/// @param wiki database name of the wiki, as it was read
/// @param dump name of the file
/// @param pages of any namespace
/// @param articles pages of the main namespace that are no redirects
/// @param redirects of any namespace
/// @param categoryPages pages of the namespace of categories
/// @param memberships category links in wikitext, repeated ones repeated
/// @param biographies articles on persons by their categories
/// @param audits number of findings by audit; those that could not be answered are not there
/// @param plain numbers by plain definitions, without the exemptions of the audits, for comparison
///   with other tools: articles that stand in a category and in one above it
///   (`overCategorisedByAncestor`, `overCategorisedByParent`), category pages that no wikitext puts
///   anything into (`emptyInText`)
/// @param unknown audits that these facts cannot answer
/// @param reasons why, by audit
/// @param partial whether something of the input is missing from all this
/// @param problems what is missing
public record AuditSummary(
    String wiki,
    String dump,
    long pages,
    long articles,
    long redirects,
    long categoryPages,
    long memberships,
    long biographies,
    Map<String, Long> audits,
    Map<String, Long> plain,
    List<String> unknown,
    Map<String, String> reasons,
    boolean partial,
    List<String> problems) {
  /// The file's name in the folder of an audit.
  public static final String FILE = "summary.json";

  public AuditSummary {
    // Summaries of earlier versions have none.
    plain = java.util.Objects.requireNonNullElse(plain, Map.of());
    unknown = List.copyOf(unknown);
    problems = List.copyOf(problems);
  }

  /// Reads the summary of an audit from its folder.
  ///
  /// @throws HandselException with exit 2 when the folder holds no result of an audit, with exit 1
  ///   when its summary is damaged
  public static AuditSummary read(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      return Json.mapper().readValue(Files.readString(file), AuditSummary.class);
    } catch (NoSuchFileException e) {
      throw HandselException.usage(
          "%s: is no result of an audit: expected summary.json in it. Name a folder that handsel readiness audit wrote."
              .formatted(folder));
    } catch (IOException e) {
      throw HandselException.environment(
          "%s: cannot be read (%s).".formatted(file, DurableFiles.reason(e)), e);
    } catch (JacksonException e) {
      throw HandselException.input(
          "%s: is no summary of an audit (%s).".formatted(file, e.getOriginalMessage()));
    }
  }

  public Exit exit() {
    return partial ? Exit.PARTIAL : Exit.DONE;
  }
}
