package org.handsel.readiness.compare;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.handsel.readiness.audit.AuditCatalogue;

/// What `report.html` of a comparison shows.
///
/// @param rows audits of which either dump has findings
public record ComparisonReport(ComparisonSummary summary, String style, List<Row> rows) {

  /// @param mended share of the bar in per cent, as `open` and `appeared`
  public record Row(
      String id,
      String name,
      ComparisonSummary.Counts counts,
      double mended,
      double open,
      double appeared) {}

  static String page(ComparisonSummary summary) {
    Map<String, AuditCatalogue.Definition> definitions = AuditCatalogue.all();
    List<Row> rows = new ArrayList<>();
    summary
        .audits()
        .forEach((id, counts) -> {
          long all = counts.mended() + counts.open() + counts.appeared() + counts.gone();
          if (all + counts.unasked() > 0) {
            AuditCatalogue.Definition definition = definitions.get(id);
            rows.add(
                new Row(
                    id,
                    definition == null ? id : definition.name(),
                    counts,
                    share(counts.mended() + counts.gone(), all),
                    share(counts.open(), all),
                    share(counts.appeared(), all)));
          }
        });
    StringOutput page = new StringOutput();
    TemplateEngine.createPrecompiled(ContentType.Html)
        .render("readiness/comparison.jte", new ComparisonReport(summary, sheet(), rows), page);
    return page.toString();
  }

  private static double share(long part, long all) {
    return all == 0 ? 0 : Math.round(1000.0 * part / all) / 10.0;
  }

  public String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /// The whole in one sentence.
  public String verdict() {
    ComparisonSummary.Counts all = summary.all();
    long solved = all.mended() + all.gone();
    return solved == 0 && all.appeared() == 0
        ? "Nothing changed."
        : "%s of %s findings are gone, %s are new."
            .formatted(number(solved), number(all.before()), number(all.appeared()));
  }

  private static String sheet() {
    try (InputStream in = ComparisonReport.class.getResourceAsStream("comparison.css")) {
      if (in == null) {
        throw new IllegalStateException("comparison.css: the program lacks this file");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
