package org.handsel.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.handsel.impact.MeasureFolder;
import org.handsel.impact.MeasureOptions;
import org.handsel.impact.Measurement;
import org.handsel.impact.Measurements;
import org.handsel.impact.PartnerNotes;
import org.handsel.impact.PartnerReports;
import org.handsel.platform.Progress;

/// A year of Commons Impact Metrics of a large collection: its dumps are added up, then the
/// partner's report is written, each in a process of its own as a user starts it. The dumps are
/// synthetic: an invented archive's category over twelve months, the five tables a month. Same
/// seed, same bytes.
final class ImpactYear {
  private static final String CATEGORY = "Images_from_the_\"Nordlys\"_Archive";
  private static final String[] WIKIS = {
    "de.wikipedia",
    "en.wikipedia",
    "ar.wikipedia",
    "th.wikipedia",
    "zh.wikipedia",
    "nb.wikipedia",
    "fr.wikipedia",
    "commons.wikimedia"
  };

  private final Path folder;
  private final int files;
  private final Random random;
  private final String packing;

  private ImpactYear(Path folder, int files, long seed, String packing) {
    this.folder = folder;
    this.files = files;
    this.random = new Random(seed);
    this.packing = packing;
  }

  /// `ImpactYear short|long`, or one step of it in a process of its own.
  public static void main(String[] arguments) throws Exception {
    switch (arguments[0]) {
      case "import" -> {
        Measurement measured =
            new Measurements(Clock.systemUTC())
                .cim(Path.of(arguments[1]), List.of(), MeasureOptions.standard(), Progress.NONE);
        if (measured.partial() || measured.value("files-available").isEmpty()) {
          throw new IllegalStateException("the dumps were not read: " + measured.problems());
        }
        new MeasureFolder(Path.of(arguments[2])).write(measured);
        Measured.sayMemory();
      }
      case "report" -> {
        new PartnerReports(List.of())
            .write(Path.of(arguments[1]), PartnerReports.FORMATS, "de", PartnerNotes.none());
        Measured.sayMemory();
      }
      default -> measure(arguments[0].equals("long") ? 300_000 : 30_000);
    }
  }

  private static void measure(int files) throws Exception {
    Path scratch = Places.scratch();
    ImpactYear year = new ImpactYear(scratch.resolve("dumps"), files, 7, "bz2");
    YearMonth last = YearMonth.now(Clock.systemUTC()).minusMonths(1);
    for (YearMonth m = last.minusMonths(11); !m.isAfter(last); m = m.plusMonths(1)) {
      year.month(m, CATEGORY);
    }
    Path measures = scratch.resolve("measures");
    Measured read =
        Measured.java(
            ImpactYear.class, "import", scratch.resolve("dumps").toString(), measures.toString());
    Measured report = Measured.java(ImpactYear.class, "report", measures.toString());
    String what = "impact, a year of %,d files, ".formatted(files);
    // The limits are for 300,000 files; fewer do not start faster.
    Figure.print(what + "import", read.wall(), "s", 60, false);
    Figure.print(what + "report in four formats", report.wall(), "s", 5, false);
    Figure.print(what + "memory of import", read.memory(), "MB", 512, false);
    Figure.print(what + "memory of report", report.memory(), "MB", 512, false);
    Places.remove(scratch);
  }

  /// A fifth of the files is used, on 1 to 6 pages each; a page for two of three used files.
  private void month(YearMonth month, String category) throws IOException {
    int used = files / 5;
    String quoted =
        category.contains("\"") ? "\"" + category.replace("\"", "\\\"") + "\"" : category;
    try (BufferedWriter out = open("category_metrics_snapshot", month)) {
      out.write(
          row(
              quoted,
              "Archives",
              quoted,
              files / 2,
              files,
              used / 2,
              used,
              5,
              WIKIS.length,
              used / 4,
              used / 2,
              month));
      out.write(row("Sub_1", quoted, quoted, 10, 10, 2, 2, 1, 1, 2, 2, month));
    }
    try (BufferedWriter out = open("media_file_metrics_snapshot", month)) {
      for (int i = 0; i < files; i++) {
        int pages = i < used ? 1 + i % 6 : 0;
        out.write(row(file(i), "image", "Sub_1|Sub_2", quoted, Math.min(pages, 3), pages, month));
      }
    }
    try (BufferedWriter out = open("pageviews_per_category_monthly", month)) {
      for (int i = 0; i < used / 2; i++) {
        int views = random.nextInt(1000);
        out.write(row(quoted, "deep", quoted, WIKIS[i % WIKIS.length], "Page_" + i, views, month));
        if (i % 2 == 0) {
          out.write(
              row(quoted, "shallow", quoted, WIKIS[i % WIKIS.length], "Page_" + i, views, month));
        }
      }
    }
    try (BufferedWriter out = open("pageviews_per_media_file_monthly", month)) {
      for (int i = 0; i < used; i++) {
        for (int k = 0; k < 2; k++) {
          int page = (i + k * 7) % Math.max(1, used / 2);
          out.write(
              row(
                  file(i),
                  "Sub_1",
                  quoted,
                  WIKIS[page % WIKIS.length],
                  "Page_" + page,
                  random.nextInt(1000),
                  month));
        }
      }
    }
    try (BufferedWriter out = open("edits", month)) {
      for (int i = 0; i < 200; i++) {
        out.write(
            row(
                "User " + i % 17,
                i % 4 == 0 ? "create" : "update",
                file(i),
                "Sub_1",
                quoted,
                month + "-0" + (1 + i % 9) + "T10:00:" + (10 + i % 50)));
      }
    }
  }

  private static String file(int i) {
    return "Nordlys_Archive_photograph_of_a_harbour_in_the_north_%07d.jpg".formatted(i);
  }

  private static String row(Object... cells) {
    StringBuilder row = new StringBuilder();
    for (Object cell : cells) {
      row.append(row.isEmpty() ? "" : "\t").append(cell);
    }
    return row.append('\n').toString();
  }

  private BufferedWriter open(String table, YearMonth month) throws IOException {
    Path place = folder.resolve("commons_" + table);
    Files.createDirectories(place);
    Path path =
        place.resolve(
            "commons_"
                + table
                + "_"
                + month
                + ".tsv"
                + (packing.equals("plain") ? "" : "." + packing));
    var bytes = Files.newOutputStream(path);
    return new BufferedWriter(
        new OutputStreamWriter(
            switch (packing) {
              case "gz" -> new GZIPOutputStream(bytes);
              case "bz2" -> new BZip2CompressorOutputStream(bytes);
              default -> bytes;
            },
            StandardCharsets.UTF_8),
        1 << 16);
  }
}
