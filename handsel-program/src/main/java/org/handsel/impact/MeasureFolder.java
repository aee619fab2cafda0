package org.handsel.impact;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handsel.impact.Measurement.ListTable;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.handsel.platform.Tsv;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/// The folder that a measurement leaves behind and a report reads: `measures.json`, `about.json`,
/// `problems.jsonl` and a TSV for each list.
///
/// @param folder its path
public record MeasureFolder(Path folder) {
  private static final List<String> LISTS =
      List.of("institutions", "files", "pages", "wikis", "suspects", "months");

  /// Writes all files, the measures last, so that a folder with `measures.json` is whole.
  public void write(Measurement measurement) {
    for (String name : LISTS) {
      ListTable list = measurement.lists().get(name);
      if (list != null) {
        DurableFiles.replace(
            folder.resolve(name + ".tsv"),
            out -> {
              out.write(Tsv.row(list.header()) + "\n");
              for (List<String> row : list.rows()) {
                out.write(Tsv.row(row) + "\n");
              }
            });
      } else {
        delete(folder.resolve(name + ".tsv"));
      }
    }
    DurableFiles.replace(
        folder.resolve("problems.jsonl"),
        out -> {
          for (DataProblem problem : measurement.problems()) {
            out.write(Json.line(problem) + "\n");
          }
        });
    DurableFiles.replace(folder.resolve("about.json"), Json.pretty(measurement.about()) + "\n");
    DurableFiles.replace(
        folder.resolve("measures.json"), Json.pretty(measurement.measures()) + "\n");
  }

  /// Reads measures and what they are about; lists are read one by one with [#list].
  ///
  /// @throws HandselException with exit 2 when there is no measurement
  public Measurement read() {
    try {
      List<Measure> measures =
          Json.mapper()
              .readValue(
                  Files.readString(folder.resolve("measures.json")), new TypeReference<>() {});
      Measurement.About about =
          Json.mapper()
              .readValue(Files.readString(folder.resolve("about.json")), Measurement.About.class);
      Map<String, ListTable> lists = new LinkedHashMap<>();
      for (String name : LISTS) {
        if (Files.exists(folder.resolve(name + ".tsv"))) {
          lists.put(name, list(name));
        }
      }
      return new Measurement(about, measures, lists, problems());
    } catch (NoSuchFileException e) {
      throw HandselException.usage(
          "%s: there is no measurement here. Make one with \"handsel impact measure\"."
              .formatted(folder));
    } catch (JacksonException e) {
      throw HandselException.input(
          "%s: damaged: expected measures.json and about.json as \"handsel impact measure\" writes them (%s). Measure again."
              .formatted(folder, e.getOriginalMessage()));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private ListTable list(String name) throws IOException {
    try (BufferedReader in =
        Files.newBufferedReader(folder.resolve(name + ".tsv"), StandardCharsets.UTF_8)) {
      List<List<String>> rows = new ArrayList<>();
      String header = in.readLine();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        rows.add(Tsv.cells(line));
      }
      return new ListTable(header == null ? List.of() : Tsv.cells(header), rows);
    }
  }

  private List<DataProblem> problems() throws IOException {
    Path file = folder.resolve("problems.jsonl");
    List<DataProblem> problems = new ArrayList<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        problems.add(Json.mapper().readValue(line, DataProblem.class));
      }
    }
    return problems;
  }

  private HandselException unreadable(IOException e) {
    return HandselException.environment(
        "%s: cannot be read (%s).".formatted(folder, DurableFiles.reason(e)), e);
  }

  private void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }
}
