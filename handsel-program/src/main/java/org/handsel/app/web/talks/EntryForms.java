package org.handsel.app.web.talks;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.handsel.app.web.Form;
import org.handsel.app.web.Merge;
import org.handsel.app.web.Notice;
import org.handsel.app.web.Page;
import org.handsel.app.web.Routes;
import org.handsel.app.web.account.Role;
import org.handsel.partnership.contacts.Contact;
import org.handsel.partnership.talks.Answer;
import org.handsel.partnership.talks.ClaimNotice;
import org.handsel.partnership.talks.Direction;
import org.handsel.partnership.talks.Entry;
import org.handsel.partnership.talks.EntryDraft;
import org.handsel.partnership.talks.EntryKind;
import org.handsel.partnership.talks.Logged;
import org.handsel.partnership.talks.NextStep;
import org.handsel.partnership.talks.Partnership;
import org.handsel.platform.EditConflict;
import org.handsel.platform.Once;
import org.handsel.platform.Who;
import org.handsel.rights.conditions.Conditions;
import org.handsel.rights.conditions.LetterAnalysis;
import org.jspecify.annotations.Nullable;

/// What passed: logs contacts and answers, corrects and withdraws entries, ticks off steps.
final class EntryForms {
  private static final int TEXT = 100_000;
  private static final int STEP = 1000;

  /// Shows the partnership's page again with a form that has to be corrected.
  interface Again {
    void show(Page page, int status, Form form, String opened);
  }

  private final Doors doors;
  private final Stops stops;
  private final Again again;
  private final Once<Conditions> conditions;

  EntryForms(Doors doors, Once<Conditions> conditions, Stops stops, Again again) {
    this.doors = doors;
    this.conditions = conditions;
    this.stops = stops;
    this.again = again;
  }

  void addTo(Routes routes) {
    routes.post("/partnerships/{id}/log", Role.MEMBER, this::log);
    routes.post("/partnerships/{id}/answer", Role.MEMBER, this::answer);
    routes.get("/partnerships/{id}/entries/{entry}", Role.MEMBER, this::edit);
    routes.post("/partnerships/{id}/entries/{entry}", Role.MEMBER, this::change);
    routes.post("/partnerships/{id}/entries/{entry}/withdraw", Role.MEMBER, this::withdraw);
    routes.post("/partnerships/{id}/entries/{entry}/done", Role.MEMBER, this::done);
  }

  private LocalDate day(Page page, Form form) {
    LocalDate today = doors.today(page);
    LocalDate day = form.date("day").orElse(today);
    if (day.isAfter(today)) {
      form.problem("day", "talks.day.future");
    }
    return day;
  }

  private @Nullable NextStep step(Page page, Form form) {
    String text = form.text("step", STEP);
    @Nullable LocalDate due = form.date("due").orElse(null);
    if (text.isEmpty()) {
      if (due != null) {
        form.problem("step", "talks.step.missing");
      }
      return null;
    }
    return NextStep.open(text, due, doors.person(page, form.value("by")));
  }

  private EntryDraft draft(Page page, Form form, String partnership) {
    String kind = form.value("kind");
    String direction = form.value("direction");
    if (!EntryChoices.KINDS.contains(kind)) {
      form.problem("kind", "shell.form.choice");
      kind = "note";
    }
    if (!EntryChoices.DIRECTIONS.contains(direction)) {
      form.problem("direction", "shell.form.choice");
      direction = "out";
    }
    EntryDraft draft =
        EntryDraft.of(
                partnership,
                day(page, form),
                EntryKind.of(kind),
                Direction.of(direction),
                form.required("text", TEXT))
            .withPeople(form.all("person"));
    NextStep step = step(page, form);
    return step == null ? draft : draft.with(step);
  }

  private void log(Page page) {
    Partnership partnership = doors.partnership(page);
    Form form = page.form();
    EntryDraft draft = draft(page, form, partnership.id());
    boolean asks = form.ticked("asks");
    if (asks && (draft.direction() != Direction.OUT || draft.kind() == EntryKind.NOTE)) {
      form.problem("asks", "talks.asks.in");
    }
    if (!form.good()) {
      again.show(page, 422, form, "log");
      return;
    }
    String reason = form.text("reason", 1000);
    Logged logged =
        asks
            ? doors.timeline().ask(page.who(), draft, null, reason)
            : doors.timeline().log(page.who(), draft, reason);
    switch (logged) {
      case ClaimNotice notice -> stops.claimed(page, partnership, notice);
      case Logged.Entered entered -> {
        tick(page, form);
        entered(page, partnership, "talks.logged");
      }
    }
  }

  private void answer(Page page) {
    Partnership partnership = doors.partnership(page);
    Form form = page.form();
    String code = form.value("answer");
    if (!EntryChoices.ANSWERS.contains(code)) {
      form.problem("answer", "shell.form.choice");
      code = "none";
    }
    Answer answer = Answer.of(code);
    String text = answer == Answer.NONE ? form.text("text", TEXT) : form.required("text", TEXT);
    EntryDraft draft =
        EntryDraft.answer(partnership.id(), day(page, form), answer, text)
            .withPeople(form.all("person"));
    NextStep step = step(page, form);
    if (step != null) {
      draft = draft.with(step);
    }
    if (!form.good()) {
      again.show(page, 422, form, "answer");
      return;
    }
    switch (doors.timeline().log(page.who(), draft, form.text("reason", 1000))) {
      case ClaimNotice notice -> stops.claimed(page, partnership, notice);
      case Logged.Entered entered -> {
        if (answer == Answer.NO_BUT) {
          link(page.who(), entered.entry());
        }
        tick(page, form);
        entered(page, partnership, "talks.answered." + answer.code());
      }
    }
  }

  /// Keeps the conditions of a letter with its entry.
  private void link(Who who, Entry entry) {
    LetterAnalysis analysis = conditions.get().analyse(entry.text());
    doors
        .timeline()
        .link(
            who,
            entry.id(),
            analysis.conditions().stream()
                .map(one ->
                    new Entry.LinkedCondition(
                        one.id(),
                        one.quote(),
                        one.verdict().name().toLowerCase(java.util.Locale.ROOT)))
                .toList());
  }

  private void tick(Page page, Form form) {
    for (String done : form.all("done")) {
      doors.timeline().stepDone(page.who(), done);
    }
  }

  private void entered(Page page, Partnership partnership, String key) {
    String revisit =
        doors
            .revisits()
            .of(partnership.id())
            .map(one -> page.text("talks.comeback", page.words().date(one.on())))
            .orElse("");
    page.notice(Notice.Kind.SUCCESS, key, revisit);
    page.redirect("/partnerships/" + partnership.id());
  }

  private Entry entry(Page page) {
    return doors
        .timeline()
        .find(page.part("entry"))
        .filter(one -> one.partnership().equals(page.part("id")))
        .orElseThrow(page::notFound);
  }

  private static Map<String, String> values(Entry entry) {
    Map<String, String> values = new HashMap<>();
    NextStep step = entry.step();
    values.put("day", entry.day().toString());
    values.put("kind", entry.kind().code());
    values.put("direction", entry.direction().code());
    values.put("text", entry.text());
    values.put("step", step == null ? "" : step.text());
    values.put("due", step == null ? "" : Objects.toString(step.due(), ""));
    values.put("by", step == null ? "" : step.owner().id());
    values.put("version", String.valueOf(entry.version()));
    return values;
  }

  private void edit(Page page) {
    Entry entry = entry(page);
    Merge merge = Merge.fresh(values(entry));
    show(page, 200, entry, page.form(merge.values()), merge, "");
  }

  private void show(Page page, int status, Entry entry, Form form, Merge merge, String by) {
    Partnership partnership = doors.partnership(page);
    List<Contact> contacts =
        doors.contacts().at(partnership.institution()).stream()
            .filter(one -> !one.erased())
            .toList();
    page.show(
        status,
        "talks/entry.jte",
        new EntryView(
            entry,
            doors.institution(page, partnership.institution()).name(),
            contacts,
            doors.people(page),
            form,
            merge,
            by));
  }

  private void change(Page page) {
    Entry entry = entry(page);
    Form form = page.form();
    EntryDraft typed;
    if (entry.answer() != null) {
      NextStep step = step(page, form);
      typed =
          EntryDraft.answer(
              entry.partnership(),
              day(page, form),
              entry.answer(),
              entry.answer() == Answer.NONE
                  ? form.text("text", TEXT)
                  : form.required("text", TEXT));
      typed = step == null ? typed : typed.with(step);
    } else {
      typed = draft(page, form, entry.partnership());
    }
    if (!form.good()) {
      show(page, 422, entry, form, Merge.again(form, List.copyOf(values(entry).keySet())), "");
      return;
    }
    EntryDraft draft = typed.withPeople(form.all("person")).withFiles(entry.files());
    NextStep before = entry.step();
    NextStep after = draft.step();
    if (before != null && before.doneOn() != null && after != null) {
      draft = draft.with(new NextStep(after.text(), after.due(), after.owner(), before.doneOn()));
    }
    try {
      doors
          .timeline()
          .edit(
              page.who(), entry.id(), form.number("version", 0, Long.MAX_VALUE).orElse(0L), draft);
    } catch (EditConflict conflict) {
      Merge merge = Merge.of(form, values(entry(page)));
      String by =
          conflict
              .other()
              .map(change -> page.text("shell.merge.title", change.who().name()))
              .orElse(page.text("shell.merge.unknown"));
      show(page, 409, entry, page.form(merge.values()), merge, by);
      return;
    }
    page.notice(Notice.Kind.SUCCESS, "talks.entry.changed");
    page.redirect("/partnerships/" + entry.partnership());
  }

  private void withdraw(Page page) {
    Entry entry = entry(page);
    doors
        .timeline()
        .withdraw(
            page.who(), entry.id(), page.form().number("version", 0, Long.MAX_VALUE).orElse(0L));
    page.notice(Notice.Kind.SUCCESS, "talks.entry.withdrawn");
    page.redirect("/partnerships/" + entry.partnership());
  }

  private void done(Page page) {
    Entry entry = entry(page);
    doors.timeline().stepDone(page.who(), entry.id());
    page.notice(Notice.Kind.SUCCESS, "talks.step.done");
    String back = page.form().value("back");
    page.redirect(back.isEmpty() ? "/partnerships/" + entry.partnership() : back);
  }
}
