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
import org.handsel.authority.links.LinkFiles;
import org.handsel.authority.links.LinkRow;
import org.handsel.authority.record.PersonRecord;
import org.handsel.authority.review.Reviewed;

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
  private final double[] probabilities;
  private final Calibration calibration;
  private int settled;

  /// @param known ids that stand on the pages, by title
  /// @param people what reviewers said
  Recalibration(
      Path folder, Map<String, List<String>> known, PeoplesWord people, RecordStore records) {
    DoubleStream.Builder all = DoubleStream.builder();
    int rows = 0;
    try (LinkFiles links = LinkFiles.open(folder)) {
      for (LinkRow row = links.next(); row != null; row = links.next()) {
        int before = judged.size();
        if (people.settles(row.person())) {
          byPeople(row, people);
          settled += judged.size() > before ? 1 : 0;
        } else if (row.linked()) {
          all.add(row.probability());
          byPage(row, known.getOrDefault(row.person(), List.of()), records);
        }
        rows += judged.size() > before ? 1 : 0;
      }
    }
    probabilities = all.build().toArray();
    boolean enough = rows >= Calibration.LEAST || settled >= Reviewed.ENOUGH;
    // A fit to links that are all right would make every link sure.
    boolean wrong = judged.stream().anyMatch(one -> !one.right());
    calibration = enough && wrong ? Calibration.fitted(judged) : Calibration.NONE;
  }

  private void byPeople(LinkRow row, PeoplesWord people) {
    Reviewed.Word word = people.of(row.person());
    if (word == null) {
      return;
    }
    for (LinkRow.Candidate candidate : row.candidates()) {
      boolean right = candidate.record().equals(word.record());
      if (right || word.rejects(candidate.record())) {
        judged.add(new Judged(candidate.probability(), right));
      }
    }
  }

  private void byPage(LinkRow row, List<String> ids, RecordStore records) {
    Optional<PersonRecord> named =
        ids.stream().flatMap(id -> records.find(id).stream()).findFirst();
    if (named.isPresent()) {
      String right = records.successor(named.get()).map(PersonRecord::id).orElse(named.get().id());
      judged.add(new Judged(row.probability(), right.equals(row.record())));
    }
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

  /// Rows that people's word judged.
  int settled() {
    return settled;
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
      Calibration fit = Calibration.fitted(others);
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
    double probability = calibration.apply(row.probability());
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
