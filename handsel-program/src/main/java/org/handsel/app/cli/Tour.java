package org.handsel.app.cli;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.handsel.app.sandbox.Sandbox;
import org.handsel.app.sandbox.SandboxAccount;
import org.handsel.app.sandbox.SandboxOptions;
import org.handsel.collection.mapping.Mapping;
import org.handsel.collection.mapping.MappingSummary;
import org.handsel.collection.mapping.Profiles;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.Exit;
import org.handsel.platform.HandselException;
import org.handsel.platform.Progress;
import org.handsel.release.OnWiki;
import org.handsel.release.PlanCounts;
import org.handsel.release.PlanEntry;
import org.handsel.release.PlanOptions;
import org.handsel.release.Plans;
import org.handsel.release.ReleaseFolder;
import org.handsel.release.ReleaseRun;
import org.handsel.release.ReleaseStatus;
import org.handsel.release.RunOptions;
import org.handsel.release.RunReport;
import org.handsel.release.Verification;
import org.handsel.wiki.api.Login;
import org.handsel.wiki.api.Wiki;
import org.handsel.wiki.api.WikiAddress;
import org.handsel.wiki.api.WikiSettings;

/// Takes the sample museum all the way and tells each step.
final class Tour {
  private static final int PILOT = 5;
  private static final String MARKER = "made-by-handsel-tour";

  private final Surroundings surroundings;
  private final WikiSettings settings;
  private final Path museum;
  private final Path folder;
  private final Path release;
  private final List<TourPage.Step> steps = new ArrayList<>();

  Tour(Surroundings surroundings, WikiSettings settings, Path museum, Path folder) {
    this.surroundings = surroundings;
    this.settings = settings;
    this.museum = museum;
    this.folder = folder;
    this.release = folder.resolve("release");
  }

  /// @return done when everything that was ready is on the sandbox wiki and was read back
  Exit take() {
    begin();
    map();
    plan();
    Exit exit;
    try (Sandbox sandbox =
        Sandbox.start(SandboxOptions.defaults().keptIn(folder.resolve("wiki")))) {
      check(sandbox);
      rehearse();
      exit = release(sandbox);
    }
    writePage();
    surroundings.out().println();
    surroundings
        .out()
        .println("Open: " + folder.resolve("index.html").toAbsolutePath().normalize());
    return exit;
  }

  private void begin() {
    try {
      if (Files.exists(folder.resolve(MARKER))) {
        remove(folder);
      } else if (Files.isDirectory(folder) && !empty(folder)) {
        throw HandselException.usage(
            "%s: the folder holds other things: expected a new or empty folder. Choose one with --to."
                .formatted(folder));
      }
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(MARKER), "The next tour replaces this folder.\n");
    } catch (IOException e) {
      throw HandselException.environment(
          "%s: cannot be prepared (%s).".formatted(folder, DurableFiles.reason(e)), e);
    }
  }

  private void map() {
    MappingSummary summary =
        Mapping.run(
            museum.resolve("skarvik.csv"),
            museum.resolve("mapping.yaml"),
            folder.resolve("items"),
            Progress.NONE);
    long problems = summary.problems().values().stream().mapToLong(Long::longValue).sum();
    told(
        "Map the export",
        "handsel collection map samples/skarvik/skarvik.csv --mapping samples/skarvik/mapping.yaml"
            + " --out items",
        "%d records became %d items; %d values need a look, each with its place in problems.jsonl"
            .formatted(summary.records(), summary.items(), problems),
        "items/problems.jsonl");
  }

  private void plan() {
    PlanCounts counts =
        Plans.plan(
            folder.resolve("items/items.jsonl"),
            Profiles.load(museum.resolve("mapping.yaml")),
            museum.resolve("images"),
            PlanOptions.with(surroundings.clock()),
            release);
    told(
        "Plan the release",
        "handsel release plan items/items.jsonl --mapping samples/skarvik/mapping.yaml --files"
            + " samples/skarvik/images --out release",
        "%d files ready, %d kept back with a reason".formatted(counts.ready(), counts.blocked()),
        "release/report.html");
  }

  private void check(Sandbox sandbox) {
    try (Wiki wiki = Wiki.open(address(sandbox), settings)) {
      PlanCounts counts = Plans.check(release, new OnWiki(wiki), surroundings.clock());
      told(
          "Ask the wiki",
          "handsel release check release --wiki URL",
          "titles, checksums, categories and templates were looked up: %d ready, %d with something to look at"
              .formatted(counts.ready(), counts.warned()),
          "release/report.html");
    }
  }

  private void rehearse() {
    RunReport report = Rehearsals.rehearse(release, null, settings, Progress.NONE);
    told(
        "Rehearse",
        "handsel release rehearse release",
        report.status().proven() + " files went to a wiki that forgets them",
        "release/rehearsal/results.tsv");
  }

  private Exit release(Sandbox sandbox) {
    RunReport pilot = run(sandbox, RunOptions.DEFAULT.pilot(PILOT));
    told(
        "Pilot",
        "handsel release run release --wiki URL --pilot " + PILOT,
        pilot.status().proven() + " files are on the wiki; the rest waits for people",
        "release/results.tsv");
    ReleaseRun.judge(release, true, "the tour", "titles and dates are good", surroundings.clock());
    told(
        "Judge",
        "handsel release judge release --accept --by 'the tour' --note 'titles and dates are good'",
        "accepted: the rest may run",
        "");
    RunReport rest = run(sandbox, RunOptions.DEFAULT);
    ReleaseStatus status = rest.status();
    told(
        "Release",
        "handsel release run release --wiki URL",
        status.sentence(),
        "release/results.tsv");
    Verification verification = ReleaseRun.verify(release, address(sandbox), settings);
    told(
        "Verify",
        "handsel release verify release --wiki URL",
        "%d files asked for again, %d differences"
            .formatted(verification.asked(), verification.differences().size()),
        "release/failures.csv");
    boolean complete =
        rest.exit() == Exit.DONE && status.left() == 0 && verification.differences().isEmpty();
    return complete ? Exit.DONE : Exit.PARTIAL;
  }

  private RunReport run(Sandbox sandbox, RunOptions options) {
    SandboxAccount bot = sandbox.bot();
    return new ReleaseRun(release, options)
        .run(address(sandbox), new Login(bot.login(), bot.password()), settings, Progress.NONE);
  }

  private static WikiAddress address(Sandbox sandbox) {
    return WikiAddress.parse(sandbox.url().toString());
  }

  private void told(String title, String command, String outcome, String link) {
    steps.add(new TourPage.Step(title, command, outcome, link));
    surroundings.out().printf("%d. %-18s %s%n", steps.size(), title, outcome);
  }

  private void writePage() {
    List<TourPage.Picture> pictures = new ArrayList<>();
    List<TourPage.Kept> kept = new ArrayList<>();
    try (Stream<PlanEntry> plan = new ReleaseFolder(release).read()) {
      Files.createDirectories(folder.resolve("pictures"));
      for (PlanEntry entry : plan.toList()) {
        if (entry.ready()) {
          Path picture = folder.resolve("pictures").resolve(Path.of(entry.file()).getFileName());
          Files.copy(
              museum.resolve("images").resolve(entry.file()),
              picture,
              StandardCopyOption.REPLACE_EXISTING);
          pictures.add(
              new TourPage.Picture(
                  entry.title().replaceFirst("^File:", ""),
                  "pictures/" + picture.getFileName(),
                  entry.wikitext()));
        } else {
          String reason =
              entry.checks().stream().findFirst().map(PlanEntry.Check::message).orElse("");
          kept.add(new TourPage.Kept(entry.item(), entry.title(), reason));
        }
      }
    } catch (IOException e) {
      throw HandselException.environment(
          "%s: cannot be written (%s).".formatted(folder, DurableFiles.reason(e)), e);
    }
    StringOutput html = new StringOutput();
    TemplateEngine.createPrecompiled(ContentType.Html)
        .render("tour/index.jte", new TourPage(steps, pictures, kept), html);
    DurableFiles.replace(folder.resolve("index.html"), html.toString());
  }

  private static boolean empty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
