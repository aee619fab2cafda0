package org.handsel.wiki.dump;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.handsel.platform.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A dump read in parts on several threads says what it says page by page.
class DumpPartsTest {
  @TempDir Path folder;

  private static String line(DumpPage page) {
    return page.id()
        + "|"
        + page.title()
        + "|"
        + new String(page.buffer(), page.from(), page.to() - page.from(), StandardCharsets.UTF_8);
  }

  private record Read(DumpSite site, List<String> pages, DumpReading reading) {}

  private static Read pageByPage(Path dump) {
    List<String> pages = new ArrayList<>();
    DumpSite[] site = new DumpSite[1];
    DumpReading reading =
        Dumps.read(
            dump,
            2,
            new DumpHandler() {
              @Override
              public void site(DumpSite told) {
                site[0] = told;
              }

              @Override
              public void page(DumpPage page) {
                pages.add(line(page));
              }
            },
            Progress.NONE,
            () -> false);
    return new Read(site[0], pages, reading);
  }

  private static Read inParts(Path dump, int threads) {
    List<String> pages = new ArrayList<>();
    DumpSite[] site = new DumpSite[1];
    DumpReading reading =
        Dumps.readInParts(
            dump,
            threads,
            new PartsHandler<List<String>>() {
              @Override
              public void site(DumpSite told) {
                site[0] = told;
              }

              @Override
              public Part<List<String>> part() {
                assertThat(site[0]).as("the site comes before the pages").isNotNull();
                List<String> lines = new ArrayList<>();
                return new Part<>() {
                  @Override
                  public void page(DumpPage page) {
                    lines.add(line(page));
                  }

                  @Override
                  public List<String> result() {
                    return lines;
                  }
                };
              }

              @Override
              public void done(List<String> result) {
                pages.addAll(result);
              }
            },
            Progress.NONE,
            () -> false);
    return new Read(site[0], pages, reading);
  }

  /// Pages of all sizes, some of several MB; some texts hold the end of a page in CDATA, some pages
  /// have no id.
  private static String dump(Random random, boolean ids) {
    StringBuilder xml = new StringBuilder("<mediawiki xml:lang=\"de\">\n");
    xml.append("<siteinfo><dbname>dewiki</dbname></siteinfo>\n");
    for (int i = 0; i < 400; i++) {
      int length = random.nextInt(40) == 0 ? random.nextInt(3_000_000) : random.nextInt(30_000);
      StringBuilder text = new StringBuilder();
      while (text.length() < length) {
        text.append(Long.toString(random.nextLong(), 36)).append(' ');
      }
      boolean section = random.nextInt(8) == 0;
      if (section) {
        text.insert(text.length() / 2, "</page>\n<page><title>nicht</title></page>");
      }
      xml.append("<page><title>Seite ").append(i).append("</title><ns>0</ns>");
      xml.append(ids ? "<id>" + (i + 7) + "</id>" : "");
      xml.append("<revision><text>").append(section ? "<![CDATA[" : "").append(text);
      xml.append(section ? "]]>" : "").append("</text></revision></page>\n");
    }
    return xml.append("</mediawiki>\n").toString();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {21, 22, 23, 24})
  void partsSayWhatPagesSay(long seed) throws IOException {
    Random random = new Random(seed);
    String xml = dump(random, seed % 2 == 0);
    Path whole = Files.writeString(folder.resolve("whole.xml"), xml);
    Read expected = pageByPage(whole);
    assertThat(expected.pages).hasSize(400);
    for (int threads : new int[] {1, 2, 5}) {
      assertThat(inParts(whole, threads)).isEqualTo(expected);
    }
    Path cut =
        Files.writeString(
            folder.resolve("cut.xml"), xml.substring(0, xml.length() / 3 + random.nextInt(9_999)));
    assertThat(inParts(cut, 3)).isEqualTo(pageByPage(cut));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {31, 32, 33})
  void damageLeavesOutTheSamePages(long seed) throws IOException {
    Random random = new Random(seed);
    byte[] packed = DumpsTest.bzip2(2, dump(random, true).getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < 3; i++) {
      packed[random.nextInt(packed.length)] ^= (byte) (1 << random.nextInt(8));
    }
    Path damaged = Files.write(folder.resolve("damaged.bz2"), packed);
    Read expected = pageByPage(damaged);
    assertThat(expected.reading.partial()).isTrue();
    assertThat(inParts(damaged, 1)).isEqualTo(expected);
    assertThat(inParts(damaged, 4)).isEqualTo(expected);
  }

  @Test
  void filesOfWikitextAreParted() throws IOException {
    for (int i = 0; i < 1_100; i++) {
      Files.writeString(folder.resolve("Seite %04d.wikitext".formatted(i)), "Text " + i);
    }
    assertThat(inParts(folder, 2)).isEqualTo(pageByPage(folder));
  }
}
