package org.handsel.readiness.link;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.handsel.authority.calibration.Calibration;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.Tsv;
import org.jspecify.annotations.Nullable;

/// Rows of `links.tsv` and `candidates.tsv`, read, calibrated and written again, one after another:
/// there may be millions. Both are in the order of the persons.
final class LinkRows implements AutoCloseable {
  private final Path file;
  private final BufferedReader in;

  /// Opens a file and reads past its header.
  LinkRows(Path file) {
    this.file = file;
    try {
      in = Files.newBufferedReader(file);
      in.readLine();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /// A row of `links.tsv`.
  ///
  /// @param id of the record; empty for no link
  record Link(String person, String id, double probability, String decision, String evidence) {
    boolean accepted() {
      return decision.equals("accept");
    }

    boolean linked() {
      return !id.isEmpty();
    }
  }

  /// How many rows there are.
  record Counts(long all, long accepted, long none) {}

  private UncheckedIOException failed(IOException e) {
    return new UncheckedIOException(file.toString(), e);
  }

  /// The cells of the next row; null behind the last.
  @Nullable List<String> cells() {
    try {
      String line = in.readLine();
      return line == null ? null : Tsv.cells(line);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Nullable Link next() {
    List<String> cells = cells();
    return cells == null
        ? null
        : new Link(
            cells.get(0),
            cells.get(1),
            Double.parseDouble(cells.get(2)),
            cells.get(3),
            cells.get(4));
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  static Counts count(Path links) {
    long all = 0;
    long accepted = 0;
    long none = 0;
    try (LinkRows rows = new LinkRows(links)) {
      for (Link link = rows.next(); link != null; link = rows.next()) {
        all++;
        accepted += link.accepted() ? 1 : 0;
        none += link.linked() ? 0 : 1;
      }
    }
    return new Counts(all, accepted, none);
  }

  /// Gives the rows of a folder their calibrated probabilities. A link keeps its record; whether it
  /// is accepted follows from the new probability, and one that others contest stays for a look.
  /// What a link gains, its person's other candidates and "no match" lose in proportion.
  ///
  /// @param contestedFrom probability from which links were accepted before
  /// @param acceptFrom probability from which they are now
  static void calibrate(
      Path folder, Calibration calibration, double contestedFrom, double acceptFrom) {
    Path links = folder.resolve("links.tsv");
    Path further = folder.resolve("candidates.tsv");
    try (LinkRows before = new LinkRows(links);
        LinkRows candidates = new LinkRows(further)) {
      DurableFiles.replace(
          further,
          others -> {
            row(
                others,
                List.of(
                    "person_id", "authority_id", "probability", "decision", "evidence", "rank"));
            DurableFiles.replace(
                links,
                out -> {
                  row(
                      out,
                      List.of("person_id", "authority_id", "probability", "decision", "evidence"));
                  List<String> candidate = candidates.cells();
                  for (Link link = before.next(); link != null; link = before.next()) {
                    Link after = calibrated(link, calibration, contestedFrom, acceptFrom);
                    row(
                        out,
                        List.of(
                            after.person,
                            after.id,
                            number(after.probability),
                            after.decision,
                            after.evidence));
                    double rest = 1 - link.probability;
                    double factor =
                        link.linked() && rest > 1e-9 ? (1 - after.probability) / rest : 1;
                    while (candidate != null && candidate.getFirst().equals(link.person)) {
                      row(others, scaled(candidate, factor));
                      candidate = candidates.cells();
                    }
                  }
                  if (candidate != null) {
                    throw new IllegalStateException(
                        further + ": not in the order of " + links + ": " + candidate.getFirst());
                  }
                });
          });
    }
  }

  private static Link calibrated(
      Link link, Calibration calibration, double contestedFrom, double acceptFrom) {
    if (!link.linked()) {
      return link;
    }
    double probability = calibration.apply(link.probability);
    boolean contested = !link.accepted() && link.probability >= contestedFrom;
    boolean accepted = probability >= 0.5 && probability >= acceptFrom && !contested;
    return new Link(
        link.person, link.id, probability, accepted ? "accept" : "review", link.evidence);
  }

  private static List<String> scaled(List<String> candidate, double factor) {
    if (factor == 1) {
      return candidate;
    }
    List<String> row = new ArrayList<>(candidate);
    row.set(2, number(Double.parseDouble(row.get(2)) * factor));
    return row;
  }

  private static String number(double probability) {
    return String.format(Locale.ROOT, "%.4f", Math.clamp(probability, 0, 1));
  }

  private static void row(BufferedWriter out, List<String> cells) throws IOException {
    out.write(Tsv.row(cells));
    out.write('\n');
  }
}
