package org.handsel.rights.terms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdtfYearsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1935;1935;1935;true",
        "1935-05;1935;1935;true",
        "1935-05-17;1935;1935;true",
        "1935-21;1935;1935;true",
        "1935~;1930;1940;false",
        "1935?;1925;1945;false",
        "1935%;1920;1950;false",
        "1935-05~;1930;1940;false",
        "193X;1930;1939;false",
        "19XX;1900;1999;false",
        "1930/1935;1930;1935;false",
        "1930-02/1930-05;1930;1930;true",
        "1930~/1935;1925;1935;false",
        "1930/..;1930;9999;false",
        "1930/;1930;9999;false",
        "../1930;-9999;1930;false",
        "/1930;-9999;1930;false",
        "[1929,1931];1929;1931;false",
        "{1929..1931};1929;1931;false",
        "[..1931];-9999;1931;false",
        "-0500;-500;-500;true",
        "1935-05-17T10:00:00Z;1935;1935;true"
      })
  void datesGiveTheYearsTheyAllow(String text, int from, int to, boolean exact) {
    assertThat(EdtfYears.read(text)).contains(new Years(from, to, exact));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "um 1935",
        "active c. 1935",
        "35",
        "1872–1945?",
        "../..",
        "1940/1930",
        "[]",
        "Y170000002"
      })
  void whatIsNoDateIsNotGuessed(String text) {
    assertThat(EdtfYears.read(text)).isEmpty();
  }
}
