package org.handsel.collection.mapping;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.handsel.collection.Item;
import org.handsel.collection.source.RecordSource;
import org.handsel.collection.source.SourceProblem;
import org.handsel.collection.source.SourceRecord;
import org.handsel.collection.source.Sources;
import org.handsel.platform.HandselException;
import org.handsel.platform.Progress;

/// Maps a delivery: `items.jsonl`, `problems.jsonl` and `summary.json`.
///
/// The order of the records is kept. Nothing is delivered when the ids turn out not to be ids.
public final class Mapping {
  /// After so many records a path that gives the same text everywhere is found out.
  private static final int EARLY = 200;

  /// Isolated repeats are a matter of single records, however small the delivery.
  private static final int ISOLATED = 4;

  private static final double TOLERATED = 0.02;
  private static final int STEP = 256;

  private final MappingProfile profile;
  private final Mapper mapper;
  private final RecordSource source;
  private final String delivery;
  private final Supplier<List<String>> uniquePaths;
  private final SeenIds ids = new SeenIds();
  private final Map<String, Long> problems = new HashMap<>();
  private long items;
  private long refused;
  private long lost;

  private Mapping(
      MappingProfile profile,
      Mapper mapper,
      RecordSource source,
      String delivery,
      Supplier<List<String>> uniquePaths) {
    this.profile = profile;
    this.mapper = mapper;
    this.source = source;
    this.delivery = delivery;
    this.uniquePaths = uniquePaths;
  }

  /// Maps a delivery by a profile into a folder.
  ///
  /// @throws HandselException exit 2 when the profile is wrong, does not fit the delivery, or names
  ///   an id that is not unique; exit 3 when the folder cannot be written
  public static MappingSummary run(Path source, Path profile, Path out, Progress progress) {
    return run(source, profile, out, progress, List::of);
  }

  /// @param uniquePaths asked for paths that would be unique, when the profile's id is not
  public static MappingSummary run(
      Path source, Path profile, Path out, Progress progress, Supplier<List<String>> uniquePaths) {
    MappingProfile loaded = Profiles.load(profile);
    String delivery = String.valueOf(source.getFileName());
    try (RecordSource records = Sources.open(source, loaded.source())) {
      return run(records, delivery, loaded, Mapper.of(loaded), out, progress, uniquePaths);
    }
  }

  /// What a mapping without a profile of its own was done with.
  ///
  /// @param ready name of a ready profile; empty when the profile was made from the delivery
  public record Unprofiled(String ready, MappingSummary summary) {}

  /// Maps a delivery by the ready profile of its format, else by one made from the delivery; the
  /// profile is left in the folder as `mapping.yaml`.
  ///
  /// @throws HandselException also with exit 2 when the folder holds another profile
  public static Unprofiled run(Path source, Path out, Progress progress) {
    FirstMapping.Result result = FirstMapping.run(source, out, progress);
    return new Unprofiled(result.ready(), result.summary());
  }

  static MappingSummary run(
      RecordSource records,
      String delivery,
      MappingProfile profile,
      Mapper mapper,
      Path out,
      Progress progress,
      Supplier<List<String>> uniquePaths) {
    mapper.check(records, delivery);
    try (MappingOutput output = MappingOutput.open(out)) {
      Mapping mapping = new Mapping(profile, mapper, records, delivery, uniquePaths);
      MappingSummary summary = mapping.all(output, progress);
      output.finish(summary);
      return summary;
    }
  }

  private MappingSummary all(MappingOutput output, Progress progress) {
    boolean bytesKnown = source.bytesTotal() > 0;
    if (bytesKnown) {
      progress.total(source.bytesTotal());
    }
    long bytes = 0;
    long records = 0;
    for (SourceRecord record = source.next(); record != null; record = source.next()) {
      damage(output);
      write(record, mapper.map(record), output);
      records++;
      if (records % STEP == 0) {
        long now = source.bytesRead();
        progress.step(bytesKnown ? now - bytes : STEP, record.origin().file());
        bytes = now;
      }
      if (records == EARLY && ids.distinct() * 2 < records) {
        throw notUnique();
      }
      if (Thread.currentThread().isInterrupted()) {
        throw HandselException.input(
            "%s: stopped after %d records; nothing was written. Run the same command again."
                .formatted(delivery, records));
      }
    }
    damage(output);
    progress.step(bytesKnown ? source.bytesRead() - bytes : records % STEP, "");
    if (ids.repeated() > Math.max(ISOLATED, ids.all() * TOLERATED)
        || ids.distinct() * 2 < ids.all()) {
      throw notUnique();
    }
    return new MappingSummary(
        records + lost,
        items,
        refused,
        problems,
        lost,
        new MappingSummary.Identifiers(
            Mapper.path(profile.id()), ids.distinct(), ids.repeated(), ids.missing()),
        source.description());
  }

  private void write(SourceRecord record, Mapper.Outcome outcome, MappingOutput output) {
    for (Problem problem : outcome.problems()) {
      write(problem, output);
    }
    Item item = outcome.item();
    if (item == null) {
      ids.addMissing();
      return;
    }
    long earlier = ids.add(item.id(), record.origin().record());
    if (earlier != 0) {
      String reason = "id %s also stands on record %d".formatted(item.id(), earlier);
      item = item.refusedBecause(reason);
      write(
          new Problem(
              item.id(),
              record.origin().file(),
              record.origin().line(),
              Mapper.path(profile.id()),
              "id",
              ProblemCode.ID_REPEATED.name(),
              item.id(),
              "record %d: %s; this later one is refused"
                  .formatted(record.origin().record(), reason)),
          output);
    }
    output.write(item);
    items++;
    if (item.refused() != null) {
      refused++;
    }
  }

  private void damage(MappingOutput output) {
    for (SourceProblem found : source.takeProblems()) {
      if (found.recordLost()) {
        lost++;
      }
      write(
          new Problem(
              Long.toString(found.record()),
              found.file(),
              found.line(),
              "",
              "",
              found.code(),
              found.raw(),
              found.reason()),
          output);
    }
  }

  private void write(Problem problem, MappingOutput output) {
    output.write(problem);
    problems.merge(problem.code(), 1L, Long::sum);
  }

  private HandselException notUnique() {
    StringBuilder found = new StringBuilder();
    for (Map.Entry<String, Integer> entry : ids.mostRepeated()) {
      found
          .append(found.isEmpty() ? "" : ", ")
          .append(ProfileErrors.quote(entry.getKey()))
          .append(" on ")
          .append(entry.getValue());
    }
    if (ids.missing() > 0) {
      found.append(found.isEmpty() ? "" : ", ").append("none on ").append(ids.missing());
    }
    List<String> better = uniquePaths.get();
    return HandselException.usage(
        "%s, line %d, id: %s does not tell the records of %s apart: expected a different text on each, found in %d records %d different (%s). Nothing was written. %s"
            .formatted(
                profile.file().getFileName(),
                profile.id().line(),
                ProfileErrors.quote(Mapper.path(profile.id())),
                delivery,
                ids.all(),
                ids.distinct(),
                found,
                better.isEmpty()
                    ? "\"handsel collection profile\" shows which paths are unique."
                    : "Unique are: " + String.join(", ", better) + "."));
  }
}
