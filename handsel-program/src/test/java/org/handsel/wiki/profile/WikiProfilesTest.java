package org.handsel.wiki.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.handsel.wiki.markup.Oddity;
import org.handsel.wiki.profile.LifeYears.LifeYear;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class WikiProfilesTest {
  static final List<String> KNOWN = WikiProfiles.KNOWN;

  @ParameterizedTest
  @FieldSource("KNOWN")
  void everyProfileIsReadWhole(String wiki) {
    WikiProfile profile = WikiProfiles.of(wiki);
    assertThat(profile.wiki()).isEqualTo(wiki);
    assertThat(wiki).startsWith(profile.language());
    assertThat(profile.source()).isNotBlank();
    assertThat(profile.templates()).isNotEmpty();
    assertThat(profile.layout()).isNotEmpty().allMatch(kind -> Oddity.Kind.of(kind).isPresent());
  }

  @ParameterizedTest
  @CsvSource({
    "de, Geboren 1788, true, 1788",
    "de, Gestorben 43 v. Chr., false, -43",
    "en, 1954 births, true, 1954",
    "en, 40 BC deaths, false, -40",
    "fr, Naissance en novembre 1866, true, 1866",
    "fr, Décès en 1936, false, 1936",
    "pl, Urodzeni w 1833, true, 1833",
    "ru, Умершие в 1887 году, false, 1887",
    "ja, 1867年生, true, 1867",
    "sv, Födda 1707, true, 1707",
    // Wikis without a profile of their own, digits of another script.
    "mr, इ.स. १८६९ मधील जन्म, true, 1869",
    "el, Γεννήσεις το 1900, true, 1900",
  })
  void categoryTellsAYearOfALife(String wiki, String category, boolean birth, int year) {
    WikiProfile profile = WikiProfiles.of(wiki);
    assertThat(profile.biography().years().read(category)).contains(new LifeYear(birth, year));
    assertThat(profile.biography().tells(category)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "de, Geboren",
    "de, Geboren 19540",
    "de, Person 1954",
    "en, 1954 birthstones",
    "fr, Naissance",
    "de, Mannheim"
  })
  void otherCategoriesTellNone(String wiki, String category) {
    assertThat(WikiProfiles.of(wiki).biography().tells(category)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Mann", "Frau", "Geboren im 19. Jahrhundert"})
  void biographyIsKnownWithoutAYear(String category) {
    assertThat(WikiProfiles.of("dewiki").biography().tells(category)).isTrue();
  }

  @Test
  void fieldsOfPersonDataKeepTheirOrder() {
    assertThat(WikiProfiles.of("de").personData().orElseThrow().fields().values())
        .containsExactly(
            "NAME",
            "ALTERNATIVNAMEN",
            "KURZBESCHREIBUNG",
            "GEBURTSDATUM",
            "GEBURTSORT",
            "STERBEDATUM",
            "STERBEORT");
  }

  @Test
  void everyPatternOfTheTableOfLivesMatchesItsOwnYear() {
    for (String language : List.of("ar", "eu", "fa", "hy", "ka", "ko", "lv", "ta", "zh")) {
      LifeYears years = WikiProfiles.lives(language);
      assertThat(years.birth()).isNotEmpty();
      assertThat(years.birth().getFirst().year(written(years.birth().getFirst()))).hasValue(1492);
      assertThat(years.death().getFirst().year(written(years.death().getFirst()))).hasValue(1492);
    }
  }

  private static String written(NamePattern pattern) {
    return pattern.text().replace("{year}", "1492");
  }
}
