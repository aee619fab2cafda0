package org.handsel.rights.terms;

import java.util.List;
import org.handsel.rights.RightsStatements;
import org.handsel.rights.terms.Estimate.Declared;
import org.jspecify.annotations.Nullable;

/// Estimates the copyright status of a work and of its reproduction for one year of evaluation.
///
/// It never treats silence as permission: a missing fact, a rule nobody verified and a country
/// without rules hold the item back. Where a date leaves years open, the unfavourable one decides.
/// Immutable and safe for use by many threads.
public final class RightsEstimator {
  private final WorkRule work;
  private final ReproductionRule reproduction;
  private final int year;

  private RightsEstimator(int year) {
    RightsStatements statements = RightsStatements.load();
    this.year = year;
    this.work = new WorkRule(TermTable.load(), StructuredData.load(), statements, year);
    this.reproduction = new ReproductionRule(statements, year);
  }

  /// @param year year of evaluation; terms that end with the year before are over
  public static RightsEstimator of(int year) {
    return new RightsEstimator(year);
  }

  /// Estimates an item about which only facts are known.
  public List<Estimate> estimate(String item, RightsFacts facts) {
    return estimate(item, facts, null, null);
  }

  /// Estimates both layers of an item, the work first.
  ///
  /// @param declaredWork what the item itself says of the work; kept apart and compared
  /// @param declaredReproduction what it says of the reproduction
  public List<Estimate> estimate(
      String item,
      RightsFacts facts,
      @Nullable Declared declaredWork,
      @Nullable Declared declaredReproduction) {
    WorkRule.Judged judged = work.estimate(item, facts, declaredWork);
    return List.of(
        judged.estimate(), reproduction.estimate(item, facts, judged, declaredReproduction));
  }

  public int year() {
    return year;
  }
}
