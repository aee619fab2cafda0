package org.handsel.release;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.handsel.collection.Item;
import org.handsel.collection.ItemsFile;
import org.handsel.collection.image.Images;
import org.handsel.collection.mapping.MappingProfile;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.handsel.platform.KeyedTexts;
import org.handsel.release.page.FilePages;
import org.handsel.rights.RightsStatements;

/// Plans releases: matches files to items, judges rights, writes the pages and checks everything
/// that can be known before a wiki is touched; then asks a wiki.
///
/// A release folder appears file by file, each of them whole or not at all. Not for use by several
/// threads on the same folder.
public final class Plans {
  private Plans() {}

  /// Plans a release.
  ///
  /// @param items `items.jsonl`
  /// @param profile the profile by which they were mapped
  /// @param files folder with the files of the delivery, searched with all folders below it
  /// @param out release folder; created when missing. An earlier plan there is replaced, unless
  ///   files of it were sent already
  /// @throws HandselException when the profile cannot make pages, an input is unusable or the disk
  ///   refuses
  public static PlanCounts plan(
      Path items, MappingProfile profile, Path files, PlanOptions options, Path out) {
    return plan(
        items,
        profile,
        files,
        options,
        out,
        new FileInspection(Images::inspect),
        new RightsGate(RightsStatements.load()::judge));
  }

  static PlanCounts plan(
      Path items,
      MappingProfile profile,
      Path files,
      PlanOptions options,
      Path out,
      FileInspection inspection,
      RightsGate gate) {
    ReleaseFolder folder = new ReleaseFolder(out);
    refuseWhenSent(folder);
    FilePages pages = FilePages.of(profile);
    Exclusions exclusions = Exclusions.read(options.exclusions());
    PlanReport report = new PlanReport(folder, files);
    try (KeyedTexts memory = KeyedTexts.in(out, "planning");
        FilesFolder filesFolder = FilesFolder.list(files, out, memory)) {
      ItemFiles matches = ItemFiles.of(filesFolder, items, memory);
      options.progress().total(matches.items());
      PlanBuilder builder =
          new PlanBuilder(filesFolder, matches, pages, gate, inspection, exclusions, memory);
      copyProfile(profile, folder);
      write(
          folder,
          report,
          sink -> {
            try (Stream<Item> stream = ItemsFile.read(items)) {
              builder.build(stream, options.threads(), options.progress(), sink);
            }
          });
    }
    settings(items, profile, files, options, folder, report.counts());
    report.write(options.clock());
    return report.counts();
  }

  /// Asks a wiki about a plan: titles, checksums, categories, templates. Nothing is sent; plan,
  /// failures and report are written anew.
  ///
  /// @throws HandselException with exit 2 when there is no plan, or what `wiki` throws
  public static PlanCounts check(Path release, WikiFacts wiki, Clock clock) {
    return check(release, wiki, false, clock);
  }

  /// @param mostSpecific whether categories above others of the same page are left out of the
  ///   pages, or only named
  public static PlanCounts check(Path release, WikiFacts wiki, boolean mostSpecific, Clock clock) {
    ReleaseFolder folder = ReleaseFolder.open(release);
    if (mostSpecific) {
      refuseWhenSent(folder);
    }
    WikiCheck check = WikiCheck.ask(wiki, folder);
    SpecificCategories specific = SpecificCategories.ask(wiki, categories(folder), mostSpecific);
    return rewrite(folder, entry -> check.check(specific.check(entry)), clock);
  }

  /// Leaves categories above others of the same page out of all pages of a plan.
  ///
  /// @throws HandselException with exit 2 when there is no plan or files of it were sent already
  public static PlanCounts mostSpecific(Path release, CategoryParents parents, Clock clock) {
    ReleaseFolder folder = ReleaseFolder.open(release);
    refuseWhenSent(folder);
    SpecificCategories specific = SpecificCategories.ask(parents, categories(folder), true);
    return rewrite(folder, specific::check, clock);
  }

  private static Set<String> categories(ReleaseFolder folder) {
    Set<String> categories = new LinkedHashSet<>();
    try (Stream<PlanEntry> plan = folder.read()) {
      plan.forEach(entry -> categories.addAll(SpecificCategories.of(entry.wikitext())));
    }
    return categories;
  }

  static PlanCounts rewrite(ReleaseFolder folder, UnaryOperator<PlanEntry> change, Clock clock) {
    PlanReport report = new PlanReport(folder, folder.files());
    write(
        folder,
        report,
        sink -> {
          try (Stream<PlanEntry> plan = folder.read()) {
            plan.map(change).forEach(sink);
          }
        });
    report.write(clock);
    return report.counts();
  }

  /// A plan never changes once files of it were sent.
  private static void refuseWhenSent(ReleaseFolder folder) {
    if (Files.exists(folder.ledger())) {
      throw HandselException.usage(
          "%s: files of this release were sent already: expected a new folder. A plan never changes while it runs; plan into another folder."
              .formatted(folder.folder()));
    }
  }

  /// Writes `report.html` anew from the plan as it stands.
  ///
  /// @throws HandselException with exit 2 when there is no plan
  public static PlanCounts report(Path release, Clock clock) {
    ReleaseFolder folder = ReleaseFolder.open(release);
    PlanReport report = new PlanReport(folder, folder.files());
    try (Stream<PlanEntry> plan = folder.read()) {
      plan.forEach(report::add);
    }
    report.write(clock);
    return report.counts();
  }

  private static void write(
      ReleaseFolder folder, PlanReport report, Consumer<Consumer<PlanEntry>> entries) {
    Decisions decisions = Decisions.read(folder);
    DurableFiles.replace(
        folder.failures(),
        failuresOut -> {
          FailuresFile failures = new FailuresFile(failuresOut);
          DurableFiles.replace(
              folder.plan(),
              planOut -> {
                try {
                  entries.accept(entry -> write(decisions.apply(entry), planOut, failures, report));
                } catch (UncheckedIOException e) {
                  throw e.getCause();
                }
              });
        });
  }

  private static void write(
      PlanEntry entry, BufferedWriter plan, FailuresFile failures, PlanReport report) {
    try {
      plan.write(Json.line(entry));
      plan.write('\n');
      if (!entry.ready()) {
        failures.add(entry);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    report.add(entry);
  }

  private static void copyProfile(MappingProfile profile, ReleaseFolder folder) {
    try {
      String text = Files.readString(profile.file(), StandardCharsets.UTF_8);
      DurableFiles.replace(folder.mapping(), text);
    } catch (IOException e) {
      throw HandselException.environment(
          "%s: the profile cannot be read (%s).".formatted(profile.file(), DurableFiles.reason(e)),
          e);
    }
  }

  private static void settings(
      Path items,
      MappingProfile profile,
      Path files,
      PlanOptions options,
      ReleaseFolder folder,
      PlanCounts counts) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("created", options.clock().instant().truncatedTo(ChronoUnit.SECONDS).toString());
    settings.put("profile", "mapping.yaml");
    settings.put("profileFile", profile.file().toAbsolutePath().normalize().toString());
    settings.put("items", items.toAbsolutePath().normalize().toString());
    settings.put("files", files.toAbsolutePath().normalize().toString());
    settings.put("partnership", options.partnership());
    settings.put("counts", counts);
    DurableFiles.replace(folder.settings(), Json.pretty(settings) + "\n");
  }
}
