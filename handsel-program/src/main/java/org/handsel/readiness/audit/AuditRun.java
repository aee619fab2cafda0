package org.handsel.readiness.audit;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.handsel.platform.Progress;
import org.handsel.readiness.facts.Extraction;
import org.handsel.readiness.facts.FactsExtraction;
import org.handsel.readiness.facts.FactsFolder;
import org.handsel.readiness.facts.FactsReading;
import org.handsel.readiness.facts.WikiFacts;
import org.handsel.wiki.dump.DumpProblem;
import org.jspecify.annotations.Nullable;

/// Audits a wiki: writes its facts, `findings.jsonl`, `summary.json` and `report.html`, the latter
/// also in other languages (`report.de.html`). The same input gives the same bytes.
public final class AuditRun {
  private final Path out;
  private final Wording wording;
  private final Map<String, Long> counts = new TreeMap<>(AuditRun::byNumber);
  private final Map<String, Long> plain = new TreeMap<>();
  private final Map<String, String> reasons = new TreeMap<>(AuditRun::byNumber);
  private final List<String> problems = new ArrayList<>();
  private final ReportDraft report = new ReportDraft();

  private AuditRun(Path out, Wording wording) {
    this.out = out;
    this.wording = wording;
  }

  /// What to audit.
  ///
  /// @param sql folder with SQL files of the same dump, or null
  /// @param beside what stands outside of the wiki
  /// @param wiki code that counts more than what the dump says, or null
  /// @param threads that unpack the dump
  /// @param since folder of an earlier audit, whose counts the report shows beside the new ones;
  ///   null for those that stand in `out`, if any
  public record Order(
      Path dump,
      @Nullable Path sql,
      Beside beside,
      @Nullable String wiki,
      int threads,
      @Nullable Path since,
      Path out) {
    /// An audit that looks back at nothing but its own folder.
    public Order(Path dump, @Nullable Path sql, @Nullable String wiki, int threads, Path out) {
      this(dump, sql, Beside.NOTHING, wiki, threads, null, out);
    }

    /// What stands outside of the wiki.
    ///
    /// @param authority file or index of an authority's records, or null
    /// @param wikidata entities as JSON, or null
    public record Beside(@Nullable Path authority, @Nullable Path wikidata) {
      public static final Beside NOTHING = new Beside(null, null);
    }
  }

  /// @throws org.handsel.platform.HandselException with exit 1 when there is no dump to read, with
  ///   exit 3 when the results cannot be written
  public static AuditSummary run(Order order, Progress progress, BooleanSupplier stopped) {
    Extraction extraction =
        FactsExtraction.run(
            order.dump, order.wiki, order.threads, new FactsFolder(order.out), progress, stopped);
    return ofFacts(order, extraction, stopped);
  }

  /// Audits facts that stand in the folder of the order already.
  ///
  /// @throws org.handsel.platform.HandselException with exit 3 when the results cannot be written
  public static AuditSummary ofFacts(Order order, Extraction extraction, BooleanSupplier stopped) {
    return new AuditRun(order.out, new Wording(extraction.profile().language()))
        .run(order, extraction, stopped);
  }

  /// Name of the file with the report in a language.
  public static String report(String language) {
    return language.equals(AuditTexts.LANGUAGES.getFirst())
            || !AuditTexts.LANGUAGES.contains(language)
        ? "report.html"
        : "report.%s.html".formatted(language);
  }

  private AuditSummary run(Order order, Extraction extraction, BooleanSupplier stopped) {
    FactsFolder folder = new FactsFolder(out);
    AuditSummary before = order.since == null ? earlier(out) : AuditSummary.read(order.since);
    for (DumpProblem problem : extraction.reading().problems()) {
      problems.add("%s: %s".formatted(order.dump, problem.message()));
    }
    if (extraction.reading().stopped()) {
      problems.add("%s: stopped before the end. Run the command again.".formatted(order.dump));
    }
    if (!extraction.advice().isEmpty()) {
      problems.add("%s: %s".formatted(order.dump, extraction.advice()));
    }
    AuditSummary summary;
    try (BufferedWriter findings = Files.newBufferedWriter(out.resolve("findings.jsonl"))) {
      summary = audit(order, extraction, folder, findings, stopped);
    } catch (IOException e) {
      throw unwritten(e);
    } catch (UncheckedIOException e) {
      throw unwritten(Objects.requireNonNull(e.getCause()));
    }
    DurableFiles.replace(out.resolve(AuditSummary.FILE), Json.pretty(summary));
    AuditSummary same = before != null && before.wiki().equals(summary.wiki()) ? before : null;
    for (String language : AuditTexts.LANGUAGES) {
      DurableFiles.replace(
          out.resolve(report(language)), report.page(summary, same, AuditTexts.in(language)));
    }
    return summary;
  }

  private HandselException unwritten(IOException cause) {
    return HandselException.environment(
        "%s: the results cannot be written (%s). Make room or choose another folder, then run the command again."
            .formatted(out, DurableFiles.reason(cause)),
        cause);
  }

  /// What stood in the folder before; a result that cannot be read is none.
  private static @Nullable AuditSummary earlier(Path out) {
    try {
      return Files.exists(out.resolve(AuditSummary.FILE)) ? AuditSummary.read(out) : null;
    } catch (HandselException e) {
      return null;
    }
  }

  private AuditSummary audit(
      Order order,
      Extraction extraction,
      FactsFolder folder,
      BufferedWriter findings,
      BooleanSupplier stopped) {
    WikiFacts facts = FactsReading.load(folder, extraction.profile());
    long memberships = facts.memberships();
    plain.put("emptyInText", EmptyCategories.count(facts));
    boolean database = false;
    if (order.sql != null) {
      DatabaseMemberships found =
          DatabaseMemberships.find(order.sql, extraction.site().database(), memberships, stopped);
      problems.addAll(found.problems());
      if (found.memberships() != null) {
        facts = facts.with(found.memberships());
        database = true;
      }
    }
    Consumer<Finding> sink = finding -> take(finding, findings);
    for (Audit audit : CategoryAudits.all(!extraction.reading().partial())) {
      if (audit.needsDatabase() && !database) {
        unknown(audit.id(), "only the tables of the wiki’s database tell (--sql)");
        continue;
      }
      if (audit.needsCategoryPages() && !facts.hasCategoryPages() && facts.memberships() > 0) {
        unknown(audit.id(), "the dump holds no page of a category");
        continue;
      }
      counts.put(audit.id(), 0L);
      audit.run(facts, extraction.profile(), sink);
      plain.putAll(audit.plainCounts());
      audit.unknown().ifPresent(reason -> unknown(audit.id(), reason));
    }
    boolean whole = !extraction.reading().partial() && facts.hasCategoryPages();
    long biographies;
    Order.Beside beside = order.beside;
    try (Library library = Library.open(beside.authority(), beside.wikidata(), extraction.wiki())) {
      problems.addAll(library.problems());
      biographies =
          pages(
              extraction,
              folder,
              PersonAudits.of(facts, extraction.profile(), whole, library),
              sink);
    }
    return summary(order, extraction, facts, memberships, biographies);
  }

  private long pages(
      Extraction extraction, FactsFolder folder, List<PageAudit> audits, Consumer<Finding> sink) {
    audits.forEach(audit -> counts.put(audit.id(), 0L));
    long[] biographies = new long[1];
    FactsReading.pages(
        folder,
        page -> page,
        page -> {
          Person person = Person.of(page, extraction.profile());
          biographies[0] += page.isArticle() && person.biography() ? 1 : 0;
          audits.forEach(audit -> audit.page(person, sink));
        });
    for (PageAudit audit : audits) {
      audit.end(sink);
      audit.unknown().ifPresent(reason -> unknown(audit.id(), reason));
    }
    return biographies[0];
  }

  private void unknown(String audit, String reason) {
    counts.remove(audit);
    reasons.put(audit, reason);
  }

  private void take(Finding bare, BufferedWriter findings) {
    Finding finding = wording.of(bare);
    counts.merge(finding.audit(), 1L, Long::sum);
    report.add(finding);
    try {
      findings.write(Json.line(finding));
      findings.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(out.resolve("findings.jsonl").toString(), e);
    }
  }

  private AuditSummary summary(
      Order order, Extraction extraction, WikiFacts facts, long memberships, long biographies) {
    long articles = 0;
    long redirects = 0;
    long categoryPages = 0;
    for (int page = 0; page < facts.pages(); page++) {
      articles += facts.isArticle(page) ? 1 : 0;
      redirects += facts.isRedirect(page) ? 1 : 0;
      categoryPages += facts.namespace(page) == 14 ? 1 : 0;
    }
    return new AuditSummary(
        extraction.wiki(),
        String.valueOf(order.dump.getFileName()),
        facts.pages(),
        articles,
        redirects,
        categoryPages,
        memberships,
        biographies,
        counts,
        plain,
        List.copyOf(reasons.keySet()),
        reasons,
        !problems.isEmpty(),
        problems);
  }

  /// `C2` before `C10`.
  private static int byNumber(String a, String b) {
    int letters = Character.compare(a.charAt(0), b.charAt(0));
    return letters != 0
        ? letters
        : Integer.compare(Integer.parseInt(a.substring(1)), Integer.parseInt(b.substring(1)));
  }
}
