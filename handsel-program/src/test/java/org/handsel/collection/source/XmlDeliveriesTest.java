package org.handsel.collection.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import net.sf.saxon.s9api.XPathCompiler;
import org.handsel.collection.Item;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlDeliveriesTest {
  private static final String LIDO = "xmlns:lido=\"http://www.lido-schema.org\"";

  @TempDir Path folder;

  private Path xml(String name, String text) throws Exception {
    return Read.write(folder.resolve(name), text);
  }

  private static String lido(int number) {
    return "<lido:lido>\n <lido:recordID>%d</lido:recordID>\n <b xml:lang=\"sv\">ö</b>\n</lido:lido>\n"
        .formatted(number);
  }

  @Test
  void thingsOfOneRdfDocumentAreRecordsOfTheirOwn() throws Exception {
    Read read =
        Read.all(
            Read.write(
                folder.resolve("all.rdf"),
                "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
                    + " xmlns:edm='http://www.europeana.eu/schemas/edm/'"
                    + " xmlns:ore='http://www.openarchives.org/ore/terms/'"
                    + " xmlns:dc='http://purl.org/dc/elements/1.1/'>"
                    + "<edm:ProvidedCHO rdf:about='#1'><dc:title>One</dc:title>"
                    + "<dc:creator rdf:resource='#lind'/></edm:ProvidedCHO>"
                    + "<edm:ProvidedCHO rdf:about='#2'><dc:title>Two</dc:title></edm:ProvidedCHO>"
                    + "<edm:Agent rdf:about='#lind'><dc:title>Lind</dc:title></edm:Agent>"
                    + "<ore:Aggregation rdf:about='#a2'><edm:aggregatedCHO rdf:resource='#2'/>"
                    + "<edm:rights>second</edm:rights></ore:Aggregation></rdf:RDF>"));

    assertThat(read.texts()).containsExactly("OneLind", "Twosecond");
    assertThat(read.origins()).extracting(Item.Origin::record).containsExactly(1L, 2L);
  }

  @Test
  void anErrorOfARepositoryIsNoRecord() throws Exception {
    Read read =
        Read.all(
            Read.write(
                folder.resolve("page.xml"),
                "<OAI-PMH xmlns='http://www.openarchives.org/OAI/2.0/'><request>x</request>"
                    + "<error code='noRecordsMatch'>nothing in this set</error></OAI-PMH>"));

    assertThat(read.texts()).isEmpty();
    assertThat(read.problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.code()).isEqualTo("OAI_ERROR");
          assertThat(problem.reason()).contains("noRecordsMatch: nothing in this set", "Ask it");
        });
  }

  @Test
  void recordsOfAWrapperAreTreesWithTheirNamespacesAndLines() throws Exception {
    Path file =
        xml(
            "l.xml",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- c -->\n<lido:lidoWrap %s xmlns:u='urn:u'>\n"
                    .formatted(LIDO)
                + lido(1)
                + lido(2)
                + "</lido:lidoWrap>\n");
    XPathCompiler xpath = Sources.processor().newXPathCompiler();
    xpath.declareNamespace("l", "http://www.lido-schema.org");
    try (RecordSource source = Sources.open(file, SourceSpec.RECOGNISE)) {
      SourceRecord first = java.util.Objects.requireNonNull(source.next());
      SourceRecord second = java.util.Objects.requireNonNull(source.next());

      assertThat(source.description())
          .isEqualTo("XML, UTF-8, record lido:lido (http://www.lido-schema.org)");
      assertThat(source.resolved().record()).isEqualTo("lido:lido");
      assertThat(first.isRow()).isFalse();
      assertThat(first.origin().line()).isEqualTo(4);
      assertThat(second.origin().line()).isEqualTo(8);
      assertThat(second.origin().record()).isEqualTo(2);
      assertThat(xpath.evaluate("string(l:recordID)", second.node()).toString()).isEqualTo("2");
      assertThat(xpath.evaluate("string(b[lang('sv')])", second.node()).toString()).isEqualTo("ö");
      assertThat(xpath.evaluate("namespace-uri-for-prefix('u', .)", second.node()).toString())
          .isEqualTo("urn:u");
      assertThat(source.next()).isNull();
      assertThat(source.takeProblems()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<OAI-PMH"
            + " xmlns='http://www.openarchives.org/OAI/2.0/'><ListRecords><record><a/></record><record><metadata><record"
            + " xmlns='http://www.loc.gov/MARC21/slim'/></metadata></record>"
            + "</ListRecords></OAI-PMH>",
        "<collection xmlns='http://www.loc.gov/MARC21/slim'><record/><record/></collection>",
        "<export><count>2</count><object><id>1</id></object><object><id>2</id></object></export>",
        "<m:modsCollection"
            + " xmlns:m='http://www.loc.gov/mods/v3'><m:mods/><m:mods/></m:modsCollection>"
      })
  void recordElementsAreRecognised(String text) throws Exception {
    String padded = text.replace("<count>2</count>", "");

    assertThat(Read.all(xml("r.xml", padded)).texts()).hasSize(2);
  }

  @Test
  void aSingleRecordWithRepeatedFieldsIsOneRecord() throws Exception {
    Read read = Read.all(xml("one.xml", "<obj><t>a</t><t>b</t><t>c</t></obj>"));

    assertThat(read.texts()).containsExactly("abc");
    assertThat(read.resolved().record()).isEqualTo("obj");
  }

  @Test
  void givenRecordElementsMayHaveAPrefixOrNone() throws Exception {
    Path file = xml("x.xml", "<a xmlns='urn:a'><b><c>1</c></b><b><c>2</c></b></a>");

    assertThat(Read.all(file, Read.spec("record", "c")).texts()).containsExactly("1", "2");
    assertThatThrownBy(() -> Sources.open(file, Read.spec("record", "q:c")))
        .hasMessageContaining("the prefix \"q\" is not declared");
    assertThat(Read.all(file, Read.spec("record", "d")).codes())
        .containsExactly("RECORD_ELEMENT_MISSING");
  }

  @Test
  void aBrokenRecordInsideABigFileCostsOnlyItself() throws Exception {
    String text =
        "<lido:lidoWrap %s>\n".formatted(LIDO)
            + lido(1)
            + "<lido:lido><lido:recordID>2</lido:recordI></lido:lido>\n"
            + lido(3)
            + "<lido:lido><lido:recordID>4 & more</lido:recordID></lido:lido>\n"
            + lido(5)
            + "</lido:lidoWrap>";

    Read read = Read.all(xml("big.xml", text));

    assertThat(read.texts()).containsExactly("1 ö", "3 ö", "5 ö");
    assertThat(read.origins()).extracting("record").containsExactly(1L, 3L, 5L);
    assertThat(read.origins()).extracting("line").containsExactly(2L, 7L, 12L);
    assertThat(read.codes()).containsExactly("XML_BROKEN", "XML_BROKEN");
    assertThat(read.problems()).extracting("record").containsExactly(2L, 4L);
    assertThat(read.problems()).extracting("line").containsExactly(6L, 11L);
    assertThat(read.problems()).allMatch(SourceProblem::recordLost);
    assertThat(read.problems().getFirst().raw()).startsWith("<lido:lido><lido:recordID>2");
    assertThat(read.problems().getFirst().reason())
        .startsWith("big.xml, line 6, column ")
        .contains("record 2 (line 6) is left out");
  }

  @Test
  void aRecordThatIsNeverClosedDoesNotTakeTheOthersWithIt() throws Exception {
    StringBuilder text = new StringBuilder("<lido:lidoWrap %s>\n".formatted(LIDO));
    for (int i = 1; i <= 20_000; i++) {
      text.append(i % 5_000 == 7 ? lido(i).replace("</lido:lido>", "") : lido(i));
    }
    text.append("</lido:lidoWrap>");

    Read read = Read.all(xml("big.xml", text.toString()));

    assertThat(read.texts()).hasSize(20_000 - 4);
    assertThat(read.codes()).hasSize(4).containsOnly("XML_BROKEN");
    assertThat(read.problems().getFirst().raw()).contains("<lido:recordID>7<");
  }

  @Test
  void aTruncatedFileGivesWhatIsWhole() throws Exception {
    String text =
        "<lido:lidoWrap %s>\n".formatted(LIDO) + lido(1) + lido(2) + "<lido:lido><lido:rec";

    Read read = Read.all(xml("cut.xml", text));

    assertThat(read.texts()).containsExactly("1 ö", "2 ö");
    assertThat(read.codes()).containsExactly("XML_BROKEN");
    assertThat(read.problems().getFirst().record()).isEqualTo(3);
  }

  @Test
  void aBrokenFileAmongManyIsNamed() throws Exception {
    xml("d/1.xml", "<lido:lidoWrap %s>%s</lido:lidoWrap>".formatted(LIDO, lido(1)));
    xml("d/2.xml", "<lido:lidoWrap %s><lido:lido><a></lido:lido></lido:lidoWrap>".formatted(LIDO));
    xml("d/3.xml", "<lido:lidoWrap %s>%s</lido:lidoWrap>".formatted(LIDO, lido(3)));

    Read read = Read.all(folder.resolve("d"));

    assertThat(read.texts()).containsExactly("1 ö", "3 ö");
    assertThat(read.problems()).extracting("file").containsExactly("2.xml");
  }

  @Test
  void filesOfOneFolderMayHaveDifferentRecordElements() throws Exception {
    xml("d/1.xml", "<record xmlns='http://www.openarchives.org/OAI/2.0/'><a>1</a></record>");
    xml("d/2.xml", "<record><a>2</a></record>");
    xml("d/3.xml", "<mods xmlns='http://www.loc.gov/mods/v3'><title>3</title></mods>");

    xml("d/4.xml", "<record><id>4</id><mods xmlns='http://www.loc.gov/mods/v3'/></record>");

    assertThat(Read.all(folder.resolve("d")).texts()).containsExactly("1", "2", "3", "4");
  }

  @Test
  void wellKnownPrefixesNeedNoDeclaration() throws Exception {
    Path file =
        xml(
            "cut.xml",
            "<record><dc:title xsi:type='x'>A</dc:title><dc:title>B</dc:title></record>");
    XPathCompiler xpath = Sources.processor().newXPathCompiler();
    xpath.declareNamespace("d", "http://purl.org/dc/elements/1.1/");
    try (RecordSource source = Sources.open(file, SourceSpec.RECOGNISE)) {
      SourceRecord record = java.util.Objects.requireNonNull(source.next());

      assertThat(xpath.evaluate("count(d:title)", record.node()).toString()).isEqualTo("2");
      assertThat(source.takeProblems())
          .singleElement()
          .satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("XML_PREFIX_ASSUMED");
            assertThat(problem.raw()).isEqualTo("dc, xsi");
            assertThat(problem.recordLost()).isFalse();
          });
    }
  }

  @Test
  void unknownPrefixesAreNamedAndCanBeDeclaredInTheProfile() throws Exception {
    Path file = xml("cut.xml", "<record><our:title>A</our:title></record>");
    SourceSpec declared =
        new SourceSpec(
            null,
            null,
            null,
            null,
            null,
            null,
            java.util.Map.of("our", "urn:our"),
            java.util.List.of());

    Read read = Read.all(file);

    assertThat(read.texts()).isEmpty();
    assertThat(read.codes()).containsExactly("XML_PREFIX_UNBOUND");
    assertThat(read.problems().getFirst().reason()).contains("cut.xml, record 1 (line 1)", "our");
    assertThat(Read.all(file, declared).texts()).containsExactly("A");
  }

  @Test
  void entitiesAreRefusedAndNothingIsFetched() throws Exception {
    Path secret = xml("secret.txt", "secret");
    Read external =
        Read.all(
            xml(
                "x.xml",
                "<!DOCTYPE record [<!ENTITY s SYSTEM \"%s\">]>\n<record><a>&s;</a></record>"
                    .formatted(secret.toUri())));

    assertThat(external.texts()).isEmpty();
    assertThat(external.codes()).containsExactly("XML_ENTITY");
    assertThat(external.problems().getFirst().recordLost()).isTrue();
    assertThat(external.problems().toString()).doesNotContain("secret<");
  }

  @Test
  void entityBombsAreHarmless() throws Exception {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE r [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 30; i++) {
      bomb.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
    }
    bomb.append("]><record><a>&a29;</a></record>");

    assertThat(Read.all(xml("bomb.xml", bomb.toString())).codes()).containsExactly("XML_ENTITY");
  }

  @Test
  void aDocumentTypeWithoutEntitiesIsNoObstacle() throws Exception {
    Read read =
        Read.all(
            xml(
                "ead.xml",
                "<!DOCTYPE ead PUBLIC \"+//ISBN//DTD ead//EN\" \"http://example.org/ead.dtd\">"
                    + "<record><a>1</a></record>"));

    assertThat(read.texts()).containsExactly("1");
    assertThat(read.problems()).isEmpty();
  }

  @Test
  void anUndeclaredEntityCostsItsRecord() throws Exception {
    Read read =
        Read.all(
            xml(
                "e.xml",
                "<records><record><a>1</a></record><record><a>caf&eacute;</a></record>"
                    + "<record><a>3</a></record></records>"));

    assertThat(read.texts()).containsExactly("1", "3");
    assertThat(read.codes()).containsExactly("XML_ENTITY");
  }

  @Test
  void declaredEncodingsAreFollowedAndWrongOnesReported() throws Exception {
    String text = "<?xml version='1.0' encoding='%s'?>\n<record><a>Göteborg</a></record>";
    Read right =
        Read.all(
            Read.write(
                folder.resolve("r.xml"),
                text.formatted("ISO-8859-1"),
                StandardCharsets.ISO_8859_1));
    Read wrong =
        Read.all(
            Read.write(
                folder.resolve("w.xml"), text.formatted("UTF-8"), StandardCharsets.ISO_8859_1));
    Read wide =
        Read.all(
            Read.write(folder.resolve("u.xml"), text.formatted("UTF-16"), StandardCharsets.UTF_16));

    assertThat(right.texts()).containsExactly("Göteborg");
    assertThat(wide.texts()).containsExactly("Göteborg");
    assertThat(wrong.texts()).containsExactly("G\uFFFDteborg");
    assertThat(wrong.codes()).containsExactly("BYTES_UNDECODABLE");
    assertThat(wrong.problems().getFirst().line()).isEqualTo(2);
  }

  @Test
  void cdataCommentsAndEmptyElementsBecomeText() throws Exception {
    Read read =
        Read.all(
            xml("c.xml", "<record><a>1<!-- x --><![CDATA[<2>]]>&amp;3</a><b/><?p i?></record>"));

    assertThat(read.texts()).containsExactly("1<2>&3");
  }
}
