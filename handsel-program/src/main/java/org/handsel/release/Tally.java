package org.handsel.release;

/// How many files of a plan stand where. Each line counts once; a line that moves on is taken out
/// and put in again, so that a release that is looked at while it runs need not be counted anew.
/// Not safe for threads by itself.
final class Tally {
  private final int[] byKind = new int[FileState.Kind.values().length];
  private int planned;
  private int blocked;
  private int dataProblems;
  private int dataLeft;

  void add(PlanIndex.Line line, FileState state) {
    count(line, state, 1);
  }

  void remove(PlanIndex.Line line, FileState state) {
    count(line, state, -1);
  }

  private void count(PlanIndex.Line line, FileState state, int by) {
    planned += by;
    if (blocked(line, state)) {
      blocked += by;
      return;
    }
    byKind[state.kind().ordinal()] += by;
    if (DataWriting.wanted(line, state)) {
      boolean problem = state.data().equals("problem");
      dataProblems += problem ? by : 0;
      dataLeft += problem ? 0 : by;
    }
  }

  /// Kept back by the plan, and not on the wiki by an earlier run all the same.
  static boolean blocked(PlanIndex.Line line, FileState state) {
    return !line.ready() && !state.onWiki() && !state.open();
  }

  ReleaseStatus status(String pilot) {
    return new ReleaseStatus(
        planned,
        blocked,
        planned - blocked,
        byKind[FileState.Kind.PROVEN.ordinal()],
        byKind[FileState.Kind.ALREADY_THERE.ordinal()],
        byKind[FileState.Kind.REFUSED.ordinal()],
        byKind[FileState.Kind.UNSETTLED.ordinal()] + byKind[FileState.Kind.INTENDED.ordinal()],
        byKind[FileState.Kind.LEFT.ordinal()],
        dataProblems,
        dataLeft,
        pilot);
  }
}
