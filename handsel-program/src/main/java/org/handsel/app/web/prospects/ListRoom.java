package org.handsel.app.web.prospects;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handsel.app.web.Form;
import org.handsel.app.web.Notice;
import org.handsel.app.web.Page;
import org.handsel.app.web.Room;
import org.handsel.app.web.Routes;
import org.handsel.app.web.account.Role;
import org.handsel.partnership.prospects.Factor;
import org.handsel.partnership.prospects.MapCell;
import org.handsel.partnership.prospects.ProspectMap;
import org.handsel.partnership.prospects.ProspectPage;
import org.handsel.partnership.prospects.ProspectQuery;
import org.handsel.partnership.prospects.Prospects;
import org.handsel.partnership.prospects.Weights;
import org.handsel.partnership.prospects.WikiGaps;
import org.handsel.readiness.work.AuditEntry;
import org.handsel.readiness.work.AuditRuns;

/// The shopping list: filters, order, weights, map.
final class ListRoom implements Room {
  private static final int ON_A_PAGE = 20;
  private static final int MOST_PAGES = 100_000;
  private static final int CIRCLES_ACROSS = 48;
  private static final int AUDITS = 5;

  private final Prospects prospects;
  private final AuditRuns audits;
  private final Path scratch;
  private final MapDrawing drawing = new MapDrawing();

  ListRoom(Prospects prospects, AuditRuns audits, Path scratch) {
    this.scratch = scratch;
    this.prospects = prospects;
    this.audits = audits;
  }

  @Override
  public String name() {
    return "prospects";
  }

  @Override
  public List<Entry> navigation() {
    return List.of(new Entry(20, "/prospects", "prospects.navigation"));
  }

  @Override
  public void addTo(Routes routes) {
    routes.get("/prospects", Role.VIEWER, this::show);
    routes.get("/prospects/list.csv", Role.VIEWER, this::csv);
    routes.post("/prospects/weights", Role.COORDINATOR, this::keep);
    routes.post("/prospects/audit", Role.COORDINATOR, this::takeOver);
  }

  @Override
  public void prepare() {
    prospects.prepare();
  }

  private void show(Page page) {
    ListAddress address = ListAddress.of(page, prospects.weights());
    ProspectQuery query = address.query();
    int number = page.number("page", 1, MOST_PAGES, 1);
    boolean map = address.value("view").equals("map");
    ProspectPage list =
        prospects.page(query, page.who(), (number - 1) * ON_A_PAGE, map ? 0 : ON_A_PAGE);
    Said said = new Said(page.words());
    String svg = "";
    int nowhere = 0;
    int left = 0;
    if (map) {
      ProspectMap rough = prospects.map(query, page.who(), 5);
      ProspectQuery.Box frame = MapDrawing.frame(rough.cells());
      double degrees = Math.max(0.25, (frame.east() - frame.west()) / CIRCLES_ACROSS);
      ProspectMap fine = prospects.map(query, page.who(), degrees);
      svg =
          drawing.svg(
              fine.cells(),
              frame,
              page.text("prospects.map.title"),
              cell -> link(address, cell),
              cell -> title(page, said, cell));
      nowhere = fine.nowhere();
      left = MapDrawing.left(fine.cells());
    }
    page.show(
        "prospects/list.jte",
        new ListView(
            list,
            address,
            said,
            number,
            !map && number * ON_A_PAGE < list.total(),
            svg,
            nowhere,
            left,
            prospects.gaps(),
            page.may(Role.COORDINATOR) ? audits() : Map.of(),
            list.total() == 0 && !address.filtered()));
  }

  private static String link(ListAddress address, MapCell cell) {
    ListAddress list = new ListAddress(without(address.values(), "view"), address.standard());
    return cell.country().isEmpty()
        ? list.with("box", ListAddress.text(cell.box()))
        : list.with("country", cell.country());
  }

  private static Map<String, String> without(Map<String, String> values, String name) {
    Map<String, String> kept = new LinkedHashMap<>(values);
    kept.remove(name);
    return kept;
  }

  private static String title(Page page, Said said, MapCell cell) {
    String best = said.points(cell.best());
    return cell.country().isEmpty()
        ? page.text("prospects.map.circle", cell.institutions(), best)
        : page.text(
            "prospects.map.country", said.country(cell.country()), cell.institutions(), best);
  }

  /// Audits that are done and newer than what is known of their wiki.
  private Map<String, String> audits() {
    Map<String, String> offered = new LinkedHashMap<>();
    List<String> known = prospects.gaps().stream().map(WikiGaps::source).toList();
    for (AuditEntry audit : audits.all()) {
      boolean done =
          audit.state() == AuditEntry.State.DONE || audit.state() == AuditEntry.State.PARTIAL;
      if (done && offered.size() < AUDITS && !known.contains(audit.folder().toString())) {
        offered.put(audit.id(), audit.wiki() + ", " + audit.dump());
      }
    }
    return offered;
  }

  private void csv(Page page) throws IOException {
    ProspectQuery query = ListAddress.of(page, prospects.weights()).query();
    // Of 100,000 institutions it is some 40 MB: written to the disk, not held in memory.
    Path list = Files.createTempFile(scratch, "list", ".csv");
    try {
      try (Writer out = Files.newBufferedWriter(list, StandardCharsets.UTF_8)) {
        prospects.write(out, query, page.who(), true);
      }
      page.send(
          "text/csv; charset=utf-8",
          "shopping-list.csv",
          Files.newInputStream(list, StandardOpenOption.DELETE_ON_CLOSE));
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(list);
      throw e;
    }
  }

  private void keep(Page page) {
    Form form = page.form();
    Weights weights = prospects.standard();
    if (!form.ticked("standard")) {
      for (Factor factor : Factor.values()) {
        double weight =
            ListAddress.weight(form.text("w-" + factor.code(), 10))
                .orElse(prospects.weights().of(factor));
        weights = weights.with(factor, weight);
      }
    }
    prospects.keep(page.who(), weights);
    page.notice(Notice.Kind.SUCCESS, "prospects.weights.kept");
    page.redirect("/prospects");
  }

  private void takeOver(Page page) {
    AuditEntry audit = audits.find(page.form().text("audit", 40)).orElseThrow(page::notFound);
    WikiGaps gaps = GapReading.of(audit.folder(), page.clock());
    prospects.keep(page.who(), gaps);
    page.notice(Notice.Kind.SUCCESS, "prospects.gaps.taken", gaps.wiki(), gaps.findings());
    page.redirect("/prospects");
  }
}
