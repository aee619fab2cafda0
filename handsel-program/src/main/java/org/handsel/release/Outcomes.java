package org.handsel.release;

import java.util.ArrayList;
import java.util.List;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.Tsv;

/// Plan and ledger together: counts, `results.tsv` and `failures.csv`.
record Outcomes(List<PlanEntry> plan, LedgerState ledger) {
  ReleaseStatus status() {
    int[] byKind = new int[FileState.Kind.values().length];
    int blocked = 0;
    int dataProblems = 0;
    int dataLeft = 0;
    for (PlanEntry entry : plan) {
      FileState state = state(entry);
      if (!entry.ready() && !state.onWiki() && !state.open()) {
        blocked++;
        continue;
      }
      byKind[state.kind().ordinal()]++;
      if (DataWriting.wanted(entry, state)) {
        dataProblems += state.data().equals("problem") ? 1 : 0;
        dataLeft += state.data().equals("problem") ? 0 : 1;
      }
    }
    return new ReleaseStatus(
        plan.size(),
        blocked,
        plan.size() - blocked,
        byKind[FileState.Kind.PROVEN.ordinal()],
        byKind[FileState.Kind.ALREADY_THERE.ordinal()],
        byKind[FileState.Kind.REFUSED.ordinal()],
        byKind[FileState.Kind.UNSETTLED.ordinal()] + byKind[FileState.Kind.INTENDED.ordinal()],
        byKind[FileState.Kind.LEFT.ordinal()],
        dataProblems,
        dataLeft,
        new PilotRule(plan, ledger).words());
  }

  void write(ReleaseFolder folder) {
    DurableFiles.replace(
        folder.results(),
        out -> {
          out.write("item_id\ttitle\tpage_id\tsha1\tstate\turl\n");
          for (PlanEntry entry : plan) {
            out.write(Tsv.row(result(entry)));
            out.write('\n');
          }
        });
    DurableFiles.replace(
        folder.failures(),
        out -> {
          FailuresFile file = new FailuresFile(out);
          for (List<String> failure : failures()) {
            file.add(failure);
          }
        });
  }

  private List<String> result(PlanEntry entry) {
    FileState state = state(entry);
    boolean found = state.onWiki();
    boolean blocked = !entry.ready() && !found && !state.open();
    return List.of(
        entry.item(),
        found ? state.title() : entry.title(),
        found ? Long.toString(state.pageId()) : "",
        entry.sha1(),
        blocked ? PlanEntry.BLOCKED : word(state.kind()),
        found ? state.url() : "");
  }

  /// An intent without an answer is an unsettled outcome for whoever reads the results.
  private static String word(FileState.Kind kind) {
    return kind == FileState.Kind.INTENDED ? FileState.Kind.UNSETTLED.word : kind.word;
  }

  List<List<String>> failures() {
    List<List<String>> failures = new ArrayList<>();
    for (PlanEntry entry : plan) {
      FileState state = state(entry);
      switch (state.kind()) {
        case REFUSED, UNSETTLED ->
            failures.add(row(entry, state.code(), state.reason(), state.advice()));
        case INTENDED ->
            failures.add(
                row(
                    entry,
                    "interrupted",
                    "the run ended before an answer came",
                    "Run the command again: the wiki is asked before anything is sent."));
        case PROVEN, ALREADY_THERE -> {
          if (state.data().equals("problem")) {
            failures.add(
                row(
                    entry,
                    state.code(),
                    "the file is on the wiki, its structured data are not: " + state.reason(),
                    state.advice()));
          }
        }
        case LEFT -> {
          if (!entry.ready()) {
            failures.add(blocked(entry));
          }
        }
      }
    }
    return failures;
  }

  /// The failures without those whose file is on the wiki and only lacks structured data: these
  /// need no other record, only another run.
  List<List<String>> notOnWiki() {
    List<PlanEntry> open = plan.stream().filter(entry -> !state(entry).onWiki()).toList();
    return new Outcomes(open, ledger).failures();
  }

  private static List<String> blocked(PlanEntry entry) {
    return entry.checks().stream()
        .filter(check -> check.severity().equals("error"))
        .findFirst()
        .map(check -> row(entry, check.code(), check.message(), ""))
        .orElseGet(() -> row(entry, "BLOCKED", "the plan keeps it back", ""));
  }

  private static List<String> row(PlanEntry entry, String code, String reason, String advice) {
    return List.of(entry.item(), entry.file(), entry.title(), code, reason, advice);
  }

  private FileState state(PlanEntry entry) {
    return ledger.of(FileKey.of(entry));
  }
}
