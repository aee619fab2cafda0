package org.handsel.wiki.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.handsel.platform.HandselException;
import org.handsel.platform.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Ranges of a packed dump, each read without what stands before it, are together the dump.
class DumpRangesTest {
  @TempDir Path folder;

  private record Read(List<String> pages, List<String> problems, long bytes) {}

  private static final class Pages implements DumpHandler {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void site(DumpSite site) {}

    @Override
    public void page(DumpPage page) {
      lines.add(
          page.id()
              + "|"
              + page.title()
              + "|"
              + new String(
                  page.buffer(), page.from(), page.to() - page.from(), StandardCharsets.UTF_8));
    }
  }

  private static Read whole(Path dump) {
    Pages pages = new Pages();
    DumpReading reading = Dumps.read(dump, 2, pages, Progress.NONE, () -> false);
    return new Read(pages.lines, messages(reading.problems()), reading.bytes());
  }

  private static List<String> messages(List<DumpProblem> problems) {
    return problems.stream().map(problem -> problem.code() + " " + problem.message()).toList();
  }

  /// Reads all ranges and checks that each begins where the one before it stopped.
  private static Read inRanges(Path dump, int count) throws IOException {
    List<String> lines = new ArrayList<>();
    List<DumpProblem> packing = new ArrayList<>();
    List<DumpProblem> problems = new ArrayList<>();
    List<DumpProblem> ending = List.of();
    long bytes = 0;
    try (RandomBytes file = RandomBytes.open(dump)) {
      boolean root = DumpRanges.head(file, "dump").root();
      RangeReading before = null;
      long size = file.size();
      for (int i = 0; i < count; i++) {
        DumpRange range = new DumpRange(size * i / count, size * (i + 1) / count);
        Pages pages = new Pages();
        RangeReading reading = DumpRanges.read(file, range, root, pages);
        if (before != null) {
          assertThat(reading.firstBlock()).as("blocks join").isEqualTo(before.nextBlock());
          if (!java.util.Objects.equals(reading.first(), before.next())) {
            pages = new Pages();
            RangeReading again =
                DumpRanges.read(
                    file, new DumpRange(range.from(), range.to(), before.next(), 0), root, pages);
            assertThat(again.first()).as("pages join").isEqualTo(before.next());
            reading = again;
          }
        }
        lines.addAll(pages.lines);
        packing.addAll(reading.packing());
        problems.addAll(reading.problems());
        bytes += reading.bytes();
        if (reading.next() == null && (before == null || before.next() != null)) {
          ending = reading.ending();
        }
        before = reading;
      }
    }
    packing.addAll(problems);
    packing.addAll(ending);
    return new Read(lines, messages(packing), bytes);
  }

  private static String page(int id, String text) {
    return "  <page>\n    <title>Page %d</title>\n    <ns>0</ns>\n    <id>%d</id>\n    <revision><text xml:space=\"preserve\">%s</text></revision>\n  </page>\n"
        .formatted(id, id, text);
  }

  private static String dump(int pages, long seed, String more) {
    Random random = new Random(seed);
    StringBuilder xml =
        new StringBuilder(
            "<mediawiki xml:lang=\"de\">\n  <siteinfo><dbname>dewiki</dbname></siteinfo>\n");
    for (int id = 1; id <= pages; id++) {
      StringBuilder text = new StringBuilder();
      int words = random.nextInt(10) == 0 ? 40_000 : random.nextInt(400);
      for (int i = 0; i < words; i++) {
        text.append(Integer.toString(random.nextInt(1 << 20), 36)).append(' ');
      }
      xml.append(page(id, text.toString()));
      if (id == pages / 2) {
        xml.append(more);
      }
    }
    return xml.append("</mediawiki>\n").toString();
  }

  private Path packed(String xml) throws IOException {
    return Files.write(
        folder.resolve("dump.xml.bz2"), DumpsTest.bzip2(1, xml.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest(name = "{0} ranges")
  @ValueSource(ints = {1, 2, 3, 7, 40, 300})
  void everyPageIsReadOnce(int count) throws IOException {
    Path dump = packed(dump(120, 61, ""));
    Read expected = whole(dump);
    assertThat(expected.pages()).hasSize(120);
    assertThat(inRanges(dump, count)).isEqualTo(expected);
  }

  @Test
  void bordersMayStandAtAnyByte() throws IOException {
    Path dump = packed(dump(12, 62, ""));
    Read expected = whole(dump);
    try (RandomBytes file = RandomBytes.open(dump)) {
      for (long border = 1; border < file.size(); border += 9_973) {
        Pages pages = new Pages();
        RangeReading first = DumpRanges.read(file, new DumpRange(0, border), true, pages);
        RangeReading second =
            DumpRanges.read(file, new DumpRange(border, file.size()), true, pages);
        assertThat(pages.lines).as("border %d", border).isEqualTo(expected.pages());
        assertThat(second.first()).as("border %d", border).isEqualTo(first.next());
        assertThat(second.firstBlock()).as("border %d", border).isEqualTo(first.nextBlock());
      }
    }
  }

  @Test
  void whatLooksLikeAPageInCdataIsNoticedAndReadAgain() throws IOException {
    String inner = page(900, "x".repeat(10)).repeat(3_000);
    Path dump =
        packed(
            dump(
                20,
                63,
                "<page><title>Outer</title><ns>0</ns><id>800</id><revision><text><![CDATA["
                    + inner
                    + "]]></text></revision></page>\n"));
    Read expected = whole(dump);
    assertThat(expected.pages()).hasSize(21);
    Read read = inRanges(dump, 9);
    assertThat(read.pages()).isEqualTo(expected.pages());
    assertThat(read.problems()).isEqualTo(expected.problems());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void aDamagedDumpGivesWhatItGivesAsAWhole(long seed) throws IOException {
    Path dump = packed(dump(60, 64, ""));
    byte[] bytes = Files.readAllBytes(dump);
    Random random = new Random(seed);
    for (int i = 0; i < 3; i++) {
      bytes[5_000 + random.nextInt(bytes.length - 10_000)] ^= 0x55;
    }
    Files.write(
        dump, seed % 2 == 0 ? bytes : java.util.Arrays.copyOf(bytes, bytes.length - 40_000));
    Read expected = whole(dump);
    assertThat(expected.problems()).isNotEmpty();
    for (int count : new int[] {2, 5, 23}) {
      Read read = inRanges(dump, count);
      assertThat(read.pages()).as("%d ranges", count).isEqualTo(expected.pages());
      assertThat(read.problems())
          .as("%d ranges", count)
          .containsExactlyInAnyOrderElementsOf(
              expected.problems().stream()
                  .filter(problem -> !problem.startsWith("damaged-stream"))
                  .toList());
    }
  }

  @Test
  void whatIsNoDumpIsRefused() throws IOException {
    Path text = packed("hello");
    try (RandomBytes file = RandomBytes.open(text)) {
      assertThatThrownBy(() -> DumpRanges.head(file, "text.bz2"))
          .isInstanceOf(HandselException.class)
          .hasMessageContaining("text.bz2")
          .hasMessageContaining("no dump of a wiki");
    }
  }
}
