package org.handsel.app.web.rooms;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.handsel.app.web.Form;
import org.handsel.app.web.Notice;
import org.handsel.app.web.Page;
import org.handsel.app.web.Room;
import org.handsel.app.web.Routes;
import org.handsel.app.web.account.Accounts;
import org.handsel.app.web.account.Role;
import org.handsel.collection.Item;
import org.handsel.platform.Database;
import org.handsel.platform.HandselException;
import org.handsel.platform.History;
import org.handsel.release.Cockpit;
import org.handsel.release.ReleaseRegister;

/// The cockpit of a release: its plan looked through with filters, pictures and records beside the
/// pages, decisions for many files at once, and the pilot judged by two people.
final class PlanRoom implements Room {
  private static final int ON_A_PAGE = 24;
  private static final int LONGEST = 500;
  private static final int PICTURES_AT_ONCE = 2;

  private final ReleaseRegister releases;
  private final Database database;
  private final History history;
  private final Accounts accounts;
  private final Cockpits cockpits;
  private final Semaphore pictures = new Semaphore(PICTURES_AT_ONCE);

  PlanRoom(Workbench.Parts parts, Cockpits cockpits) {
    this.cockpits = cockpits;
    this.releases = new ReleaseRegister(parts.database(), parts.clock());
    this.database = parts.database();
    this.history = parts.history();
    this.accounts = parts.accounts();
  }

  @Override
  public String name() {
    return "plan";
  }

  @Override
  public void addTo(Routes routes) {
    routes.get("/releases/{name}/plan", Role.VIEWER, page -> show(page, 200, ""));
    routes.get("/releases/{name}/plan/{picture}", Role.VIEWER, this::picture);
    routes.post("/releases/{name}/plan", Role.COORDINATOR, this::decide);
    routes.post("/releases/{name}/judge", Role.MEMBER, this::judge);
  }

  private Cockpit cockpit(Page page) {
    ReleaseRegister.Entry entry = releases.named(page.part("name")).orElseThrow(page::notFound);
    return cockpits.of(entry.folder()).orElseThrow(page::notFound);
  }

  static String base(String name) {
    return "/releases/" + encoded(name).replace("+", "%20");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static Cockpit.Filter filter(Page page) {
    return new Cockpit.Filter(
        page.query("state"), page.query("code"), page.query("rights"), page.query("q"));
  }

  private static String address(String name, Cockpit.Filter filter) {
    return "%s/plan?state=%s&code=%s&rights=%s&q=%s"
        .formatted(
            base(name),
            encoded(filter.state()),
            encoded(filter.code()),
            encoded(filter.rights()),
            encoded(filter.text()));
  }

  private void show(Page page, int status, String fault) {
    Cockpit cockpit = cockpit(page);
    Cockpit.Filter filter = filter(page);
    int number = page.number("page", 1, 1_000_000, 1);
    Cockpit.Found found = cockpit.find(filter, (long) (number - 1) * ON_A_PAGE, ON_A_PAGE);
    Set<String> ids =
        found.rows().stream()
            .map(row -> row.entry().item())
            .filter(id -> !id.isEmpty())
            .collect(Collectors.toSet());
    Map<String, Item> items = cockpit.items(ids);
    Cockpit.Choices choices = cockpit.choices();
    Map<String, String> titles = new TreeMap<>();
    choices.codes().keySet().forEach(code -> titles.put(code, Cockpit.title(code)));
    page.show(
        status,
        "releases/plan.jte",
        new PlanView(
            page.part("name"),
            base(page.part("name")),
            filter,
            choices,
            titles,
            found.rows().stream()
                .map(row -> new PlanView.Card(row, items.get(row.entry().item())))
                .toList(),
            found.all(),
            found.undecided(),
            found.decided(),
            number,
            found.all() > (long) number * ON_A_PAGE,
            address(page.part("name"), filter) + "&",
            fault));
  }

  private void picture(Page page) throws IOException {
    String name = page.part("picture");
    if (!name.matches("[0-9a-f]{40}[.]jpg")) {
      throw page.notFound();
    }
    Optional<Path> picture;
    pictures.acquireUninterruptibly();
    try {
      picture = cockpit(page).thumbnail(name.substring(0, 40));
    } finally {
      pictures.release();
    }
    page.send("image/jpeg", "", Files.newInputStream(picture.orElseThrow(page::notFound)));
  }

  private void decide(Page page) {
    Form form = page.form();
    Cockpit.Filter filter =
        new Cockpit.Filter(
            form.text("state", LONGEST),
            form.text("code", LONGEST),
            form.text("rights", LONGEST),
            form.text("q", LONGEST));
    Cockpit.Decision decision =
        form.choice("decision", Cockpit.Decision.class).orElseThrow(page::notFound);
    long expected =
        form.number(decision == Cockpit.Decision.INCLUDE ? "decided" : "undecided", 0, 100_000_000)
            .orElse(-1L);
    String reason = form.text("reason", LONGEST);
    try {
      long changed =
          cockpit(page).decide(filter, decision, expected, page.who().name(), reason, page.clock());
      Map<String, String> what =
          Map.of(
              "decision", decision.name().toLowerCase(java.util.Locale.ROOT),
              "files", String.valueOf(changed),
              "reason", reason);
      database.write(handle ->
          history.note(handle, page.who(), "release", page.part("name"), "decide", null, what));
      page.notice(Notice.Kind.SUCCESS, "plan.decided", changed);
    } catch (HandselException wrong) {
      page.notice(Notice.Kind.WARNING, "plan.plain", String.valueOf(wrong.getMessage()));
    }
    page.redirect(address(page.part("name"), filter));
  }

  private void judge(Page page) {
    Form form = page.form();
    String by = accounts.any() ? page.who().name() : form.text("by", 100);
    boolean accept = form.value("verdict").equals("accept");
    String note = form.text("note", LONGEST);
    try {
      boolean judged = cockpit(page).judge(by, accept, note, page.clock());
      Map<String, String> what =
          Map.of("verdict", accept ? "accept" : "reject", "by", by, "note", note);
      database.write(handle ->
          history.note(handle, page.who(), "release", page.part("name"), "judge", null, what));
      page.notice(
          Notice.Kind.SUCCESS, judged ? accept ? "plan.accepted" : "plan.rejected" : "plan.one");
    } catch (HandselException wrong) {
      page.notice(Notice.Kind.WARNING, "plan.plain", String.valueOf(wrong.getMessage()));
    }
    page.redirect(base(page.part("name")));
  }
}
