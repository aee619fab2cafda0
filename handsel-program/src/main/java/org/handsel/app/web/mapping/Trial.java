package org.handsel.app.web.mapping;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.handsel.collection.Item;
import org.handsel.collection.mapping.Mapper;
import org.handsel.collection.mapping.MappingProfile;
import org.handsel.collection.mapping.Problem;
import org.handsel.collection.source.RecordSource;
import org.handsel.collection.source.SourceProblem;
import org.handsel.collection.source.SourceRecord;
import org.handsel.collection.source.Sources;
import org.handsel.platform.HandselException;
import org.handsel.release.PageTrial;
import org.jspecify.annotations.Nullable;

/// The first records of a delivery, mapped: a few items with their pages, and what is wrong in all
/// that were looked at.
///
/// @param shown items, at most [#SHOWN]
/// @param problems by code, the most frequent first
/// @param records that were looked at
/// @param whole whether these are all
/// @param pages why there are no pages; empty when there are
record Trial(List<Shown> shown, List<Kind> problems, long records, boolean whole, String pages) {
  static final int SHOWN = 3;
  private static final int LOOKED_AT = 500;
  private static final long NANOS = 3_000_000_000L;
  private static final int EXAMPLES = 3;

  Trial {
    shown = List.copyOf(shown);
    problems = List.copyOf(problems);
  }

  /// @param number of the record in the delivery
  /// @param item null when the record has no id
  record Shown(
      long number, @Nullable Item item, List<Problem> problems, @Nullable PageTrial page) {}

  /// Problems of one class.
  record Kind(String code, long count, List<Problem> examples) {}

  private static final class Collected {
    private final List<Problem> examples = new ArrayList<>();
    private long count;
  }

  /// @param from number of the first record that is shown, from 1
  /// @throws HandselException when the profile does not fit the delivery, or it cannot be read
  static Trial of(Path delivery, MappingProfile profile, long from) {
    List<Shown> shown = new ArrayList<>();
    Map<String, Collected> problems = new LinkedHashMap<>();
    String noPages = "";
    Function<Item, PageTrial> pages = item -> new PageTrial("", "", List.of());
    try {
      pages = PageTrial.by(profile);
    } catch (HandselException incomplete) {
      noPages = String.valueOf(incomplete.getMessage());
    }
    long began = System.nanoTime();
    long records = 0;
    boolean whole = false;
    try (RecordSource source = Sources.open(delivery, profile.source())) {
      Mapper mapper = Mapper.of(profile);
      mapper.check(source, String.valueOf(delivery.getFileName()));
      while (shown.size() < SHOWN || (records < LOOKED_AT && System.nanoTime() - began < NANOS)) {
        SourceRecord record = source.next();
        damage(source, problems);
        if (record == null) {
          whole = true;
          break;
        }
        records++;
        Mapper.Outcome outcome = mapper.map(record);
        outcome.problems().forEach(problem -> collect(problem, problems));
        Item item = outcome.item();
        if (records >= from && shown.size() < SHOWN) {
          shown.add(
              new Shown(
                  records,
                  item,
                  outcome.problems(),
                  item == null || !noPages.isEmpty() ? null : pages.apply(item)));
        }
      }
    }
    return new Trial(shown, kinds(problems), records, whole, noPages);
  }

  private static void damage(RecordSource source, Map<String, Collected> problems) {
    for (SourceProblem found : source.takeProblems()) {
      collect(
          new Problem(
              Long.toString(found.record()),
              found.file(),
              found.line(),
              "",
              "",
              found.code(),
              found.raw(),
              found.reason()),
          problems);
    }
  }

  private static void collect(Problem problem, Map<String, Collected> problems) {
    Collected kind = problems.computeIfAbsent(problem.code(), code -> new Collected());
    kind.count++;
    boolean other =
        kind.examples.stream().noneMatch(example -> example.raw().equals(problem.raw()));
    if (other && kind.examples.size() < EXAMPLES) {
      kind.examples.add(problem);
    }
  }

  private static List<Kind> kinds(Map<String, Collected> problems) {
    return problems.entrySet().stream()
        .map(entry ->
            new Kind(
                entry.getKey(), entry.getValue().count, List.copyOf(entry.getValue().examples)))
        .sorted(Comparator.comparingLong(Kind::count).reversed())
        .toList();
  }
}
