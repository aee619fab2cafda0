package org.handsel.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.handsel.release.page.PageSamples.item;
import static org.handsel.release.page.PageSamples.profile;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.handsel.collection.Item;
import org.handsel.collection.ItemsFile;
import org.handsel.collection.Value;
import org.handsel.collection.image.ImageFacts;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.handsel.platform.Progress;
import org.handsel.release.page.PageSamples;
import org.handsel.rights.Verdict;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PlansTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);
  private static final String SECTIONS =
      """
      filename: "{title} - Skarvik - {id}"
      template: {name: Artwork}
      categories: ["Media by Skarvik"]
      """;

  @TempDir Path folder;
  private int colour;

  @BeforeEach
  void folders() throws Exception {
    Files.createDirectories(folder.resolve("files"));
  }

  @ParameterizedTest
  @CsvSource({
    "SKM_1.jpg, mentioned.jpg, mentioned.jpg",
    "x, C:\\Scans\\sub\\A.JPG, sub/a.jpg",
    "x, 0307.a.1, 0307.a.1.jpg",
    "x, https://m.example/i/%C3%A5.jpg?w=1, å.jpg",
    "0307.a.0001, '', 0307.a.0001.jpg",
    "SKM 7, '', skm_7.jpg",
    "12, '', 12-front.jpg",
  })
  void fileIsFoundByMentionOrId(String id, String image, String file) throws Exception {
    picture(file);

    assertThat(
            one(image.isEmpty() ? item(id, "title", "T") : item(id, "title", "T", "image", image)))
        .satisfies(entry -> assertThat(entry.file()).isEqualTo(file))
        .satisfies(entry -> assertThat(entry.ready()).as(entry.checks().toString()).isTrue());
  }

  @Test
  void composedAndDecomposedAccentsAreTheSameName() throws Exception {
    picture("a\u030Angstrom.jpg");

    assertThat(one(item("x", "title", "T", "image", "ångstrom.jpg")).ready()).isTrue();
  }

  @Test
  void accessionNumberFindsTheFileWhenTheIdDoesNot() throws Exception {
    picture("NM_1234.jpg");

    assertThat(one(item("x", "title", "T", "accession", "NM 1234")).file())
        .isEqualTo("NM_1234.jpg");
  }

  @Test
  void severalPicturesOfAnItemAreNumberedAndFormatsOfOneShareItsNumber() throws Exception {
    picture("5_1.jpg");
    picture("5_2.jpg");
    picture("5_10.jpg");
    picture("5_2.png");

    assertThat(plan(item("5", "title", "T")))
        .extracting(PlanEntry::title)
        .containsExactly(
            "File:T - Skarvik - 5 (1).jpg",
            "File:T - Skarvik - 5 (2).jpg",
            "File:T - Skarvik - 5 (2).png",
            "File:T - Skarvik - 5 (3).jpg");
  }

  @Test
  void fileBelongsToTheLongestId() throws Exception {
    picture("12-3.jpg");
    picture("12.jpg");

    assertThat(plan(item("12", "title", "A"), item("12-3", "title", "B")))
        .extracting(entry -> entry.item() + " " + entry.file())
        .containsExactly("12 12.jpg", "12-3 12-3.jpg");
  }

  @Test
  void whatHasNoCounterpartIsReportedNotForgotten() throws Exception {
    picture("stray.jpg");

    assertThat(plan(item("1", "title", "T")))
        .extracting(entry -> entry.item() + "|" + entry.file() + "|" + codes(entry))
        .containsExactly("1||FILE_MISSING", "|stray.jpg|RECORD_MISSING");
  }

  @Test
  void sameNameInTwoFoldersIsNotGuessed() throws Exception {
    picture("a/x.jpg");
    picture("b/x.jpg");

    assertThat(codes(plan(item("1", "title", "T", "image", "x.jpg")).getFirst()))
        .isEqualTo("FILE_AMBIGUOUS");
    assertThat(plan(item("1", "title", "T", "image", "b\\x.jpg")).getFirst().file())
        .isEqualTo("b/x.jpg");
  }

  @ParameterizedTest
  @EnumSource(value = Verdict.class, names = "YES", mode = EnumSource.Mode.EXCLUDE)
  void anyVerdictButYesBlocksWithStatementPathAndReason(Verdict verdict) throws Exception {
    picture("1.jpg");
    Item item = item("1", Map.of("title", List.of(Value.of("T", "T", "T"))), verdict);
    PlanEntry entry = one(item);

    assertThat(entry.state()).isEqualTo("blocked");
    assertThat(entry.rights()).isNull();
    assertThat(entry.wikitext()).doesNotContain("license-header");
    assertThat(entry.checks())
        .filteredOn(check -> check.code().equals("RIGHTS_" + verdict.name()))
        .hasSize(2)
        .allSatisfy(check ->
            assertThat(check.message()).contains("Rights said \"the words\"", "it was said so"));
  }

  @Test
  void refusedAndExcludedItemsStayWithTheirReason() throws Exception {
    picture("1.jpg");
    picture("2.jpg");
    Path list = folder.resolve("exclusions.txt");
    Files.writeString(list, "# by the museum\n2\tthe family asked for it\n");

    List<PlanEntry> plan =
        plan(list, item("1", "title", "T").refusedBecause("a poster"), item("2", "title", "U"));

    assertThat(plan).extracting(PlansTest::codes).containsExactly("REFUSED", "EXCLUDED");
    assertThat(plan.get(1).checks().getFirst().message()).contains("the family asked for it");
  }

  @Test
  void sameBytesGoOnlyOnce() throws Exception {
    picture("1.jpg");
    Files.copy(folder.resolve("files/1.jpg"), folder.resolve("files/2.jpg"));

    List<PlanEntry> plan = plan(item("1", "title", "T"), item("2", "title", "U"));

    assertThat(plan).extracting(PlansTest::codes).containsExactly("", "DUPLICATE_IN_BATCH");
    assertThat(plan.get(1).checks().getFirst().message()).contains("1 (1.jpg)");
  }

  @Test
  void damagedFilesAreFound() throws Exception {
    Files.writeString(folder.resolve("files/1.jpg"), "");
    Path cut = picture("2.jpg");
    byte[] bytes = Files.readAllBytes(cut);
    Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2));
    Path png = picture("3.png");
    Files.move(png, folder.resolve("files/3.jpg"));

    assertThat(plan(item("1", "title", "T"), item("2", "title", "U"), item("3", "title", "V")))
        .extracting(PlansTest::codes)
        .containsExactly("FILE_EMPTY", "IMAGE_TRUNCATED", "EXTENSION_MISMATCH");
  }

  @Test
  void equalTitlesAreToldApartByTheId() throws Exception {
    picture("1.jpg");
    picture("2.jpg");
    List<PlanEntry> plan =
        plan(
            "filename: \"{title}\"\ntemplate: {name: Artwork}\n",
            null,
            item("1", "title", "Harbour"),
            item("2", "title", "HARBOUR"));

    assertThat(plan)
        .extracting(PlanEntry::title)
        .containsExactly("File:Harbour.jpg", "File:HARBOUR - 2.jpg");
    assertThat(codes(plan.get(1))).contains("TITLE_NUMBERED");
  }

  @Test
  void cameraNamesAndLostCharactersAreWarnedOf() throws Exception {
    picture("1.jpg");
    List<PlanEntry> plan =
        plan(
            "filename: \"{title}\"\ntemplate: {name: Artwork}\n",
            null,
            item("1", "title", "IMG_0001", "description", "K\uFFFDbenhavn"));

    assertThat(plan.getFirst().ready()).isTrue();
    assertThat(codes(plan.getFirst())).contains("TITLE_SENSELESS", "CHARACTER_LOST");
  }

  @Test
  void idOfSeveralRecordsBlocksAllOfThem() throws Exception {
    picture("1.jpg");

    assertThat(plan(item("1", "title", "T"), item("1", "title", "U")))
        .allSatisfy(entry -> assertThat(codes(entry)).contains("ID_REPEATED"));
  }

  @Test
  void wikiIsAskedForTitlesBytesCategoriesAndTemplates() throws Exception {
    for (int i = 1; i <= 4; i++) {
      picture(i + ".jpg");
    }
    List<PlanEntry> plan =
        plan(
            item("1", "title", "T"),
            item("2", "title", "T"),
            item("3", "title", "T"),
            item("4", "title", "T"));
    Answers wiki = new Answers();
    wiki.pages.addAll(Set.of("Template:Artwork", "Template:Cc-zero", plan.get(0).title()));
    wiki.files.put(plan.get(1).sha1(), List.of("File:Other.jpg"));
    wiki.refused.add(plan.get(2).title());

    PlanCounts counts = Plans.check(folder.resolve("release"), wiki, CLOCK);
    List<PlanEntry> checked = WholePlan.of(new ReleaseFolder(folder.resolve("release")));

    assertThat(checked)
        .extracting(entry -> entry.checks().getFirst().code())
        .containsExactly("TITLE_TAKEN", "ON_WIKI", "TITLE_REFUSED", "NO_CREATOR");
    assertThat(codes(checked.get(3))).contains("CATEGORY_MISSING");
    assertThat(counts.ready()).isEqualTo(1);

    wiki.pages.remove("Template:Cc-zero");
    Plans.check(folder.resolve("release"), wiki, CLOCK);
    assertThat(codes(WholePlan.of(new ReleaseFolder(folder.resolve("release"))).get(3)))
        .startsWith("TEMPLATE_MISSING");

    wiki.pages.addAll(Set.of("Template:Cc-zero", "Category:Media by Skarvik"));
    wiki.files.clear();
    wiki.refused.clear();
    wiki.pages.remove(plan.get(0).title());
    assertThat(Plans.check(folder.resolve("release"), wiki, CLOCK).ready()).isEqualTo(4);
  }

  @Test
  void categoriesAboveOthersAreNamedAndLeftOutWhenAsked() throws Exception {
    List<PlanEntry> plan = plan(item("1", "title", "T"));
    ReleaseFolder release = new ReleaseFolder(folder.resolve("release"));
    String text = plan.getFirst().wikitext();
    String more =
        "[[Category:Boats]]\n"
            + "[[Category:Vessels]]\n"
            + "[[Category:Rowing boats]]\n"
            + "[[Category:A]]\n"
            + "[[Category:B]]\n";
    Files.writeString(
        release.plan(),
        Json.line(plan.getFirst().with(text + more, plan.getFirst().checks())) + "\n");
    Answers wiki = new Answers();
    wiki.pages.addAll(Set.of("Template:Artwork", "Template:Cc-zero"));
    wiki.parents.put("Rowing boats", Set.of("Boats by propulsion"));
    wiki.parents.put("Boats by propulsion", Set.of("Boats"));
    wiki.parents.put("Boats", Set.of("Vessels"));
    wiki.parents.put("A", Set.of("B"));
    wiki.parents.put("B", Set.of("A"));

    Plans.check(release.folder(), wiki, CLOCK);
    PlanEntry named = WholePlan.of(release).getFirst();
    assertThat(named.wikitext()).isEqualTo(text + more);
    assertThat(codes(named)).contains("CATEGORY_PARENT CATEGORY_PARENT");

    Plans.check(release.folder(), wiki, true, CLOCK);
    PlanEntry dropped = WholePlan.of(release).getFirst();
    assertThat(dropped.wikitext())
        .isEqualTo(text + "[[Category:Rowing boats]]\n[[Category:A]]\n[[Category:B]]\n");
    assertThat(codes(dropped)).contains("CATEGORY_DROPPED").doesNotContain("CATEGORY_PARENT");
  }

  @Test
  void aCategoryGraphInAFileServesAsWell() throws Exception {
    Path audit = Files.createDirectories(folder.resolve("audit"));
    Files.writeString(
        audit.resolve("categories.tsv"),
        """
        page_id\ttitle\tcategory\tsortkey
        1\tCategory:Rowing boats\tBoats\t
        2\tBoats\tNot a category's category\t
        """);
    Path table =
        Files.writeString(folder.resolve("graph.tsv"), "category\tparent\nRowing_boats\tBoats\n");

    assertThat(new CategoryFile(audit).above(Set.of("Rowing boats", "Boats")))
        .isEqualTo(new CategoryFile(table).above(Set.of("Rowing boats", "Boats")))
        .isEqualTo(Map.of("Rowing boats", Set.of("Boats")));
    assertThatThrownBy(() -> new CategoryFile(folder.resolve("none.tsv")))
        .hasMessageContaining("expected a table with the columns category and parent");
  }

  @Test
  void reportIsWellFormedEscapedAndCallsNobody() throws Exception {
    picture("1.jpg");
    plan(item("1", "title", "<script>alert(1)</script> & \"x\""), item("<b>2", "title", "U"));
    String html = Files.readString(folder.resolve("release/report.html"));
    Document page = Jsoup.parse(html);

    assertThat(page.select("script, link, iframe, b:containsOwn(2)").select("script, link, iframe"))
        .isEmpty();
    assertThat(page.select("[src^=http], [href^=http]")).isEmpty();
    assertThat(page.select(".group h3").eachText()).contains("Record without a file");
    assertThat(page.select(".card img"))
        .singleElement()
        .satisfies(image ->
            assertThat(folder.resolve("release").resolve(image.attr("src"))).isRegularFile());
    assertThat(page.text()).contains("1 of 2 are ready to go");
    assertThat(page.select(".examples b").eachText()).contains("<b>2");
  }

  @Test
  void failuresOpenInASpreadsheetWithoutRunningAnything() throws Exception {
    plan(item("=cmd()|' /C calc'!A0", "title", "T"));

    assertThat(Files.readString(folder.resolve("release/failures.csv")))
        .startsWith("\uFEFFitem,file,title,code,reason,advice\r\n'=cmd()")
        .contains("FILE_MISSING");
  }

  @Test
  void everyCodeOfAPlanHasWordsForACoordinator() {
    assertThat(CheckWords.load().codes())
        .contains("FILE_MISSING", "RIGHTS_HOLD", "ON_WIKI", "TITLE_TAKEN", "NO_DATE")
        .allSatisfy(code -> assertThat(CheckWords.load().advice(code)).isNotBlank());
  }

  @Test
  void planIsNotChangedOnceFilesWereSent() throws Exception {
    plan(item("1", "title", "T"));
    Files.writeString(folder.resolve("release/ledger.jsonl"), "");

    assertThatThrownBy(() -> plan(item("1", "title", "T")))
        .isInstanceOf(HandselException.class)
        .hasMessageContaining("sent already");
  }

  @Test
  void damagedPlanNamesItsLine() throws Exception {
    plan(item("1", "title", "T"));
    Path plan = folder.resolve("release/plan.jsonl");
    Files.writeString(plan, Files.readString(plan) + "{broken\n");

    assertThatThrownBy(() -> WholePlan.of(ReleaseFolder.open(folder.resolve("release"))))
        .hasMessageContaining("plan.jsonl, line 2");
  }

  private PlanEntry one(Item item) throws Exception {
    return plan(item).getFirst();
  }

  private List<PlanEntry> plan(Item... items) throws Exception {
    return plan(SECTIONS, null, items);
  }

  private List<PlanEntry> plan(Path exclusions, Item... items) throws Exception {
    return plan(SECTIONS, exclusions, items);
  }

  private List<PlanEntry> plan(String sections, @Nullable Path exclusions, Item... items)
      throws Exception {
    Path file = folder.resolve("items.jsonl");
    try (OutputStream out = Files.newOutputStream(file)) {
      ItemsFile.Writer writer = ItemsFile.writer(out);
      for (Item item : items) {
        writer.write(item);
      }
      writer.finish();
    }
    Path release = folder.resolve("release");
    Plans.plan(
        file,
        profile(folder, sections),
        folder.resolve("files"),
        new PlanOptions(exclusions, null, 2, Progress.NONE, CLOCK),
        release,
        new FileInspection(PlansTest::look),
        new RightsGate(PageSamples::statement));
    return WholePlan.of(ReleaseFolder.open(release));
  }

  /// Codes without the warnings about missing fields, which most samples earn.
  private static String codes(PlanEntry entry) {
    return String.join(
        " ",
        entry.checks().stream()
            .map(PlanEntry.Check::code)
            // The pictures of these tests are small on purpose.
            .filter(code -> !code.startsWith("NO_") && !code.equals("IMAGE_TINY"))
            .toList());
  }

  private Path picture(String name) throws Exception {
    Path file = folder.resolve("files").resolve(name);
    Files.createDirectories(file.getParent());
    BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(new Color(40 + 23 * ++colour % 200, 90, 160));
    graphics.fillRect(0, 0, 64, 48);
    graphics.dispose();
    ImageIO.write(image, name.endsWith(".png") ? "png" : "jpg", file.toFile());
    return file;
  }

  /// What the image room answers, as far as these tests go.
  private static ImageFacts look(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    String sha1;
    try {
      sha1 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    if (bytes.length == 0) {
      return new ImageFacts(sha1, 0, null, 0, 0, "empty");
    }
    boolean png = bytes[0] == (byte) 0x89;
    boolean whole = png || bytes[bytes.length - 1] == (byte) 0xD9;
    return new ImageFacts(
        sha1, bytes.length, png ? "image/png" : "image/jpeg", 64, 48, whole ? null : "truncated");
  }

  private static final class Answers implements WikiFacts {
    private final Set<String> pages = new HashSet<>();
    private final Map<String, List<String>> files = new HashMap<>();
    private final Set<String> refused = new HashSet<>();
    private final Map<String, Set<String>> parents = new HashMap<>();

    @Override
    public Map<String, Set<String>> above(Collection<String> categories) {
      Map<String, Set<String>> above = new HashMap<>(parents);
      above.keySet().retainAll(categories);
      return above;
    }

    @Override
    public Set<String> existing(Collection<String> titles) {
      Set<String> found = new HashSet<>(titles);
      found.retainAll(pages);
      return found;
    }

    @Override
    public Map<String, List<String>> filesBySha1(Collection<String> sha1s) {
      Map<String, List<String>> found = new HashMap<>(files);
      found.keySet().retainAll(sha1s);
      return found;
    }

    @Override
    public Optional<String> titleRefusal(String title) {
      return refused.contains(title)
          ? Optional.of("titleblacklist-forbidden-edit")
          : Optional.empty();
    }
  }
}
