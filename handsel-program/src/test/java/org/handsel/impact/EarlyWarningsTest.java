package org.handsel.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.handsel.partnership.talks.Board;
import org.handsel.partnership.talks.Card;
import org.handsel.partnership.talks.Partnership;
import org.handsel.platform.Who;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The last quiet day does not warn, the first late one does.
class EarlyWarningsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
  private static final Partnership MUSEUM =
      new Partnership("p", "i", "Glass plates", 5, "open", "", null, 1);

  @ParameterizedTest(name = "last contact on {0}, in the stage since {1}")
  @CsvSource({
    "2026-05-30, 2024-01-01, false",
    "2026-05-29, 2024-01-01, true",
    ", 2026-05-30, false",
    ", 2026-05-29, true",
    ", , false"
  })
  void silenceOfHalfAYearWarns(
      @Nullable LocalDate contact, @Nullable LocalDate stage, boolean warned) {
    Card card = new Card(MUSEUM, "Museum of Skarvik", stage, contact, null, null, List.of());
    assertThat(codes(facts(card, List.of(), 1, List.of(), none())).contains("no-contact"))
        .isEqualTo(warned);
  }

  @ParameterizedTest(name = "{0} on {1}")
  @CsvSource({
    "renegotiation, 2027-01-30, false",
    "renegotiation, 2027-01-29, true",
    "renegotiation, 2026-01-01, true",
    "review, 2026-12-15, false",
    "review, 2026-12-14, true",
    "report, 2026-12-01, false",
    "report, 2026-11-30, true",
    "end, 2026-11-30, false"
  })
  void datesWarnAheadOfTime(String kind, LocalDate day, boolean warned) {
    List<Dated> dates = List.of(new Dated(day, kind, "", day.isBefore(TODAY)));
    assertThat(codes(facts(spokenWith(), dates, 1, List.of(), none())))
        .isEqualTo(warned ? List.of(kind + "-due") : List.of());
  }

  @ParameterizedTest(name = "{0} open")
  @CsvSource({"3, false", "4, true"})
  void moreOpenPartnershipsThanTheLimitWarnWithItsReason(int open, boolean warned) {
    List<Warned> found =
        new EarlyWarnings(TODAY).of(facts(spokenWith(), List.of(), open, List.of(), none()));
    assertThat(found).hasSize(warned ? 1 : 0);
    if (warned) {
      assertThat(found.getFirst().code()).isEqualTo("too-many-partnerships");
      assertThat(found.getFirst().text().en())
          .isEqualTo("4 partnerships are open in stage 5, the limit is 3");
    }
  }

  @ParameterizedTest(name = "{0} corrections sent on {1}")
  @CsvSource({"2, 2026-09-01, false", "2, 2026-08-31, true", "0, 2026-01-01, false"})
  void correctionsThatNobodyAnswersWarnAfterAQuarter(long count, LocalDate since, boolean warned) {
    EarlyWarnings.Unanswered unanswered = new EarlyWarnings.Unanswered(count, since);
    assertThat(codes(facts(spokenWith(), List.of(), 1, List.of(), unanswered)))
        .isEqualTo(warned ? List.of("corrections-unanswered") : List.of());
  }

  @Test
  void whatWasSeenLastCounts() {
    List<Observation> seen =
        List.of(
            seen("deletion", "2026-11-20", 0, null),
            seen("deletion", "2026-11-01", 12, null),
            seen("credit-sample", "2026-11-01", 2, 40),
            seen("satisfaction", "2026-11-01", 3, null),
            seen("satisfaction", "2026-05-01", 5, null),
            seen("inquiries", "2026-11-01", 66, 30),
            seen("inquiries", "2026-08-01", 20, 30));
    assertThat(codes(facts(spokenWith(), List.of(), 1, seen, none())))
        .containsExactlyInAnyOrder(
            "credit-missing",
            "satisfaction-falling",
            "inquiries-beyond-capacity",
            "inquiries-growing");
  }

  private static List<String> codes(EarlyWarnings.Facts facts) {
    return new EarlyWarnings(TODAY).of(facts).stream().map(Warned::code).toList();
  }

  private static Card spokenWith() {
    return new Card(
        MUSEUM,
        "Museum of Skarvik",
        TODAY.minusYears(1),
        TODAY.minusDays(3),
        null,
        null,
        List.of());
  }

  private static EarlyWarnings.Unanswered none() {
    return new EarlyWarnings.Unanswered(0, null);
  }

  private static EarlyWarnings.Facts facts(
      Card card,
      List<Dated> dates,
      int open,
      List<Observation> seen,
      EarlyWarnings.Unanswered unanswered) {
    Board board = new Board("", List.of(new Board.Column(5, List.of(card), open, open, 3, null)));
    return new EarlyWarnings.Facts(card, List.of(), seen, unanswered, board, dates, null);
  }

  private static Observation seen(String kind, String day, double value, @Nullable Integer whole) {
    return new Observation(
        kind + day,
        "p",
        kind,
        LocalDate.parse(day),
        value,
        whole == null ? null : (double) whole,
        "",
        Who.HANDSEL);
  }
}
