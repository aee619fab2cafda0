package org.handsel.app.web.rooms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.handsel.app.web.Form;
import org.handsel.app.web.Notice;
import org.handsel.app.web.Page;
import org.handsel.app.web.Room;
import org.handsel.app.web.Routes;
import org.handsel.app.web.account.Role;
import org.handsel.readiness.audit.AuditCatalogue;
import org.handsel.readiness.audit.AuditRun;
import org.handsel.readiness.audit.AuditTexts;
import org.handsel.readiness.audit.Reasons;
import org.handsel.readiness.audit.Sentences;
import org.handsel.readiness.work.AuditEntry;
import org.handsel.readiness.work.AuditJobs;
import org.handsel.readiness.work.AuditRuns;
import org.handsel.readiness.work.FindingWork;
import org.handsel.readiness.work.FindingsFile;

/// Stage 0 in the workbench: audits of wikis, begun and watched here, and their findings, worked
/// through by several people.
final class ReadinessRoom implements Room {
  private static final String REPORT_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none';"
          + " form-action 'none'";
  private static final int ON_A_PAGE = 25;
  private static final int LONGEST_REASON = 1000;
  private static final int KEPT_INDEXES = 4;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Path dumps;
  private final Path results;
  private final AuditRuns runs;
  private final AuditJobs jobs;
  private final FindingWork work;
  private final Sentences sentences = Sentences.load();
  private final Map<String, FindingsFile> indexes = new ConcurrentHashMap<>();

  ReadinessRoom(Workbench.Parts parts) {
    this.dumps = parts.workspace().home().resolve("dumps");
    this.results = parts.workspace().home().resolve("readiness");
    this.runs = new AuditRuns(parts.database(), parts.clock());
    this.jobs = new AuditJobs(runs, parts.clock());
    this.work = new FindingWork(parts.database(), parts.clock());
  }

  @Override
  public String name() {
    return "readiness";
  }

  @Override
  public List<Entry> navigation() {
    return List.of(new Entry(70, "/readiness", "readiness.navigation"));
  }

  @Override
  public void addTo(Routes routes) {
    routes.get("/readiness", Role.VIEWER, page -> list(page, 200, page.form(Map.of())));
    routes.get("/readiness/running", Role.VIEWER, page -> show(page, "running.jte"));
    routes.post("/readiness/begin", Role.MEMBER, this::begin);
    routes.post("/readiness/stop", Role.MEMBER, this::stop);
    routes.get("/readiness/{id}", Role.VIEWER, this::one);
    routes.get("/readiness/{id}/report", Role.VIEWER, this::ownReport);
    for (String language : AuditTexts.LANGUAGES) {
      String name = AuditRun.report(language);
      routes.get("/readiness/{id}/" + name, Role.VIEWER, page -> report(page, name));
    }
    routes.get(
        "/readiness/{id}/changes.html", Role.VIEWER, page -> report(page, "changes/report.html"));
    routes.get("/readiness/{id}/edits.json", Role.VIEWER, this::edits);
    routes.get("/readiness/{id}/{audit}", Role.VIEWER, this::findings);
    routes.post("/readiness/{id}/{audit}/{finding}", Role.MEMBER, this::say);
  }

  private void show(Page page, String template) {
    page.show("readiness/" + template, new ReadinessList.Running(jobs.running()));
  }

  private void list(Page page, int status, Form form) {
    Map<String, ReadinessList.Wiki> wikis = new LinkedHashMap<>();
    List<AuditEntry> without = new ArrayList<>();
    for (AuditEntry entry : runs.all()) {
      if (entry.summary() == null) {
        without.add(entry);
      } else {
        wikis.computeIfAbsent(
            entry.wiki(), wiki -> new ReadinessList.Wiki(wiki, entry, runs.of(wiki)));
      }
    }
    page.show(
        status,
        "readiness/list.jte",
        new ReadinessList(
            List.copyOf(wikis.values()),
            without.stream().limit(5).toList(),
            new ReadinessList.Running(jobs.running()),
            found(),
            dumps.toString(),
            form));
  }

  /// The dumps that lie ready; only these can be audited from the browser, so that nobody reads any
  /// other file of the machine through it.
  private List<String> found() {
    if (!Files.isDirectory(dumps)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(dumps)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> !name.startsWith(".") && !name.contains(".sql"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void begin(Page page) {
    Form form = page.form();
    String dump = form.required("dump", 255);
    String wiki = form.text("wiki", 40);
    if (!dump.isEmpty() && !found().contains(dump)) {
      form.problem("dump", "readiness.dump.unknown", dumps.toString());
    }
    if (!wiki.isEmpty() && !wiki.matches("[a-z][a-z0-9_-]{0,39}")) {
      form.problem("wiki", "readiness.wiki.wrong");
    }
    if (!form.good()) {
      list(page, 422, form);
      return;
    }
    String stem = dump.replaceAll("[^A-Za-z0-9_-]+.*", "");
    Optional<String> id =
        jobs.begin(
            page.who(),
            dumps.resolve(dump),
            form.ticked("sql") ? dumps : null,
            wiki.isEmpty() ? null : wiki,
            results.resolve("%s-%s".formatted(stem, STAMP.format(page.now()))));
    if (id.isPresent()) {
      page.notice(Notice.Kind.SUCCESS, "readiness.begun", dump);
    } else {
      page.notice(Notice.Kind.WARNING, "readiness.busy");
    }
    page.redirect("/readiness");
  }

  private void stop(Page page) {
    jobs.stop();
    page.notice(Notice.Kind.NOTICE, "readiness.stopping");
    page.redirect("/readiness");
  }

  private AuditEntry entry(Page page) {
    return runs.find(page.part("id")).orElseThrow(page::notFound);
  }

  private void one(Page page) {
    AuditEntry entry = entry(page);
    List<AuditEntry> row = runs.of(entry.wiki());
    Map<String, Map<FindingWork.State, Long>> done = work.counts(entry.wiki());
    int place = row.stream().map(AuditEntry::id).toList().indexOf(entry.id());
    AuditEntry before = place > 0 ? row.get(place - 1) : null;
    Reasons reasons = Reasons.load();
    List<ReadinessView.Row> rows = new ArrayList<>();
    AuditCatalogue.all()
        .keySet()
        .forEach(id ->
            rows.add(
                new ReadinessView.Row(
                    id,
                    entry.count(id),
                    before == null ? -1 : before.count(id),
                    entry.summary() == null
                        ? ""
                        : reasons.of(
                            entry.summary().reasons().getOrDefault(id, ""), page.words()::of),
                    done.getOrDefault(id, Map.of()),
                    new Trend(row.stream().map(one -> one.count(id)).toList()))));
    page.show(
        "readiness/one.jte",
        new ReadinessView(
            entry,
            before,
            rows,
            row,
            Files.exists(entry.folder().resolve("report.html")),
            Files.exists(entry.folder().resolve("changes/report.html")),
            Files.exists(entry.folder().resolve("edits/edits.json"))));
  }

  /// The report in the language of the page; audits of earlier versions have the English one only.
  private void ownReport(Page page) {
    AuditEntry entry = entry(page);
    String own = AuditRun.report(page.words().language().code());
    page.redirect(
        "/readiness/%s/%s"
            .formatted(
                entry.id(),
                Files.isRegularFile(entry.folder().resolve(own)) ? own : "report.html"));
  }

  private void report(Page page, String name) throws IOException {
    Path report = entry(page).folder().resolve(name);
    if (!Files.isRegularFile(report)) {
      throw page.notFound();
    }
    page.policy(REPORT_POLICY);
    page.send("text/html; charset=utf-8", "", Files.newInputStream(report));
  }

  private void edits(Page page) throws IOException {
    Path edits = entry(page).folder().resolve("edits/edits.json");
    if (!Files.isRegularFile(edits)) {
      throw page.notFound();
    }
    page.send("application/json", "edits.json", Files.newInputStream(edits));
  }

  private FindingsFile index(AuditEntry entry) {
    if (indexes.size() > KEPT_INDEXES) {
      indexes.clear();
    }
    return indexes.computeIfAbsent(entry.id(), id -> FindingsFile.open(entry.folder()));
  }

  private void findings(Page page) {
    AuditEntry entry = entry(page);
    String audit = page.part("audit");
    if (!AuditCatalogue.all().containsKey(audit) || entry.count(audit) < 0) {
      throw page.notFound();
    }
    Map<String, FindingWork.Step> steps = work.of(entry.wiki(), audit);
    String wanted = page.query("show");
    Optional<FindingWork.State> state =
        wanted.equals("all")
            ? Optional.empty()
            : Optional.of(FindingWork.State.of(wanted).orElse(FindingWork.State.OPEN));
    int number = page.number("page", 1, 100_000, 1);
    FindingsFile.Part part =
        index(entry)
            .part(
                audit,
                key -> state.isEmpty() || stateOf(steps, key) == state.get(),
                (number - 1) * ON_A_PAGE,
                ON_A_PAGE);
    page.show(
        "readiness/findings.jte",
        new FindingsView(
            entry,
            audit,
            state.map(FindingWork.State::word).orElse("all"),
            part.rows().stream()
                .map(row ->
                    FindingsView.Row.of(entry.wiki(), row, steps, sentences, page.words()::of))
                .toList(),
            part.all(),
            number,
            part.all() > (long) number * ON_A_PAGE));
  }

  private static FindingWork.State stateOf(Map<String, FindingWork.Step> steps, String key) {
    FindingWork.Step step = steps.get(key);
    return step == null ? FindingWork.State.OPEN : step.state();
  }

  private void say(Page page) {
    AuditEntry entry = entry(page);
    String audit = page.part("audit");
    String finding = page.part("finding");
    Form form = page.form();
    FindingWork.State state = FindingWork.State.of(form.value("state")).orElseThrow(page::notFound);
    String reason = form.text("reason", LONGEST_REASON);
    String show =
        FindingWork.State.of(form.value("show")).map(FindingWork.State::word).orElse("all");
    String back =
        "/readiness/%s/%s?show=%s&page=%d"
            .formatted(entry.id(), audit, show, form.number("page", 1, 100_000).orElse(1L));
    if (!finding.matches("[0-9a-f]{16}") || !AuditCatalogue.all().containsKey(audit)) {
      throw page.notFound();
    }
    if (state == FindingWork.State.NO_DEFECT && reason.isEmpty()) {
      page.notice(Notice.Kind.WARNING, "readiness.reason.missing");
      page.redirect(back);
      return;
    }
    Optional<FindingWork.Step> faster =
        work.say(
            page.who(),
            new FindingWork.Subject(entry.wiki(), audit, finding, form.text("title", 255)),
            form.number("version", 0, Long.MAX_VALUE).orElse(0L),
            state,
            reason);
    if (faster.isPresent()) {
      page.notice(
          Notice.Kind.WARNING,
          "readiness.faster",
          faster.get().whoName(),
          page.text("readiness.state." + faster.get().state().word()));
    } else {
      page.notice(
          Notice.Kind.SUCCESS,
          "readiness.said",
          form.text("title", 255),
          page.text("readiness.state." + state.word()));
    }
    page.redirect(back);
  }
}
