package org.handsel.readiness.compare;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.handsel.platform.Tsv;
import org.handsel.readiness.audit.AuditSummary;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The results of one audit, read from the disk again and again rather than kept.
///
/// @param path the folder
record AuditFolder(Path path, AuditSummary summary) {
  static AuditFolder open(Path path) {
    return new AuditFolder(path, AuditSummary.read(path));
  }

  @FunctionalInterface
  interface Taking<T> {
    void take(T one) throws IOException;
  }

  void findings(Taking<JsonNode> taking) {
    Path file = path.resolve("findings.jsonl");
    long number = 0;
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        taking.take(Json.mapper().readTree(line));
      }
    } catch (IOException e) {
      throw HandselException.environment(
          "%s: cannot be read (%s).".formatted(file, DurableFiles.reason(e)), e);
    } catch (JacksonException e) {
      throw HandselException.input(
          "%s, line %d: expected a finding in JSON (%s). The audit may have been cut off; run it again."
              .formatted(file, number, e.getOriginalMessage()));
    }
  }

  /// A line of `pages.tsv`.
  record Page(String id, String title, boolean redirect) {}

  void pages(Taking<Page> taking) {
    Path file = path.resolve("pages.tsv");
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        var cells = Tsv.cells(line);
        if (cells.size() > 3) {
          taking.take(new Page(cells.get(0), cells.get(2), !cells.get(3).isEmpty()));
        }
      }
    } catch (IOException e) {
      throw HandselException.environment(
          "%s: cannot be read (%s).".formatted(file, DurableFiles.reason(e)), e);
    }
  }
}
