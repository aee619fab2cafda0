package org.handsel.readiness.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.handsel.platform.Progress;
import org.handsel.readiness.facts.FactsShares.Share;
import org.handsel.readiness.facts.FactsShares.Terms;
import org.handsel.readiness.sample.SampleOrder;
import org.handsel.readiness.sample.SampleWiki;
import org.handsel.wiki.dump.DumpRange;
import org.handsel.wiki.dump.DumpRanges;
import org.handsel.wiki.dump.DumpReading;
import org.handsel.wiki.dump.RandomBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The facts of a dump that is read in shares are those of the dump.
class FactsSharesTest {
  @TempDir Path folder;

  private record Bytes(
      ByteArrayOutputStream pages,
      ByteArrayOutputStream categories,
      ByteArrayOutputStream templates,
      ByteArrayOutputStream marks) {
    Bytes() {
      this(
          new ByteArrayOutputStream(),
          new ByteArrayOutputStream(),
          new ByteArrayOutputStream(),
          new ByteArrayOutputStream());
    }

    FactsShares.Tables tables() {
      return new FactsShares.Tables(pages, categories, templates, marks);
    }
  }

  private record Facts(
      List<Bytes> rows, Terms terms, List<Share> shares, List<Set<String>> called) {
    String table(java.util.function.Function<Bytes, ByteArrayOutputStream> of) {
      StringBuilder all = new StringBuilder();
      rows.forEach(bytes -> all.append(of.apply(bytes).toString(StandardCharsets.UTF_8)));
      return all.toString();
    }
  }

  private static Facts shares(Path dump, int count) throws IOException {
    try (RandomBytes file = RandomBytes.open(dump)) {
      DumpRanges.Head head = DumpRanges.head(file, "dump");
      Terms terms = new Terms(null, head.site(), Map.of());
      Facts facts = read(file, count, terms, head.root());
      Terms learnt = FactsShares.learnt(terms, facts.shares);
      boolean again =
          facts.called.stream().anyMatch(called -> FactsShares.outdated(called, terms, learnt));
      return again ? read(file, count, learnt, head.root()) : facts;
    }
  }

  private static Facts read(RandomBytes file, int count, Terms terms, boolean root)
      throws IOException {
    List<Bytes> rows = new ArrayList<>();
    List<Share> shares = new ArrayList<>();
    List<Set<String>> called = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Bytes bytes = new Bytes();
      FactsShares.Read read =
          FactsShares.range(
              file,
              new DumpRange(file.size() * i / count, file.size() * (i + 1) / count),
              root,
              terms,
              bytes.tables());
      rows.add(bytes);
      shares.add(read.share());
      called.add(read.called());
    }
    return new Facts(rows, terms, shares, called);
  }

  private void same(Path dump, int count) throws IOException {
    FactsFolder whole = new FactsFolder(folder.resolve("whole"));
    Extraction expected = FactsExtraction.run(dump, null, 2, whole, Progress.NONE, () -> false);
    Facts facts = shares(dump, count);
    assertThat(facts.table(Bytes::pages)).isEqualTo(rows(whole.pages()));
    assertThat(facts.table(Bytes::categories)).isEqualTo(rows(whole.categories()));
    assertThat(facts.table(Bytes::templates)).isEqualTo(rows(whole.templates()));
    assertThat(facts.table(Bytes::marks)).isEqualTo(rows(whole.marks()));
    DumpReading reading = expected.reading();
    Extraction extraction = FactsShares.extraction(facts.terms, reading, facts.shares);
    assertThat(extraction.wiki()).isEqualTo(expected.wiki());
    assertThat(extraction.advice()).isEqualTo(expected.advice());
    assertThat(extraction.categoryNamespace()).isEqualTo(expected.categoryNamespace());
    assertThat(facts.shares.stream().mapToLong(share -> share.reading().pages()).sum())
        .isEqualTo(reading.pages());
    assertThat(facts.shares.stream().mapToLong(share -> share.reading().bytes()).sum())
        .isEqualTo(reading.bytes());
  }

  private static String rows(Path table) throws IOException {
    String text = Files.readString(table);
    return text.substring(text.indexOf('\n') + 1);
  }

  @ParameterizedTest(name = "{0} shares")
  @ValueSource(ints = {1, 2, 7, 30})
  void sharesSayWhatTheDumpSays(int count) throws IOException {
    SampleOrder order =
        SampleOrder.small(folder.resolve("wiki"), 6, 1_500, 2)
            .with(SampleOrder.Packing.MULTISTREAM);
    SampleWiki.write(order, Progress.NONE, () -> false);
    same(order.dump(), count);
  }

  private Path dump(String language, String database, List<String> pages) throws IOException {
    Path file = folder.resolve("dump.xml.bz2");
    try (BZip2CompressorOutputStream out =
        new BZip2CompressorOutputStream(Files.newOutputStream(file), 1)) {
      out.write(
          ("<mediawiki xml:lang=\"%s\"><siteinfo><dbname>%s</dbname><namespaces><namespace key=\"10\">Vorlage</namespace></namespaces></siteinfo>"
                      .formatted(language, database)
                  + String.join("", pages)
                  + "</mediawiki>")
              .getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  private static String page(int id, String title, int namespace, String head, String text) {
    StringBuilder filling = new StringBuilder();
    java.util.Random random = new java.util.Random(id);
    for (int i = 0; i < 800; i++) {
      filling.append(Integer.toString(random.nextInt(1 << 20), 36)).append(' ');
    }
    return "<page><title>%s</title><ns>%d</ns><id>%d</id>%s<revision><text>%s\n%s</text></revision></page>%n"
        .formatted(title, namespace, id, head, text, filling);
  }

  @Test
  void aTemplateThatAnyShareRenamesIsKnownInAll() throws IOException {
    List<String> pages = new ArrayList<>();
    for (int id = 1; id <= 200; id++) {
      pages.add(page(id, "Seite " + id, 0, "", "{{PD-alt|NAME=Wer}} {{PD-älter|NAME=Wer}}"));
    }
    pages.add(page(300, "Vorlage:PD-älter", 10, "<redirect title=\"Vorlage:PD-alt\" />", "#R"));
    for (int id = 301; id <= 340; id++) {
      pages.add(page(id, "Seite " + id, 0, "", "{{PD-alt|NAME=Wer}}"));
    }
    pages.add(
        page(400, "Vorlage:PD-alt", 10, "<redirect title=\"Vorlage:Personendaten\" />", "#R"));
    Path dump = dump("de", "dewiki", pages);
    same(dump, 6);
    assertThat(folder.resolve("whole").resolve("templates.tsv"))
        .content()
        .contains("Seite 1\tPersonendaten\tNAME\tWer\n1\tSeite 1\tPersonendaten");
  }

  @Test
  void adviceDoesNotDependOnShares() throws IOException {
    List<String> pages = new ArrayList<>();
    for (int id = 1; id <= 2_500; id++) {
      pages.add(
          "<page><title>S %d</title><ns>0</ns><id>%d</id><revision><text>[[Kategorie:Alt]] %s</text></revision></page>"
              .formatted(id, id, Integer.toString(id * 7919, 36).repeat(30)));
    }
    Path dump = dump("fr", "frwiki", pages);
    same(dump, 5);
  }
}
