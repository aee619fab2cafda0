package org.handsel.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.handsel.impact.Correction;
import org.handsel.partnership.talks.Partnership;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Tsv;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Corrections on their way back to the institution.
@Command(
    name = "corrections",
    description = {
      "Changes to the institution's records that go back to it. --add reads a TSV with the columns",
      "record, field, before, after, evidence; --out writes all of them in the same form with"
          + " their",
      "state, for the institution to import."
    },
    footer = {
      "",
      "Example: handsel impact corrections 'Skarvik Maritime Museum' --add"
          + " samples/impact/corrections.tsv"
    })
final class ImpactCorrectionsCommand extends StewardCommand {
  private static final List<String> COLUMNS =
      List.of("record", "field", "before", "after", "evidence");

  @Option(names = "--add", paramLabel = "TSV", description = "Propose these.")
  private @Nullable Path add;

  @Option(
      names = "--mark",
      paramLabel = "STATE",
      description = "sent (all that are proposed), accepted or declined (those that were sent).")
  private @Nullable String state;

  @Option(names = "--record", paramLabel = "ID", description = "With --mark: only this record.")
  private @Nullable String record;

  @Option(names = "--out", paramLabel = "TSV", description = "Write all of them.")
  private @Nullable Path out;

  ImpactCorrectionsCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void run(ImpactCommand parent, StewardDesk steward, Partnership found) {
    if (add != null) {
      int fresh = steward.corrections().propose(parent.who(), found.id(), read(add));
      surroundings.out().println("%d new corrections are proposed.".formatted(fresh));
    }
    if (state != null) {
      int changed = steward.corrections().settle(parent.who(), found.id(), record, state);
      surroundings.out().println("%d corrections are %s.".formatted(changed, state));
    }
    List<Correction> all = steward.corrections().of(found.id());
    if (out != null) {
      write(out, all);
      surroundings.out().println(out);
      return;
    }
    for (Correction one : all) {
      surroundings
          .out()
          .println(
              "%-8s  %s, %s: %s → %s (%s)"
                  .formatted(
                      one.state(),
                      one.record(),
                      one.field(),
                      one.before(),
                      one.after(),
                      one.evidence()));
    }
  }

  private static List<Correction> read(Path file) {
    try {
      List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
      List<String> header = lines.isEmpty() ? List.of() : Tsv.cells(lines.getFirst());
      if (!header.containsAll(COLUMNS)) {
        throw HandselException.input(
            "%s: expected the columns %s, found %s."
                .formatted(file, String.join(", ", COLUMNS), header));
      }
      List<Correction> all = new ArrayList<>();
      for (int i = 1; i < lines.size(); i++) {
        List<String> cells = Tsv.cells(lines.get(i));
        if (cells.size() < header.size()) {
          throw HandselException.input(
              "%s, line %d: expected %d cells, found %d. Nothing was added."
                  .formatted(file, i + 1, header.size(), cells.size()));
        }
        List<String> values =
            COLUMNS.stream().map(column -> cells.get(header.indexOf(column)).strip()).toList();
        if (values.get(0).isEmpty() || values.get(1).isEmpty()) {
          throw HandselException.input(
              "%s, line %d: expected a record and a field, found none. Nothing was added."
                  .formatted(file, i + 1));
        }
        all.add(
            new Correction(
                values.get(0),
                values.get(1),
                values.get(2),
                values.get(3),
                values.get(4),
                "proposed"));
      }
      return all;
    } catch (IOException e) {
      throw HandselException.usage(
          "%s: cannot be read (%s). Check the path.".formatted(file, DurableFiles.reason(e)));
    }
  }

  private static void write(Path file, List<Correction> all) {
    DurableFiles.replace(
        file,
        writer -> {
          List<String> header = new ArrayList<>(COLUMNS);
          header.add("state");
          writer.write(Tsv.row(header) + "\n");
          for (Correction one : all) {
            writer.write(
                Tsv.row(
                        List.of(
                            one.record(),
                            one.field(),
                            one.before(),
                            one.after(),
                            one.evidence(),
                            one.state()))
                    + "\n");
          }
        });
  }
}
