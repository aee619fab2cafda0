package org.handsel.app.web.rooms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.handsel.app.web.Page;
import org.handsel.app.web.Room;
import org.handsel.app.web.Routes;
import org.handsel.app.web.account.Role;
import org.handsel.partnership.register.Institution;
import org.handsel.partnership.register.Institutions;
import org.handsel.partnership.talks.Boards;
import org.handsel.partnership.talks.Card;
import org.handsel.partnership.talks.CardFilter;
import org.handsel.partnership.talks.Claims;
import org.handsel.partnership.talks.Digest;
import org.handsel.partnership.talks.Digest.Part;
import org.handsel.partnership.talks.Digests;
import org.handsel.partnership.talks.Revisit;
import org.handsel.partnership.talks.Revisits;
import org.handsel.platform.History;
import org.handsel.release.ReleaseRegister;

/// Where a day begins: what to do today, and what was done last.
final class StartRoom implements Room {
  private static final int LATEST = 8;
  private static final int QUIET = 8;
  private static final int QUESTIONS = 8;

  private final ReleaseRegister releases;
  private final History history;
  private final Institutions institutions;
  private final Digests digests;
  private final Claims claims;
  private final Boards boards;
  private final Revisits revisits;

  StartRoom(Workbench.Parts parts) {
    this.releases = new ReleaseRegister(parts.database(), parts.clock());
    this.history = parts.history();
    this.institutions = parts.institutions();
    this.digests = new Digests(parts.database(), history, parts.clock());
    this.claims = new Claims(parts.database(), history, parts.clock());
    this.boards = new Boards(parts.database(), history, parts.clock());
    this.revisits = new Revisits(parts.database(), history, parts.clock());
  }

  @Override
  public String name() {
    return "start";
  }

  @Override
  public List<Entry> navigation() {
    return List.of(new Entry(0, "/", "start.navigation"));
  }

  @Override
  public void addTo(Routes routes) {
    routes.get("/", Role.VIEWER, this::show);
    routes.post("/notices/{id}/seen", Role.VIEWER, this::seen);
  }

  private void show(Page page) {
    LocalDate today = LocalDate.ofInstant(page.now(), page.words().zone());
    Digest digest = digests.of(page.who(), today);
    List<StartView.Told> told =
        claims.notices(page.who()).stream()
            .map(notice ->
                new StartView.Told(
                    notice,
                    institutions.find(notice.institution()).map(Institution::name).orElse("")))
            .toList();
    List<StartView.Section> sections = new ArrayList<>();
    for (Part part : Part.values()) {
      List<StartView.Line> lines =
          digest.of(part).stream().map(line -> line(page, part, line)).toList();
      if (part != Part.NOTICE && !lines.isEmpty()) {
        sections.add(new StartView.Section(part.code(), lines));
      }
    }
    List<ReleaseRegister.Entry> all = releases.all();
    page.show(
        "start/start.jte",
        new StartView(
            told,
            sections,
            boards.cards(
                CardFilter.ALL.inState("open").heldBy(page.who().id()).quietFor(3), QUIET, 0),
            questions(page),
            today,
            all.size(),
            all.stream().limit(4).toList(),
            history.latest(null, null, LATEST, 0)));
  }

  private StartView.Line line(Page page, Part part, Digest.Line line) {
    String path =
        switch (part) {
          case OVERDUE, THIS_WEEK, STEP, NOBODYS -> "/partnerships/" + line.subject();
          case CLAIM -> "/institutions/" + line.subject();
          case EVENT -> "/calendar/events/" + line.subject();
          case RETENTION -> "/contacts/" + line.subject();
          case NOTICE -> "/";
        };
    String detail =
        switch (part) {
          // The log keeps the reason in English.
          case OVERDUE, THIS_WEEK, NOBODYS ->
              revisits
                  .of(line.subject())
                  .map(Revisit::cause)
                  .map(cause -> page.text("talks.cause." + cause))
                  .orElse("");
          default -> line.detail();
        };
    return new StartView.Line(path, line.institution(), line.title(), line.day(), detail);
  }

  /// Institutions one speaks with of which questions are open.
  private List<StartView.Open> questions(Page page) {
    int all = institutions.questions().size();
    List<StartView.Open> open = new ArrayList<>();
    for (Card card :
        boards.cards(CardFilter.ALL.inState("open").heldBy(page.who().id()), QUESTIONS * 3, 0)) {
      if (card.partnership().stage() <= 3 && open.size() < QUESTIONS) {
        String institution = card.partnership().institution();
        int answered = institutions.profile(institution).size();
        if (answered < all) {
          open.add(new StartView.Open(institution, card.institution(), all - answered));
        }
      }
    }
    return open;
  }

  private void seen(Page page) {
    claims.seen(page.who(), page.part("id"));
    page.redirect("/");
  }
}
