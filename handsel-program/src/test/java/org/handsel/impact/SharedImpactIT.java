package org.handsel.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import org.handsel.testing.Shared;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The published figures of a museum and of 92 institutions, from the real files.
@Tag("data")
class SharedImpactIT {
  private final Measurements measurements = new Measurements(Clock.systemUTC());

  @Test
  void pageListOfTheTropenmuseumGivesThePublishedCounts() {
    Measurement measured =
        measurements.pages(
            Shared.data("impact/Tropenmuseum.xlsx"),
            new MeasureOptions(
                50, null, null, null, Shared.data("impact/keyfigures_NDE_04092024.csv")));

    assertThat(measured.problems()).isEmpty();
    assertThat(measured.about().collection()).isEqualTo("Wereldmuseum Amsterdam");
    assertThat(measured.about().asOf()).isEqualTo("2024-09-04");
    assertThat(measured.value("pages")).contains(20_289L);
    assertThat(measured.value("usages")).contains(29_958L);
    assertThat(measured.value("wikis")).contains(194);
    assertThat(measured.value("language-names")).contains(192);
    assertThat(measured.value("files-used")).contains(8_983L);
    assertThat(measured.value("files-used-once")).contains(4_221L);
    assertThat(measured.value("uses-median")).contains(2.0);
    assertThat(measured.value("most-files-on-a-page")).contains(151);
    assertThat(measured.value("template-pairs")).contains(17);
    assertThat(measured.value("template-files")).contains(15L);
    assertThat(measured.value("template-usages")).contains(4_604L);
    assertThat(measured.value("pages-without-template")).contains(15_859L);
    assertThat(measured.value("template-share").orElseThrow().doubleValue())
        .isCloseTo(0.154, within(0.0005));
    assertThat(measured.value("files-available")).contains(57_516L);
    assertThat(measured.measures())
        .filteredOn(measure -> measure.measure().equals("files-used"))
        .singleElement()
        .satisfies(measure -> assertThat(measure.gaps().toString()).contains("9,014", "-0.3 %"));
  }

  @Test
  void otherThresholdsGiveTheOtherRowsOfTheTable() {
    record Row(int threshold, int pairs, long files, long usages) {}
    for (Row row :
        new Row[] {
          new Row(10, 50, 41, 5_269), new Row(20, 28, 24, 4_986), new Row(100, 7, 7, 3_912)
        }) {
      Measurement measured =
          measurements.pages(
              Shared.data("impact/Tropenmuseum.xlsx"),
              new MeasureOptions(row.threshold(), null, null, null, null));
      assertThat(measured.value("template-pairs")).contains(row.pairs());
      assertThat(measured.value("template-files")).contains(row.files());
      assertThat(measured.value("template-usages")).contains(row.usages());
    }
  }

  @Test
  void keyFiguresOfAllInstitutionsComeInWithEveryValue() {
    Measurement measured =
        measurements.keyFigures(
            Shared.data("impact/keyfigures_NDE_04092024.csv"), MeasureOptions.standard());

    assertThat(measured.problems()).isEmpty();
    assertThat(java.util.Objects.requireNonNull(measured.lists().get("institutions")).rows())
        .hasSize(92);
    assertThat(measured.value("files-available")).contains(1_325_265L);
    assertThat(measured.value("files-used")).contains(75_372L);
    assertThat(measured.value("pages")).contains(180_173L);
    assertThat(measured.value("usages")).contains(253_027L);
    assertThat(measured.value("reuse-share").orElseThrow().doubleValue())
        .isCloseTo(0.0569, within(0.00005));
    assertThat(measured.value("reuse-share-median").orElseThrow().doubleValue())
        .isCloseTo(0.1442, within(0.00005));
    assertThat(measured.value("institutions-unused")).contains(3L);
    assertThat(measured.measures())
        .filteredOn(measure -> measure.parameters().containsKey("institution"))
        .hasSize(92 * 7)
        .filteredOn(measure -> measure.value() == null)
        .hasSize(3);
  }

  @Test
  void allInstitutionsStandSideBySide() {
    InstitutionComparison comparison = new InstitutionComparison(Clock.systemUTC());
    // The folder's other files are no key figures: only tables count.
    Compared compared =
        comparison.read(java.util.List.of(Shared.data("impact"))).sorted("files-available", false);

    assertThat(compared.problems()).isEmpty();
    assertThat(compared.rows()).hasSize(92);
    assertThat(compared.available()).isEqualTo(1_325_265L);
    assertThat(compared.used()).isEqualTo(75_372L);
    assertThat(compared.rows())
        .extracting(row -> String.valueOf(row.value("files-available")))
        .isSortedAccordingTo((a, b) -> Long.compare(Long.parseLong(b), Long.parseLong(a)));
    assertThat(
            compared.rows().stream().filter(Compared.Row::fewFiles).map(Compared.Row::institution))
        .hasSizeGreaterThanOrEqualTo(8);
    assertThat(compared.sorted("reuse-share", true).rows().getFirst().value("reuse-share"))
        .isEqualTo(0.0);
  }
}
