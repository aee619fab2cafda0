package org.handsel.wiki.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.handsel.platform.HandselException;
import org.handsel.platform.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/// Dumps of every packing, whole and damaged.
class DumpsTest {
  @TempDir Path folder;

  /// What a dump handed over: `title|namespace|redirect|model|text`.
  private final List<String> pages = new ArrayList<>();

  private DumpSite site = DumpSite.UNKNOWN;

  private DumpReading read(Path dump) {
    pages.clear();
    return Dumps.read(
        dump,
        2,
        new DumpHandler() {
          @Override
          public void site(DumpSite told) {
            site = told;
          }

          @Override
          public void page(DumpPage page) {
            pages.add(
                String.join(
                    "|",
                    page.title(),
                    Integer.toString(page.namespace()),
                    page.redirect(),
                    page.model(),
                    new String(
                        page.buffer(),
                        page.from(),
                        page.to() - page.from(),
                        StandardCharsets.UTF_8)));
          }
        },
        Progress.NONE,
        () -> false);
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private static String dump(String pages) {
    return "<mediawiki version=\"0.11\" xml:lang=\"de\"><siteinfo><dbname>dewiki</dbname>"
        + "<case>first-letter</case><namespaces><namespace key=\"0\" />"
        + "<namespace key=\"14\">Kategorie</namespace></namespaces></siteinfo>\n"
        + pages
        + "</mediawiki>\n";
  }

  private static String page(String title, String text) {
    return "  <page><title>%s</title><ns>0</ns><id>7</id><revision><id>8</id><model>wikitext</model><text>%s</text></revision></page>%n"
        .formatted(title, text);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] bzip2(int size, byte[]... streams) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] stream : streams) {
      try (OutputStream out = new BZip2CompressorOutputStream(new Unclosed(all), size)) {
        out.write(stream);
      }
    }
    return all.toByteArray();
  }

  private static final class Unclosed extends java.io.FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void close() {
      // The next stream follows in the same file.
    }
  }

  @Test
  void siteAndPageAreRead() throws IOException {
    DumpReading reading = read(file("a.xml", utf8(dump(page("Hals", "a &amp;nbsp; &lt;b&gt;")))));
    assertThat(pages).containsExactly("Hals|0||wikitext|a &nbsp; <b>");
    assertThat(site.database()).isEqualTo("dewiki");
    assertThat(site.language()).isEqualTo("de");
    assertThat(site.namespaces()).containsEntry("Kategorie", 14);
    assertThat(reading.partial()).isFalse();
  }

  @Test
  void everyPackingGivesTheSamePages() throws IOException {
    byte[] xml = utf8(dump(page("Hals", "eins") + page("Rembrandt", "zwei")));
    read(file("plain", xml));
    List<String> expected = List.copyOf(pages);
    assertThat(expected).hasSize(2);
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(gzip)) {
      out.write(xml);
    }
    ByteArrayOutputStream xz = new ByteArrayOutputStream();
    try (OutputStream out = new XZOutputStream(xz, new LZMA2Options(1))) {
      out.write(xml);
    }
    byte[] utf16 = new String(xml, StandardCharsets.UTF_8).getBytes(Charset.forName("UTF-16"));
    int middle = xml.length / 2;
    List<byte[]> packed =
        List.of(
            gzip.toByteArray(),
            xz.toByteArray(),
            utf16,
            bzip2(9, xml),
            bzip2(1, Arrays.copyOf(xml, middle), Arrays.copyOfRange(xml, middle, xml.length)),
            bzip2(5, new byte[0], xml, new byte[0]));
    for (byte[] bytes : packed) {
      assertThat(read(file("packed", bytes)).partial()).isFalse();
      assertThat(pages).isEqualTo(expected);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void blocksOfAnyBytesComeBackAsTheyWere(long seed) throws IOException {
    Random random = new Random(seed);
    byte[] bytes = new byte[random.nextInt(700_000)];
    int kinds = 1 + random.nextInt(250);
    for (int i = 0; i < bytes.length; i++) {
      boolean run = i > 0 && random.nextInt(100) < seed * 11;
      bytes[i] = run ? bytes[i - 1] : (byte) random.nextInt(kinds);
    }
    Path file = file("random.bz2", bzip2(1 + random.nextInt(9), bytes));
    Problems problems = new Problems();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ExecutorService pool = Executors.newFixedThreadPool(2);
        Bzip2Source source = new Bzip2Source(file, pool, 2, problems)) {
      for (Piece piece = source.next(); piece != null; piece = source.next()) {
        out.write(piece.bytes(), 0, piece.length());
      }
    }
    assertThat(out.toByteArray()).isEqualTo(bytes);
    assertThat(problems.count()).isZero();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 12, 13, 14, 15, 16})
  void damagedBlockIsReportedAndTheRestIsRead(long seed) throws IOException {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 4_000; i++) {
      text.append(page("Seite " + i, Long.toString(random.nextLong(), 36).repeat(8)));
    }
    byte[] packed = bzip2(1, utf8(dump(text.toString())));
    assertThat(read(file("whole.bz2", packed)).pages()).isEqualTo(4_000);
    int place = packed.length / 4 + random.nextInt(packed.length / 2);
    packed[place] ^= (byte) (1 << random.nextInt(8));
    DumpReading reading = read(file("damaged.bz2", packed));
    assertThat(reading.partial()).isTrue();
    assertThat(reading.problems())
        .anySatisfy(problem -> {
          assertThat(problem.code()).isIn("damaged-block", "damaged-stream");
          assertThat(problem.offset()).isBetween(place - 120_000L, place + 8L);
        });
    assertThat(reading.pages()).isBetween(2_000L, 3_999L);
    assertThat(pages.getLast()).startsWith("Seite 3999|");
  }

  @Test
  void truncatedArchiveGivesWhatIsWhole() throws IOException {
    StringBuilder text = new StringBuilder();
    Random random = new Random(3);
    for (int i = 0; i < 3_000; i++) {
      text.append(page("Seite " + i, Long.toString(random.nextLong(), 36).repeat(9)));
    }
    byte[] packed = bzip2(1, utf8(dump(text.toString())));
    DumpReading reading = read(file("cut.bz2", Arrays.copyOf(packed, packed.length * 2 / 3)));
    assertThat(reading.partial()).isTrue();
    assertThat(reading.pages()).isBetween(1_000L, 2_500L);
    assertThat(reading.problems()).extracting(DumpProblem::code).contains("truncated", "cut-page");
  }

  @Test
  void cutPageIsNamed() throws IOException {
    String xml = dump(page("Hals", "ganz") + page("Rembrandt", "halb"));
    DumpReading reading = read(file("cut.xml", utf8(xml.substring(0, xml.indexOf("halb")))));
    assertThat(pages).hasSize(1);
    assertThat(reading.problems().getFirst().message()).contains("Rembrandt");
  }

  @Test
  void furtherSlotsAndOtherModelsAreNoWikitext() throws IOException {
    read(
        file(
            "slots.xml",
            utf8(
                dump(
                    "<page><title>Datei:A.jpg</title><ns>6</ns><id>1</id><revision><id>2</id>"
                        + "<contributor><username>X</username><id>9</id></contributor>"
                        + "<model>wikitext</model><text>haupt</text><content><role>mediainfo</role>"
                        + "<model>wikibase-mediainfo</model><text>{}</text></content></revision></page>"
                        + "<page><title>Modul:B</title><ns>828</ns><id>3</id><revision>"
                        + "<model>Scribunto</model><text>[[Kategorie:X]]</text></revision></page>"))));
    assertThat(pages)
        .containsExactly("Datei:A.jpg|6||wikitext|haupt", "Modul:B|828||Scribunto|[[Kategorie:X]]");
  }

  @Test
  void sectionsDeletedTextsAndRedirectsAreUnderstood() throws IOException {
    read(
        file(
            "odd.xml",
            utf8(
                dump(
                    "<page><title>A</title><ns>0</ns><id>1</id><revision><text><![CDATA[x </page>"
                        + " <y>]]></text></revision></page><page><title>B</title><ns>0</ns><id>2</id><redirect"
                        + " title=\"O&#x2BB;ahu\" /><revision><text deleted=\"deleted\""
                        + " /></revision></page>"
                        + "<page><title>C</title><id>3</id><revision><text>erst</text></revision><revision><text>zuletzt</text></revision></page>"))));
    assertThat(pages)
        .containsExactly(
            "A|0||wikitext|x </page> <y>",
            "B|0|Oʻahu|wikitext|",
            "C|" + DumpPage.UNTOLD + "||wikitext|zuletzt");
  }

  @Test
  void pageWithoutARootIsReadToo() throws IOException {
    DumpReading reading = read(file("one.xml", utf8(page("Allein", "da"))));
    assertThat(pages).containsExactly("Allein|0||wikitext|da");
    assertThat(reading.partial()).isFalse();
  }

  @Test
  void filesOfWikitextAreUnescapedOnce() throws IOException {
    Path texts = Files.createDirectory(folder.resolve("texts"));
    Files.writeString(texts.resolve("A%2FB.wikitext"), "&lt;nowiki&gt; &amp;nbsp;");
    Files.writeString(texts.resolve("C.wikitext"), "<b> &nbsp;");
    read(texts);
    assertThat(pages)
        .containsExactly(
            "A/B|%d||wikitext|<nowiki> &nbsp;".formatted(DumpPage.UNTOLD),
            "C|%d||wikitext|<b> &nbsp;".formatted(DumpPage.UNTOLD));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Guten Tag", "<!DOCTYPE html><html><body>404</body></html>", "{}"})
  void whatIsNoDumpIsRefused(String content) throws IOException {
    Path file = file("none", utf8(content));
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(HandselException.class)
        .hasMessageContaining("no dump of a wiki");
  }
}
