package org.handsel.app.web.rooms;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handsel.app.reconciliation.Reconciliation;
import org.handsel.app.web.Form;
import org.handsel.app.web.Notice;
import org.handsel.app.web.Page;
import org.handsel.app.web.Room;
import org.handsel.app.web.Routes;
import org.handsel.app.web.account.Role;
import org.handsel.authority.review.Decision;
import org.handsel.authority.review.Exported;
import org.handsel.authority.review.ReviewItem;
import org.handsel.authority.review.ReviewSet;
import org.handsel.authority.review.Reviews;
import org.handsel.authority.review.Verdict;
import org.handsel.platform.Workspace;
import org.jspecify.annotations.Nullable;

/// Links that people look at, one after the other, with the keyboard if they like; and where other
/// programs find the reconciliation service.
final class LinksRoom implements Room {
  private static final int LATEST = 15;
  private static final int CONTESTED = 50;
  private static final int LONGEST_NOTE = 1_000;
  private static final Map<String, String> FILES =
      Map.of(
          "links.tsv", "text/tab-separated-values; charset=utf-8",
          "links.beacon", "text/plain; charset=utf-8",
          "decisions.tsv", "text/tab-separated-values; charset=utf-8",
          "calibration.json", "application/json");

  private final Reviews reviews;
  private final Workspace workspace;
  private final @Nullable Reconciliation reconciliation;
  private final Optional<String> address;

  LinksRoom(Workbench.Parts parts) {
    this.reviews = new Reviews(parts.database(), parts.clock());
    this.workspace = parts.workspace();
    this.reconciliation = parts.reconciliation();
    this.address = parts.settings().get("web.address");
  }

  @Override
  public String name() {
    return "linking";
  }

  @Override
  public List<Entry> navigation() {
    return List.of(new Entry(75, "/links", "linking.navigation"));
  }

  @Override
  public void addTo(Routes routes) {
    routes.get("/links", Role.VIEWER, this::all);
    routes.get("/links/{set}", Role.VIEWER, this::one);
    routes.get("/links/{set}/next", Role.VIEWER, this::next);
    routes.get("/links/{set}/rows/{place}", Role.VIEWER, this::row);
    routes.post("/links/{set}/rows/{place}", Role.MEMBER, this::decide);
    routes.post("/links/{set}/undo", Role.MEMBER, this::undo);
    routes.post("/links/{set}/export", Role.MEMBER, this::export);
    routes.get("/links/{set}/files/{file}", Role.VIEWER, this::file);
  }

  private void all(Page page) {
    Reconciliation service = reconciliation;
    String server = address.map(url -> url.replaceAll("/+$", "")).orElseGet(page::server);
    page.show(
        "linking/list.jte",
        new LinksView(
            reviews.all(),
            service != null && page.may(Role.MEMBER) ? service.addresses(server) : List.of()));
  }

  private ReviewSet set(Page page) {
    return reviews.find(page.part("set")).orElseThrow(page::notFound);
  }

  private void one(Page page) {
    ReviewSet set = set(page);
    List<Decision> decisions = reviews.decisions(set.id());
    page.show(
        "linking/set.jte",
        new ReviewSetView(
            set,
            reviews.next(set.id(), page.who(), 0).isPresent(),
            reviews.contested(set.id(), CONTESTED),
            decisions.reversed().stream()
                .limit(LATEST)
                .map(decision -> new ReviewSetView.Said(decision, person(set, decision)))
                .toList(),
            reviews.judgement(set.id()),
            FILES.keySet().stream()
                .filter(name -> Files.exists(folder(set).resolve(name)))
                .sorted()
                .toList()));
  }

  private String person(ReviewSet set, Decision decision) {
    return reviews.item(set.id(), decision.place()).map(item -> item.person().name()).orElse("");
  }

  private void next(Page page) {
    ReviewSet set = set(page);
    long after = page.number("after", 0, Integer.MAX_VALUE, 0);
    Optional<Long> place = reviews.next(set.id(), page.who(), after);
    if (place.isEmpty()) {
      page.notice(Notice.Kind.SUCCESS, "linking.all-done");
    }
    page.redirect("/links/" + set.id() + place.map(number -> "/rows/" + number).orElse(""));
  }

  private ReviewItem item(Page page, ReviewSet set) {
    try {
      return reviews.item(set.id(), Long.parseLong(page.part("place"))).orElseThrow(page::notFound);
    } catch (NumberFormatException e) {
      throw page.notFound();
    }
  }

  private void row(Page page) {
    ReviewSet set = set(page);
    show(page, 200, set, item(page, set), page.number("candidate", 1, 9, 1), page.form(Map.of()));
  }

  private static void show(
      Page page, int status, ReviewSet set, ReviewItem item, int candidate, Form form) {
    int shown = Math.min(candidate, item.candidates().size());
    String me = page.who().id();
    boolean spoken = spoken(item, me);
    boolean hidden =
        !spoken
            && item.decisions().stream()
                .filter(decision ->
                    decision.verdict() == Verdict.ACCEPT || decision.verdict() == Verdict.REJECT)
                .map(decision -> decision.who().id())
                .anyMatch(other -> !other.equals(me) && spoken(item, other));
    page.show(
        status,
        "linking/row.jte",
        new ReviewItemView(
            set,
            item,
            shown,
            SideBySide.of(item.person(), item.candidates().get(shown - 1).card()),
            item.decisions().stream()
                .filter(decision -> spoken || decision.verdict() == Verdict.UNSURE)
                .toList(),
            hidden,
            form));
  }

  /// Whether a reviewer holds an opinion: what others say does not sway whoever does not.
  private static boolean spoken(ReviewItem item, String who) {
    int held = 0;
    for (Decision decision : item.decisions()) {
      if (decision.who().id().equals(who)) {
        held += decision.verdict() == Verdict.UNDO ? -1 : 1;
      }
    }
    return held > 0;
  }

  private void decide(Page page) {
    ReviewSet set = set(page);
    ReviewItem item = item(page, set);
    Form form = page.form();
    Optional<Verdict> verdict = form.choice("verdict", Verdict.class);
    String record = form.text("record", LONGEST_NOTE);
    String note = form.text("note", LONGEST_NOTE);
    int candidate = form.number("candidate", 1, 9).orElse(1L).intValue();
    if (verdict.isEmpty() || verdict.get() == Verdict.UNDO || !form.good()) {
      show(page, 422, set, item, candidate, form);
      return;
    }
    ReviewItem decided =
        reviews.decide(
            page.who(),
            set.id(),
            item.place(),
            verdict.get(),
            verdict.get() == Verdict.ACCEPT ? record : null,
            note);
    page.notice(
        Notice.Kind.NOTICE,
        "linking.decided." + verdict.get().word() + (contested(decided) ? ".contested" : ""),
        item.person().name());
    page.redirect("/links/" + set.id() + "/next?after=" + item.place());
  }

  private static boolean contested(ReviewItem item) {
    return item.state() == ReviewItem.State.CONTESTED;
  }

  private void undo(Page page) {
    ReviewSet set = set(page);
    Optional<Long> place = reviews.undo(page.who(), set.id());
    page.notice(
        Notice.Kind.NOTICE, place.isPresent() ? "linking.undone" : "linking.nothing-to-undo");
    page.redirect("/links/" + set.id() + place.map(number -> "/rows/" + number).orElse(""));
  }

  private Path folder(ReviewSet set) {
    return workspace.home().resolve("reviews").resolve(set.id());
  }

  private void export(Page page) {
    ReviewSet set = set(page);
    Exported exported = reviews.export(set, folder(set), "", "");
    page.notice(
        exported.conflicts().isEmpty() ? Notice.Kind.SUCCESS : Notice.Kind.WARNING,
        exported.conflicts().isEmpty() ? "linking.exported" : "linking.exported.conflicts",
        exported.accepted(),
        exported.changed(),
        exported.conflicts().size(),
        String.join(", ", exported.conflicts().stream().limit(5).toList()));
    page.redirect("/links/" + set.id());
  }

  private void file(Page page) throws IOException {
    ReviewSet set = set(page);
    String name = page.part("file");
    String type = FILES.get(name);
    Path file = folder(set).resolve(type == null ? "none" : name);
    if (type == null || !Files.isRegularFile(file)) {
      throw page.notFound();
    }
    page.send(type, set.name() + " " + name, Files.newInputStream(file));
  }
}
