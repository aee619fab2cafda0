package org.handsel.app.web.agreements;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.handsel.app.web.Form;
import org.handsel.app.web.Notice;
import org.handsel.app.web.Page;
import org.handsel.app.web.Room;
import org.handsel.app.web.Routes;
import org.handsel.app.web.account.Role;
import org.handsel.partnership.agreement.Agreement;
import org.handsel.partnership.agreement.GateItem;
import org.handsel.partnership.agreement.Gatekeeper;
import org.handsel.partnership.agreement.Rung;
import org.handsel.partnership.agreement.ScaleAdvice;
import org.handsel.partnership.agreement.ScaleFacts;
import org.handsel.partnership.agreement.Situation;
import org.handsel.platform.History;
import org.jspecify.annotations.Nullable;

/// The ladder, the checklist, mass or small, and the dates of one partnership.
final class AgreementRoom implements Room {
  private static final int TEXT = 4_000;
  private static final int LINE = 500;
  private static final int CHANGES = 8;

  private final Doors doors;

  AgreementRoom(Doors doors) {
    this.doors = doors;
  }

  @Override
  public String name() {
    return "agreements";
  }

  @Override
  public void addTo(Routes routes) {
    String path = "/partnerships/{id}/agreement";
    routes.get(path, Role.VIEWER, page -> show(page, 200, Doors.fresh(page), null));
    routes.post(path + "/rung", Role.MEMBER, this::rung);
    routes.post(path + "/items/{item}", Role.MEMBER, this::item);
    routes.post(path + "/scale", Role.MEMBER, this::scale);
    routes.post(path + "/dates", Role.MEMBER, this::dates);
    routes.post(path + "/signature", Role.MEMBER, this::sign);
    routes.post(path + "/undo", Role.MEMBER, this::undo);
  }

  private void show(Page page, int status, Form form, @Nullable ScaleAdvice advice) {
    Head head = doors.head(page);
    page.show(
        status,
        "agreements/agreement.jte",
        new AgreementView(
            head,
            doors.gatekeeper().of(head.partnership().id()),
            doors.agreements().rungs(),
            doors.agreements().situations(),
            doors.agreements().scaleAnswers(),
            advice,
            changes(head.partnership().id()),
            form));
  }

  private List<History.Change> changes(String partnership) {
    List<History.Change> changes =
        new ArrayList<>(doors.history().of("agreement", partnership, CHANGES));
    for (GateItem item : doors.gatekeeper().items()) {
      changes.addAll(
          doors.history().of("gate", Gatekeeper.subject(partnership, item.id()), CHANGES));
    }
    return changes.stream()
        .sorted(Comparator.comparing(History.Change::id).reversed())
        .limit(CHANGES)
        .toList();
  }

  private void rung(Page page) {
    Head head = doors.head(page);
    Form form = page.form();
    List<String> situations = form.all("situation");
    String chosen = form.text("rung", LINE);
    String reason = form.text("reason", TEXT);
    String evidence = form.text("evidence", TEXT);
    long version = version(form);
    boolean done =
        Doors.did(
            form,
            () -> {
              Situation decisive =
                  situations.isEmpty() ? null : doors.agreements().decisive(situations);
              Rung rung = chosen.isEmpty() && decisive != null ? decisive.rung() : Rung.of(chosen);
              String why =
                  reason.isEmpty() && decisive != null && decisive.rung() == rung
                      ? decisive.reason().in(page.words().language().code())
                      : reason;
              return doors
                  .agreements()
                  .choose(page.who(), head.partnership().id(), version, rung, why, evidence);
            });
    end(page, form, done, "agreements.rung.chosen", "#ladder");
  }

  private void item(Page page) {
    Head head = doors.head(page);
    Form form = page.form();
    GateItem item =
        doors.gatekeeper().items().stream()
            .filter(one -> one.id().equals(page.part("item")))
            .findFirst()
            .orElseThrow(page::notFound);
    String partnership = head.partnership().id();
    String statement = form.text("statement", TEXT);
    boolean done =
        switch (form.value("act")) {
          case "meet" -> {
            String by = form.text("by", LINE);
            LocalDate day = form.date("day").orElse(doors.today(page));
            yield Doors.did(
                form,
                () ->
                    doors
                        .gatekeeper()
                        .meet(page.who(), partnership, item.id(), statement, by, day));
          }
          case "waive" -> {
            // The role stands in the table of items, so the shell cannot have checked it.
            if (!page.may(Role.valueOf(item.role().toUpperCase(Locale.ROOT)))) {
              form.problem(
                  "form", "agreements.item.role", page.text("settings.role." + item.role()));
            }
            yield Doors.did(
                form,
                () -> doors.gatekeeper().waive(page.who(), partnership, item.id(), statement));
          }
          case "reopen" ->
              Doors.did(form, () -> doors.gatekeeper().reopen(page.who(), partnership, item.id()));
          default -> throw page.notFound();
        };
    end(page, form, done, "agreements.item.noted", "#item-" + item.id());
  }

  private void scale(Page page) {
    Head head = doors.head(page);
    Form form = page.form();
    ScaleFacts facts =
        new ScaleFacts(
            form.required("trust", LINE),
            form.required("rights", LINE),
            form.required("data", LINE),
            form.required("volunteers", LINE));
    Optional<LocalDate> again = form.date("again");
    if (form.value("act").equals("advise")) {
      ScaleAdvice advice = form.good() ? doors.agreements().advise(facts) : null;
      show(page, advice == null ? 422 : 200, form, advice);
      return;
    }
    boolean done =
        Doors.did(
            form,
            () ->
                doors
                    .agreements()
                    .scale(
                        page.who(),
                        head.partnership().id(),
                        version(form),
                        form.value("scale"),
                        facts,
                        form.text("why", TEXT),
                        again.orElse(null)));
    end(page, form, done, "agreements.scale.chosen", "#scale");
  }

  private void dates(Page page) {
    Head head = doors.head(page);
    Form form = page.form();
    Optional<LocalDate> again = form.date("again");
    Optional<LocalDate> end = form.date("end");
    boolean done =
        Doors.did(
            form,
            () ->
                doors
                    .agreements()
                    .dates(
                        page.who(),
                        head.partnership().id(),
                        version(form),
                        again.orElse(null),
                        end.orElse(null)));
    end(page, form, done, "agreements.dates.set", "#dates");
  }

  private void sign(Page page) {
    Head head = doors.head(page);
    Form form = page.form();
    Optional<LocalDate> day = form.date("day");
    String evidence = form.text("signed-evidence", TEXT);
    boolean done =
        Doors.did(
            form,
            () ->
                doors
                    .agreements()
                    .sign(
                        page.who(),
                        head.partnership().id(),
                        version(form),
                        day.orElse(doors.today(page)),
                        evidence));
    end(page, form, done, "agreements.signed", "#dates");
  }

  private void undo(Page page) {
    Agreement before = doors.agreements().of(doors.head(page).partnership().id());
    String change = page.form().value("change");
    History.Change found =
        doors
            .history()
            .find(change)
            .filter(one -> one.subject().startsWith(before.partnership()))
            .orElseThrow(page::notFound);
    Optional<String> against =
        switch (found.kind()) {
          case "agreement" -> doors.agreements().undo(page.who(), change);
          case "gate" -> doors.gatekeeper().undo(page.who(), change);
          default -> throw page.notFound();
        };
    if (against.isPresent()) {
      page.notice(Notice.Kind.WARNING, "agreements.undo.not", against.get());
    } else {
      page.notice(Notice.Kind.SUCCESS, "agreements.undone");
    }
    page.redirect("/partnerships/" + page.part("id") + "/agreement");
  }

  private void end(Page page, Form form, boolean done, String notice, String place) {
    if (!done) {
      show(page, 422, form, null);
      return;
    }
    page.notice(Notice.Kind.SUCCESS, notice);
    page.redirect("/partnerships/" + page.part("id") + "/agreement" + place);
  }

  private static long version(Form form) {
    return form.number("version", 0, Long.MAX_VALUE).orElse(0L);
  }
}
