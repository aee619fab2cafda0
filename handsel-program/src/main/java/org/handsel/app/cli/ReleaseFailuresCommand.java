package org.handsel.app.cli;

import java.nio.file.Path;
import java.util.Objects;
import org.handsel.release.FailedRows;
import org.handsel.release.ReleaseFolder;
import org.handsel.release.ReleaseRun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Lists what did not go, with the reasons.
@Command(
    name = "failures",
    description = {
      "Writes failures.csv anew, the rows that did not go with reason and advice, and says where"
          + " it is.",
      "With --rows it also writes the same rows of the delivery with all their cells and a column"
          + " \"reason\", to be mended and mapped again by the same profile; of deliveries that"
          + " are no tables the items, to be planned again."
    },
    footer = {
      "",
      "Example: handsel release failures skarvik-release --rows samples/skarvik/skarvik.csv --out"
          + " again.csv"
    })
final class ReleaseFailuresCommand implements Runnable {
  private final Surroundings surroundings;

  @ParentCommand private @Nullable ReleaseCommand release;

  @Parameters(paramLabel = "RELEASE", description = "Folder or name of the release.")
  private Path folder = Path.of("");

  @Option(names = "--rows", paramLabel = "SOURCE", description = "The delivery that was mapped.")
  private @Nullable Path rows;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "With --rows: where the rows go; otherwise RELEASE/failed-rows.")
  private @Nullable Path out;

  ReleaseFailuresCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    Path place = Objects.requireNonNull(release).folder(folder);
    int failures = ReleaseRun.failures(place);
    surroundings.out().printf("%,d rows: %s%n", failures, new ReleaseFolder(place).failures());
    if (rows == null) {
      return;
    }
    FailedRows.Written written =
        FailedRows.write(place, rows, out == null ? place.resolve("failed-rows") : out);
    surroundings
        .out()
        .printf(
            "%,d %s with their reasons: %s%n%s%n",
            written.records(),
            written.rows() ? "rows of the delivery" : "items",
            written.file(),
            written.rows()
                ? "Mend them, then run handsel collection map on this file with the same profile."
                : "Mend what their reasons say, then run handsel release plan on this file.");
    if (written.withoutRecord() > 0) {
      surroundings.out().printf("%,d files have no record.%n", written.withoutRecord());
    }
  }
}
