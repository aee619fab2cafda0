package org.handsel.impact;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Progress;
import org.handsel.platform.ResourceTable;

/// Reads files of views of all pages and keeps those of a collection. Lines come one by one; only
/// the collection's pages are held.
///
/// A line is `wiki title page-id access views hours` by day and month (`de.wikipedia Skarvik 12
/// desktop 7 A1`), `code title views bytes` by hour (`de.m Skarvik 3 0`); codes are data:
/// `pageview-codes.tsv`.
final class PageviewFiles {
  private static final int TOLD = 50;

  private final ViewTally tally;
  private final YearMonth present;
  private final List<DataProblem> problems;
  private final Map<String, String> projects = new HashMap<>();
  private final Map<String, String> codes = new HashMap<>();
  private long refused;

  PageviewFiles(ViewTally tally, YearMonth present, List<DataProblem> problems) {
    this.tally = tally;
    this.present = present;
    this.problems = problems;
    for (ResourceTable.Row row :
        ResourceTable.read(PageviewFiles.class, "pageview-codes.tsv", "code", "family", "source")
            .rows()) {
      codes.put(row.cell(0), row.cell(1));
    }
  }

  void read(Path folder, Progress progress) {
    Map<YearMonth, List<PageviewFile>> months = files(folder);
    progress.total(months.values().stream().mapToLong(List::size).sum());
    months.forEach((month, files) -> {
      covering(month, files);
      for (PageviewFile file : files) {
        lines(file, month);
        progress.step(1, String.valueOf(file.path().getFileName()));
      }
    });
    if (refused > TOLD) {
      problems.add(
          new DataProblem(
              folder.toString(),
              "ROWS_REFUSED",
              Long.toString(refused),
              "%,d lines in all could not be used".formatted(refused),
              true));
    }
  }

  /// The files that count, by month; of several that tell the same one.
  private Map<YearMonth, List<PageviewFile>> files(Path folder) {
    Map<YearMonth, Map<String, PageviewFile>> found = new TreeMap<>();
    int named = 0;
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
        PageviewFile file = PageviewFile.of(path).orElse(null);
        if (file == null) {
          continue;
        }
        named++;
        if (!file.agent().equals("user")) {
          note(path, "AGENT_LEFT_OUT", "views of programs are not counted", false);
        } else if (file.month().isAfter(present)) {
          note(path, "MONTH_UNEXPECTED", "this month has not come yet; not read", true);
        } else if (tally.wants(file.month())
            && found
                    .computeIfAbsent(file.month(), one -> new LinkedHashMap<>())
                    .putIfAbsent(file.key(), file)
                != null) {
          note(path, "FILE_TWICE", "another file tells the same; it is counted once", false);
        }
      }
    } catch (java.nio.file.NoSuchFileException e) {
      throw HandselException.usage("%s: no such folder.".formatted(folder));
    } catch (IOException e) {
      throw HandselException.environment(
          "%s: cannot be read (%s).".formatted(folder, DurableFiles.reason(e)), e);
    }
    if (named == 0) {
      throw HandselException.input(
          "%s: expected files such as pageviews-202603-user.bz2 or pageviews-20260301-010000.gz, found none."
              .formatted(folder));
    }
    Map<YearMonth, List<PageviewFile>> chosen = new TreeMap<>();
    found.forEach((month, files) -> chosen.put(month, coarsest(files.values())));
    return chosen;
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
        note(file.path(), "FILE_TWICE", "a file of a longer time covers it; not read", false);
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

  private void lines(PageviewFile file, YearMonth month) {
    long number = 0;
    try (BufferedReader in = CimFile.reader(file.path())) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        number++;
        line(file, number, line, month);
      }
    } catch (IOException | RuntimeException e) {
      tally.gap("%s: part of the data is damaged".formatted(month));
      note(
          file.path(),
          "FILE_BROKEN",
          "the rest of the file after line %,d could not be read: %s"
              .formatted(number, e.getMessage()),
          true);
    }
  }

  private void line(PageviewFile file, long number, String line, YearMonth month) {
    int one = line.indexOf(' ');
    int two = one < 0 ? -1 : line.indexOf(' ', one + 1);
    if (two < 0) {
      return;
    }
    boolean hourly = file.span() == PageviewFile.Span.HOUR;
    String project =
        projects.computeIfAbsent(
            line.substring(0, one), code -> hourly ? project(code) : PageNames.project(code, ""));
    if (!tally.wants(project)) {
      return;
    }
    String title = line.substring(one + 1, two);
    if (!tally.wants(project, title)) {
      return;
    }
    String[] rest = line.substring(two + 1).split(" ", -1);
    // By day and month: page-id (absent in old files), access, views, hours.
    int place = hourly ? 0 : rest.length == 3 ? 1 : 2;
    String views = place < rest.length ? rest[place] : "";
    if (!views.matches("[0-9]{1,11}") || Long.parseLong(views) > ViewTally.ABSURD) {
      if (++refused <= TOLD) {
        problems.add(
            new DataProblem(
                "%s, line %d".formatted(file.path().getFileName(), number),
                "NUMBER_IMPOSSIBLE",
                line.length() > 120 ? line.substring(0, 120) + "…" : line,
                "expected a possible number of views; the line is not counted",
                true));
      }
      return;
    }
    tally.add(project, title, month, Long.parseLong(views));
  }

  /// The project of a code such as `de`, `de.m`, `de.b`, `commons.m` or `www.wd`.
  String project(String code) {
    String[] parts = code.split("\\.", -1);
    String whole = codes.get(parts[0] + "." + (parts.length > 1 ? parts[1] : ""));
    if (whole != null) {
      return whole;
    }
    String family = parts.length < 2 || parts[1].equals("m") ? "wikipedia" : codes.get(parts[1]);
    return family == null ? code : parts[0] + "." + family;
  }

  private void note(Path file, String code, String reason, boolean lost) {
    problems.add(new DataProblem(String.valueOf(file.getFileName()), code, "", reason, lost));
  }
}
