package org.handsel.wiki.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class MarkupTest {
  private static final Namespaces GERMAN =
      new Namespaces(
          Map.of("Kategorie", 14, "Vorlage", 10, "Benutzer", 2, "Datei", 6, "Hilfe", 12), true);

  private static Markup german() {
    return new Markup(
        GERMAN,
        List.of("Personendaten", "Normdaten", "Äußeres"),
        new MarkupWords(Set.of("SORTIERUNG"), Set.of("__VERSTECKTE_KATEGORIE__")));
  }

  @SuppressWarnings("unchecked")
  static Stream<Named<Map<String, Object>>> cases() throws Exception {
    try (InputStream in = MarkupTest.class.getResourceAsStream("/cases/markup/markup.yaml")) {
      List<Map<String, Object>> cases =
          (List<Map<String, Object>>)
              new Load(LoadSettings.builder().build()).loadFromInputStream(in);
      return cases.stream().map(one -> Named.of(String.valueOf(one.get("id")), one));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void wikitextIsReadAsMediaWikiReadsIt(Map<String, Object> one) {
    PageMarkup read = german().read(bytes(String.valueOf(one.get("text"))));
    if (one.containsKey("categories")) {
      assertThat(read.categories()).map(MarkupTest::written).isEqualTo(one.get("categories"));
    }
    if (one.containsKey("templates")) {
      assertThat(read.templates()).map(MarkupTest::written).isEqualTo(one.get("templates"));
    }
    if (one.containsKey("sorts")) {
      assertThat(read.defaultSorts()).isEqualTo(one.get("sorts"));
    }
    if (one.containsKey("hidden")) {
      assertThat(read.hidden()).isEqualTo(one.get("hidden"));
    }
  }

  @Test
  void wikiWithoutCapitalsKeepsTheFirstLetter() {
    Namespaces dictionary = new Namespaces(Map.of("Kategorie", 14), false);
    Markup markup = new Markup(dictionary, List.of("box"), MarkupWords.ENGLISH);
    PageMarkup read = markup.read(bytes("[[Kategorie:malen]] {{Box}} {{box|a}}"));
    assertThat(read.categories()).containsExactly(new CategoryLink("malen", "", false));
    assertThat(read.templates()).hasSize(1);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anyTextIsReadToItsEnd(int seed) {
    Random random = new Random(seed);
    String[] parts =
        ("{{ }} {{{ }}} [[ ]] | = \n == <!-- --> <nowiki> </nowiki> <ref> </ref> <includeonly>"
                + " </includeonly> Normdaten Kategorie:A : # { } [ ] < > / ß")
            .split(" ");
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 400; i++) {
      text.append(parts[random.nextInt(parts.length)]);
    }
    String end = "-->]]}}</nowiki></ref></includeonly>\n[[Kategorie:Ende]]";
    Markup markup = german();
    PageMarkup read = markup.read(bytes(text + end));
    assertThat(read).isEqualTo(markup.read(bytes(text + end)));
    byte[] inTheMiddle = bytes("[[Kategorie:Vor]]" + text + "[[Kategorie:Nach]]");
    PageMarkup part = markup.read(inTheMiddle, 17, inTheMiddle.length - 18);
    assertThat(part).isEqualTo(markup.read(bytes(text.toString())));
  }

  static IntStream seeds() {
    return IntStream.rangeClosed(1, 50);
  }

  @Test
  void nestingWithoutEndTakesTimeInProportion() {
    // Each of these once made a parser quadratic; a test that hangs is the failure.
    for (String part : List.of("[[a", "{{a|", "<ref>", "<!--", "<nowiki", "[[Kategorie:{{")) {
      german().read(bytes(part.repeat(200_000)));
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String written(CategoryLink link) {
    return (link.dynamic() ? "?" : "")
        + link.category()
        + (link.sortKey().isEmpty() ? "" : "|" + link.sortKey());
  }

  private static List<String> written(TemplateCall call) {
    List<String> words = new ArrayList<>(List.of(call.name()));
    call.arguments().forEach((name, value) -> words.add(name + "=" + value));
    return words;
  }
}
