package org.handsel.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.handsel.collection.Item;
import org.handsel.collection.ItemsFile;
import org.handsel.collection.Value;
import org.handsel.collection.mapping.Mapping;
import org.handsel.collection.mapping.MappingSummary;
import org.handsel.collection.mapping.Profiles;
import org.handsel.collection.source.Joins;
import org.handsel.collection.source.RecordSource;
import org.handsel.collection.source.SourceProfile;
import org.handsel.collection.source.SourceSpec;
import org.handsel.collection.source.Sources;
import org.handsel.collection.source.StarterMapping;
import org.handsel.platform.Progress;
import org.handsel.release.Cockpit;
import org.handsel.release.PlanCounts;
import org.handsel.release.PlanEntry;
import org.handsel.release.PlanOptions;
import org.handsel.release.Plans;
import org.handsel.release.tables.MappingTables;
import org.handsel.release.tables.Suggester;
import org.handsel.testing.Shared;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A museum mapped from nothing by the page that came with its twelve tables (`docs/from-zero.md`):
/// what the program finds by itself, and what the profile that came of it makes of every
/// photograph.
@Tag("data")
class MuseumFromZeroIT {
  private static final Path PHOTOS = Shared.data("collections/csv/lsh_relational/photo.csv");
  private static final Path PROFILE =
      Shared.root().resolve("samples/profiles/livrustkammaren.yaml");

  @TempDir Path folder;

  @Test
  void tablesThatBelongTogetherAndTheFirstFieldsAreFoundBeforeAnybodyEdits() {
    List<SourceSpec.Join> joins =
        Joins.propose(PHOTOS, SourceSpec.RECOGNISE).stream().map(Joins.Proposal::join).toList();

    assertThat(joins)
        .contains(
            new SourceSpec.Join("objDaten.csv", "PhoObjId", "ObjId"),
            new SourceSpec.Join("objMass.csv", "PhoObjId", "ObmObjId"),
            new SourceSpec.Join("objMultiple.csv", "PhoObjId", "OmuObjId"),
            new SourceSpec.Join("multimedia.csv", "MulId", "MulId"),
            new SourceSpec.Join("stichwort.csv", "PhoId", "PhoId"));
    try (RecordSource records = Sources.open(PHOTOS, SourceSpec.RECOGNISE.joining(joins))) {
      assertThat(StarterMapping.of(SourceProfile.of(records)))
          .contains(
              "id: PhoId",
              "title: {from: objDaten.ObjTitelOriginalS",
              "date: {from: objDaten.ObjDatierungS",
              "image: {from: multimedia.MulDateiS",
              "reproduction: {from: PhoAufnahmeortS");
    }
  }

  /// The profile in a folder of its own, with tables that are filled and decided upon there.
  private Path profile(String more) throws Exception {
    Files.createDirectories(folder.resolve("tables"));
    Path profile = folder.resolve("mapping.yaml");
    Files.writeString(profile, Files.readString(PROFILE).replace("rights:\n", "rights:\n" + more));
    MappingTables.fill(PHOTOS, profile, Suggester.NONE, List.of(), Progress.NONE);
    Path words = folder.resolve("tables/livrustkammaren-keywords.tsv");
    Files.writeString(
        words,
        Files.readString(words)
            .replaceAll(
                "(?m)^Rustning\t(\\d+)\ttodo\t\t\t", "Rustning\t$1\tmapped\t\tArmour in Sweden\t"));
    return profile;
  }

  private void picture(String name) throws Exception {
    Random random = new Random(name.hashCode());
    BufferedImage image = new BufferedImage(1000, 750, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    for (int i = 0; i < 200; i++) {
      g.setColor(new Color(random.nextInt(0xFFFFFF)));
      g.fillOval(random.nextInt(1000), random.nextInt(750), 80, 60);
    }
    g.dispose();
    ImageIO.write(image, "jpg", folder.resolve("files").resolve(name).toFile());
  }

  private List<Item> items() {
    try (Stream<Item> items = ItemsFile.read(folder.resolve("items/items.jsonl"))) {
      return items.toList();
    }
  }

  private PlanCounts planned(String more) throws Exception {
    Path profile = profile(more);
    MappingSummary summary = Mapping.run(PHOTOS, profile, folder.resolve("items"), Progress.NONE);
    assertThat(summary.items()).isEqualTo(7);
    Files.createDirectories(folder.resolve("files"));
    for (Item item : items()) {
      picture(item.first("image").orElseThrow().value());
    }
    PlanCounts counts =
        Plans.plan(
            folder.resolve("items/items.jsonl"),
            Profiles.load(profile),
            folder.resolve("files"),
            PlanOptions.with(Clock.systemUTC()),
            folder.resolve("release"));
    return counts;
  }

  private List<PlanEntry> plan() {
    return Cockpit.open(folder.resolve("release")).find(Cockpit.Filter.ALL, 0, 100).rows().stream()
        .map(Cockpit.Row::entry)
        .toList();
  }

  @Test
  void asDeliveredNothingGoesAndTheReasonsAreTold() throws Exception {
    PlanCounts counts = planned("");

    assertThat(counts.entries()).isEqualTo(7);
    assertThat(counts.ready()).isZero();
    // CC BY-SA without a version on six; nothing is said of the works.
    assertThat(counts.checks())
        .containsEntry("RIGHTS_HOLD", 6L)
        .containsEntry("RIGHTS_UNKNOWN", 7L);
  }

  @Test
  void withAnAgreementEveryPhotographHasACompletePage() throws Exception {
    PlanCounts counts = planned("  release: \"https://creativecommons.org/licenses/by-sa/4.0/\"\n");

    assertThat(counts.ready()).isEqualTo(7);
    // Nobody knows who made four of the things; otherwise the pages lack nothing.
    assertThat(counts.checks()).containsExactly(Map.entry("NO_CREATOR", 4L));
    assertThat(plan())
        .allSatisfy(entry -> {
          assertThat(entry.wikitext())
              .contains("{{Artwork", " |date = ", " |medium = ", "Media contributed by LSH")
              .containsAnyOf("Livrustkammaren", "Skoklosters slott");
          assertThat(entry.structuredData().toString()).contains("P217", "P275", "labels");
        })
        .anySatisfy(
            entry -> assertThat(entry.wikitext()).contains("[[Category:Armour in Sweden]]"));
    Map<String, Item> items = items().stream().collect(Collectors.toMap(Item::id, item -> item));
    assertThat(items).hasSize(7);
    for (String field : List.of("title", "description", "date", "medium", "accession", "image")) {
      assertThat(items.values())
          .as(field)
          .allSatisfy(item -> assertThat(item.values(field)).isNotEmpty());
    }
    assertThat(items.values().stream().filter(item -> !item.values("dimensions").isEmpty()))
        .hasSize(7);
    assertThat(items.get("103897").values("creator"))
        .extracting(Value::value)
        .containsExactly("H Amand");
    assertThat(counts.entries()).isEqualTo(7);
    assertThat(Files.readString(folder.resolve("release/report.html"), StandardCharsets.UTF_8))
        .contains("Livrustkammaren");
  }
}
