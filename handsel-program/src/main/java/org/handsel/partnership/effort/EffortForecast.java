package org.handsel.partnership.effort;

import java.util.List;
import org.handsel.platform.Said;

/// What a partnership has taken and is likely to take, by stage.
///
/// @param stages 0 to 5
public record EffortForecast(List<Stage> stages) {
  public EffortForecast {
    stages = List.copyOf(stages);
  }

  /// One stage.
  ///
  /// @param spent hours so far
  /// @param expected hours in all
  /// @param cases own partnerships that this rests on; 0 where the average of others stands in
  /// @param what the hours go into
  public record Stage(int stage, double spent, double expected, int cases, Said what) {
    /// Hours still to come; more than expected may have been spent.
    public double left() {
      return Math.max(0, expected - spent);
    }
  }

  public double spent() {
    return stages.stream().mapToDouble(Stage::spent).sum();
  }

  public double expected() {
    return stages.stream().mapToDouble(Stage::expected).sum();
  }

  /// Hours still to come from a stage on.
  public double left(int from) {
    return stages.stream().filter(stage -> stage.stage() >= from).mapToDouble(Stage::left).sum();
  }

  /// Whether every stage rests on own cases.
  public boolean own() {
    return stages.stream().allMatch(stage -> stage.cases() > 0);
  }
}
