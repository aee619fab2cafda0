package org.handsel.app.web.rooms;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.handsel.app.web.Notice;
import org.handsel.app.web.Page;
import org.handsel.app.web.Room;
import org.handsel.app.web.Routes;
import org.handsel.app.web.account.Accounts;
import org.handsel.app.web.account.Role;
import org.handsel.release.Cockpit;
import org.handsel.release.ReleaseRegister;
import org.handsel.release.ReleaseStatus;
import org.handsel.release.RunControl;

/// The releases of the workspace, how far each is, and its report.
final class ReleasesRoom implements Room {
  /// The report brings its style along and runs no script.
  private static final String REPORT_POLICY =
      "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; frame-ancestors 'none';"
          + " base-uri 'none'; form-action 'none'";

  private static final Map<String, String> TYPES =
      Map.of("png", "image/png", "jpg", "image/jpeg", "jpeg", "image/jpeg");

  private static final List<String> LISTS = List.of("results.tsv", "failures.csv");
  private static final Duration FRESH = Duration.ofSeconds(90);

  private final ReleaseRegister releases;
  private final Accounts accounts;
  private final Cockpits cockpits;

  ReleasesRoom(Workbench.Parts parts, Cockpits cockpits) {
    this.cockpits = cockpits;
    this.accounts = parts.accounts();
    this.releases = new ReleaseRegister(parts.database(), parts.clock());
  }

  @Override
  public String name() {
    return "releases";
  }

  @Override
  public List<Entry> navigation() {
    return List.of(new Entry(80, "/releases", "releases.navigation"));
  }

  @Override
  public void addTo(Routes routes) {
    routes.get(
        "/releases",
        Role.VIEWER,
        page -> page.show("releases/list.jte", new ReleaseList(releases.all())));
    routes.get("/releases/{name}", Role.VIEWER, page -> page.show("releases/one.jte", view(page)));
    routes.get(
        "/releases/{name}/progress",
        Role.VIEWER,
        page -> page.show("releases/progress.jte", view(page)));
    LISTS.forEach(
        list -> routes.get("/releases/{name}/" + list, Role.VIEWER, page -> list(page, list)));
    for (RunControl.Order order : RunControl.Order.values()) {
      routes.post(
          "/releases/{name}/run/" + order.name().toLowerCase(Locale.ROOT),
          Role.MEMBER,
          page -> tell(page, order));
    }
    routes.get("/releases/{name}/report.html", Role.VIEWER, page -> report(page));
    routes.get("/releases/{name}/report/thumbs/{file}", Role.VIEWER, this::thumbnail);
  }

  private ReleaseRegister.Entry entry(Page page) {
    return releases.named(page.part("name")).orElseThrow(page::notFound);
  }

  private ReleaseView view(Page page) {
    ReleaseRegister.Entry entry = entry(page);
    Path folder = entry.folder();
    Optional<Cockpit> cockpit = cockpits.of(folder);
    if (cockpit.isEmpty()) {
      return new ReleaseView(
          entry,
          base(page),
          null,
          report(folder),
          List.of(),
          List.of(),
          "",
          false,
          RunControl.State.IDLE);
    }
    ReleaseStatus status = cockpit.get().status();
    boolean waits = status.pilot().equals("waiting for judgement");
    return new ReleaseView(
        entry,
        base(page),
        status,
        report(folder),
        LISTS.stream().filter(list -> Files.exists(folder.resolve(list))).toList(),
        waits ? cockpit.get().opinions() : List.of(),
        accounts.any() ? page.who().name() : "",
        running(page, folder),
        RunControl.state(folder));
  }

  private static String base(Page page) {
    return PlanRoom.base(page.part("name"));
  }

  private static boolean report(Path folder) {
    return Files.exists(folder.resolve("report.html"));
  }

  /// Whether the ledger grew a moment ago.
  private static boolean running(Page page, Path folder) {
    try {
      Path ledger = folder.resolve("ledger.jsonl");
      return Files.exists(ledger)
          && Duration.between(Files.getLastModifiedTime(ledger).toInstant(), page.now())
                  .compareTo(FRESH)
              < 0;
    } catch (IOException e) {
      return false;
    }
  }

  private void list(Page page, String name) throws IOException {
    Path file = entry(page).folder().resolve(name);
    if (!Files.isRegularFile(file)) {
      throw page.notFound();
    }
    page.send(
        name.endsWith(".csv")
            ? "text/csv; charset=utf-8"
            : "text/tab-separated-values; charset=utf-8",
        name,
        Files.newInputStream(file));
  }

  /// Holds, continues or ends a run, wherever it was started.
  private void tell(Page page, RunControl.Order order) {
    ReleaseRegister.Entry entry = entry(page);
    page.form();
    boolean told = RunControl.tell(entry.folder(), order);
    page.notice(
        told ? Notice.Kind.SUCCESS : Notice.Kind.ERROR,
        told ? "releases.run.told." + order.name().toLowerCase(Locale.ROOT) : "releases.run.none");
    page.redirect(base(page));
  }

  private void report(Page page) throws IOException {
    Path report = entry(page).folder().resolve("report.html");
    if (!Files.isRegularFile(report)) {
      throw page.notFound();
    }
    page.policy(REPORT_POLICY);
    page.send("text/html; charset=utf-8", "", Files.newInputStream(report));
  }

  private void thumbnail(Page page) throws IOException {
    String name = page.part("file");
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (type == null || !name.matches("[A-Za-z0-9_-]+[.][a-z]+")) {
      throw page.notFound();
    }
    Path file = entry(page).folder().resolve("report").resolve("thumbs").resolve(name);
    if (!Files.isRegularFile(file)) {
      throw page.notFound();
    }
    page.send(type, "", Files.newInputStream(file));
  }
}
