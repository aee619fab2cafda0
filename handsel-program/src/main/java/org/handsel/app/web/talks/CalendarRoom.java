package org.handsel.app.web.talks;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.handsel.app.web.Form;
import org.handsel.app.web.Merge;
import org.handsel.app.web.Notice;
import org.handsel.app.web.Page;
import org.handsel.app.web.Room;
import org.handsel.app.web.Routes;
import org.handsel.app.web.account.Account;
import org.handsel.app.web.account.Role;
import org.handsel.partnership.register.Institution;
import org.handsel.partnership.register.InstitutionQuery;
import org.handsel.partnership.talks.Agendas;
import org.handsel.partnership.talks.Occasion;
import org.handsel.platform.EditConflict;
import org.handsel.platform.Who;
import org.jspecify.annotations.Nullable;

/// Days of the group: events with who goes, days to come back, steps, ends of claims; and each
/// person's feed for the calendar that the person uses anyway.
final class CalendarRoom implements Room {
  private static final int EVENTS = 50;

  private final Doors doors;
  private final FeedAddresses addresses;

  CalendarRoom(Doors doors, FeedAddresses addresses) {
    this.doors = doors;
    this.addresses = addresses;
  }

  @Override
  public String name() {
    return "talks";
  }

  @Override
  public List<Entry> navigation() {
    return List.of(new Entry(40, "/calendar", "talks.calendar"));
  }

  @Override
  public void addTo(Routes routes) {
    routes.get("/calendar", Role.VIEWER, page -> show(page, 200, page.form(Map.of()), ""));
    routes.post("/calendar/events", Role.MEMBER, this::add);
    routes.get("/calendar/events/{id}", Role.VIEWER, this::one);
    routes.post("/calendar/events/{id}", Role.MEMBER, this::change);
    routes.post("/calendar/events/{id}/go", Role.MEMBER, this::go);
    routes.post("/calendar/address", Role.VIEWER, this::address);
    routes.open("/calendar/feed/{secret}/handsel.ics", this::feed);
  }

  private void show(Page page, int status, Form form, String fresh) {
    LocalDate today = doors.today(page);
    YearMonth month = month(page, today);
    boolean mine = !page.query("who").equals("all");
    LocalDate first = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    LocalDate last = month.atEndOfMonth().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    List<Agendas.Item> items = doors.agendas().between(first, last, mine ? page.who() : null);
    List<CalendarView.Day> days = new ArrayList<>();
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      LocalDate date = day;
      days.add(
          new CalendarView.Day(
              date,
              YearMonth.from(date).equals(month),
              items.stream()
                  .filter(item -> !item.day().isAfter(date) && !item.until().isBefore(date))
                  .toList()));
    }
    page.show(
        status,
        "talks/calendar.jte",
        new CalendarView(
            month,
            days,
            mine,
            doors.occasions().from(today, EVENTS),
            doors.people(page),
            fresh,
            addresses.has(page.who()),
            today,
            form));
  }

  private static YearMonth month(Page page, LocalDate today) {
    try {
      YearMonth asked = YearMonth.parse(page.query("month"));
      return Math.abs(asked.getYear() - today.getYear()) > 100 ? YearMonth.from(today) : asked;
    } catch (DateTimeParseException e) {
      return YearMonth.from(today);
    }
  }

  private Occasion read(Page page, Form form, @Nullable Occasion before) {
    String title = form.required("title", 300);
    String kind = form.value("kind");
    if (!EntryChoices.EVENTS.contains(kind)) {
      form.problem("kind", "shell.form.choice");
      kind = "other";
    }
    String place = form.text("place", 300);
    Optional<LocalDate> begins = form.date("begins");
    if (begins.isEmpty()) {
      form.problem("begins", "shell.form.missing");
    }
    LocalDate from = begins.orElse(doors.today(page));
    LocalDate ends = form.date("ends").orElse(from);
    if (ends.isBefore(from)) {
      form.problem("ends", "talks.event.ends.before");
    }
    String website = form.text("website", 1000);
    if (!website.isEmpty() && !website.matches("https?://.+")) {
      form.problem("website", "talks.event.website.form");
    }
    return new Occasion(
        before == null ? "" : before.id(),
        title,
        kind,
        place,
        from,
        ends,
        website.isEmpty() ? null : website,
        goers(page, form, before),
        met(form),
        form.text("result", 10_000),
        form.number("version", 0, Long.MAX_VALUE).orElse(0L));
  }

  /// Those who are ticked; whoever is not to be chosen any more stays as before.
  private List<Who> goers(Page page, Form form, @Nullable Occasion before) {
    List<Who> people = doors.people(page);
    List<Who> goers =
        new ArrayList<>(
            people.stream().filter(one -> form.all("goer").contains(one.id())).toList());
    if (before != null) {
      before.goers().stream()
          .filter(one -> people.stream().noneMatch(known -> known.id().equals(one.id())))
          .forEach(goers::add);
    }
    return goers;
  }

  /// One institution a line: id, identifier, or a name that only one has.
  private List<String> met(Form form) {
    List<String> ids = new ArrayList<>();
    for (String line : form.text("met", 10_000).split("\\R", -1)) {
      String named = line.strip();
      if (named.isEmpty()) {
        continue;
      }
      List<Institution> found =
          doors
              .institutions()
              .find(named)
              .map(List::of)
              .orElseGet(() -> doors.institutions().search(named, InstitutionQuery.text(""), 3));
      List<Institution> same =
          found.stream().filter(one -> one.name().equalsIgnoreCase(named)).toList();
      List<Institution> meant = same.isEmpty() ? found : same;
      if (meant.size() == 1) {
        ids.add(meant.getFirst().id());
      } else {
        form.problem("met", "talks.event.met.unknown", named);
      }
    }
    return ids;
  }

  private void add(Page page) {
    Form form = page.form();
    Occasion draft = read(page, form, null);
    if (!form.good()) {
      show(page, 422, form, "");
      return;
    }
    Occasion added = doors.occasions().add(page.who(), draft);
    page.notice(Notice.Kind.SUCCESS, "talks.event.added");
    page.redirect("/calendar/events/" + added.id());
  }

  private Occasion occasion(Page page) {
    return doors.occasions().find(page.part("id")).orElseThrow(page::notFound);
  }

  private Map<String, String> values(Occasion one) {
    Map<String, String> values = new HashMap<>();
    values.put("title", one.title());
    values.put("kind", one.kind());
    values.put("place", one.place());
    values.put("begins", one.begins().toString());
    values.put("ends", one.ends().toString());
    values.put("website", Objects.toString(one.website(), ""));
    values.put("met", String.join("\n", met(one).stream().map(Institution::name).toList()));
    values.put("result", one.result());
    values.put("version", String.valueOf(one.version()));
    return values;
  }

  private List<Institution> met(Occasion one) {
    return one.institutions().stream()
        .map(id -> doors.institutions().find(id))
        .flatMap(Optional::stream)
        .toList();
  }

  private void one(Page page) {
    Occasion occasion = occasion(page);
    Merge merge = Merge.fresh(values(occasion));
    show(page, 200, occasion, page.form(merge.values()), merge, "");
  }

  private void show(Page page, int status, Occasion one, Form form, Merge merge, String by) {
    page.show(
        status,
        "talks/event.jte",
        new OccasionView(
            one,
            met(one),
            doors.people(page),
            one.goers().stream().anyMatch(who -> who.id().equals(page.who().id())),
            form,
            merge,
            by));
  }

  private void change(Page page) {
    Occasion before = occasion(page);
    Form form = page.form();
    Occasion edited = read(page, form, before);
    if (!form.good()) {
      show(page, 422, before, form, Merge.again(form, List.copyOf(values(before).keySet())), "");
      return;
    }
    try {
      doors.occasions().change(page.who(), edited);
    } catch (EditConflict conflict) {
      Occasion now = occasion(page);
      Merge merge = Merge.of(form, values(now));
      String by =
          conflict
              .other()
              .map(change -> page.text("shell.merge.title", change.who().name()))
              .orElse(page.text("shell.merge.unknown"));
      show(page, 409, now, page.form(merge.values()), merge, by);
      return;
    }
    page.notice(Notice.Kind.SUCCESS, "talks.event.changed");
    page.redirect("/calendar/events/" + before.id());
  }

  private void go(Page page) {
    Occasion one = occasion(page);
    List<Who> goers = new ArrayList<>(one.goers());
    boolean went = goers.removeIf(who -> who.id().equals(page.who().id()));
    if (!went) {
      goers.add(page.who());
    }
    doors.occasions().change(page.who(), one.with(goers, one.institutions()));
    page.notice(Notice.Kind.SUCCESS, went ? "talks.event.notgoing" : "talks.event.going");
    String back = page.form().value("back");
    page.redirect(back.isEmpty() ? "/calendar/events/" + one.id() : back);
  }

  private void address(Page page) {
    if (page.form().ticked("end")) {
      addresses.end(page.who());
      page.notice(Notice.Kind.SUCCESS, "talks.feed.ended");
      page.redirect("/calendar");
      return;
    }
    String secret = addresses.renew(page.who());
    show(page, 200, page.form(Map.of()), "/calendar/feed/" + secret + "/handsel.ics");
  }

  private void feed(Page page) {
    String id =
        Optional.of(page.part("secret"))
            .filter(secret -> secret.matches("[A-Za-z0-9_-]{20,60}"))
            .flatMap(addresses::owner)
            .orElseThrow(page::notFound);
    Who who;
    if (doors.accounts().any()) {
      Account account =
          doors.accounts().find(id).filter(one -> !one.disabled()).orElseThrow(page::notFound);
      who = account.who();
    } else {
      who = new Who(id, id);
    }
    page.send(
        "text/calendar; charset=utf-8", "", doors.feed().of(who).getBytes(StandardCharsets.UTF_8));
  }
}
