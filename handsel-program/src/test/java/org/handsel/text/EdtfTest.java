package org.handsel.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.handsel.text.Edtf.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdtfTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "1862,1862,1862",
    "1862-05,1862,1862",
    "1862-05-07,1862,1862",
    "1862-22,1862,1862",
    "1850~,1850,1850",
    "1850?,1850,1850",
    "1850%,1850,1850",
    "186X,1860,1869",
    "18XX,1800,1899",
    "16XX?,1600,1699",
    "1600/1650,1600,1650",
    "1600~/1650~,1600,1650",
    "1960-06-07/1960-06-09,1960,1960",
    "-0043,-43,-43",
    "-0499/-0400,-499,-400",
    "1700-02-29,1700,1700",
    "2000-02-29,2000,2000"
  })
  void yearsOfADate(String edtf, int earliest, int latest) {
    assertThat(Edtf.years(edtf)).contains(new Range(earliest, latest));
  }

  @Test
  void openIntervalsHaveOneYear() {
    assertThat(Edtf.years("../1850")).contains(new Range(null, 1850));
    assertThat(Edtf.years("1681/..")).contains(new Range(1681, null));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "",
        "?",
        "186",
        "18622",
        "1862-13",
        "1862-00",
        "1862-02-30",
        "1900-02-29",
        "1862-5",
        "1862-05-7",
        "1862/",
        "/1862",
        "../..",
        "1650/1600",
        "1862-06/1862-05",
        "18X2",
        "1XXX",
        "XXXX",
        "18XX/1900",
        "1862--05",
        "1862-05-07-01",
        "1862-25",
        "-0000",
        "1862?~",
        " 1862",
        "1862/1863/1864",
        "１８６２"
      })
  void everythingElseIsNotValid(String text) {
    assertThat(Edtf.valid(text)).isFalse();
  }
}
