package org.handsel.readiness.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.handsel.platform.Json;
import org.handsel.platform.Progress;
import org.handsel.platform.Tsv;
import org.handsel.testing.CaseTable;
import org.handsel.testing.Shared;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two readers of wikitext that share no code with Handsel, each a program of its own, read the
/// real dumps too: what puts pages into categories, with its sort key, and what is given to the
/// templates of the wiki's profile must be the same. Differences that were looked at and are no
/// fault of Handsel stand in `cases/oracles/exceptions.tsv`; a new one fails, and so does one that
/// is gone.
@Tag("data")
class OraclesIT {
  private static final Path ORACLES = Shared.root().resolve("testbed/oracles");
  private static final Path INSTALLED = Shared.root().resolve("target/oracles");
  private static final double LEAST = .999;

  @TempDir Path folder;

  /// @param oracles `all` or the name of one
  private record Dump(
      String name, String wiki, List<String> categories, List<String> templates, String oracles) {
    static Dump of(List<String> cells) {
      return new Dump(
          cells.get(0),
          cells.get(1),
          List.of(cells.get(2).split(",")),
          List.of(cells.get(3).split(",")),
          cells.get(4));
    }
  }

  @BeforeAll
  static void install() throws IOException, InterruptedException {
    run(new ProcessBuilder(ORACLES.resolve("install.sh").toString(), INSTALLED.toString()));
  }

  @Test
  void mwparserfromhellSeesTheSame() throws IOException, InterruptedException {
    compare(
        "mwparserfromhell",
        job ->
            List.of(
                "/usr/bin/python3",
                ORACLES.resolve("mwparserfromhell_facts.py").toString(),
                job.toString()));
  }

  @Test
  void wikiparserNodeSeesTheSame() throws IOException, InterruptedException {
    compare(
        "wikiparser-node",
        job ->
            List.of("node", INSTALLED.resolve("wikiparser_facts.mjs").toString(), job.toString()));
  }

  private interface Command {
    List<String> of(Path job);
  }

  private void compare(String oracle, Command command) throws IOException, InterruptedException {
    List<String> differences = new ArrayList<>();
    long[] rows = new long[2];
    List<Dump> dumps =
        CaseTable.rows("oracles/dumps.tsv")
            .map(Dump::of)
            .filter(dump -> dump.oracles.equals("all") || dump.oracles.equals(oracle))
            .toList();
    for (Dump dump : dumps) {
      Map<String, Integer> balance = new TreeMap<>();
      Extraction extraction = facts(dump);
      Set<String> templates = new HashSet<>(extraction.profile().templateNames().values());
      ours(
          templates,
          row -> {
            rows[0]++;
            balance.merge(row, 1, Integer::sum);
          });
      theirs(
          command,
          dump,
          extraction,
          row -> {
            rows[1]++;
            balance.merge(row, -1, Integer::sum);
          });
      balance.forEach((row, count) -> {
        for (int i = 0; i < Math.abs(count); i++) {
          String side = count > 0 ? "handsel" : oracle;
          differences.add(Tsv.row(List.of(oracle, dump.name, side, row)));
        }
      });
    }
    List<String> reviewed =
        CaseTable.rows("oracles/exceptions.tsv")
            .filter(cells -> cells.getFirst().equals(oracle))
            .map(cells -> Tsv.row(cells.subList(0, 4)))
            .toList();
    System.out.printf(
        "%s: %,d pieces of %d dumps, %,d of Handsel; %d differ, all reviewed: %d%n",
        oracle, rows[1], dumps.size(), rows[0], differences.size(), reviewed.size());
    assertThat(rows[0]).as("pieces").isGreaterThan(1_000);
    assertThat(differences)
        .as("not reviewed, or gone")
        .containsExactlyInAnyOrderElementsOf(reviewed);
    assertThat(1 - differences.size() / (double) (rows[0] + rows[1])).isGreaterThan(LEAST);
  }

  private Extraction facts(Dump dump) {
    return FactsExtraction.run(
        Shared.data("wikis/" + dump.name),
        dump.wiki.isEmpty() ? null : dump.wiki,
        2,
        new FactsFolder(folder.resolve("facts")),
        Progress.NONE,
        () -> false);
  }

  private interface Rows {
    void row(String row);
  }

  private void ours(Set<String> templates, Rows rows) {
    FactsFolder facts = new FactsFolder(folder.resolve("facts"));
    try (FactsTable table = new FactsTable(facts.categories(), FactsFolder.CATEGORIES)) {
      while (table.next()) {
        rows.row(row("category", List.of(table.text(1), table.text(2), table.text(3))));
      }
    }
    try (FactsTable table = new FactsTable(facts.templates(), FactsFolder.TEMPLATES)) {
      while (table.next()) {
        assertThat(templates).contains(table.text(2));
        rows.row(
            row("template", List.of(table.text(1), table.text(2), table.text(3), table.text(4))));
      }
    }
  }

  private static String row(String kind, List<String> cells) {
    List<String> row = new ArrayList<>();
    row.add(kind);
    row.addAll(cells);
    return Tsv.row(row);
  }

  private void theirs(Command command, Dump dump, Extraction extraction, Rows rows)
      throws IOException, InterruptedException {
    Map<String, Object> job = new HashMap<>();
    job.put("categories", dump.categories);
    job.put("templateNamespaces", dump.templates);
    job.put("templates", extraction.profile().templateNames());
    Path file = Files.writeString(folder.resolve("job.json"), Json.pretty(job));
    File errors = folder.resolve("errors.txt").toFile();
    List<Process> processes =
        ProcessBuilder.startPipeline(
            List.of(
                new ProcessBuilder(
                        "/usr/bin/python3",
                        ORACLES.resolve("pages.py").toString(),
                        Shared.data("wikis/" + dump.name).toString())
                    .redirectError(ProcessBuilder.Redirect.appendTo(errors)),
                new ProcessBuilder(command.of(file))
                    .redirectError(ProcessBuilder.Redirect.appendTo(errors))));
    try (BufferedReader in = processes.getLast().inputReader()) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        List<String> cells = new ArrayList<>();
        Json.mapper().readTree(line).forEach(cell -> cells.add(cell.asString()));
        rows.row(row(cells.getFirst(), cells.subList(1, cells.size())));
      }
    }
    for (Process process : processes) {
      assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitValue()).as(Files.readString(errors.toPath())).isZero();
    }
  }

  private static void run(ProcessBuilder command) throws IOException, InterruptedException {
    Process process = command.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(String.join(" ", command.command()) + ": " + said).isZero();
  }
}
