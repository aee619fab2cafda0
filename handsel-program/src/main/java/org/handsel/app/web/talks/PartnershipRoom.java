package org.handsel.app.web.talks;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.handsel.app.web.Form;
import org.handsel.app.web.Notice;
import org.handsel.app.web.Page;
import org.handsel.app.web.Room;
import org.handsel.app.web.Routes;
import org.handsel.app.web.account.Role;
import org.handsel.partnership.contacts.Contact;
import org.handsel.partnership.register.Institution;
import org.handsel.partnership.talks.Card;
import org.handsel.partnership.talks.CardFilter;
import org.handsel.partnership.talks.ClaimNotice;
import org.handsel.partnership.talks.Claimed;
import org.handsel.partnership.talks.Moved;
import org.handsel.partnership.talks.Partnership;
import org.handsel.partnership.talks.Referral;
import org.handsel.partnership.talks.RevisitPlan;
import org.handsel.platform.HandselException;
import org.handsel.platform.Once;
import org.handsel.rights.conditions.Conditions;
import org.jspecify.annotations.Nullable;

/// One partnership: who speaks with the institution, what passed, what is next, when to come back.
final class PartnershipRoom implements Room {
  private static final int ENTRIES = 20;

  private final Doors doors;
  private final Stops stops;
  private final EntryForms entries;
  private final RevisitForms revisits;

  PartnershipRoom(Doors doors, Once<Conditions> conditions) {
    this.doors = doors;
    this.stops = new Stops(doors);
    this.entries = new EntryForms(doors, conditions, stops, this::show);
    this.revisits = new RevisitForms(doors);
  }

  @Override
  public String name() {
    return "talks";
  }

  @Override
  public void addTo(Routes routes) {
    routes.get("/partnerships/{id}", Role.VIEWER, page -> show(page, 200, page.form(Map.of()), ""));
    routes.post("/partnerships/{id}/claim", Role.MEMBER, this::claim);
    routes.post("/partnerships/{id}/release", Role.MEMBER, this::release);
    routes.post("/partnerships/{id}/state", Role.MEMBER, this::state);
    routes.post("/partnerships/{id}/open", Role.MEMBER, this::open);
    routes.post("/partnerships/{id}/rename", Role.MEMBER, this::rename);
    routes.post("/partnerships/{id}/revisit", Role.MEMBER, this::revisit);
    routes.post("/partnerships/{id}/snooze", Role.MEMBER, this::snooze);
    routes.post("/partnerships/{id}/forget", Role.MEMBER, this::forget);
    routes.post("/partnerships/{id}/referral", Role.MEMBER, this::referral);
    entries.addTo(routes);
  }

  private void show(Page page, int status, Form form, String opened) {
    Partnership partnership = doors.partnership(page);
    Institution institution = doors.institution(page, partnership.institution());
    org.handsel.partnership.talks.Entry.Page stretch =
        doors.timeline().page(partnership.id(), after(page), ENTRIES);
    org.handsel.partnership.talks.Entry.Cursor next = stretch.next();
    List<Contact> contacts = doors.contacts().at(institution.id());
    Map<String, String> names = new HashMap<>();
    // Whoever only looks on does not need to know people.
    boolean may = page.may(Role.MEMBER);
    contacts.forEach(one -> names.put(one.id(), may && !one.erased() ? one.name() : one.label()));
    page.show(
        status,
        "talks/partnership.jte",
        new PartnershipView(
            card(partnership),
            institution,
            stretch.entries(),
            next == null
                ? ""
                : "/partnerships/%s?day=%s&entry=%s"
                    .formatted(partnership.id(), next.day(), next.id()),
            doors.timeline().openSteps(partnership.id()),
            contacts.stream().filter(one -> may && !one.erased()).toList(),
            names,
            doors
                .revisits()
                .of(partnership.id())
                .map(one -> RevisitWords.of(page.words(), one, doors.revisits().rules()))
                .orElse(null),
            doors.revisits().rules(),
            told(institution.id()),
            doors.people(page),
            doors.institutions().questions().size()
                - doors.institutions().profile(institution.id()).size(),
            doors.guides().of(page.words(), partnership.stage()),
            doors.today(page),
            form,
            opened));
  }

  private Card card(Partnership partnership) {
    CardFilter filter =
        new CardFilter(null, null, partnership.state(), null, null, partnership.institution());
    return doors.boards().cards(filter, Integer.MAX_VALUE, 0).stream()
        .filter(card -> card.partnership().id().equals(partnership.id()))
        .findFirst()
        .orElseThrow();
  }

  private static org.handsel.partnership.talks.Entry.@Nullable Cursor after(Page page) {
    try {
      return new org.handsel.partnership.talks.Entry.Cursor(
          LocalDate.parse(page.query("day")), page.query("entry"));
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private List<PartnershipView.Told> told(String institution) {
    List<PartnershipView.Told> told = new ArrayList<>();
    for (Referral one : doors.referrals().toldTo(institution)) {
      told.add(told(false, one.toldBy(), one));
    }
    for (Referral one : doors.referrals().toldBy(institution)) {
      told.add(told(true, one.institution(), one));
    }
    return told;
  }

  private PartnershipView.Told told(boolean from, String other, Referral referral) {
    String name = doors.institutions().find(other).map(Institution::name).orElse(other);
    return new PartnershipView.Told(from, other, name, referral.day(), referral.note());
  }

  private static void back(Page page, Partnership partnership) {
    String back = page.form().value("back");
    page.redirect(back.isEmpty() ? "/partnerships/" + partnership.id() : back);
  }

  private void claim(Page page) {
    Partnership partnership = doors.partnership(page);
    String reason = page.form().text("reason", 1000);
    switch (doors.claims().take(page.who(), partnership.institution(), reason)) {
      case Claimed.Taken taken -> {
        page.notice(
            Notice.Kind.SUCCESS, "talks.claim.taken", page.words().date(taken.claim().expiresOn()));
        back(page, partnership);
      }
      case ClaimNotice notice -> stops.claimed(page, partnership, notice);
    }
  }

  private void release(Page page) {
    Partnership partnership = doors.partnership(page);
    String reason = page.form().text("reason", 1000);
    var notice = doors.claims().attempt(page.who(), partnership.institution());
    if (notice.isPresent() && reason.isEmpty()) {
      stops.claimed(page, partnership, notice.get());
      return;
    }
    doors.claims().release(page.who(), partnership.institution(), reason);
    page.notice(Notice.Kind.SUCCESS, "talks.claim.released");
    back(page, partnership);
  }

  private static long version(Form form) {
    return form.number("version", 0, Long.MAX_VALUE).orElse(0L);
  }

  /// Leaves the board for a time, or for good after stewardship.
  private void state(Page page) {
    Partnership partnership = doors.partnership(page);
    Form form = page.form();
    String state = form.value("state");
    if (state.equals("done")) {
      String reason = form.required("reason", 1000);
      if (partnership.stage() != 5) {
        form.problem("state", "talks.state.done.early");
      }
      if (!form.good()) {
        show(page, 422, form, "state");
        return;
      }
      doors.stages().finish(page.who(), partnership.id(), version(form), reason);
    } else {
      RevisitPlan plan = revisits.plan(form, doors.today(page));
      if (!form.good()) {
        show(page, 422, form, "state");
        return;
      }
      if (state.equals("paused")) {
        doors.stages().pause(page.who(), partnership.id(), version(form), plan);
      } else {
        doors.stages().notYet(page.who(), partnership.id(), version(form), plan);
      }
    }
    page.notice(Notice.Kind.SUCCESS, "talks.state.changed");
    back(page, partnership);
  }

  private void open(Page page) {
    Partnership partnership = doors.partnership(page);
    Form form = page.form();
    String reason = form.text("reason", 1000);
    switch (doors.stages().reopen(page.who(), partnership.id(), version(form), reason)) {
      case Moved.There there -> {
        page.notice(Notice.Kind.SUCCESS, "talks.state.opened");
        back(page, partnership);
      }
      case Moved.Full full -> stops.full(page, partnership, full.column());
    }
  }

  private void rename(Page page) {
    Partnership partnership = doors.partnership(page);
    Form form = page.form();
    String title = form.text("title", 200);
    String team = form.text("team", 100);
    if (!form.good()) {
      show(page, 422, form, "rename");
      return;
    }
    doors.partnerships().rename(page.who(), partnership.id(), version(form), title, team);
    page.notice(Notice.Kind.SUCCESS, "talks.renamed");
    back(page, partnership);
  }

  private void revisit(Page page) {
    Partnership partnership = doors.partnership(page);
    Form form = page.form();
    RevisitPlan plan = revisits.plan(form, doors.today(page));
    if (!form.good()) {
      show(page, 422, form, "revisit");
      return;
    }
    var revisit = doors.revisits().plan(page.who(), partnership.id(), plan);
    page.notice(Notice.Kind.SUCCESS, "talks.revisit.planned", page.words().date(revisit.on()));
    back(page, partnership);
  }

  private void snooze(Page page) {
    Partnership partnership = doors.partnership(page);
    Form form = page.form();
    LocalDate today = doors.today(page);
    LocalDate until =
        form.date("until").orElseGet(() -> today.plusDays(form.number("days", 1, 400).orElse(0L)));
    if (!until.isAfter(today)) {
      form.problem("until", "talks.snooze.past");
    }
    if (!form.good()) {
      show(page, 422, form, "snooze");
      return;
    }
    doors.revisits().snooze(page.who(), partnership.id(), until);
    page.notice(Notice.Kind.SUCCESS, "talks.snoozed", page.words().date(until));
    back(page, partnership);
  }

  private void forget(Page page) {
    Partnership partnership = doors.partnership(page);
    if (!partnership.state().equals("open")) {
      page.notice(Notice.Kind.WARNING, "talks.revisit.kept");
    } else {
      doors.revisits().forget(page.who(), partnership.id());
      page.notice(Notice.Kind.SUCCESS, "talks.revisit.forgotten");
    }
    back(page, partnership);
  }

  private void referral(Page page) {
    Partnership partnership = doors.partnership(page);
    Form form = page.form();
    String named = form.required("other", 400);
    String note = form.text("note", 1000);
    boolean from = form.value("way").equals("from");
    @Nullable Institution other = form.good() ? other(named) : null;
    if (form.good() && (other == null || other.id().equals(partnership.institution()))) {
      form.problem("other", "talks.referral.unknown");
    }
    if (other == null || !form.good()) {
      show(page, 422, form, "referral");
      return;
    }
    String here = partnership.institution();
    doors
        .referrals()
        .note(
            page.who(),
            from ? other.id() : here,
            from ? here : other.id(),
            doors.today(page),
            note);
    page.notice(Notice.Kind.SUCCESS, "talks.referral.noted");
    back(page, partnership);
  }

  /// The institution that a person means: by id, identifier, or a name that fits one only.
  private @Nullable Institution other(String named) {
    try {
      var byId = doors.institutions().find(named);
      if (byId.isPresent()) {
        return byId.get();
      }
      List<Institution> found =
          doors
              .institutions()
              .search(named, org.handsel.partnership.register.InstitutionQuery.text(""), 3);
      List<Institution> same =
          found.stream().filter(one -> one.name().equalsIgnoreCase(named)).toList();
      List<Institution> meant = same.isEmpty() ? found : same;
      return meant.size() == 1 ? meant.getFirst() : null;
    } catch (HandselException e) {
      return null;
    }
  }
}
