package org.handsel.app.web.talks;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.handsel.app.web.Form;
import org.handsel.app.web.Notice;
import org.handsel.app.web.Page;
import org.handsel.app.web.Room;
import org.handsel.app.web.Routes;
import org.handsel.app.web.account.Role;

/// How the group works: limits of the board, lengths of claims and of retention.
final class HabitsRoom implements Room {
  private static final int MOST = 1000;

  private final Doors doors;

  HabitsRoom(Doors doors) {
    this.doors = doors;
  }

  @Override
  public String name() {
    return "talks";
  }

  @Override
  public void addTo(Routes routes) {
    routes.get("/settings/habits", Role.VIEWER, page -> show(page, 200, page.form(Map.of()), ""));
    routes.post("/settings/habits", Role.COORDINATOR, this::set);
  }

  private void show(Page page, int status, Form form, String wrong) {
    String team = form.value("team").isEmpty() ? page.query("team") : form.value("team");
    page.show(
        status,
        "talks/habits.jte",
        new HabitsView(
            team,
            doors.habits().of(team).stream()
                .map(habit ->
                    new HabitsView.Row(habit, Limits.reason(doors.habits(), page.words(), habit)))
                .toList(),
            doors.boards().teams(),
            form,
            wrong));
  }

  private void set(Page page) {
    Form form = page.form();
    String name = form.value("name");
    if (doors.habits().standard().stream().noneMatch(habit -> habit.name().equals(name))) {
      throw page.notFound();
    }
    if (form.required("value", 10).isEmpty()) {
      form.problem("value", "shell.form.missing");
    }
    long value = form.number("value", 0, MOST).orElse(0L);
    String reason = form.required("reason", 500);
    String team = form.text("team", 100);
    if (!form.good()) {
      show(page, 422, form, name);
      return;
    }
    doors.habits().set(page.who(), team, name, Math.toIntExact(value), reason);
    page.notice(Notice.Kind.SUCCESS, "talks.habit.set");
    page.redirect("/settings/habits?team=" + URLEncoder.encode(team, StandardCharsets.UTF_8));
  }
}
