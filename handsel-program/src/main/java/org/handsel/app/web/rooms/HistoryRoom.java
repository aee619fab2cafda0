package org.handsel.app.web.rooms;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.handsel.app.web.Difference;
import org.handsel.app.web.Page;
import org.handsel.app.web.Room;
import org.handsel.app.web.Routes;
import org.handsel.app.web.account.Account;
import org.handsel.app.web.account.Accounts;
import org.handsel.app.web.account.Role;
import org.handsel.platform.History;
import org.handsel.platform.History.Change;
import org.handsel.platform.Who;

/// Every change with its state before and after.
final class HistoryRoom implements Room {
  private static final int PAGE = 50;
  private static final int MOST_PAGES = 100_000;
  private static final String KIND = "history.kind.";

  private final History history;
  private final Accounts accounts;

  HistoryRoom(Workbench.Parts parts) {
    this.history = new History(parts.database(), parts.clock());
    this.accounts = parts.accounts();
  }

  @Override
  public String name() {
    return "history";
  }

  @Override
  public List<Entry> navigation() {
    return List.of(new Entry(90, "/history", "history.navigation"));
  }

  @Override
  public void addTo(Routes routes) {
    routes.get("/history", Role.VIEWER, this::show);
  }

  private void show(Page page) {
    int number = page.number("page", 1, MOST_PAGES, 1);
    String kind = page.query("kind");
    String who = page.query("who");
    List<Change> found =
        history.latest(
            kind.isEmpty() ? null : kind,
            who.isEmpty() ? null : who,
            PAGE + 1,
            (number - 1) * PAGE);
    List<HistoryView.Row> rows =
        found.stream()
            .limit(PAGE)
            .map(change ->
                new HistoryView.Row(change, Difference.between(change.before(), change.after())))
            .toList();
    page.show(
        "history/list.jte",
        new HistoryView(
            rows,
            kinds(page),
            people(page),
            kind,
            who,
            number,
            found.size() > PAGE,
            "/history?kind=%s&who=%s&".formatted(encoded(kind), encoded(who))));
  }

  private static List<String> kinds(Page page) {
    return page.words().texts().keySet().stream()
        .filter(key -> key.startsWith(KIND))
        .map(key -> key.substring(KIND.length()))
        .sorted()
        .toList();
  }

  private List<Who> people(Page page) {
    List<Who> people = new ArrayList<>(accounts.all().stream().map(Account::who).toList());
    people.add(Who.me(page.text("history.me")));
    people.add(Who.HANDSEL);
    return people;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
