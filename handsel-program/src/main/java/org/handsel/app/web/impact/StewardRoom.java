package org.handsel.app.web.impact;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.handsel.app.web.Form;
import org.handsel.app.web.Notice;
import org.handsel.app.web.Page;
import org.handsel.app.web.Room;
import org.handsel.app.web.Routes;
import org.handsel.app.web.account.Role;
import org.handsel.app.web.agreements.Head;
import org.handsel.impact.Measurement;
import org.jspecify.annotations.Nullable;

/// One partnership after its release: figures, expected and reached, days, what was seen,
/// corrections, and the way back to stage 0.
final class StewardRoom implements Room {
  private static final int TEXT = 2_000;
  private static final int LINE = 200;
  private static final int CHANGES = 12;
  private static final List<String> FIGURES =
      List.of(
          "files-released",
          "files-available",
          "files-used",
          "pages",
          "usages",
          "wikis",
          "views",
          "corrections-accepted");

  private final Doors doors;

  StewardRoom(Doors doors) {
    this.doors = doors;
  }

  @Override
  public String name() {
    return "steward";
  }

  @Override
  public void addTo(Routes routes) {
    String path = "/partnerships/{id}/impact";
    routes.get(path, Role.VIEWER, page -> show(page, 200, Doors.fresh(page)));
    routes.post(path + "/expectations", Role.MEMBER, this::expect);
    routes.post(path + "/expectations/{expectation}", Role.MEMBER, this::judge);
    routes.post(path + "/observations", Role.MEMBER, this::observe);
    routes.post(path + "/observations/{observation}", Role.MEMBER, this::withdraw);
    routes.post(path + "/corrections", Role.MEMBER, this::corrections);
  }

  void show(Page page, int status, Form form) {
    Head head = doors.head(page);
    String id = head.partnership().id();
    @Nullable Measurement measured = doors.folders().latest(id).orElse(null);
    page.show(
        status,
        "impact/steward.jte",
        new StewardView(
            head,
            doors
                .stewardship()
                .look(
                    id,
                    measured,
                    doors.suggestions(id).stream().map(one -> one.article()).distinct().count()),
            measured,
            measured == null ? null : doors.measurements().before(measured).orElse(null),
            measured == null
                ? List.of()
                : FIGURES.stream().filter(code -> measured.value(code).isPresent()).toList(),
            doors.folders().of(id).stream()
                .map(entry -> new StewardView.Report(entry, ReportRoom.files(entry)))
                .toList(),
            doors.corrections().of(id),
            doors.schedule().of(id).orElse(null),
            doors.changes(id, CHANGES),
            doors.measures(),
            form));
  }

  private void expect(Page page) {
    Head head = doors.head(page);
    Form form = page.form();
    String text = form.required("expected", TEXT);
    String measure = form.text("measure", LINE);
    @Nullable Double target = decimal(form, "target");
    Optional<LocalDate> due = form.date("due");
    end(
        page,
        form,
        Doors.did(
            form,
            () ->
                doors
                    .stewardship()
                    .expect(
                        page.who(),
                        head.partnership().id(),
                        text,
                        measure.isEmpty() ? null : measure,
                        target,
                        due.orElse(null))),
        "#expected");
  }

  private void judge(Page page) {
    Head head = doors.head(page);
    Form form = page.form();
    String partnership = head.partnership().id();
    String expectation = page.part("expectation");
    boolean done =
        form.value("act").equals("remove")
            ? Doors.did(
                form,
                () -> doors.stewardship().withdrawExpectation(page.who(), partnership, expectation))
            : Doors.did(
                form,
                () ->
                    doors
                        .stewardship()
                        .judge(
                            page.who(),
                            partnership,
                            expectation,
                            form.value("act"),
                            form.text("said", TEXT)));
    end(page, form, done, "#expected");
  }

  private void observe(Page page) {
    Head head = doors.head(page);
    Form form = page.form();
    String kind = form.required("kind", LINE);
    @Nullable Double value = decimal(form, "value");
    @Nullable Double whole = decimal(form, "whole");
    LocalDate day = form.date("day").orElse(doors.today(page));
    end(
        page,
        form,
        Doors.did(
            form,
            () ->
                doors
                    .stewardship()
                    .observe(
                        page.who(),
                        head.partnership().id(),
                        kind,
                        day,
                        value,
                        whole,
                        form.text("note", TEXT))),
        "#seen");
  }

  private void withdraw(Page page) {
    Head head = doors.head(page);
    Form form = page.form();
    end(
        page,
        form,
        Doors.did(
            form,
            () ->
                doors
                    .stewardship()
                    .withdrawObservation(
                        page.who(), head.partnership().id(), page.part("observation"))),
        "#seen");
  }

  private void corrections(Page page) {
    Head head = doors.head(page);
    Form form = page.form();
    String record = form.text("record", LINE);
    end(
        page,
        form,
        Doors.did(
            form,
            () ->
                doors
                    .corrections()
                    .settle(
                        page.who(),
                        head.partnership().id(),
                        record.isEmpty() ? null : record,
                        form.value("act"))),
        "#corrections");
  }

  /// A number such as 30 or 2,5; null where nothing was typed.
  static @Nullable Double decimal(Form form, String field) {
    String text = form.text(field, LINE).replace(',', '.');
    if (text.isEmpty()) {
      return null;
    }
    if (text.matches("[0-9]{1,12}([.][0-9]{1,4})?")) {
      return Double.valueOf(text);
    }
    form.problem(field, "steward.number");
    return null;
  }

  private void end(Page page, Form form, boolean done, String place) {
    if (!done) {
      show(page, 422, form);
      return;
    }
    page.notice(Notice.Kind.SUCCESS, "steward.noted");
    page.redirect("/partnerships/" + page.part("id") + "/impact" + place);
  }
}
