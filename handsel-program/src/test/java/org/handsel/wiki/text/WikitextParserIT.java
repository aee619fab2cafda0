package org.handsel.wiki.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.handsel.testbed.ApiSession;
import org.handsel.testbed.RealWiki;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// MediaWiki's own parser shows escaped text unchanged and finds no markup in it.
@Tag("wiki")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WikitextParserIT {
  private static final int TEXTS = 60;
  private static final List<String> TRAPS =
      List.of(
          "{{",
          "}}",
          "{{{1}}}",
          "[[",
          "]]",
          "[[File:A.jpg|thumb]]",
          "[[Category:X]]",
          "{|",
          "|}",
          "|-",
          "|",
          "||",
          "!",
          "!!",
          "<b>",
          "</b>",
          "<nowiki>",
          "</nowiki>",
          "<!--",
          "-->",
          "<ref>",
          "<pre>",
          "&amp;",
          "&lt;b&gt;",
          "&#91;",
          "&nbsp;",
          "&",
          ";",
          "''",
          "'''",
          "'",
          "~~~~",
          "~~~~~",
          "__TOC__",
          "__NOINDEX__",
          "_",
          "* ",
          "# ",
          ": ",
          "; a : b",
          "=",
          "== H ==",
          "----",
          "-",
          " ",
          "\n",
          "\n\n",
          "\n ",
          "\n* ",
          "\n{|",
          "http://example.org/",
          "https://example.org/?a=b&c=d",
          "mailto:a@b.c",
          "news:x",
          "//x",
          "ISBN 9783161484100",
          "RFC 1234",
          "PMID 12",
          "ISBN\u00A09783161484100",
          "#REDIRECT [[X]]",
          "{{subst:unc}}",
          "-{zh:a}-",
          "\"",
          "\\",
          "%41",
          "+",
          "word",
          "ä",
          "字",
          "a b",
          "(",
          ")",
          ".",
          ",",
          "\t",
          "{{!}}",
          "{{=}}",
          "1=x",
          "style=\"x\"");

  private RealWiki wiki;

  @BeforeAll
  void start() {
    wiki = RealWiki.start("parser");
    // Off in MediaWiki 1.39 by default, on at Commons.
    wiki.setOverrides("{\"wgEnableMagicLinks\":{\"ISBN\":true,\"PMID\":true,\"RFC\":true}}");
    try (var session = new ApiSession(wiki.api())) {
      session.login(wiki.admin().name(), wiki.admin().password());
      edit(session, "Template:Echo", "<div id=\"{{{id|{{{1}}}}}}\">{{{text|{{{2}}}}}}</div>");
      edit(session, "Template:Echo cell", "{|\n! Title || id=\"{{{id}}}\" | {{{text}}}\n|-\n|}");
      edit(session, "Template:Echo line", "<div id=\"{{{id}}}\">\n{{#if:x|{{{text}}}}}\n</div>");
    }
  }

  @AfterAll
  void stop() {
    wiki.close();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void anywhereOnAPageTheReaderSeesThePartnersText(long seed) {
    Random random = new Random(seed);
    StringBuilder page = new StringBuilder();
    String[] texts = new String[TEXTS];
    for (int i = 0; i < TEXTS; i++) {
      texts[i] = hostile(random);
      page.append(frame(i % 6, i, texts[i]));
    }

    JsonNode parsed = wiki.state().parse(page.toString(), "File:Parser test.jpg");

    Element body = Jsoup.parseBodyFragment(parsed.path("text").asString());
    for (int i = 0; i < TEXTS; i++) {
      Element shown = body.expectFirst("#t" + i);
      assertThat(visible(shown.wholeText())).isEqualTo(visible(texts[i]));
      // Paragraphs, line breaks and addresses shown as they are are all that may arise.
      assertThat(shown.select("*:not(br):not(p):not(a.external.free)"))
          .as("text %d of seed %d: %s", i, seed, texts[i])
          .containsExactly(shown);
    }
    assertThat(parsed.path("links")).isEmpty();
    assertThat(parsed.path("categories")).isEmpty();
    assertThat(parsed.path("images")).isEmpty();
    assertThat(parsed.path("sections")).isEmpty();
    assertThat(parsed.path("properties").propertyNames()).doesNotContain("noindex", "toc");
    assertThat(parsed.path("templates").valueStream().map(t -> t.path("title").asString()))
        .containsOnly("Template:Echo", "Template:Echo cell", "Template:Echo line");
    assertThat(parsed.path("externallinks").valueStream().map(JsonNode::asString))
        .allMatch(link -> link.startsWith("http"));
  }

  /// The places where text stands: alone on a line, inside a line, in a parameter with and without
  /// name, in a cell of a table, at the start of a line that a template makes.
  private static String frame(int place, int id, String text) {
    return switch (place) {
      case 0 -> "<div id=\"t%d\">\n%s\n</div>\n".formatted(id, Wikitext.escape(text));
      case 1 -> "<div id=\"t%d\">%s</div>\n".formatted(id, Wikitext.escape(text));
      case 2 -> "{{Echo|id=t%d|text=%s}}\n".formatted(id, Wikitext.escape(text));
      case 3 -> "{{Echo|t%d|%s}}\n".formatted(id, Wikitext.escapeParameter(text));
      case 4 -> "{{Echo cell|id=t%d|text=%s}}\n".formatted(id, Wikitext.escape(text));
      default ->
          "{{Echo line\n |id=t%d\n |text = %s\n}}\n".formatted(id, Wikitext.escapeParameter(text));
    };
  }

  private static void edit(ApiSession session, String title, String text) {
    assertThat(ApiSession.code(session.act("action", "edit", "title", title, "text", text)))
        .isEqualTo("Success");
  }

  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

  private static String visible(String text) {
    String nfc = Normalizer.normalize(text, Normalizer.Form.NFC);
    return SPACE.matcher(nfc).replaceAll(" ").strip();
  }

  private static String hostile(Random random) {
    StringBuilder text = new StringBuilder();
    int parts = 1 + random.nextInt(12);
    for (int i = 0; i < parts; i++) {
      text.append(TRAPS.get(random.nextInt(TRAPS.size())));
      if (random.nextInt(4) == 0) {
        text.append(' ');
      }
    }
    return text.toString().isBlank() ? "x" + text : text.toString();
  }
}
