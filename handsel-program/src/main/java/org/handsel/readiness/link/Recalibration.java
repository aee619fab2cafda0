package org.handsel.readiness.link;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.handsel.authority.calibration.Calibration;
import org.handsel.authority.index.RecordStore;
import org.handsel.authority.links.LinkFiles;
import org.handsel.authority.links.LinkRow;
import org.handsel.authority.record.PersonRecord;
import org.handsel.authority.review.Reviewed;
import org.handsel.authority.review.ReviewersCalibration;
import org.handsel.authority.review.ReviewersCalibration.Judged;

/// Judges links by what people decided and by the identifiers that stand on the pages, which
/// linking did not see, and fits the probabilities to them where there are enough.
///
/// A link is right where the page names its record or one that was joined with it. A page whose
/// identifier the file does not hold judges nothing where the file may be a part of the
/// authority's: the person may stand in the file under a second record. Where people decided, their
/// word counts, and it judges all candidates that they saw.
final class Recalibration {
  /// Parts in which the fit is tested on links that it has not seen.
  private static final int PARTS = 5;

  /// Of accepted links so many are expected to be right.
  private static final double EXPECTED_RIGHT = 0.9975;

  private static final double LEAST_ACCEPTED = 0.85;

  private final List<Judged> judged = new ArrayList<>();
  private final Map<String, Integer> claims = new HashMap<>();
  private final DoubleStream.Builder alone = DoubleStream.builder();
  private final DoubleStream.Builder claimed = DoubleStream.builder();
  private final ReviewersCalibration calibration;
  private int settled;

  /// @param known ids that stand on the pages, by title
  /// @param people what reviewers said
  Recalibration(
      Path folder, Map<String, List<String>> known, PeoplesWord people, RecordStore records) {
    try (LinkFiles links = LinkFiles.open(folder)) {
      for (LinkRow row = links.next(); row != null; row = links.next()) {
        if (row.linked()) {
          claims.merge(row.record(), 1, Integer::sum);
        }
      }
    }
    int rows = 0;
    try (LinkFiles links = LinkFiles.open(folder)) {
      for (LinkRow row = links.next(); row != null; row = links.next()) {
        int before = judged.size();
        if (people.settles(row.person())) {
          byPeople(row, people);
          settled += judged.size() > before ? 1 : 0;
        } else if (row.linked()) {
          (claimed(row) ? claimed : alone).add(row.probability());
          byPage(row, known.getOrDefault(row.person(), List.of()), records);
        }
        rows += judged.size() > before ? 1 : 0;
      }
    }
    boolean enough = rows >= Calibration.LEAST || settled >= Reviewed.ENOUGH;
    // A fit to links that are all right would make every link sure.
    boolean wrong = judged.stream().anyMatch(one -> !one.right());
    calibration = fit(enough && wrong ? judged : List.of());
  }

  private static ReviewersCalibration fit(List<Judged> judged) {
    return ReviewersCalibration.of(judged, judged.size());
  }

  /// Whether other persons have the record of a row as their best, too.
  private boolean claimed(LinkRow row) {
    return claims.getOrDefault(row.record(), 1) > 1;
  }

  private void byPeople(LinkRow row, PeoplesWord people) {
    Reviewed.Word word = people.of(row.person());
    if (word == null) {
      return;
    }
    for (LinkRow.Candidate candidate : row.candidates()) {
      boolean right = candidate.record().equals(word.record());
      if (right || word.rejects(candidate.record())) {
        judged.add(new Judged(candidate.probability(), right, claimed(row)));
      }
    }
  }

  private void byPage(LinkRow row, List<String> ids, RecordStore records) {
    Optional<PersonRecord> named =
        ids.stream().flatMap(id -> records.find(id).stream()).findFirst();
    if (named.isPresent()) {
      String right = records.successor(named.get()).map(PersonRecord::id).orElse(named.get().id());
      judged.add(new Judged(row.probability(), right.equals(row.record()), claimed(row)));
    }
  }

  /// Whether any probability becomes another.
  boolean applies() {
    return calibration.changes();
  }

  /// Links of which it is known whether they are right, with the probabilities as they were found.
  List<Calibration.Judged> judged() {
    return judged.stream()
        .map(one -> new Calibration.Judged(one.probability(), one.right()))
        .toList();
  }

  /// Rows that people's word judged.
  int settled() {
    return settled;
  }

  /// Judged links with probabilities from fits that have not seen them.
  List<Calibration.Judged> unseen() {
    List<Calibration.Judged> all = new ArrayList<>();
    for (int part = 0; part < PARTS; part++) {
      List<Judged> others = new ArrayList<>();
      for (int i = 0; i < judged.size(); i++) {
        if (i % PARTS != part) {
          others.add(judged.get(i));
        }
      }
      ReviewersCalibration fit = fit(others);
      for (int i = part; i < judged.size(); i += PARTS) {
        Judged one = judged.get(i);
        all.add(new Calibration.Judged(fit.apply(one.probability(), one.claimed()), one.right()));
      }
    }
    return all;
  }

  /// From which calibrated probability on so many links are expected to be right.
  double acceptFrom() {
    double[] sorted =
        DoubleStream.concat(
                alone.build().map(p -> calibration.apply(p, false)),
                claimed.build().map(p -> calibration.apply(p, true)))
            .sorted()
            .toArray();
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

  /// The row with its calibrated probability. A link keeps its record; whether it is accepted
  /// follows from the new probability, and one that others contest stays for a look. What a link
  /// gains, its person's other candidates and "no match" lose in proportion.
  ///
  /// @param contestedFrom probability from which links were accepted before
  /// @param acceptFrom probability from which they are now
  LinkRow calibrated(LinkRow row, double contestedFrom, double acceptFrom) {
    if (!row.linked() || !applies()) {
      return row;
    }
    double probability = calibration.apply(row.probability(), claimed(row));
    boolean contested = !row.accepted() && row.probability() >= contestedFrom;
    boolean accepted = probability >= 0.5 && probability >= acceptFrom && !contested;
    double rest = 1 - row.probability();
    double factor = rest > 1e-9 ? (1 - probability) / rest : 1;
    return row.linkedTo(
        new LinkRow.Candidate(row.record(), probability, row.evidence()),
        accepted ? "accept" : "review",
        row.further().stream()
            .map(one ->
                new LinkRow.Candidate(one.record(), one.probability() * factor, one.evidence()))
            .toList());
  }
}
