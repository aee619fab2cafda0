package org.handsel.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlTextTest {
  @Test
  void paragraphsAndBreaksBecomeLinesAndEntitiesCharacters() {
    assertThat(
            HtmlText.plain(
                "<p>Map of <i>Spain</i> &amp; Portugal,\n"
                    + "in two<br/>sheets.</p><p>Caf&eacute;&nbsp;x</p>"))
        .isEqualTo("Map of Spain & Portugal, in two\nsheets.\nCafé x");
  }

  @Test
  void scriptsAndStylesVanish() {
    assertThat(HtmlText.plain("a<script>alert('x')</script><style>p{}</style>b")).isEqualTo("ab");
  }

  @Test
  void textWithoutMarkupKeepsItsWordsAndLines() {
    assertThat(HtmlText.plain(" smaller than  5\u00a0cm \n\n next "))
        .isEqualTo("smaller than 5 cm\nnext");
    assertThat(HtmlText.plain("Smith & Sons, < 5 cm")).isEqualTo("Smith & Sons, < 5 cm");
    assertThat(HtmlText.plain("")).isEmpty();
  }

  @Test
  void listsAndTablesStayReadable() {
    assertThat(
            HtmlText.plain("<ul><li>one<li>two</ul><table><tr><td>a</td><td>b</td></tr></table>"))
        .isEqualTo("one\ntwo\na b");
  }
}
