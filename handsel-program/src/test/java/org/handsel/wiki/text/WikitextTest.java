package org.handsel.wiki.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WikitextTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '\t',
      quoteCharacter = '\0',
      value = {
        "{{PD-old}}\t&#123;&#123;PD-old&#125;&#125;",
        "[[File:X.jpg]]\t&#91;&#91;File:X.jpg&#93;&#93;",
        "a | b\ta &#124; b",
        "<nowiki>\t&#60;nowiki&#62;",
        "&amp; & R&D\t&#38;amp; & R&#38;D",
        "it's ''so''\tit's &#39;&#39;so&#39;&#39;",
        "Rock 'n'\tRock 'n&#39;",
        "~~~~\t&#126;&#126;&#126;&#126;",
        "__TOC__\t&#95;&#95;TOC&#95;&#95;",
        "* item\t&#42; item",
        "----\t&#45;---",
        "= a = b\t&#61; a = b",
        "a !! b\ta &#33;&#33; b",
        "ISBN 123\t&#73;SBN 123",
        "ISBN missing\tISBN missing",
        "https://example.org/?a=1\thttps://example.org/?a=1",
        "http://example.org/a[1]\thttp&#58;//example.org/a&#91;1&#93;",
        "https://sv.wikipedia.org/wiki/Linné]\thttps&#58;//sv.wikipedia.org/wiki/Linné&#93;",
        "https://sv.wikipedia.org/wiki/Linné\thttps://sv.wikipedia.org/wiki/Linné",
        "mailto:a@example.org\tmailto&#58;a@example.org",
        "News: none\tNews: none",
        "A plain sentence, with (brackets), 5 % and \"quotes\".\tA plain sentence, with (brackets),"
            + " 5 % and \"quotes\"."
      })
  void markupBecomesReferencesAndTheRestStaysReadable(String text, String expected) {
    assertThat(Wikitext.escape(text)).isEqualTo(expected);
  }

  @Test
  void lineBreaksStayLineBreaksAndNothingStandsAtALineStart() {
    assertThat(Wikitext.escape(" one\r\n* two\n\n three "))
        .isEqualTo("one<br />&#42; two<br /><br />three");
  }

  @Test
  void controlCharactersAndHalvesOfSurrogatesAreDropped() {
    assertThat(Wikitext.escape("a\u0000\u007F\uD800\uFFFEb\tc")).isEqualTo("ab c");
  }

  @Test
  void equalsSignCannotStartTheNameOfAParameter() {
    assertThat(Wikitext.escapeParameter("a=b")).isEqualTo("a&#61;b");
    assertThat(Wikitext.escapeParameter("=a\n=b")).isEqualTo("&#61;a<br />&#61;b");
  }
}
