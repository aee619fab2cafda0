package org.handsel.readiness.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// First words of biographies, and the patterns that say what is no part of them.
class LeadsTest {
  private static final String[] PIECES = {
    "<!--",
    "-->",
    "<ref>",
    "<ref name=\"a\" />",
    "<ref name=b>",
    "</ref>",
    "<br />",
    "<",
    ">",
    "/",
    "{|",
    "|}",
    "{{",
    "}}",
    "{",
    "}",
    "|",
    "[[",
    "]]",
    "[",
    "]",
    "Datei:",
    "Sehrlangernamensraumname:",
    ":",
    "'''",
    "''",
    "\n\n",
    "\n",
    " ",
    "&nbsp;",
    "&ndash;",
    "Käthe",
    "1867",
    "war",
    "(*",
    ")"
  };

  private static String lead(String text) {
    return lead(text, new Leads());
  }

  private static String lead(String text, Leads leads) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return leads.of(utf8, 0, utf8.length);
  }

  @Test
  void infoboxAndPictureAreNoPartOfIt() {
    assertThat(
            lead(
                "{{Infobox|Name='''Kästner'''|Bild={{Bild}}}}\n"
                    + "[[Datei:A.jpg|mini|'''Kästner''']]\n"
                    + "'''Erich Kästner'''<ref name=\"x\">Quelle</ref> (* [[23. Februar]]"
                    + " [[1899]]&nbsp;in [[Dresden|D.]])<!-- nein -->\n"
                    + "war Schriftsteller.\n\n"
                    + "Ein Absatz."))
        .isEqualTo("Erich Kästner (* 23. Februar 1899 in D.) war Schriftsteller.");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {41, 42, 43, 44})
  void whatIsReadByHandIsWhatThePatternsSay(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 2_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(60); i >= 0; i--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      int enough = random.nextInt(200);
      assertThat(lead(text.toString(), new Leads(enough)))
          .as("%d of %s", enough, text)
          .isEqualTo(byPatterns(text.toString()));
    }
  }

  private static String byPatterns(String text) {
    if (!text.contains("'''")) {
      return "";
    }
    String plain =
        Pattern.compile(
                "(?s)<!--.*?-->|<ref[^>/]*/>|<ref[^>]*>.*?</ref>|<[^>]{0,200}>|\\{\\|.*?\\|\\}")
            .matcher(text)
            .replaceAll("");
    for (int depth = 0; depth < 6; depth++) {
      plain = plain.replaceAll("\\{\\{[^{}]*\\}\\}", "");
    }
    plain = plain.replaceAll("\\[\\[[^\\[\\]|:]{1,20}:[^\\[\\]]*\\]\\]", "");
    int bold = plain.indexOf("'''");
    if (bold < 0) {
      return "";
    }
    int end = plain.indexOf("\n\n", bold);
    String lead =
        plain
            .substring(bold, end < 0 ? plain.length() : end)
            .replaceAll("\\[\\[(?:[^\\[\\]|]*\\|)?([^\\[\\]|]*)\\]\\]", "$1")
            .replace("'''", "")
            .replace("''", "")
            .replace("&nbsp;", " ")
            .replace("&ndash;", "–")
            .replace("&mdash;", "—")
            .replaceAll("\\s+", " ")
            .strip();
    return lead.length() <= 400 ? lead : lead.substring(0, 400);
  }
}
