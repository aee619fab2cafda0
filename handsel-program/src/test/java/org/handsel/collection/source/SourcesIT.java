package org.handsel.collection.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The deliveries of real institutions, with the counts of their README.
@Tag("data")
class SourcesIT {
  private static final Path DATA =
      Path.of(System.getProperty("handsel.shared", "../../shared"), "data", "collections");

  @ParameterizedTest(name = "{0}: {1} x {2}")
  @CsvSource(
      delimiter = '~',
      value = {
        "csv/AutryObjects.csv ~ 193 ~ 10 ~ CSV, UTF-8, delimiter comma",
        "csv/AutryMakers.csv ~ 182 ~ 7 ~ CSV, UTF-8, delimiter comma",
        "csv/AutryDated.csv ~ 191 ~ 4 ~ CSV, UTF-8, delimiter comma",
        "csv/AutryMedia.csv ~ 276 ~ 6 ~ CSV, UTF-8, delimiter comma",
        "csv/nga_constituents.csv ~ 27438 ~ 14 ~ CSV, UTF-8, delimiter comma",
        "csv/smm_exportlista-2015.csv ~ 597 ~ 27 ~ CSV, UTF-8, delimiter |, no quotes",
        "csv/geographicus-wikimedia.csv ~ 2130 ~ 11 ~ CSV, windows-1252, delimiter comma",
        "csv/smvk_enriched_mexiko.csv ~ 1442 ~ 16 ~ CSV, UTF-8, delimiter comma",
        "csv/lsh_relational/objDaten.csv ~ 9 ~ 18 ~ CSV, UTF-8, delimiter |",
        "csv/lsh_relational/objMass.csv ~ 28 ~ 6 ~ CSV, UTF-8, delimiter |",
        "csv/lsh_relational/objMultiple.csv ~ 41 ~ 8 ~ CSV, UTF-8, delimiter |",
        "csv/lsh_relational/objDatenSam.csv ~ 177 ~ 3 ~ CSV, UTF-8, delimiter |",
        "csv/lsh_relational/kuenstler.csv ~ 1303 ~ 19 ~ CSV, UTF-8, delimiter |",
        "csv/lsh_relational/ereignis.csv ~ 240 ~ 5 ~ CSV, UTF-8, delimiter |",
        "csv/lsh_relational/ausstellung.csv ~ 704 ~ 9 ~ CSV, UTF-8, delimiter |",
        "csv/lsh_relational/photo.csv ~ 7 ~ 9 ~ CSV, UTF-8, delimiter |",
        "csv/lsh_relational/photoAll.csv ~ 2 ~ 9 ~ CSV, UTF-8, delimiter |",
        "csv/lsh_relational/photoObjDaten.csv ~ 14 ~ 6 ~ CSV, UTF-8, delimiter |",
        "csv/lsh_relational/multimedia.csv ~ 7 ~ 5 ~ CSV, UTF-8, delimiter |",
        "csv/lsh_relational/stichwort.csv ~ 23 ~ 4 ~ CSV, UTF-8, delimiter |",
        "tsv/bl_1593_small.tsv ~ 163 ~ 25 ~ TSV, UTF-8, delimiter tab, no quotes",
        "tsv/bl_1879_plates.tsv ~ 7409 ~ 25 ~ TSV, UTF-8, delimiter tab, no quotes",
        "tsv/bl_1886_plates.tsv ~ 7811 ~ 25 ~ TSV, UTF-8, delimiter tab, no quotes",
        "xlsx/AutryObjects.xlsx ~ 193 ~ 10 ~ XLSX",
        "xlsx/AutryMakers.xlsx ~ 182 ~ 7 ~ XLSX",
        "xlsx/AutryDated.xlsx ~ 191 ~ 4 ~ XLSX",
        "xlsx/AutryMedia.xlsx ~ 276 ~ 6 ~ XLSX",
        // 118 rows are stored; all but the header and eight are blank.
        "xlsx/kbnl_p180-input.xlsx ~ 8 ~ 4 ~ XLSX",
        "xls/smvk_mexiko_excel-export.xls ~ 1442 ~ 14 ~ XLS, sheet \"Mexiko\" (1 of 3"
      })
  void tablesHaveTheirRowsAndColumns(String file, int rows, int columns, String description) {
    Read read = Read.all(DATA.resolve(file));

    assertThat(read.rows()).hasSize(rows);
    assertThat(read.columns()).hasSize(columns);
    assertThat(read.rows()).allSatisfy(row -> assertThat(row).hasSize(columns));
    assertThat(read.description()).startsWith(description);
    assertThat(read.problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"AutryObjects", "AutryMakers", "AutryDated", "AutryMedia"})
  void workbooksEqualTheirTwinsInText(String name) {
    Read csv = Read.all(DATA.resolve("csv/" + name + ".csv"));
    Read xlsx = Read.all(DATA.resolve("xlsx/" + name + ".xlsx"));

    assertThat(xlsx.columns()).isEqualTo(csv.columns());
    assertThat(xlsx.rows()).isEqualTo(csv.rows());
  }

  @ParameterizedTest
  @CsvSource({"Mexiko, 1442, 14", "Mexiko-Arkiv, 813, 9", "Cypern, 614, 14"})
  void sheetsOfTheXlsHaveTheirRows(String sheet, int rows, int columns) {
    Read read =
        Read.all(DATA.resolve("xls/smvk_mexiko_excel-export.xls"), Read.spec("sheet", sheet));

    assertThat(read.rows()).hasSize(rows);
    assertThat(read.columns()).hasSize(columns);
    int number = read.columns().indexOf("Postnr.");
    if (number >= 0) {
      assertThat(read.rows()).allSatisfy(row -> assertThat(row.get(number)).matches("[0-9]*"));
    }
    int link = read.columns().indexOf("Länk");
    if (link >= 0) {
      assertThat(read.rows()).allSatisfy(row -> assertThat(row.get(link)).startsWith("http"));
    }
  }

  @Test
  void autryJoinsWithoutOrphans() {
    SourceSpec spec =
        new SourceSpec(
            null,
            null,
            null,
            null,
            null,
            null,
            java.util.Map.of(),
            List.of(
                new SourceSpec.Join("AutryMakers.csv", "ObjectID", "ObjectID"),
                new SourceSpec.Join("AutryMedia.csv", "ObjectID", "ObjectID")));
    try (RecordSource source = Sources.open(DATA.resolve("csv/AutryObjects.csv"), spec)) {
      int makers = 0;
      int images = 0;
      SourceRecord row;
      while ((row = source.next()) != null) {
        makers = Math.max(makers, row.cells("Maker").size());
        images = Math.max(images, row.cells("AutryMedia.imagelink").size());
      }
      assertThat(makers).isEqualTo(3);
      assertThat(images).isEqualTo(9);
      assertThat(source.takeProblems()).isEmpty();
    }
  }

  @Test
  void allRecordsOfTheNationalmuseumAreRead() {
    try (RecordSource source =
        Sources.open(
            DATA.resolve("lido/nationalmuseum_valid_items_transform_1677.tgz"),
            SourceSpec.RECOGNISE)) {
      SourceProfile profile = SourceProfile.of(source);

      assertThat(profile.records()).isEqualTo(5309);
      assertThat(profile.problems()).isEmpty();
      assertThat(profile.source().record()).isEqualTo("lido:lido");
      assertThat(profile.fields())
          .filteredOn(field -> field.path().equals("lidoRecID"))
          .singleElement()
          .satisfies(field -> assertThat(field.distinct()).isEqualTo(1));
      assertThat(profile.idCandidates())
          .startsWith("administrativeMetadata/recordWrap/recordID")
          .contains(
              "descriptiveMetadata/objectIdentificationWrap/repositoryWrap/repositorySet/workID",
              "objectPublishedID");
    }
  }

  static Stream<Path> xmlFiles() throws Exception {
    return Stream.of("dc", "mods", "ead", "edm", "mets", "marc", "oai-pmh", "lido")
        .flatMap(folder -> {
          try (Stream<Path> files = Files.list(DATA.resolve(folder))) {
            return files.sorted().toList().stream();
          } catch (java.io.IOException broken) {
            throw new java.io.UncheckedIOException(broken);
          }
        })
        .filter(file -> file.toString().matches(".*\\.(xml|rdf)"));
  }

  @ParameterizedTest
  @MethodSource("xmlFiles")
  void everyXmlFileGivesItsRecords(Path file) {
    Read read = Read.all(file);

    if (file.endsWith("metis_deletedOaiRecord.xml")) {
      assertThat(read.texts()).isEmpty();
      assertThat(read.codes()).containsExactly("RECORD_DELETED");
      return;
    }
    assertThat(read.texts()).isNotEmpty();
    assertThat(read.problems()).noneMatch(SourceProblem::recordLost);
  }

  @Test
  void recordsCutOutOfTheirEnvelopeSayWhatTheyMiss() {
    Read read = Read.all(DATA.resolve("dc"));

    assertThat(read.problems().stream().map(SourceProblem::file))
        .containsExactlyInAnyOrder(
            "dpla_esdn.xml",
            "dpla_getty.xml",
            "dpla_il.xml",
            "dpla_jh3.xml",
            "dpla_mwdl.xml",
            "dpla_orbis-cascade.xml",
            "dpla_scdl.xml",
            "dpla_tn.xml",
            "dpla_vt.xml");
    assertThat(read.codes()).containsOnly("XML_PREFIX_ASSUMED");
  }
}
