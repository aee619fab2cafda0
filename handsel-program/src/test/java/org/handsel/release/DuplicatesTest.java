package org.handsel.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.handsel.release.page.PageSamples.item;
import static org.handsel.release.page.PageSamples.profile;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import javax.imageio.ImageIO;
import org.handsel.collection.ItemsFile;
import org.handsel.collection.image.Images;
import org.handsel.platform.HandselException;
import org.handsel.platform.Progress;
import org.handsel.release.page.PageSamples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is there already, and the answers to it.
final class DuplicatesTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);
  private static final String SECTIONS =
      """
      filename: "{title} - Skarvik - {id}"
      template: {name: Artwork}
      categories: ["Media by Skarvik"]
      """;

  @TempDir Path folder;
  private Path release = Path.of("");

  @BeforeEach
  void folders() throws Exception {
    Files.createDirectories(folder.resolve("files"));
    release = folder.resolve("release");
  }

  @Test
  void theSamePictureAtTwoRecordsWaitsForAnAnswer() throws Exception {
    picture("1.jpg", 1, 400);
    picture("2.jpg", 1, 200);
    picture("3.jpg", 3, 400);

    PlanCounts counts = planned("1", "2", "3");

    assertThat(counts.ready()).isEqualTo(2);
    assertThat(entry("2").checks())
        .extracting(PlanEntry.Check::code, PlanEntry.Check::severity)
        .contains(tuple("LOOKS_ALIKE", "error"));
    assertThat(Duplicates.list(release))
        .singleElement()
        .satisfies(one -> assertThat(one.of()).isEqualTo("File:T1 - Skarvik - 1.jpg"))
        .satisfies(one -> assertThat(one.answer()).isEqualTo(Duplicate.Answer.ASK));
  }

  @Test
  void keptItGoesAndTheAnswerStandsWithItsName() throws Exception {
    picture("1.jpg", 1, 400);
    picture("2.jpg", 1, 200);
    planned("1", "2");

    answer("2", Duplicate.Answer.KEEP);

    assertThat(entry("2").ready()).isTrue();
    assertThat(Files.readString(release.resolve("duplicates.tsv"))).contains("keep\tAda\tlooked");
    // A new search forgets no answer.
    Duplicates.search(release, 2, Progress.NONE, CLOCK);
    assertThat(entry("2").ready()).isTrue();
    answer("2", Duplicate.Answer.ASK);
    assertThat(entry("2").ready()).isFalse();
  }

  @Test
  void formatsOfOneRecordAreAPairAndGoBoth() throws Exception {
    picture("1.jpg", 1, 400);
    picture("1.png", 1, 400);

    planned("1");

    assertThat(Duplicates.list(release)).isEmpty();
    assertThat(plan())
        .allSatisfy(entry -> assertThat(entry.ready()).isTrue())
        .anySatisfy(entry ->
            assertThat(entry.checks()).extracting(PlanEntry.Check::code).contains("SAME_PICTURE"));
  }

  @Test
  void sameBytesInThePlanAreADuplicateToo() throws Exception {
    picture("1.jpg", 1, 400);
    Files.copy(folder.resolve("files/1.jpg"), folder.resolve("files/2.jpg"));

    planned("1", "2");

    assertThat(Duplicates.list(release))
        .extracting(Duplicate::kind)
        .containsExactly(Duplicate.Kind.SAME_BYTES);
  }

  @Test
  void aTakenTitleIsRenamedByAnswer() throws Exception {
    picture("1.jpg", 1, 400);
    planned("1");
    Plans.check(release, new Taken("File:T1 - Skarvik - 1.jpg"), CLOCK);
    assertThat(entry("1").ready()).isFalse();

    answer("1", Duplicate.Answer.RENAME);

    assertThat(entry("1").title()).isEqualTo("File:T1 - Skarvik - 1 (2).jpg");
    assertThat(entry("1").ready()).isTrue();
    Plans.check(release, new Taken("File:T1 - Skarvik - 1.jpg"), CLOCK);
    assertThat(entry("1").ready()).isTrue();
  }

  @Test
  void anAnswerThatDoesNotFitIsRefusedWithThoseThatDo() throws Exception {
    picture("1.jpg", 1, 400);
    picture("2.jpg", 1, 200);
    planned("1", "2");

    assertThatThrownBy(() -> answer("2", Duplicate.Answer.RENAME))
        .isInstanceOf(HandselException.class)
        .hasMessageContaining("expected link, data, keep or ask");
    assertThatThrownBy(() -> answer("99", Duplicate.Answer.LINK))
        .hasMessageContaining("no duplicate of this release has the id 99");
    Files.writeString(
        release.resolve("duplicates.tsv"),
        "item_id\tfile\tkind\tof\tagreement\tanswer\tby\tnote\n"
            + "2\t2.jpg\tlooks-alike\tx\t1\tmaybe\t\t\n");
    assertThatThrownBy(() -> Duplicates.list(release))
        .hasMessageContaining(
            "line 2, answer: expected ask, link, data, rename, keep, found \"maybe\"");
  }

  private PlanCounts planned(String... ids) throws Exception {
    Path items = folder.resolve("items.jsonl");
    try (OutputStream out = Files.newOutputStream(items)) {
      ItemsFile.Writer writer = ItemsFile.writer(out);
      for (String id : ids) {
        writer.write(item(id, "title", "T" + id));
      }
      writer.finish();
    }
    Plans.plan(
        items,
        profile(folder, SECTIONS),
        folder.resolve("files"),
        PlanOptions.with(CLOCK),
        release,
        new FileInspection(Images::inspect),
        new RightsGate(PageSamples::statement));
    return Duplicates.search(release, 2, Progress.NONE, CLOCK);
  }

  private void answer(String item, Duplicate.Answer answer) {
    Duplicates.answer(release, List.of(item), List.of(), answer, "Ada", "looked", CLOCK);
  }

  private List<PlanEntry> plan() {
    return WholePlan.of(ReleaseFolder.open(release));
  }

  private PlanEntry entry(String item) {
    return plan().stream().filter(entry -> entry.item().equals(item)).findFirst().orElseThrow();
  }

  /// A picture of its own for each number, in whatever size.
  private void picture(String file, int number, int width) throws Exception {
    int height = width * 3 / 4;
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    Random random = new Random(number);
    for (int i = 0; i < 60; i++) {
      g.setColor(new Color(random.nextInt(1 << 24)));
      g.fillRect(
          (int) (random.nextDouble() * width),
          (int) (random.nextDouble() * height),
          (int) (width * (0.05 + 0.2 * random.nextDouble())),
          (int) (height * (0.05 + 0.2 * random.nextDouble())));
    }
    g.dispose();
    ImageIO.write(
        image,
        file.substring(file.lastIndexOf('.') + 1),
        folder.resolve("files").resolve(file).toFile());
  }

  private record Taken(String title) implements WikiFacts {
    @Override
    public Set<String> existing(Collection<String> titles) {
      Set<String> existing = new java.util.HashSet<>(titles);
      existing.removeIf(one -> one.startsWith("File:") && !one.equals(title));
      return existing;
    }

    @Override
    public Map<String, List<String>> filesBySha1(Collection<String> sha1s) {
      return Map.of();
    }

    @Override
    public Map<String, Set<String>> above(Collection<String> categories) {
      return Map.of();
    }

    @Override
    public Optional<String> titleRefusal(String wanted) {
      return Optional.empty();
    }
  }
}
