package org.handsel.partnership.agreement;

import java.util.List;
import org.handsel.platform.Said;

/// Mass release or a small one first, with the reasons.
///
/// @param scale `mass` or `small`
/// @param points of the answers
/// @param threshold from which mass is recommended
/// @param reasons one an answer, those that decided first
public record ScaleAdvice(String scale, int points, int threshold, List<Reason> reasons) {
  public ScaleAdvice {
    reasons = List.copyOf(reasons);
  }

  /// What an answer contributes.
  ///
  /// @param stops whether it leads to small whatever the rest is
  public record Reason(
      String factor, String answer, int points, boolean stops, Said title, Said text) {}
}
