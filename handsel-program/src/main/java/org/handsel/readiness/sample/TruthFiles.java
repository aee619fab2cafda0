package org.handsel.readiness.sample;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.handsel.platform.Tsv;

/// Writes down what was planted.
final class TruthFiles implements Closeable {
  private final BufferedWriter truth;
  private final BufferedWriter decoys;
  private final BufferedWriter changes;
  private final Map<String, Integer> planted = new TreeMap<>();

  TruthFiles(SampleOrder order) throws IOException {
    truth = open(order.truth(), List.of("audit", "page", "detail", "input"));
    decoys = open(order.decoys(), List.of("audit", "page", "detail"));
    changes = open(order.changes(), List.of("audit", "page", "change"));
  }

  private static BufferedWriter open(Path file, List<String> header) throws IOException {
    BufferedWriter out = Files.newBufferedWriter(file);
    row(out, header);
    return out;
  }

  private static void row(BufferedWriter out, List<String> cells) throws IOException {
    out.write(Tsv.row(cells));
    out.write('\n');
  }

  /// @param input `any`, `text` where the database's tables show that it is none, `tables` where
  ///   only they show it, `library` where only the authority file or Wikidata does
  void defect(String audit, String page, String detail, String input) throws IOException {
    row(truth, List.of(audit, page, detail, input));
    planted.merge(audit, 1, Integer::sum);
  }

  void decoy(String audit, String page, String detail) throws IOException {
    row(decoys, List.of(audit, page, detail));
  }

  /// @param change `mended` or `new`
  void change(String audit, String page, String change) throws IOException {
    row(changes, List.of(audit, page, change));
  }

  Map<String, Integer> planted() {
    return planted;
  }

  @Override
  public void close() throws IOException {
    try (truth;
        decoys;
        changes) {
      truth.flush();
    }
  }
}
