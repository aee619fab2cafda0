package org.handsel.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.Tsv;
import org.jspecify.annotations.Nullable;

/// Plan and ledger together: counts, `results.tsv` and `failures.csv`.
record Outcomes(PlanIndex plan, LedgerState ledger) {
  private static final int AT_ONCE = 1000;

  /// Takes the rows of failures as they are found.
  interface Rows {
    void add(List<String> row) throws IOException;
  }

  ReleaseStatus status() {
    Tally tally = new Tally();
    plan.lines().forEach(line -> tally.add(line, state(line)));
    return tally.status(PilotRule.of(plan, ledger).words());
  }

  /// @return rows of `failures.csv`
  int write(ReleaseFolder folder) {
    DurableFiles.replace(
        folder.results(),
        out -> {
          out.write("item_id\ttitle\tpage_id\tsha1\tstate\turl\n");
          for (PlanIndex.Line line : plan.lines()) {
            out.write(Tsv.row(result(line)));
            out.write('\n');
          }
        });
    int[] rows = {0};
    DurableFiles.replace(
        folder.failures(),
        out -> {
          FailuresFile file = new FailuresFile(out);
          failures(
              line -> true,
              row -> {
                file.add(row);
                rows[0]++;
              });
        });
    return rows[0];
  }

  private List<String> result(PlanIndex.Line line) {
    FileState state = state(line);
    boolean found = state.onWiki();
    return List.of(
        line.item(),
        found ? state.title() : line.title(),
        found ? Long.toString(state.pageId()) : "",
        line.sha1(),
        Tally.blocked(line, state) ? PlanEntry.BLOCKED : word(state),
        found ? state.url() : "");
  }

  /// An intent without an answer is an unsettled outcome for whoever reads the results.
  static String word(FileState state) {
    return state.kind() == FileState.Kind.INTENDED
        ? FileState.Kind.UNSETTLED.word
        : state.kind().word;
  }

  /// The failures without those whose file is on the wiki and only lacks structured data: these
  /// need no other record, only another run.
  List<List<String>> notOnWiki() {
    List<List<String>> failures = new ArrayList<>();
    try {
      failures(line -> !state(line).onWiki(), failures::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a list refuses nothing
    }
    return failures;
  }

  private void failures(Predicate<PlanIndex.Line> which, Rows out) throws IOException {
    List<PlanIndex.Line> all = plan.lines();
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      List<PlanIndex.Line> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
      List<PlanIndex.Line> kept = some.stream().filter(which).filter(this::keptBack).toList();
      // Why a check keeps a line back stands in the plan only.
      Map<PlanIndex.Line, PlanEntry> entries = new IdentityHashMap<>();
      List<PlanEntry> read = plan.entries(kept);
      for (int i = 0; i < kept.size(); i++) {
        entries.put(kept.get(i), read.get(i));
      }
      for (PlanIndex.Line line : some) {
        if (which.test(line)) {
          failure(line, entries.get(line), out);
        }
      }
    }
  }

  private boolean keptBack(PlanIndex.Line line) {
    return !line.ready() && state(line).kind() == FileState.Kind.LEFT;
  }

  private void failure(PlanIndex.Line line, @Nullable PlanEntry blocked, Rows out)
      throws IOException {
    FileState state = state(line);
    switch (state.kind()) {
      case REFUSED, UNSETTLED -> out.add(row(line, state.code(), state.reason(), state.advice()));
      case INTENDED ->
          out.add(
              row(
                  line,
                  "interrupted",
                  "the run ended before an answer came",
                  "Run the command again: the wiki is asked before anything is sent."));
      case PROVEN, ALREADY_THERE -> {
        if (state.data().equals("problem")) {
          out.add(
              row(
                  line,
                  state.code(),
                  "the file is on the wiki, its structured data are not: " + state.reason(),
                  state.advice()));
        }
      }
      case LEFT -> {
        if (blocked != null) {
          out.add(why(line, blocked));
        }
      }
    }
  }

  private static List<String> why(PlanIndex.Line line, PlanEntry blocked) {
    return blocked.checks().stream()
        .filter(check -> check.severity().equals("error"))
        .findFirst()
        .map(check -> row(line, check.code(), check.message(), ""))
        .orElseGet(() -> row(line, "BLOCKED", "the plan keeps it back", ""));
  }

  private static List<String> row(PlanIndex.Line line, String code, String reason, String advice) {
    return List.of(line.item(), line.file(), line.title(), code, reason, advice);
  }

  private FileState state(PlanIndex.Line line) {
    return ledger.of(line.key());
  }
}
