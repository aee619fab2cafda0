package org.handsel.readiness.audit;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Keeps examples of findings while they are written and renders the report, in every language that
/// audits speak. Memory does not grow with the number of findings. Used by one thread.
final class ReportDraft {
  private static final int EXAMPLES = 8;
  private static final int FIRST = 10;

  private final Sentences sentences = Sentences.load();
  private final Reasons reasons = Reasons.load();
  private final Map<String, List<Finding>> examples = new LinkedHashMap<>();

  void add(Finding finding) {
    List<Finding> kept = examples.computeIfAbsent(finding.audit(), audit -> new ArrayList<>());
    if (kept.size() < EXAMPLES) {
      kept.add(finding);
    }
  }

  /// @param before the summary of an earlier audit of the same wiki, or null
  String page(AuditSummary summary, @Nullable AuditSummary before, AuditTexts texts) {
    Map<String, AuditCatalogue.Definition> definitions = AuditCatalogue.in(texts);
    long most = summary.audits().values().stream().mapToLong(Long::longValue).max().orElse(1);
    List<ReportView.Group> groups = new ArrayList<>();
    for (String room : List.of("C", "P", "N")) {
      List<ReportView.Row> rows = new ArrayList<>();
      definitions.forEach((id, definition) -> {
        if (id.startsWith(room)) {
          rows.add(row(id, definition, summary, before, most, texts));
        }
      });
      groups.add(new ReportView.Group(room, rows));
    }
    List<ReportView.Row> first =
        groups.stream()
            .flatMap(group -> group.rows().stream())
            .filter(row -> row.count() > 0)
            .sorted(
                Comparator.comparingInt((ReportView.Row row) -> row.definition().weight())
                    .reversed()
                    .thenComparing(ReportView.Row::count))
            .limit(FIRST)
            .toList();
    StringOutput page = new StringOutput();
    TemplateEngine.createPrecompiled(ContentType.Html)
        .render(
            "readiness/report.jte",
            new ReportView(texts, others(texts), summary, before, style(), groups, first),
            page);
    return page.toString();
  }

  private static Map<String, String> others(AuditTexts texts) {
    Map<String, String> others = new LinkedHashMap<>();
    for (String language : AuditTexts.LANGUAGES) {
      if (!language.equals(texts.language())) {
        others.put(
            AuditTexts.in(language).of("readiness.report.language"), AuditRun.report(language));
      }
    }
    return others;
  }

  private ReportView.Row row(
      String id,
      AuditCatalogue.Definition definition,
      AuditSummary summary,
      @Nullable AuditSummary before,
      long most,
      AuditTexts texts) {
    long count = summary.audits().getOrDefault(id, 0L);
    String address = address(summary.wiki());
    List<ReportView.Example> shown =
        examples.getOrDefault(id, List.of()).stream()
            .map(finding ->
                new ReportView.Example(
                    finding.title(),
                    sentences.of(finding.audit(), finding.evidence(), texts::of),
                    link(address, finding.title())))
            .toList();
    // A share of the root keeps small bars visible beside large ones.
    double share = count == 0 ? 0 : Math.max(2, Math.sqrt((double) count / most) * 100);
    return new ReportView.Row(
        id,
        definition,
        count,
        before == null ? null : before.audits().get(id),
        reasons.of(summary.reasons().getOrDefault(id, ""), texts::of),
        Math.round(share),
        shown);
  }

  /// Address of a Wikipedia; empty for wikis whose address the name does not tell.
  private static String address(String wiki) {
    return wiki.matches("[a-z_]{2,12}wiki") && !wiki.equals("commonswiki")
        ? "https://%s.wikipedia.org/wiki/"
            .formatted(wiki.substring(0, wiki.length() - 4).replace('_', '-'))
        : "";
  }

  private static String link(String address, String title) {
    return address.isEmpty()
        ? ""
        : address
            + URLEncoder.encode(title.replace(' ', '_'), StandardCharsets.UTF_8)
                .replace("%3A", ":")
                .replace("%2F", "/");
  }

  private static String style() {
    try (InputStream in = ReportDraft.class.getResourceAsStream("report.css")) {
      if (in == null) {
        throw new IllegalStateException("report.css: the program lacks this file");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
