package org.handsel.collection.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class SourceProfileTest {
  @TempDir Path folder;

  private SourceProfile profile(String name, String text) throws Exception {
    try (RecordSource source =
        Sources.open(Read.write(folder.resolve(name), text), SourceSpec.RECOGNISE)) {
      return SourceProfile.of(source);
    }
  }

  private static FieldProfile field(SourceProfile profile, String path) {
    return profile.fields().stream().filter(f -> f.path().equals(path)).findFirst().orElseThrow();
  }

  @Test
  void columnsAreCountedWithFillDistinctValuesAndSamples() throws Exception {
    SourceProfile profile =
        profile(
            "t.csv",
            "Motiv,Fotonummer,Land,Namn,Namn\n"
                + "Häst <b>x</b>,1.a,SE,A,\n"
                + "Hund,1.b,SE,,B\n"
                + ",1.c, ,C,D\n");

    assertThat(profile.records()).isEqualTo(3);
    assertThat(field(profile, "Motiv"))
        .satisfies(f -> {
          assertThat(f.records()).isEqualTo(2);
          assertThat(f.distinct()).isEqualTo(2);
          assertThat(f.markup()).isEqualTo(1);
          assertThat(f.unique()).isFalse();
        });
    assertThat(field(profile, "Land").values()).isEqualTo(2);
    assertThat(field(profile, "Land").distinct()).isEqualTo(1);
    assertThat(field(profile, "Namn#2").samples()).containsExactly("B", "D");
    assertThat(profile.idCandidates()).containsExactly("Fotonummer");
  }

  @Test
  void xmlPathsAreLocalNamesBelowTheRecord() throws Exception {
    StringBuilder xml = new StringBuilder("<l:lidoWrap xmlns:l='http://www.lido-schema.org'>");
    for (int i = 0; i < 4; i++) {
      xml.append("<l:lido><l:lidoRecID>/Museu:0</l:lidoRecID>")
          .append("<l:set><l:title xml:lang='sv'>T")
          .append(i % 2)
          .append("</l:title>")
          .append("<l:title xml:lang='en'>Q</l:title><l:title/></l:set>")
          .append("<l:link>http://x.example/")
          .append(i)
          .append("</l:link>")
          .append("<l:wrap><l:recordID>")
          .append(i)
          .append("</l:recordID></l:wrap></l:lido>");
    }
    SourceProfile profile = profile("l.xml", xml + "</l:lidoWrap>");

    FieldProfile title = field(profile, "set/title");
    assertThat(title.records()).isEqualTo(4);
    assertThat(title.values()).isEqualTo(8);
    assertThat(title.maxPerRecord()).isEqualTo(2);
    assertThat(title.distinct()).isEqualTo(3);
    assertThat(field(profile, "set/title/@lang").samples()).containsExactly("sv", "en");
    assertThat(field(profile, "lidoRecID").unique()).isFalse();
    assertThat(profile.idCandidates()).containsExactly("wrap/recordID", "link");
  }

  @Test
  void distinctValuesAreEstimatedWhenThereAreMany() {
    DistinctValues many = new DistinctValues();
    DistinctValues unique = new DistinctValues();
    for (int i = 0; i < 300_000; i++) {
      many.add("value " + i % 100_000);
      unique.add("id-" + i);
    }

    assertThat(many.isExact()).isFalse();
    assertThat(many.isUnique()).isFalse();
    assertThat(many.count()).isBetween(85_000L, 115_000L);
    assertThat(unique.isExact()).isTrue();
    assertThat(unique.isUnique()).isTrue();
    assertThat(unique.count()).isEqualTo(300_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Inventarnummer;Titel;Künstler;Datierung;Technik;Maße;Beschreibung;Lizenz\n"
            + "A 1;Blick;\"Müller, Anna\";um 1850;Öl;10 x 20 cm;<p>Ein Blick</p>;CC0\n"
            + "A 2;Berg;\"Maier, Bo\";1851;Öl;11 x 20 cm;Text;CC0\n",
        "ObjectNumber\ttitle\tartist\tdated\tmaterials\tmeasurements\tdescription\trights\n"
            + "1\tView\tMüller, Anna\t1850\toil\t1\t<p>x</p>\tCC BY 4.0\n"
            + "2\tHill\tMaier, Bo\t1851\toil\t2\ty\tCC BY 4.0\n",
        "Identifikationsnr|Titel|Namn-Konstnär|Datering|Teknik|Mått|Beskrivning|Rättigheter\n"
            + "1|Häst|Ek, Anna|1850|olja|1|<p>x</p>|CC0\n2|Ko|Al, Bo|1851|olja|2|y|CC0\n",
        "Cote;Titre;Auteur;Datation;Technique;Dimensions;Description;Droits\n"
            + "1;Vue;Petit, Anne;1850;huile;1;<p>x</p>;CC0\n2;Mont;Grand, Bo;1851;huile;2;y;CC0\n",
        "Objectnummer;Titel;Kunstenaar;Datering;Techniek;Afmetingen;Beschrijving;Rechten\n"
            + "1;Zee;Vos, Anna;1850;olieverf;1;<p>x</p>;CC0\n2;Dorp;Bos, Bo;1851;olieverf;2;y;CC0\n"
      })
  void theFirstMappingFindsTheFieldsInManyLanguages(String table) throws Exception {
    SourceProfile profile = profile("t.csv", table);

    @SuppressWarnings("unchecked")
    Map<String, Object> yaml =
        (Map<String, Object>)
            java.util.Objects.requireNonNull(
                new Load(LoadSettings.builder().build())
                    .loadFromString(StarterMapping.of(profile)));

    assertThat(yaml)
        .containsKeys("source", "id", "fields", "rights", "filename", "template", "categories");
    assertThat(yaml.get("id")).isEqualTo(profile.fields().getFirst().path());
    assertThat((Map<?, ?>) yaml.get("fields"))
        .asString()
        .contains("title=", "creator=", "date=", "medium=", "dimensions=", "description=")
        .contains("transforms=[trim, flip-name]")
        .contains("transforms=[trim, html]")
        .contains("transforms=[trim, date]");
    assertThat(yaml.get("rights")).asString().contains("reproduction=");
  }

  @Test
  void theFirstMappingSurvivesOddNames() throws Exception {
    SourceProfile profile =
        profile("t.csv", "\"a: \"\"b\"\" #1\",\"{x}, [y]\",true,\n1,2,3,4\n5,6,7,8\n");

    Object yaml =
        new Load(LoadSettings.builder().build()).loadFromString(StarterMapping.of(profile));

    assertThat(yaml).asString().contains("source=", "id=a: \"b\" #1");
  }

  @Test
  void everyTableOfThePackageLoads() {
    assertThat(KnownNames.PREFIXES).containsKeys("dc", "lido", "xlink", "rdf", "skos", "edm");
    assertThat(KnownNames.RECORDS).hasSizeGreaterThan(20);
    assertThat(FieldNames.NAMES).hasSizeGreaterThan(50);
  }
}
