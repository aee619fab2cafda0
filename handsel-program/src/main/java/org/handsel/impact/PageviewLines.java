package org.handsel.impact;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.handsel.platform.ResourceTable;

/// Reads a file of views of all pages line by line and keeps the views of a collection's pages.
///
/// A line is `wiki title page-id access views hours` by day and month (`de.wikipedia Skarvik 12
/// desktop 7 A1`), `code title views bytes` by hour (`de.m Skarvik 3 0`); codes are data:
/// `pageview-codes.tsv`. Not safe for use by several threads.
final class PageviewLines {
  /// Lines that cannot be used and are told one by one.
  static final int TOLD = 50;

  private final Map<String, Set<String>> wanted = new HashMap<>();
  private final Map<String, String> projects = new HashMap<>();
  private final Map<String, String> codes = new HashMap<>();

  /// Opens a file.
  interface Opening {
    InputStream open() throws IOException;
  }

  /// @param pages keys of the pages that count
  PageviewLines(Set<String> pages) {
    for (String key : pages) {
      int tab = key.indexOf('\t');
      wanted
          .computeIfAbsent(key.substring(0, tab), one -> new HashSet<>())
          .add(key.substring(tab + 1));
    }
    for (ResourceTable.Row row :
        ResourceTable.read(PageviewLines.class, "pageview-codes.tsv", "code", "family", "source")
            .rows()) {
      codes.put(row.cell(0), row.cell(1));
    }
  }

  /// Reads a file to its end, or to where it is damaged.
  ViewShares.Share read(PageviewFile file, Opening opening) {
    Reading reading = new Reading(file);
    try (BufferedReader in = CimFile.reader(opening.open(), file.place())) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        reading.line(line);
      }
    } catch (IOException | RuntimeException e) {
      reading.broken(String.valueOf(e.getMessage()));
    }
    return new ViewShares.Share(
        file, reading.views, reading.problems, reading.refused, reading.damaged);
  }

  /// What one file says.
  private final class Reading {
    private final PageviewFile file;
    private final boolean hourly;
    private final Map<String, Long> views = new HashMap<>();
    private final List<DataProblem> problems = new ArrayList<>();
    private boolean damaged;
    private long number;
    private long refused;

    Reading(PageviewFile file) {
      this.file = file;
      hourly = file.span() == PageviewFile.Span.HOUR;
      // Codes of hourly files mean something else in the others.
      projects.clear();
    }

    void broken(String why) {
      damaged = true;
      problems.add(
          new DataProblem(
              file.name(),
              "FILE_BROKEN",
              "",
              "the rest of the file after line %,d could not be read: %s".formatted(number, why),
              true));
    }

    void line(String line) {
      number++;
      int one = line.indexOf(' ');
      int two = one < 0 ? -1 : line.indexOf(' ', one + 1);
      if (two < 0) {
        return;
      }
      String project =
          projects.computeIfAbsent(
              line.substring(0, one), code -> hourly ? project(code) : PageNames.project(code, ""));
      Set<String> titles = wanted.get(project);
      if (titles == null) {
        return;
      }
      String title = line.substring(one + 1, two);
      if (!titles.contains(title)) {
        return;
      }
      String[] rest = line.substring(two + 1).split(" ", -1);
      // By day and month: page-id (absent in old files), access, views, hours.
      int place = hourly ? 0 : rest.length == 3 ? 1 : 2;
      String count = place < rest.length ? rest[place] : "";
      if (!count.matches("[0-9]{1,11}") || Long.parseLong(count) > ViewTally.ABSURD) {
        refuse(line);
        return;
      }
      views.merge(project + '\t' + title, Long.parseLong(count), Long::sum);
    }

    private void refuse(String line) {
      if (++refused <= TOLD) {
        problems.add(
            new DataProblem(
                "%s, line %d".formatted(file.name(), number),
                "NUMBER_IMPOSSIBLE",
                line.length() > 120 ? line.substring(0, 120) + "…" : line,
                "expected a possible number of views; the line is not counted",
                true));
      }
    }
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
}
