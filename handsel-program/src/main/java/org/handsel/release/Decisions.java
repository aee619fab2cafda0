package org.handsel.release;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Tsv;

/// What people decided about single files of a release: `decisions.tsv` of its folder (`item file
/// decision reason by at`). A decision keeps a file back; it can be taken back, but no decision
/// lets a file go that a check keeps back. A new plan in the same folder heeds it.
record Decisions(Map<FileKey, Decision> all) {
  static final String EXCLUDED = "DECIDED_OUT";
  static final String HELD = "HELD";
  private static final String HEADER = "item\tfile\tdecision\treason\tby\tat";

  /// @param code [#EXCLUDED] or [#HELD]
  record Decision(String code, String reason, String by, String at) {}

  static Decisions read(ReleaseFolder folder) {
    Map<FileKey, Decision> all = new LinkedHashMap<>();
    if (!Files.exists(folder.decisions())) {
      return new Decisions(all);
    }
    try {
      for (String line : Files.readAllLines(folder.decisions())) {
        List<String> cells = Tsv.cells(line);
        if (cells.size() >= 6 && !line.equals(HEADER)) {
          all.put(
              new FileKey(cells.get(0), cells.get(1)),
              new Decision(
                  cells.get(2).equals("exclude") ? EXCLUDED : HELD,
                  cells.get(3),
                  cells.get(4),
                  cells.get(5)));
        }
      }
    } catch (IOException e) {
      throw HandselException.environment(
          "%s: cannot be read (%s).".formatted(folder.decisions(), DurableFiles.reason(e)), e);
    }
    return new Decisions(all);
  }

  void write(ReleaseFolder folder) {
    DurableFiles.replace(
        folder.decisions(),
        out -> {
          out.write(HEADER + "\n");
          for (Map.Entry<FileKey, Decision> entry : all.entrySet()) {
            Decision decision = entry.getValue();
            out.write(
                Tsv.row(
                    List.of(
                        entry.getKey().item(),
                        entry.getKey().file(),
                        decision.code().equals(EXCLUDED) ? "exclude" : "hold",
                        decision.reason(),
                        decision.by(),
                        decision.at())));
            out.write('\n');
          }
        });
  }

  /// The entry as it is after the decision about it; an earlier one no longer counts.
  PlanEntry apply(PlanEntry entry) {
    List<PlanEntry.Check> checks = new ArrayList<>(entry.checks());
    boolean before = checks.removeIf(check -> decided(check.code()));
    Decision decision = all.get(FileKey.of(entry));
    if (decision == null && !before) {
      return entry;
    }
    if (decision != null) {
      String what =
          decision.code().equals(EXCLUDED)
              ? "%s decided that it does not go: %s"
              : "%s holds it back: %s";
      checks.add(Checks.error(decision.code(), what.formatted(decision.by(), decision.reason())));
    }
    return entry.with(checks);
  }

  static boolean decided(String code) {
    return code.equals(EXCLUDED) || code.equals(HELD);
  }
}
