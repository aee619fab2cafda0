package org.handsel.impact;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;

/// Writes synthetic dumps of Commons Impact Metrics: an invented archive's category over some
/// months, the five tables a month. Same seed, same bytes.
public final class CimYear {
  static final String CATEGORY = "Images_from_the_\"Nordlys\"_Archive";
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

  CimYear(Path folder, int files, long seed, String packing) {
    this.folder = folder;
    this.files = files;
    this.random = new Random(seed);
    this.packing = packing;
  }

  /// `CimYear FOLDER FILES [gz|bz2|plain]`: a year up to October 2026.
  public static void main(String[] arguments) throws IOException {
    CimYear year =
        new CimYear(
            Path.of(arguments[0]),
            Integer.parseInt(arguments[1]),
            7,
            arguments.length > 2 ? arguments[2] : "gz");
    for (YearMonth m = YearMonth.of(2025, 11);
        !m.isAfter(YearMonth.of(2026, 10));
        m = m.plusMonths(1)) {
      year.month(m, CATEGORY);
    }
  }

  /// A fifth of the files is used, on 1 to 6 pages each; a page for two of three used files.
  void month(YearMonth month, String category) throws IOException {
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
