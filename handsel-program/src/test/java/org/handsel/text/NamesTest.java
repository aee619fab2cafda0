package org.handsel.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.handsel.platform.ResourceTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
  private static final Names NAMES = Names.load();

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Linné, Sigvald|Sigvald Linné",
        "Sillén, Herman af|Herman af Sillén",
        "Karlsson ,  Anneli|Anneli Karlsson"
      })
  void oneCommaIsFlipped(String name, String flipped) {
    assertThat(NAMES.flip(name)).isEqualTo(flipped);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Lind, Ebba, 1861-1930, photographer.|Ebba Lind",
        "Lind, Ebba,|Ebba Lind",
        "Lind, Ebba, b. 1861|Ebba Lind",
        "Lind, Ebba, active 19th century|Ebba Lind",
        "Lind, Ebba (1861 - 1930), Malerin|Ebba Lind",
        "Kay, John (1742-1826)|John Kay",
        "Dodd, Thomas J. (Thomas Joseph), 1907-1971|Thomas J. Dodd",
        "Ebba Lind 1861-1930|Ebba Lind",
        "Fotograf: Ebba Lind|Ebba Lind",
        "Lind, Ebba [photographer]|Ebba Lind",
        "Boston Cooking School (Boston, Mass.)|Boston Cooking School (Boston, Mass.)",
        "Smith, John, Jr.|Smith, John, Jr.",
        "Skarvik Museum|Skarvik Museum",
        "Okänd|Okänd",
        "Lind, Ebba (1861-1930). Photographe|Ebba Lind",
        "Lind, Ebba; Fotografin|Ebba Lind",
        "Orgemont, Pierre d'|Pierre d'Orgemont",
        "J. Potter|J. Potter",
        "Ebba Lind (Swedish, 1861–1930)|Ebba Lind",
        "Lind, Ebba (Skarvik, Sweden)|Lind, Ebba (Skarvik, Sweden)",
        "1905|1905"
      })
  void whatCataloguesAddToANameIsDropped(String written, String name) {
    assertThat(NAMES.person(written)).isEqualTo(name);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "pht, true, false",
    "Photographer, true, false",
    "Fotograf/in, true, false",
    "Künstler:innen, true, false",
    "http://id.loc.gov/vocabulary/relators/egr, true, false",
    "publisher; photographer, true, true",
    "Former owner, false, true",
    "Auftraggeber, false, true",
    "Hrsg., false, false",
    "Wetterfrosch, false, false",
    "'', false, false"
  })
  void rolesOfMakersAreToldFromOthers(String role, boolean maker, boolean other) {
    assertThat(NAMES.maker(role)).isEqualTo(maker);
    assertThat(NAMES.otherThanMaker(role)).isEqualTo(other);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "Sigvald Linné",
        "Linné, Margareta, Linné, Sigvald",
        "Smith, Jr.",
        "Adam Friberg, d.ä.",
        "Brueghel, the Elder",
        "Linné, 1707-1778",
        "Hansen & Pedersen, Malmö",
        "Linné,",
        ", Sigvald",
        ""
      })
  void everythingElseIsLeftAlone(String name) {
    assertThat(NAMES.flip(name)).isEqualTo(name);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "Okänd",
        "OKÄND",
        "Okänd fotograf",
        "okänd, fotograf",
        "Fotograf okänd",
        "Okänd konstnär",
        "Anonym",
        "Anonymous",
        "Unknown",
        "unknown artist",
        "Unknown (photographer)",
        "Unbekannt",
        "Unbekannter Künstler",
        "Necunoscut",
        "Anonim",
        "inconnu",
        "Auteur inconnu",
        "Onbekend",
        "Desconocido",
        "Ignoto",
        "Nieznany",
        "Ukendt",
        "Ukjent fotograf",
        "N.N.",
        "n. n.",
        "?"
      })
  void namesThatSayThatNobodyIsKnown(String name) {
    assertThat(NAMES.unknown(name)).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "",
        " ",
        "Anneli Karlsson",
        "Fotograf",
        "Okänd fotograf/Götaverken",
        "Okänd fotograf/E. A. Sweetman & Son",
        "Anonymous Society Ltd",
        "Johan (Jean?) Henrik Hästesko af Målagård",
        "Unknown Pleasures Records"
      })
  void namesThatNameSomebody(String name) {
    assertThat(NAMES.unknown(name)).isFalse();
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "Tillskriven,attributed-to",
    "Tidigare attribution,former",
    "Hans art,manner-of",
    "Hans ateljé,workshop-of",
    "Hans skola,school-of",
    "Kopia efter,after",
    "Osäker attribution,uncertain",
    "Hennes art,manner-of",
    "Attribuerad till,attributed-to",
    "Alternativ attribution,alternative",
    "attributed to,attributed-to",
    "Circle of,circle-of",
    "[workshop of],workshop-of",
    "formerly attributed to,former",
    "zugeschrieben,attributed-to",
    "Werkstatt,workshop-of",
    "Umkreis von,circle-of",
    "Nachfolger,follower-of",
    "Schule,school-of",
    "Kopie nach,after",
    "attribué à,attributed-to",
    "d'après,after",
    "toegeschreven aan,attributed-to"
  })
  void attributionPhrasesHaveOneCode(String phrase, String code) {
    assertThat(NAMES.attribution(phrase)).isEqualTo(code);
  }

  @Test
  void aPhraseThatIsNotKnownHasNoCode() {
    assertThat(NAMES.attribution("Hans hund")).isNull();
    assertThat(NAMES.attribution("")).isNull();
  }

  @Test
  void aFormerAttributionIsNoCreator() {
    assertThat(NAMES.template("former")).isNull();
    assertThat(NAMES.template("alternative")).isNull();
    assertThat(NAMES.template("attributed-to")).isEqualTo("Attributed to");
    assertThat(NAMES.property("attributed-to")).isEqualTo("P1773");
    assertThat(NAMES.template("no such code")).isNull();
  }

  @Test
  void everyRowOfTheTablesHasItsSource() {
    assertThat(
            Stream.of(
                    ResourceTable.read(
                        Names.class, "attributions.tsv", "code", "language", "phrase", "source"),
                    ResourceTable.read(
                        Names.class,
                        "attribution-codes.tsv",
                        "code",
                        "template",
                        "property",
                        "source"))
                .flatMap(table -> table.rows().stream())
                .map(row -> row.cells().getLast())
                .filter(String::isBlank))
        .isEmpty();
    assertThat(
            List.of(
                "attributed-to",
                "former",
                "manner-of",
                "workshop-of",
                "school-of",
                "circle-of",
                "follower-of",
                "after",
                "uncertain",
                "alternative"))
        .hasSameSizeAs(
            ResourceTable.read(
                    Names.class, "attribution-codes.tsv", "code", "template", "property", "source")
                .rows());
  }
}
