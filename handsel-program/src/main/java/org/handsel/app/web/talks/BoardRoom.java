package org.handsel.app.web.talks;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.handsel.app.web.Form;
import org.handsel.app.web.Notice;
import org.handsel.app.web.Page;
import org.handsel.app.web.Room;
import org.handsel.app.web.Routes;
import org.handsel.app.web.account.Role;
import org.handsel.partnership.register.Institution;
import org.handsel.partnership.talks.Board;
import org.handsel.partnership.talks.CardFilter;
import org.handsel.partnership.talks.FullColumn;
import org.handsel.partnership.talks.Moved;
import org.handsel.partnership.talks.Partnership;

/// Partnerships side by side, by stage; cards are moved, limits warn.
final class BoardRoom implements Room {
  private static final int CARDS = 15;
  private static final int ALL_CARDS = 500;
  private static final int MOST_QUIET = 120;
  private static final List<String> STATES = List.of("open", "not-yet", "paused", "done");

  private final Doors doors;
  private final Stops stops;

  BoardRoom(Doors doors) {
    this.doors = doors;
    this.stops = new Stops(doors);
  }

  @Override
  public String name() {
    return "talks";
  }

  @Override
  public List<Entry> navigation() {
    return List.of(new Entry(10, "/board", "talks.board"));
  }

  @Override
  public void addTo(Routes routes) {
    routes.get("/board", Role.VIEWER, page -> show(page, asked(page)));
    routes.post("/partnerships", Role.MEMBER, this::begin);
    routes.post("/partnerships/{id}/move", Role.MEMBER, this::move);
  }

  /// What a request asks for.
  private record Asked(String team, String state, String holder, String quiet, boolean all) {
    String address() {
      return "/board?team=%s&state=%s&holder=%s&quiet=%s%s"
          .formatted(encoded(team), encoded(state), encoded(holder), quiet, all ? "&all=yes" : "");
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
  }

  private static Asked asked(Page page) {
    String state = page.query("state");
    int quiet = page.number("quiet", 0, MOST_QUIET, 0);
    return new Asked(
        page.query("team"),
        STATES.contains(state) ? state : "",
        page.query("holder"),
        quiet == 0 ? "" : String.valueOf(quiet),
        !page.query("all").isEmpty());
  }

  private void show(Page page, Asked asked) {
    CardFilter filter =
        new CardFilter(
            asked.team(),
            null,
            asked.state().isEmpty() ? null : asked.state(),
            asked.holder().isEmpty() ? null : asked.holder(),
            asked.quiet().isEmpty() ? null : Integer.valueOf(asked.quiet()),
            null);
    Board board = doors.boards().of(filter, asked.all() ? ALL_CARDS : CARDS);
    List<String> reasons = new ArrayList<>();
    for (Board.Column column : board.columns()) {
      FullColumn full = column.full();
      reasons.add(full == null ? "" : stops.reason(page, full));
    }
    page.show(
        "talks/board.jte",
        new BoardView(
            board,
            filter,
            asked.quiet(),
            doors.boards().teams(),
            doors.people(page),
            doors.boards().carriedBy(page.who(), asked.team()),
            reasons,
            doors.partnerLoads().warnings(),
            asked.address()));
  }

  private void begin(Page page) {
    Form form = page.form();
    Institution institution = doors.institution(page, form.value("institution"));
    String title = form.text("title", 200);
    String team = form.text("team", 100);
    if (!form.good()) {
      page.notice(Notice.Kind.ERROR, "talks.begin.long");
      page.redirect("/institutions/" + institution.id());
      return;
    }
    Partnership begun = doors.partnerships().begin(page.who(), institution.id(), title, team);
    page.notice(Notice.Kind.SUCCESS, "talks.begun", institution.name());
    page.redirect("/partnerships/" + begun.id());
  }

  private void move(Page page) {
    Form form = page.form();
    Partnership partnership = doors.partnership(page);
    int stage = form.number("stage", 0, 5).orElse((long) partnership.stage()).intValue();
    long version = form.number("version", 0, Long.MAX_VALUE).orElse(0L);
    String reason = form.text("reason", 1000);
    Moved moved = doors.stages().move(page.who(), partnership.id(), version, stage, reason);
    switch (moved) {
      case Moved.There there -> {
        page.notice(
            Notice.Kind.SUCCESS,
            "talks.moved",
            doors.institution(page, partnership.institution()).name(),
            page.text("talks.stage." + stage));
        page.redirect(back(form, partnership));
      }
      case Moved.Full full -> stops.full(page, partnership, full.column());
    }
  }

  private static String back(Form form, Partnership partnership) {
    String back = form.value("back");
    return back.isEmpty() ? "/partnerships/" + partnership.id() : back;
  }
}
