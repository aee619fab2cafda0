package org.handsel.app.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BlacklistTest {
  private static final String PAGE =
      """
      # names that say nothing
      File:DSC[0-9]+\\.jpg <errmsg=titleblacklist-custom-filename>
      File:Secret.* <casesensitive|errmsg=hush>  # a comment
      File:(unclosed
      """;

  @Test
  void lineForbidsATitleAndNamesItsMessage() {
    assertThat(Blacklist.hit(PAGE, "File:DSC0001.jpg"))
        .hasValueSatisfying(
            hit -> assertThat(hit.message()).isEqualTo("titleblacklist-custom-filename"));
    assertThat(Blacklist.hit(PAGE, "File:dsc0001.JPG")).isPresent();
    assertThat(Blacklist.hit(PAGE, "File:A DSC0001.jpg")).isEmpty();
  }

  @Test
  void caseCountsWhereTheLineSaysSo() {
    assertThat(Blacklist.hit(PAGE, "File:Secret.jpg")).isPresent();
    assertThat(Blacklist.hit(PAGE, "File:secret.jpg")).isEmpty();
  }
}
