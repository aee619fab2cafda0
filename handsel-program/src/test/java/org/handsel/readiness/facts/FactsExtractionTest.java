package org.handsel.readiness.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.handsel.platform.Progress;
import org.handsel.readiness.sample.SampleOrder;
import org.handsel.readiness.sample.SampleWiki;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The facts of a dump do not depend on how it is packed or on how many threads read it.
class FactsExtractionTest {
  @TempDir Path folder;

  private FactsFolder facts(Path dump, int threads, String name) {
    FactsFolder facts = new FactsFolder(folder.resolve(name));
    FactsExtraction.run(dump, null, threads, facts, Progress.NONE, () -> false);
    return facts;
  }

  @Test
  void theSameDumpGivesTheSameBytes() throws IOException {
    SampleOrder plain = SampleOrder.small(folder.resolve("wiki"), 5, 1_500, 2);
    SampleWiki.write(plain, Progress.NONE, () -> false);
    SampleOrder packed = plain.with(SampleOrder.Packing.MULTISTREAM);
    SampleWiki.write(packed, Progress.NONE, () -> false);
    FactsFolder expected = facts(plain.dump(), 1, "expected");
    assertThat(expected.categories()).isNotEmptyFile();
    for (int threads : new int[] {2, 7}) {
      for (Path dump : new Path[] {plain.dump(), packed.dump()}) {
        FactsFolder facts = facts(dump, threads, "facts");
        assertThat(facts.pages()).hasSameBinaryContentAs(expected.pages());
        assertThat(facts.categories()).hasSameBinaryContentAs(expected.categories());
        assertThat(facts.templates()).hasSameBinaryContentAs(expected.templates());
        assertThat(facts.marks()).hasSameBinaryContentAs(expected.marks());
      }
    }
  }

  /// Pages with text of some length, so that many parts are made of them.
  private static String page(int id, String title, String head, String text) {
    return "<page><title>%s</title><ns>%d</ns><id>%d</id>%s<revision><text>%s\n%s</text></revision></page>%n"
        .formatted(
            title,
            title.startsWith("Vorlage:") ? 10 : 0,
            id,
            head,
            text,
            "Ein Satz von einiger Länge. ".repeat(2_000));
  }

  @ParameterizedTest(name = "the redirect is page {0} of 300")
  @ValueSource(ints = {1, 150, 299})
  void templateIsKnownByAnyNameThatTheDumpHasForIt(int place) throws IOException {
    StringBuilder xml = new StringBuilder("<mediawiki xml:lang=\"de\"><siteinfo><dbname>dewiki");
    xml.append("</dbname></siteinfo>\n");
    for (int i = 0; i < 300; i++) {
      xml.append(
          i == place
              ? page(
                  i + 1,
                  "Vorlage:Lebensdaten",
                  "<redirect title=\"Vorlage:Personendaten\" />",
                  "#WEITERLEITUNG [[Vorlage:Personendaten]]")
              : page(
                  i + 1,
                  "Seite " + i,
                  "",
                  i % 3 == 0
                      ? "{{Lebensdaten|NAME=Nummer %d}}".formatted(i)
                      : "{{ lebensdaten <!-- -->\n|NAME=Nummer %d}}{{Andere|a}}".formatted(i)));
    }
    Path dump = Files.writeString(folder.resolve("dump.xml"), xml.append("</mediawiki>\n"));
    FactsFolder facts = facts(dump, 2, "facts");
    assertThat(Files.readAllLines(facts.templates()))
        .hasSize(300)
        .contains(
            "1\tSeite 0\tPersonendaten\tNAME\tNummer 0",
            "299\tSeite 298\tPersonendaten\tNAME\tNummer 298");
    assertThat(facts.templates()).hasSameBinaryContentAs(facts(dump, 5, "others").templates());
  }
}
