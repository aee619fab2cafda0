package org.handsel.app.web.guide;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.handsel.app.web.Form;
import org.handsel.app.web.Notice;
import org.handsel.app.web.Page;
import org.handsel.app.web.Room;
import org.handsel.app.web.Routes;
import org.handsel.app.web.account.Role;
import org.handsel.app.web.text.Words;
import org.handsel.partnership.talks.StageTimes;
import org.handsel.platform.Database;
import org.handsel.platform.History;
import org.handsel.platform.Ids;

/// The guides of the stages and their pages. Safe for use by many threads.
public final class Guides implements Room {
  private static final int LAST = 5;
  private static final int NOTES = 50;
  private static final Duration FRESH = Duration.ofMinutes(10);

  private final Database database;
  private final StageTimes times;
  private final Clock clock;
  private final Ids ids;
  private volatile Known known = new Known(List.of(), Instant.EPOCH);

  /// What the log said at a time; it is long, and guides stand on many pages.
  private record Known(List<StageTimes.Spent> spent, Instant at) {}

  public Guides(Database database, History history, Clock clock) {
    this.database = database;
    this.times = new StageTimes(database, history, clock);
    this.clock = clock;
    this.ids = new Ids(clock);
  }

  @Override
  public List<Entry> navigation() {
    return List.of(new Entry(92, "/guides", "guide.navigation"));
  }

  @Override
  public String name() {
    return "guide";
  }

  @Override
  public void addTo(Routes routes) {
    routes.get("/guides", Role.VIEWER, this::list);
    routes.get("/guides/{stage}", Role.VIEWER, this::one);
    routes.post("/guides/{stage}/feedback", Role.VIEWER, this::feedback);
  }

  /// The guide to a stage, from 0 to 5.
  public Guide of(Words words, int stage) {
    return of(words, spent().get(stage));
  }

  private List<StageTimes.Spent> spent() {
    Known last = known;
    if (last.spent().isEmpty() || last.at().plus(FRESH).isBefore(clock.instant())) {
      last = new Known(times.all(), clock.instant());
      known = last;
    }
    return last.spent();
  }

  private static Guide of(Words words, StageTimes.Spent spent) {
    String key = "guide." + spent.stage() + ".";
    return new Guide(
        spent.stage(),
        words.of(key + "title"),
        lines(words, key + "now."),
        lines(words, key + "ask."),
        lines(words, key + "wrong."),
        lines(words, key + "time."),
        spent.cases(),
        spent.days());
  }

  private static List<String> lines(Words words, String key) {
    List<String> lines = new ArrayList<>();
    while (words.has(key + (lines.size() + 1))) {
      lines.add(words.of(key + (lines.size() + 1)));
    }
    return lines;
  }

  private void list(Page page) {
    List<StageTimes.Spent> spent = spent();
    page.show(
        "guide/list.jte",
        new GuideList(
            IntStream.rangeClosed(0, LAST)
                .mapToObj(stage -> of(page.words(), spent.get(stage)))
                .toList()));
  }

  private static int stage(Page page) {
    String given = page.part("stage");
    if (!given.matches("[0-5]")) {
      throw page.notFound();
    }
    return Integer.parseInt(given);
  }

  private void one(Page page) {
    int stage = stage(page);
    List<GuideView.Note> said =
        database.read(handle ->
            handle
                .createQuery(
                    "select * from guide_feedback where stage = :stage order by id desc limit 1000")
                .bind("stage", stage)
                .map((row, context) ->
                    new GuideView.Note(
                        row.getBoolean("helpful"),
                        row.getString("note"),
                        row.getString("who_name"),
                        Instant.ofEpochMilli(row.getLong("at"))))
                .list());
    int helped = (int) said.stream().filter(GuideView.Note::helpful).count();
    page.show(
        "guide/one.jte",
        new GuideView(
            of(page.words(), stage),
            helped,
            said.size() - helped,
            said.stream().filter(note -> !note.text().isEmpty()).limit(NOTES).toList()));
  }

  private void feedback(Page page) {
    int stage = stage(page);
    Form form = page.form();
    String note = form.text("note", 2000);
    boolean helpful = form.value("helpful").equals("yes");
    database.write(handle ->
        handle.execute(
            "insert into guide_feedback (id, stage, helpful, note, who, who_name, at) values (?, ?,"
                + " ?, ?, ?, ?, ?)",
            ids.next(),
            stage,
            helpful,
            note,
            page.who().id(),
            page.who().name(),
            clock.millis()));
    page.notice(Notice.Kind.SUCCESS, "guide.thanks");
    page.redirect(form.value("back"));
  }
}
