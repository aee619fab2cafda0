package org.handsel.app.web.agreements;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.handsel.app.web.Form;
import org.handsel.app.web.Notice;
import org.handsel.app.web.Page;
import org.handsel.app.web.Room;
import org.handsel.app.web.Routes;
import org.handsel.app.web.account.Role;
import org.handsel.partnership.effort.PartnerLoad;
import org.handsel.partnership.effort.TimeSpent;
import org.handsel.partnership.effort.VolunteerCall;

/// Hours, volunteers and the load on the partner.
final class WorkRoom implements Room {
  private static final int TEXT = 1_000;
  private static final long MOST_HOURS = 100_000;
  private static final double HALF = 0.5;
  private static final int MINUTES = 60;

  private final Doors doors;

  WorkRoom(Doors doors) {
    this.doors = doors;
  }

  @Override
  public String name() {
    return "work";
  }

  @Override
  public void addTo(Routes routes) {
    String path = "/partnerships/{id}/work";
    routes.get(path, Role.VIEWER, page -> show(page, 200, Doors.fresh(page)));
    routes.post(path + "/time", Role.MEMBER, this::time);
    routes.post(path + "/time/{time}/remove", Role.MEMBER, this::remove);
    routes.post(path + "/calls", Role.MEMBER, this::call);
    routes.post(path + "/calls/{call}", Role.VIEWER, this::signUp);
    routes.post(path + "/calls/{call}/off", Role.MEMBER, this::callOff);
    routes.post(path + "/sign-ups/{signUp}", Role.MEMBER, this::withdraw);
    routes.post(path + "/load", Role.MEMBER, this::load);
  }

  private void show(Page page, int status, Form form) {
    Head head = doors.head(page);
    String id = head.partnership().id();
    List<PartnerLoad> loads = doors.loads().of(id);
    page.show(
        status,
        "agreements/work.jte",
        new WorkView(
            head,
            doors.staffings().of(id),
            doors.effort().of(id),
            doors.volunteers().of(id),
            loads,
            loads.isEmpty() ? null : doors.loads().forecast(loads.getFirst().inquiries()),
            doors.loads().warning(id).orElse(null),
            form));
  }

  private void time(Page page) {
    Head head = doors.head(page);
    Form form = page.form();
    double hours = decimal(form, "hours");
    long stage = form.number("stage", 0, 5).orElse((long) head.partnership().stage());
    LocalDate day = form.date("day").orElse(doors.today(page));
    end(
        page,
        form,
        () ->
            doors
                .effort()
                .note(
                    page.who(),
                    head.partnership().id(),
                    (int) stage,
                    Math.round(hours * MINUTES),
                    day,
                    form.text("note", TEXT)));
  }

  private void remove(Page page) {
    Head head = doors.head(page);
    TimeSpent spent =
        doors.effort().of(head.partnership().id()).stream()
            .filter(one -> one.id().equals(page.part("time")))
            .findFirst()
            .orElseThrow(page::notFound);
    end(
        page,
        page.form(),
        () -> {
          doors.effort().remove(page.who(), spent.id());
          return spent;
        });
  }

  private void call(Page page) {
    Head head = doors.head(page);
    Form form = page.form();
    String task = form.required("task", TEXT);
    long hours = form.number("call-hours", 1, MOST_HOURS).orElse(0L);
    Optional<LocalDate> until = form.date("until");
    if (until.isEmpty() && form.good()) {
      form.problem("until", "shell.form.missing");
    }
    end(
        page,
        form,
        () ->
            doors
                .volunteers()
                .call(page.who(), head.partnership().id(), task, hours, until.orElseThrow()));
  }

  private void signUp(Page page) {
    Form form = page.form();
    VolunteerCall call = call(page, page.part("call"));
    // Whoever may only look may still offer a hand, under their own name.
    String name = page.may(Role.MEMBER) ? form.required("name", TEXT) : page.who().name();
    long hours = form.number("sign-up-hours", 1, MOST_HOURS).orElse(0L);
    end(page, form, () -> doors.volunteers().signUp(page.who(), call.id(), name, hours));
  }

  private void callOff(Page page) {
    VolunteerCall call = call(page, page.part("call"));
    Optional<String> not = doors.volunteers().callOff(page.who(), call.id());
    page.notice(
        not.isEmpty() ? Notice.Kind.SUCCESS : Notice.Kind.ERROR,
        not.isEmpty() ? "work.call.taken" : "work.call.rests");
    page.redirect("/partnerships/" + page.part("id") + "/work");
  }

  private void withdraw(Page page) {
    VolunteerCall.SignUp signUp =
        doors.volunteers().of(doors.head(page).partnership().id()).stream()
            .flatMap(call -> call.signUps().stream())
            .filter(one -> one.id().equals(page.part("signUp")))
            .findFirst()
            .orElseThrow(page::notFound);
    end(
        page,
        page.form(),
        () -> {
          doors.volunteers().withdraw(page.who(), signUp.id());
          return signUp;
        });
  }

  private VolunteerCall call(Page page, String id) {
    return doors.volunteers().of(doors.head(page).partnership().id()).stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(page::notFound);
  }

  private void load(Page page) {
    Head head = doors.head(page);
    Form form = page.form();
    form.required("inquiries", TEXT);
    long inquiries = form.number("inquiries", 0, 10_000_000).orElse(0L);
    double staff = decimal(form, "staff");
    LocalDate day = form.date("load-day").orElse(doors.today(page));
    end(
        page,
        form,
        () ->
            doors
                .loads()
                .note(
                    page.who(),
                    head.partnership().id(),
                    day,
                    inquiries,
                    staff,
                    form.text("load-note", TEXT)));
  }

  /// A number such as 2.5 or 2,5.
  private static double decimal(Form form, String field) {
    String text = form.required(field, TEXT).replace(',', '.');
    if (text.matches("[0-9]{1,6}([.][0-9]{1,2})?")) {
      return Double.parseDouble(text);
    }
    form.problem(field, "work.number");
    return HALF;
  }

  private void end(Page page, Form form, Supplier<?> act) {
    if (!Doors.did(form, act)) {
      show(page, 422, form);
      return;
    }
    page.notice(Notice.Kind.SUCCESS, "work.noted");
    page.redirect("/partnerships/" + page.part("id") + "/work");
  }
}
