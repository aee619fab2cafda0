package org.handsel.readiness.compare;

import java.util.List;
import java.util.Map;
import org.handsel.platform.Exit;

/// What came of a comparison: `summary.json`.
///
/// @param wiki of both audits
/// @param oldDump file of the earlier audit
/// @param newDump file of the later one
/// @param audits counts by audit
/// @param partial whether one of the two audits was partial, so that a finding may be missing
///   because its page was not read
/// @param problems what is not certain for that reason
public record ComparisonSummary(
    String wiki,
    String oldDump,
    String newDump,
    Map<String, Counts> audits,
    boolean partial,
    List<String> problems) {
  public ComparisonSummary {
    problems = List.copyOf(problems);
  }

  /// @param mended findings of the earlier audit that the later one does not have
  /// @param appeared findings that only the later one has
  /// @param open findings of both
  /// @param gone findings of the earlier audit whose page is not in the later dump
  /// @param unasked findings of an audit that only one of the two could answer
  public record Counts(long mended, long appeared, long open, long gone, long unasked) {
    static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    public long before() {
      return mended + open + gone;
    }

    public long now() {
      return appeared + open;
    }

    Counts plus(State state) {
      return switch (state) {
        case MENDED -> new Counts(mended + 1, appeared, open, gone, unasked);
        case NEW -> new Counts(mended, appeared + 1, open, gone, unasked);
        case OPEN -> new Counts(mended, appeared, open + 1, gone, unasked);
        case GONE -> new Counts(mended, appeared, open, gone + 1, unasked);
        case UNASKED -> new Counts(mended, appeared, open, gone, unasked + 1);
      };
    }

    Counts plus(Counts other) {
      return new Counts(
          mended + other.mended,
          appeared + other.appeared,
          open + other.open,
          gone + other.gone,
          unasked + other.unasked);
    }
  }

  /// All audits together.
  public Counts all() {
    return audits.values().stream().reduce(Counts.NONE, Counts::plus);
  }

  public Exit exit() {
    return partial ? Exit.PARTIAL : Exit.DONE;
  }
}
