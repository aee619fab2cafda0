package org.handsel.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handsel.release.page.PageSamples.item;
import static org.handsel.release.page.PageSamples.profile;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.handsel.collection.Item;
import org.handsel.collection.ItemsFile;
import org.handsel.collection.image.ImageFacts;
import org.handsel.collection.image.Images;
import org.handsel.platform.Progress;
import org.handsel.release.page.PageSamples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a plan says of the worth of its pictures and of the pages of its documents.
class PictureChecksTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);
  private static final String SECTIONS =
      """
      filename: "{title} - Skarvik - {id}"
      template: {name: Artwork, parameters: {notes: "{?file.pages Book of {file.pages} pages?}"}}
      structured-data: {P1104: "{file.pages}"}
      """;

  @TempDir Path folder;
  private Path release = Path.of("");

  @BeforeEach
  void folders() throws Exception {
    Files.createDirectories(folder.resolve("files"));
    release = folder.resolve("release");
  }

  private List<PlanEntry> planned(String... ids) throws Exception {
    List<Item> items = new ArrayList<>();
    for (String id : ids) {
      items.add(item(id, "title", "T" + id, "accession", id));
    }
    Path file = folder.resolve("items.jsonl");
    try (OutputStream out = Files.newOutputStream(file)) {
      ItemsFile.Writer writer = ItemsFile.writer(out);
      for (Item item : items) {
        writer.write(item);
      }
      writer.finish();
    }
    Plans.plan(
        file,
        profile(folder, SECTIONS),
        folder.resolve("files"),
        PlanOptions.with(CLOCK),
        release,
        new FileInspection(Images::inspect),
        new RightsGate(PageSamples::statement));
    Duplicates.search(release, 2, Progress.NONE, CLOCK);
    try (Stream<PlanEntry> plan = ReleaseFolder.open(release).read()) {
      return plan.toList();
    }
  }

  private static List<String> codes(PlanEntry entry) {
    return entry.checks().stream()
        .map(PlanEntry.Check::code)
        .filter(code -> code.startsWith("IMAGE") || code.startsWith("PAGES"))
        .toList();
  }

  private BufferedImage drawn(int width, int height, long seed) {
    Random random = new Random(seed);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setColor(new Color(230, 225, 210));
    g.fillRect(0, 0, width, height);
    for (int i = 0; seed > 0 && i < 300; i++) {
      g.setColor(new Color(random.nextInt(0xFFFFFF)));
      g.fillOval(random.nextInt(width), random.nextInt(height), 4 + width / 20, 9 + height / 15);
    }
    g.dispose();
    return image;
  }

  private void write(BufferedImage image, String name) throws Exception {
    assertThat(ImageIO.write(image, "png", folder.resolve("files").resolve(name).toFile()))
        .isTrue();
  }

  private static BufferedImage enlarged(BufferedImage image, int factor) {
    BufferedImage larger =
        new BufferedImage(
            image.getWidth() * factor, image.getHeight() * factor, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = larger.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    g.drawImage(image, 0, 0, larger.getWidth(), larger.getHeight(), null);
    return larger;
  }

  @Test
  void poorPicturesAreWarnedOfAndFoundByTheirFinding() throws Exception {
    write(drawn(1200, 900, 1), "1.png");
    write(drawn(300, 200, 2), "2.png");
    write(drawn(900, 1200, 0), "3.png");
    write(enlarged(drawn(400, 300, 4), 3), "4.png");

    List<PlanEntry> plan = planned("1", "2", "3", "4");

    assertThat(plan)
        .extracting(PictureChecksTest::codes)
        .containsExactly(
            List.of(), List.of("IMAGE_TINY"), List.of("IMAGE_BLANK"), List.of("IMAGE_ENLARGED"));
    assertThat(plan).allSatisfy(entry -> assertThat(entry.ready()).isTrue());
    Cockpit.Found found =
        Cockpit.open(release).find(new Cockpit.Filter("", "IMAGE_ENLARGED", "", ""), 0, 10);
    assertThat(found.rows()).extracting(row -> row.entry().item()).containsExactly("4");
    assertThat(Files.readString(release.resolve("report.html")))
        .contains("Enlarged picture", "300 × 200 pixels");
  }

  @Test
  void aBetterFileTakesTheFindingAway() throws Exception {
    write(drawn(900, 1200, 0), "3.png");
    assertThat(codes(planned("3").getFirst())).containsExactly("IMAGE_BLANK");
    write(drawn(900, 1200, 5), "3.png");
    Duplicates.search(release, 2, Progress.NONE, CLOCK);
    try (Stream<PlanEntry> plan = ReleaseFolder.open(release).read()) {
      assertThat(codes(plan.findFirst().orElseThrow())).isEmpty();
    }
  }

  @Test
  void pagesOfADocumentStandInPlanPageReportAndData() throws Exception {
    Files.writeString(
        folder.resolve("files/7.pdf"),
        """
        %PDF-1.4
        1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
        2 0 obj <</Type/Pages/Kids[3 0 R 4 0 R 5 0 R]/Count 3>> endobj
        3 0 obj <</Type/Page>> endobj 4 0 obj <</Type/Page>> endobj 5 0 obj <</Type/Page>> endobj
        trailer <</Root 1 0 R>>
        %%EOF
        """,
        StandardCharsets.ISO_8859_1);
    write(drawn(1200, 900, 1), "8.png");
    Files.writeString(folder.resolve("files/9.pdf"), "%PDF-1.4\n1 0 obj\n%%EOF\n");

    List<PlanEntry> plan = planned("7", "8", "9");

    assertThat(plan).extracting(PlanEntry::pages).containsExactly(3, null, null);
    assertThat(plan.getFirst().wikitext()).contains("Book of 3 pages");
    assertThat(plan.getFirst().structuredData().toString()).contains("P1104", "amount=+3");
    assertThat(plan.get(1).wikitext()).doesNotContain("Book of");
    assertThat(plan.get(1).structuredData().toString()).doesNotContain("P1104");
    assertThat(plan)
        .extracting(PictureChecksTest::codes)
        .last()
        .isEqualTo(List.of("PAGES_UNKNOWN"));
    assertThat(Files.readString(release.resolve("report.html"))).contains("3 pages");
  }

  @ParameterizedTest
  @CsvSource({
    "photograph, image/jpeg, 599, true",
    "photograph, image/jpeg, 640, false",
    "text, image/tiff, 900, true",
    "text, application/pdf, 0, false",
    "unheard-of, image/png, 400, true",
    ", image/png, 700, false",
    "print, image/svg+xml, 20, false"
  })
  void whatIsTinyDependsOnWhatIsShown(String kind, String type, int longer, boolean tiny) {
    ImageFacts facts = new ImageFacts("a".repeat(40), 9, type, longer / 2, longer, null);
    assertThat(PictureSizes.load().check(kind, facts))
        .extracting(PlanEntry.Check::code)
        .isEqualTo(tiny ? List.of("IMAGE_TINY") : List.of());
  }
}
