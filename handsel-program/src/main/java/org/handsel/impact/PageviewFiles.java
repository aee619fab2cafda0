package org.handsel.impact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Progress;

/// Chooses among files of views of all pages those that count, and puts together what they say.
final class PageviewFiles {
  private final ViewTally tally;
  private final YearMonth present;
  private final List<DataProblem> problems;
  private long refused;

  PageviewFiles(ViewTally tally, YearMonth present, List<DataProblem> problems) {
    this.tally = tally;
    this.present = present;
    this.problems = problems;
  }

  /// Reads a folder, file by file.
  ///
  /// @param pages keys of the pages that count
  void read(Path folder, Set<String> pages, Progress progress) {
    List<PageviewFile> files = choose(files(folder), folder.toString());
    PageviewLines lines = new PageviewLines(pages);
    progress.total(files.size());
    for (PageviewFile file : files) {
      ViewShares.Share share = lines.read(file, () -> Files.newInputStream(Path.of(file.place())));
      take(share);
      share.views().forEach(this::take);
      progress.step(1, file.name());
    }
    end(folder.toString());
  }

  private static List<String> files(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).map(Path::toString).toList();
    } catch (java.nio.file.NoSuchFileException e) {
      throw HandselException.usage("%s: no such folder.".formatted(folder));
    } catch (IOException e) {
      throw HandselException.environment(
          "%s: cannot be read (%s).".formatted(folder, DurableFiles.reason(e)), e);
    }
  }

  /// The files that count, in the order of their months; what covers a month twice counts once.
  ///
  /// @param folder that a person named
  /// @throws HandselException with exit 1 where none is a file of views
  List<PageviewFile> choose(List<String> places, String folder) {
    Map<YearMonth, Map<String, PageviewFile>> found = new TreeMap<>();
    int named = 0;
    for (String place : places.stream().sorted().toList()) {
      PageviewFile file = PageviewFile.of(place).orElse(null);
      if (file == null) {
        continue;
      }
      named++;
      if (!file.agent().equals("user")) {
        note(file, "AGENT_LEFT_OUT", "views of programs are not counted", false);
      } else if (file.month().isAfter(present)) {
        note(file, "MONTH_UNEXPECTED", "this month has not come yet; not read", true);
      } else if (tally.wants(file.month())
          && found
                  .computeIfAbsent(file.month(), one -> new LinkedHashMap<>())
                  .putIfAbsent(file.key(), file)
              != null) {
        note(file, "FILE_TWICE", "another file tells the same; it is counted once", false);
      }
    }
    if (named == 0) {
      throw HandselException.input(
          "%s: expected files such as pageviews-202603-user.bz2 or pageviews-20260301-010000.gz, found none."
              .formatted(folder));
    }
    Map<YearMonth, List<PageviewFile>> chosen = new TreeMap<>();
    found.forEach((month, files) -> chosen.put(month, coarsest(files.values())));
    chosen.forEach(this::covering);
    return chosen.values().stream().flatMap(List::stream).toList();
  }

  /// A month's own file counts, else its days, else its hours: never two of them together.
  private List<PageviewFile> coarsest(Iterable<PageviewFile> files) {
    List<PageviewFile> kept = new ArrayList<>();
    for (PageviewFile.Span span : PageviewFile.Span.values()) {
      for (PageviewFile file : files) {
        if (file.span() == span) {
          kept.add(file);
        }
      }
      if (!kept.isEmpty()) {
        break;
      }
    }
    for (PageviewFile file : files) {
      if (!kept.contains(file)) {
        note(file, "FILE_TWICE", "a file of a longer time covers it; not read", false);
      }
    }
    kept.sort(Comparator.comparing(PageviewFile::key));
    return kept;
  }

  private void covering(YearMonth month, List<PageviewFile> files) {
    int whole =
        switch (files.getFirst().span()) {
          case MONTH -> 1;
          case DAY -> month.lengthOfMonth();
          case HOUR -> month.lengthOfMonth() * 24;
        };
    tally.covered(month);
    if (files.size() < whole) {
      String unit = files.getFirst().span() == PageviewFile.Span.DAY ? "days" : "hours";
      tally.gap("%s: %,d of %,d %s".formatted(month, files.size(), whole, unit));
      problems.add(
          new DataProblem(
              month.toString(),
              "MONTH_PARTIAL",
              Integer.toString(files.size()),
              "%,d of %,d %s are there; the number of the month is too small"
                  .formatted(files.size(), whole, unit),
              true));
    }
  }

  /// Takes what a file says of its month and of itself, in the order of the files.
  void take(ViewShares.Share share) {
    YearMonth month = share.file().month();
    if (share.damaged()) {
      tally.gap("%s: part of the data is damaged".formatted(month));
    }
    long told = refused;
    for (DataProblem problem : share.problems()) {
      if (!problem.code().equals("NUMBER_IMPOSSIBLE") || told++ < PageviewLines.TOLD) {
        problems.add(problem);
      }
    }
    refused += share.refused();
    tally.add(month, share.sum());
  }

  /// Takes views of a page, in any order.
  void take(String page, long views) {
    int tab = page.indexOf('\t');
    tally.add(page.substring(0, tab), page.substring(tab + 1), views);
  }

  /// Ends behind the last file.
  void end(String folder) {
    if (refused > PageviewLines.TOLD) {
      problems.add(
          new DataProblem(
              folder,
              "ROWS_REFUSED",
              Long.toString(refused),
              "%,d lines in all could not be used".formatted(refused),
              true));
    }
  }

  private void note(PageviewFile file, String code, String reason, boolean lost) {
    problems.add(new DataProblem(file.name(), code, "", reason, lost));
  }
}
