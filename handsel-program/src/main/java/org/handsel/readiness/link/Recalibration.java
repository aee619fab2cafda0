package org.handsel.readiness.link;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.handsel.authority.calibration.Calibration;
import org.handsel.authority.calibration.Calibration.Judged;
import org.handsel.authority.index.RecordStore;
import org.handsel.authority.record.PersonRecord;

/// Judges links by the identifiers that stand on the pages, which linking did not see, and fits the
/// probabilities to them where there are enough.
///
/// A link is right where the page names its record or one that was joined with it. A page whose
/// identifier the file does not hold judges nothing where the file may be a part of the
/// authority's: the person may stand in the file under a second record.
final class Recalibration {
  /// Parts in which the fit is tested on links that it has not seen.
  private static final int PARTS = 5;

  /// Of accepted links so many are expected to be right.
  private static final double EXPECTED_RIGHT = 0.9975;

  private static final double LEAST_ACCEPTED = 0.85;

  private final List<Judged> judged = new ArrayList<>();
  private final double[] probabilities;
  private final Calibration calibration;

  /// @param known ids that stand on the pages, by title
  Recalibration(Path links, Map<String, List<String>> known, RecordStore records) {
    DoubleStream.Builder all = DoubleStream.builder();
    try (LinkRows rows = new LinkRows(links)) {
      for (LinkRows.Link link = rows.next(); link != null; link = rows.next()) {
        if (!link.linked()) {
          continue;
        }
        all.add(link.probability());
        List<String> ids = known.getOrDefault(link.person(), List.of());
        Optional<PersonRecord> named =
            ids.stream().flatMap(id -> records.find(id).stream()).findFirst();
        if (named.isPresent()) {
          String right =
              records.successor(named.get()).map(PersonRecord::id).orElse(named.get().id());
          judged.add(new Judged(link.probability(), right.equals(link.id())));
        }
      }
    }
    probabilities = all.build().toArray();
    // A fit to links that are all right would make every link sure.
    boolean wrong = judged.stream().anyMatch(one -> !one.right());
    calibration =
        judged.size() >= Calibration.LEAST && wrong ? Calibration.of(judged) : Calibration.NONE;
  }

  Calibration calibration() {
    return calibration;
  }

  boolean applies() {
    return calibration != Calibration.NONE;
  }

  List<Judged> judged() {
    return judged;
  }

  /// Judged links with probabilities from fits that have not seen them.
  List<Judged> unseen() {
    List<Judged> all = new ArrayList<>();
    for (int part = 0; part < PARTS; part++) {
      List<Judged> others = new ArrayList<>();
      for (int i = 0; i < judged.size(); i++) {
        if (i % PARTS != part) {
          others.add(judged.get(i));
        }
      }
      Calibration fit = Calibration.of(others);
      for (int i = part; i < judged.size(); i += PARTS) {
        all.add(new Judged(fit.apply(judged.get(i).probability()), judged.get(i).right()));
      }
    }
    return all;
  }

  /// From which calibrated probability on so many links are expected to be right.
  double acceptFrom() {
    double[] sorted = Arrays.stream(probabilities).map(calibration::apply).sorted().toArray();
    double right = 0;
    double from = 1;
    for (int i = sorted.length - 1; i >= 0 && sorted[i] >= LEAST_ACCEPTED; i--) {
      right += sorted[i];
      if (right / (sorted.length - i) >= EXPECTED_RIGHT) {
        from = sorted[i];
      }
    }
    return from;
  }
}
