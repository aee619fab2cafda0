package org.handsel.readiness.link;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.handsel.authority.calibration.Calibration;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.Tsv;

/// Rows of `links.tsv` and `candidates.tsv`, read, calibrated and written again.
final class LinkRows {
  private static final String HEADER = "person_id\tauthority_id\tprobability\tdecision\tevidence";

  private LinkRows() {}

  /// A row of `links.tsv`.
  ///
  /// @param id of the record; empty for no link
  record Link(String person, String id, double probability, String decision, String evidence) {
    boolean accepted() {
      return decision.equals("accept");
    }
  }

  static List<Link> read(Path file) {
    List<Link> links = new ArrayList<>();
    try (BufferedReader in = Files.newBufferedReader(file)) {
      in.readLine();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        List<String> cells = Tsv.cells(line);
        links.add(
            new Link(
                cells.get(0),
                cells.get(1),
                Double.parseDouble(cells.get(2)),
                cells.get(3),
                cells.get(4)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
    return links;
  }

  /// Gives the rows their calibrated probabilities. A link keeps its record; whether it is accepted
  /// follows from the new probability, and one that others contest stays for a look. What a link
  /// gains, its person's other candidates and "no match" lose in proportion.
  ///
  /// @param contestedFrom probability from which links were accepted before
  /// @param acceptFrom probability from which they are now
  static List<Link> calibrated(
      List<Link> links, Calibration calibration, double contestedFrom, double acceptFrom) {
    List<Link> changed = new ArrayList<>(links.size());
    for (Link link : links) {
      if (link.id.isEmpty()) {
        changed.add(link);
        continue;
      }
      double probability = calibration.apply(link.probability);
      boolean contested = !link.accepted() && link.probability >= contestedFrom;
      String decision =
          probability < 0.5
              ? "review"
              : probability >= acceptFrom && !contested ? "accept" : "review";
      changed.add(new Link(link.person, link.id, probability, decision, link.evidence));
    }
    return changed;
  }

  static void write(Path file, List<Link> links) {
    DurableFiles.replace(
        file,
        out -> {
          out.write(HEADER);
          out.write('\n');
          for (Link link : links) {
            row(out, link.person, link.id, number(link.probability), link.decision, link.evidence);
          }
        });
  }

  /// Scales the further candidates of persons whose link was calibrated.
  static void scale(Path file, List<Link> before, List<Link> after) {
    Map<String, Double> factors = new HashMap<>();
    for (int i = 0; i < before.size(); i++) {
      double rest = 1 - before.get(i).probability;
      if (!before.get(i).id.isEmpty() && rest > 1e-9) {
        factors.put(before.get(i).person, (1 - after.get(i).probability) / rest);
      }
    }
    List<List<String>> rows = new ArrayList<>();
    try (BufferedReader in = Files.newBufferedReader(file)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        rows.add(Tsv.cells(line));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
    DurableFiles.replace(
        file,
        out -> {
          for (int i = 0; i < rows.size(); i++) {
            List<String> row = new ArrayList<>(rows.get(i));
            Double factor = factors.get(row.get(0));
            if (i > 0 && factor != null) {
              row.set(2, number(Double.parseDouble(row.get(2)) * factor));
            }
            out.write(Tsv.row(row));
            out.write('\n');
          }
        });
  }

  private static String number(double probability) {
    return String.format(Locale.ROOT, "%.4f", Math.clamp(probability, 0, 1));
  }

  private static void row(BufferedWriter out, String... cells) throws IOException {
    out.write(Tsv.row(List.of(cells)));
    out.write('\n');
  }
}
