package org.handsel.authority.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.handsel.authority.matching.Linking;
import org.handsel.platform.Database;
import org.handsel.platform.Progress;
import org.handsel.platform.Tsv;
import org.handsel.platform.Who;
import org.handsel.testing.Shared;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a hundred looks of a person who knows make of the rest: reviewers who say what is known of
/// real persons, and the rows at which nobody looked.
@Tag("data")
class ReviewedLinksIT {
  private static final int LOOKS = 100;
  private static final Who ADA = new Who("a", "Ada");

  @TempDir Path folder;

  /// @param logLoss of the linked rows nobody looked at; smaller is better
  private record Found(double logLoss, double precision, int accepted, int judged) {}

  /// @param gain by how much the log loss has to fall at least
  @ParameterizedTest
  @CsvSource({"thun, 0.1", "oeml, 0", "pataky, 0", "pmb, 0"})
  void looksMakeTheOtherProbabilitiesTruer(String set, double gain) throws IOException {
    Path persons = Shared.data("persons/german/B_" + set + ".jsonl");
    Path authority = Shared.data("persons/german/A_de_authority.jsonl");
    Path links = folder.resolve("links");
    Linking.run(new Linking.Order(persons, authority, Map.of(), 0.95, links), Progress.NONE);
    List<String> gold = Files.readAllLines(Shared.data("persons/german/gold_" + set + ".tsv"));
    try (Database database =
        Database.open("jdbc:sqlite:" + folder.resolve("handsel.db"), Clock.systemUTC())) {
      Reviews reviews = new Reviews(database, Clock.systemUTC());
      ReviewSet review =
          reviews.begin(
              ADA, new Reviews.Order(set, links, persons, Map.of(), authority, 0.95, 1_000));
      Set<Long> looked = look(reviews, review, gold);
      Exported exported = reviews.export(review, folder.resolve("out"), "", "");
      assertThat(exported.judgement().calibration().applied()).isTrue();
      Found before = judge(links, gold, looked);
      Found after = judge(folder.resolve("out"), gold, looked);
      System.out.printf(
          "%s: %d looks; log loss %.3f -> %.3f, accepted %d at precision %.3f -> %d at %.3f, of %d"
              + " judged%n",
          set,
          looked.size(),
          before.logLoss,
          after.logLoss,
          before.accepted,
          before.precision,
          after.accepted,
          after.precision,
          before.judged);
      assertThat(after.logLoss).as("log loss").isLessThanOrEqualTo(before.logLoss - gain + 1e-9);
    }
  }

  /// The queue in its order, as far as something is known of the row.
  private static Set<Long> look(Reviews reviews, ReviewSet set, List<String> gold) {
    Set<Long> looked = new HashSet<>();
    Set<Long> seen = new HashSet<>();
    long after = 0;
    while (looked.size() < LOOKS) {
      long place = reviews.next(set.id(), ADA, after).orElse(0L);
      if (place == 0 || !seen.add(place)) {
        break;
      }
      after = place;
      String[] truth = gold.get((int) place - 1).split("\t", -1);
      if (truth[2].equals("UNKNOWN")) {
        continue;
      }
      ReviewItem item = reviews.item(set.id(), place).orElseThrow();
      boolean shown =
          truth[2].equals("IN_A")
              && item.candidates().stream().anyMatch(option -> option.card().id().equals(truth[1]));
      reviews.decide(
          ADA,
          set.id(),
          place,
          shown ? Verdict.ACCEPT : Verdict.REJECT,
          shown ? truth[1] : null,
          "");
      looked.add(place);
    }
    return looked;
  }

  private static Found judge(Path links, List<String> gold, Set<Long> looked) throws IOException {
    List<String> rows = Files.readAllLines(links.resolve("links.tsv"));
    double loss = 0;
    int judged = 0;
    int accepted = 0;
    int right = 0;
    for (int i = 1; i < rows.size(); i++) {
      List<String> row = Tsv.cells(rows.get(i));
      String[] truth = gold.get(i - 1).split("\t", -1);
      if (looked.contains((long) i) || truth[2].equals("UNKNOWN") || row.get(1).isEmpty()) {
        continue;
      }
      boolean same = truth[2].equals("IN_A") && truth[1].equals(row.get(1));
      double p = Math.clamp(Double.parseDouble(row.get(2)), 0.001, 0.999);
      loss -= Math.log(same ? p : 1 - p);
      judged++;
      if (row.get(3).equals("accept")) {
        accepted++;
        right += same ? 1 : 0;
      }
    }
    return new Found(loss / judged, right / (double) Math.max(1, accepted), accepted, judged);
  }
}
