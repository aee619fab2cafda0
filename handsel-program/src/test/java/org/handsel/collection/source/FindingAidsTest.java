package org.handsel.collection.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.UnprefixedElementMatchingPolicy;
import net.sf.saxon.s9api.XPathCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Finding aids: the innermost components are the records and know what is said around them.
class FindingAidsTest {
  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Read.write(folder.resolve("ead.xml"), text);
  }

  private static List<String> xpath(Path source, String expression) throws SaxonApiException {
    List<String> found = new ArrayList<>();
    XPathCompiler compiler = Sources.processor().newXPathCompiler();
    compiler.setUnprefixedElementMatchingPolicy(UnprefixedElementMatchingPolicy.ANY_NAMESPACE);
    try (RecordSource records = Sources.open(source, SourceSpec.RECOGNISE)) {
      SourceRecord record;
      while ((record = records.next()) != null) {
        compiler
            .evaluate(expression, record.node())
            .forEach(item -> found.add(item.getStringValue()));
      }
    }
    return found;
  }

  private static String findingAid(String namespace, String components) {
    return """
    <?xml version="1.0"?>
    <ead%s>
      <eadheader><eadid>ad_mc</eadid></eadheader>
      <archdesc level="collection">
        <did><unittitle>Papers</unittitle><origination>Anna</origination></did>
        <userestrict><p>All rights reserved.</p></userestrict>
        <bioghist><p>Long.</p></bioghist>
        <dsc>%s</dsc>
      </archdesc>
    </ead>
    """
        .formatted(namespace, components);
  }

  private static final String TWO_SERIES =
      """
      <c level="series"><did><unittitle>Letters</unittitle><unitdate>1901</unitdate></did>
        <c level="file"><did><unittitle>To Bo</unittitle></did></c>
        <c level="file"><did><unittitle>To Cilla</unittitle><unitdate>1902</unitdate></did></c>
      </c>
      <c level="series"><did><unittitle>Album</unittitle><dao href="a.jpg"/></did>
        <c level="item"><did><unittitle>Leaf</unittitle></did></c>
      </c>
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " xmlns=\"urn:isbn:1-931666-22-9\"",
        " xmlns=\"http://ead3.archivists.org/schema/\""
      })
  void recordsAreTheInnermostComponentsAndThoseWithObjects(String namespace) throws Exception {
    Path file = file(findingAid(namespace, TWO_SERIES));
    assertThat(xpath(file, "did/unittitle")).containsExactly("To Bo", "To Cilla", "Album", "Leaf");
    assertThat(xpath(file, "@position/string()")).containsExactly("1.1", "1.2", "2", "2.1");
    assertThat(xpath(file, "(., above)/did[unitdate][1]/unitdate"))
        .containsExactly("1901", "1902", "1901");
    assertThat(xpath(file, "above/@level/string()"))
        .startsWith("series", "collection", "header", "series", "collection", "header");
    assertThat(xpath(file, "(above/userestrict)[1]")).hasSize(4);
    assertThat(xpath(file, "above/bioghist")).isEmpty();
    assertThat(xpath(file, "above[@level='header']//eadid")).hasSize(4);
    assertThat(Read.all(file).origins()).extracting("record").containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void tenLevelsAreInherited() throws Exception {
    StringBuilder open = new StringBuilder();
    StringBuilder close = new StringBuilder();
    for (int level = 1; level <= 10; level++) {
      String tag = "c%02d".formatted(level);
      open.append(
          "<%s level=\"l%d\"><did><unittitle>T%d</unittitle></did>".formatted(tag, level, level));
      close.insert(0, "</" + tag + ">");
    }
    Path file = file(findingAid("", open.toString() + close));
    assertThat(xpath(file, "did/unittitle")).containsExactly("T10");
    assertThat(xpath(file, "above[@level='l1']/did/unittitle")).containsExactly("T1");
    assertThat(xpath(file, "above/did[origination][1]/origination")).containsExactly("Anna");
    assertThat(xpath(file, "@position/string()")).containsExactly("1.1.1.1.1.1.1.1.1.1");
  }

  @Test
  void findingAidWithoutComponentsIsOneRecord() throws Exception {
    Path file = file(findingAid(" xmlns=\"urn:isbn:1-931666-22-9\"", ""));
    assertThat(xpath(file, "did/unittitle")).containsExactly("Papers");
    assertThat(xpath(file, "userestrict/p")).containsExactly("All rights reserved.");
    assertThat(xpath(file, "above//eadid")).containsExactly("ad_mc");
  }

  @Test
  void brokenSeriesDoesNotCostTheNext() throws Exception {
    Path file =
        file(
            findingAid("", TWO_SERIES.replaceFirst("<unitdate>1901</unitdate>", "<unitdate>1901")));
    Read read = Read.all(file);
    assertThat(xpath(file, "did/unittitle")).contains("Album", "Leaf");
    assertThat(read.codes()).contains("XML_BROKEN");
  }
}
