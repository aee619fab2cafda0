package org.handsel.impact;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Html;
import org.handsel.platform.paper.Paper;

/// Writes the report for a partner from a folder of measures: HTML that stands alone, PDF, XLSX and
/// CSV of the same content, in German or English.
///
/// Safe for use by many threads.
public final class PartnerReports {
  public static final Set<String> FORMATS = Set.of("html", "pdf", "xlsx", "csv");

  /// Width of a title's column in the PDF, in points before scaling.
  private static final float TITLE_WIDTH = 330;

  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
  private final List<Path> fontFolders;

  /// @param fontFolders folders with font files that come before the system's
  public PartnerReports(List<Path> fontFolders) {
    this.fontFolders = List.copyOf(fontFolders);
  }

  /// Writes a report beside the measures.
  ///
  /// @param formats of [#FORMATS]
  /// @return the files that were written
  public List<Path> write(Path folder, Set<String> formats, String language, PartnerNotes notes) {
    for (String format : formats) {
      if (!FORMATS.contains(format)) {
        throw HandselException.usage(
            "--format: expected html, pdf, xlsx or csv, found \"%s\".".formatted(format));
      }
    }
    Texts texts = Texts.load(language);
    Measurement measured = new MeasureFolder(folder).read();
    Set<Path> written = new LinkedHashSet<>();
    if (formats.contains("html")) {
      Path file = folder.resolve("report.html");
      DurableFiles.replace(file, html(measured, notes, texts, Html::escaped, List.of()));
      written.add(file);
    }
    if (formats.contains("pdf")) {
      Path file = folder.resolve("report.pdf");
      bytes(file, pdf(measured, notes, texts));
      written.add(file);
    }
    ReportTables tables = new ReportTables(measured, notes, texts);
    if (formats.contains("xlsx")) {
      Path file = folder.resolve("report.xlsx");
      bytes(file, tables.workbook());
      written.add(file);
    }
    if (formats.contains("csv")) {
      written.addAll(tables.csv(folder));
    }
    return List.copyOf(written);
  }

  private String html(
      Measurement measured,
      PartnerNotes notes,
      Texts texts,
      UnaryOperator<String> title,
      List<String> remarks) {
    StringOutput out = new StringOutput();
    templates.render(
        "impact/report.jte",
        new ReportBuilder(measured, notes, texts, title).page(style(), remarks),
        out);
    return out.toString();
  }

  private byte[] pdf(Measurement measured, PartnerNotes notes, Texts texts) {
    Paper paper = new Paper(fontFolders, TITLE_WIDTH);
    String html = html(measured, notes, texts, paper::text, List.of());
    if (!paper.missing().isEmpty()) {
      html =
          html(
              measured,
              notes,
              texts,
              paper::text,
              List.of(texts.of("no-font", String.join(", ", paper.missing()))));
    }
    return paper.pdf(html);
  }

  static String style() {
    try (InputStream in = PartnerReports.class.getResourceAsStream("report.css")) {
      if (in == null) {
        throw new IllegalStateException("report.css is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void bytes(Path file, byte[] content) {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.write(part, content);
      DurableFiles.move(part, file);
    } catch (IOException e) {
      throw HandselException.environment(
          "%s: cannot be written (%s).".formatted(file, DurableFiles.reason(e)), e);
    }
  }

  /// Formats of a list such as `html,pdf`.
  public static Set<String> formats(String list) {
    List<String> formats = new ArrayList<>();
    for (String format : list.split(",", -1)) {
      if (!format.isBlank()) {
        formats.add(format.strip().toLowerCase(java.util.Locale.ROOT));
      }
    }
    return new LinkedHashSet<>(formats);
  }
}
