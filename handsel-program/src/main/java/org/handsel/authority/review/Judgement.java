package org.handsel.authority.review;

import java.util.ArrayList;
import java.util.List;
import org.handsel.authority.review.ReviewItem.State;

/// What people found about the program's probabilities.
///
/// @param rows that are settled
/// @param bands predicted and found, by predicted probability
public record Judgement(
    ReviewersCalibration calibration, int rows, List<ReviewersCalibration.Band> bands) {
  public Judgement {
    bands = List.copyOf(bands);
  }

  /// Fits a calibration to the rows that are settled. An accepted record is right and the other
  /// candidates of the row are wrong; a rejected row has only wrong ones.
  static Judgement of(List<ReviewItem> items) {
    List<ReviewersCalibration.Judged> pairs = new ArrayList<>();
    int rows = 0;
    for (ReviewItem item : items) {
      if (item.state() == State.SETTLED) {
        rows++;
        for (ReviewItem.Option option : item.candidates()) {
          pairs.add(
              new ReviewersCalibration.Judged(
                  option.probability(),
                  option.card().id().equals(item.record()),
                  item.claims() > 1));
        }
      }
    }
    ReviewersCalibration calibration = ReviewersCalibration.of(pairs, rows);
    return new Judgement(calibration, rows, calibration.bands(pairs));
  }
}
