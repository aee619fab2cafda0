package org.handsel.collection.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.handsel.collection.Item;
import org.handsel.collection.LayerRights;
import org.handsel.collection.Value;
import org.handsel.rights.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RightsLayersTest {
  private final RecordProblems problems =
      new RecordProblems("7", new Item.Origin("export.csv", 1, 2));

  private LayerRights judge(@Nullable String release, String... statements) {
    List<Value> said =
        Arrays.stream(statements).map(text -> Value.of(text, "Rights", text)).toList();
    return new RightsLayers(Samples.knowledge().rights(), release)
        .judge("reproduction", said, true, problems);
  }

  @Test
  void silenceIsNoPermission() {
    assertThat(judge(null)).isEqualTo(LayerRights.silent("reproduction"));
  }

  @Test
  void oneStatementDecidesAndKeepsItsTextAndPath() {
    assertThat(judge(null, "CC0"))
        .isEqualTo(new LayerRights("https://cc0", Verdict.YES, "CC0", "Rights", "CC0 is free"));
  }

  @Test
  void theStrictestOfSeveralWinsAndTheReasonNamesBoth() {
    assertThat(judge(null, "CC0", "InC"))
        .isEqualTo(
            new LayerRights(
                "https://inc",
                Verdict.NO,
                "InC",
                "Rights",
                "\"InC\" decides, being stricter than \"CC0\": in copyright"));
    assertThat(judge(null, "fri", "CC0").verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(judge(null, "fri", "InC").verdict()).isEqualTo(Verdict.NO);
    assertThat(judge(null, "CC0", "PDM", "BY without version").verdict()).isEqualTo(Verdict.HOLD);
  }

  @Test
  void theSameStatementTwiceIsOne() {
    assertThat(judge(null, "CC0", "https://cc0").reason()).isEqualTo("CC0 is free");
  }

  @Test
  void whatIsNotUnderstoodIsReported() {
    LayerRights layer = judge(null, "fri");

    assertThat(layer.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(problems.all())
        .containsExactly(
            new Problem(
                "7",
                "export.csv",
                2,
                "Rights",
                "rights.reproduction",
                "RIGHTS_UNKNOWN",
                "fri",
                "the rights text \"fri\": not recognised; the file stays back"));
  }

  @Test
  void anAgreementCoversSilenceAndWhatIsLessThanFree() {
    assertThat(judge("https://cc0"))
        .isEqualTo(
            new LayerRights(
                "https://cc0",
                Verdict.YES,
                null,
                "rights.release",
                "declared by agreement: https://cc0"));
    assertThat(judge("https://cc0", "PDM"))
        .isEqualTo(
            new LayerRights(
                "https://cc0",
                Verdict.YES,
                "PDM",
                "rights.release",
                "declared by agreement: https://cc0; the record says \"PDM\""));
  }

  @Test
  void anAgreementDoesNotOverruleARecordThatSaysNo() {
    assertThat(judge("https://cc0", "InC"))
        .isEqualTo(
            new LayerRights(
                "https://inc",
                Verdict.NO,
                "InC",
                "Rights",
                "in copyright. The agreement declares https://cc0, which contradicts the record:"
                    + " ask the institution"));
  }

  @Test
  void aFreeRecordKeepsItsOwnLicence() {
    assertThat(judge("https://other", "CC0").uri()).isEqualTo("https://cc0");
  }

  @Test
  void anAgreementThatIsNotUnderstoodFreesNothing() {
    assertThat(judge("https://other").verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void theDescriptionsRightsAreNeverTheAgreements() {
    LayerRights metadata =
        new RightsLayers(Samples.knowledge().rights(), "https://cc0")
            .judge("metadata", List.of(), false, problems);

    assertThat(metadata).isEqualTo(LayerRights.silent("metadata"));
  }
}
