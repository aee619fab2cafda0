package org.handsel.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.handsel.collection.Item;
import org.handsel.collection.ItemsFile;
import org.handsel.collection.mapping.Mapping;
import org.handsel.collection.mapping.Profiles;
import org.handsel.platform.Exit;
import org.handsel.platform.Json;
import org.handsel.platform.Progress;
import org.handsel.testbed.Pictures;
import org.handsel.testbed.RealWiki;
import org.handsel.testing.Shared;
import org.handsel.wiki.api.Login;
import org.handsel.wiki.api.Wiki;
import org.handsel.wiki.api.WikiAddress;
import org.handsel.wiki.api.WikiSettings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two hundred records of a real museum go all the way to a real MediaWiki, with generated
/// pictures; then the wiki is asked, file by file, by another client than Handsel's.
@Tag("wiki")
class MuseumReleaseIT {
  private static final int FILES = 200;

  @TempDir Path folder;

  @Test
  void whatIsPlannedIsOnTheWikiFileByFile() throws Exception {
    Path profile = profile();
    Mapping.run(
        Shared.data("collections/csv/smvk_enriched_mexiko.csv"),
        profile,
        folder.resolve("items"),
        Progress.NONE);
    Path items = firstItems();
    Path release = folder.resolve("release");
    PlanCounts planned =
        Plans.plan(
            items,
            Profiles.load(profile),
            folder.resolve("files"),
            PlanOptions.with(Clock.systemUTC()),
            release);
    assertThat(planned.ready()).isEqualTo(FILES);

    try (RealWiki wiki = RealWiki.start("museum")) {
      wiki.setOverrides("{\"wgRateLimits\":{\"edit\":{\"user\":[5000,60]}}}");
      WikiAddress address = WikiAddress.parse(wiki.api().toString());
      WikiSettings settings = WikiSettings.of("museum-test@example.org");
      try (Wiki asked = Wiki.open(address, settings)) {
        PlanCounts checked = Plans.check(release, new OnWiki(asked), Clock.systemUTC());
        assertThat(checked.ready()).as("checks: %s", checked.checks()).isEqualTo(FILES);
      }
      Login bot = new Login(wiki.bot().name(), wiki.bot().password());
      RunReport report =
          new ReleaseRun(release, RunOptions.DEFAULT.parallel(2))
              .run(address, bot, settings, Progress.NONE);
      assertThat(report.exit())
          .as("%s%n%s", report.message(), refusals(release))
          .isEqualTo(Exit.DONE);
      assertThat(report.status().proven()).isEqualTo(FILES);
      assertThat(report.message()).contains("does not know P854");

      List<PlanEntry> plan;
      try (Stream<PlanEntry> read = ReleaseFolder.open(release).read()) {
        plan = read.toList();
      }
      Map<String, String> onWiki = wiki.state().files();
      for (PlanEntry entry : plan) {
        assertThat(onWiki).containsEntry(entry.title(), entry.sha1());
        assertThat(wiki.state().versions(entry.title())).as(entry.title()).isEqualTo(1);
        assertThat(wiki.state().text(entry.title()).strip())
            .as(entry.title())
            .isEqualTo(entry.wikitext().strip());
      }
      assertThat(ReleaseRun.verify(release, address, settings).differences()).isEmpty();
      System.out.printf(
          "museum release: %d planned, %d on the wiki with equal bytes and equal text%n",
          plan.size(), FILES);
    }
  }

  private Path profile() throws Exception {
    Path samples = Shared.root().resolve("samples/profiles");
    Path profile = folder.resolve("smvk.yaml");
    Files.copy(samples.resolve("smvk.yaml"), profile);
    Path tables = Files.createDirectories(folder.resolve("tables"));
    try (Stream<Path> all = Files.list(samples.resolve("tables"))) {
      for (Path table : all.toList()) {
        Files.copy(table, tables.resolve(table.getFileName()));
      }
    }
    return profile;
  }

  private Path firstItems() throws Exception {
    Path items = folder.resolve("first.jsonl");
    Path files = Files.createDirectories(folder.resolve("files"));
    try (Stream<Item> all = ItemsFile.read(folder.resolve("items/items.jsonl"));
        BufferedWriter out = Files.newBufferedWriter(items)) {
      List<Item> first = all.filter(item -> item.refused() == null).limit(FILES).toList();
      for (int i = 0; i < first.size(); i++) {
        out.write(Json.line(first.get(i)));
        out.newLine();
        Files.write(files.resolve(first.get(i).id() + ".jpg"), Pictures.jpeg(4000L + i, 64));
      }
    }
    return items;
  }

  /// What a failure of this test needs to be understood after its folder is gone.
  private static String refusals(Path release) throws IOException {
    Path failures = release.resolve("failures.csv");
    return Files.exists(failures) ? Files.readString(failures) : "no failures.csv";
  }
}
