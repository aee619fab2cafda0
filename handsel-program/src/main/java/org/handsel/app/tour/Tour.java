package org.handsel.app.tour;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.handsel.app.sandbox.Sandbox;
import org.handsel.app.sandbox.SandboxOptions;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.Exit;
import org.handsel.platform.HandselException;
import org.handsel.release.PlanEntry;
import org.handsel.release.ReleaseFolder;

/// Carries the sample museum through all stages and tells each step.
public final class Tour {
  private static final String MARKER = "made-by-handsel-tour";

  private final Path samples;
  private final Path folder;
  private final Path release;
  private final Steps steps;
  private final PrintStream out;
  private final Clock clock;

  /// @param samples folder of the samples that come with the program
  /// @param folder for everything that the tour makes
  /// @param out where it tells its steps
  public Tour(CommandLineRunner runner, Path samples, Path folder, PrintStream out, Clock clock) {
    this.samples = samples;
    this.folder = folder.toAbsolutePath().normalize();
    this.release = this.folder.resolve("release");
    this.out = out;
    this.clock = clock;
    Map<String, String> shown = new LinkedHashMap<>();
    shown.put(this.folder + "/", "");
    shown.put(samples.toString(), "samples");
    this.steps =
        new Steps(
            runner,
            Map.of(
                "HANDSEL_HOME", this.folder.resolve("workspace").toString(), "HANDSEL_AS", "Ada"),
            shown,
            out);
  }

  /// Takes the tour.
  ///
  /// @return done when every step ended as it should
  /// @throws HandselException with exit 2 when the folder holds other things
  public Exit take() {
    begin();
    TalkStages talks = new TalkStages(steps, samples, folder, clock);
    try (Sandbox sandbox =
        Sandbox.start(SandboxOptions.defaults().keptIn(folder.resolve("wiki")), clock)) {
      ReadinessStage readiness = new ReadinessStage(steps, samples, folder, sandbox);
      readiness.audit();
      talks.prospects();
      talks.talks();
      talks.answers();
      new ReleaseStage(steps, samples, folder, sandbox).take(talks.partnership());
      new ImpactStage(steps, samples, folder).take(talks.partnership());
      readiness.again();
    }
    writePage();
    out.println();
    out.println("Open: " + folder.resolve("index.html"));
    out.println("Go on in the browser: ./handsel serve --home " + folder.resolve("workspace"));
    return steps.failed() ? Exit.PARTIAL : Exit.DONE;
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

  private void writePage() {
    List<TourPage.Picture> pictures = new ArrayList<>();
    List<TourPage.Kept> kept = new ArrayList<>();
    try (Stream<PlanEntry> plan = new ReleaseFolder(release).read()) {
      Files.createDirectories(folder.resolve("pictures"));
      for (PlanEntry entry : plan.toList()) {
        if (entry.ready()) {
          Path picture = folder.resolve("pictures").resolve(Path.of(entry.file()).getFileName());
          Files.copy(
              samples.resolve("skarvik/images").resolve(entry.file()),
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
        .render(
            "tour/index.jte",
            new TourPage(folder.resolve("workspace").toString(), steps.stages(), pictures, kept),
            html);
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
