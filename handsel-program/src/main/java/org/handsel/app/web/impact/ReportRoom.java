package org.handsel.app.web.impact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.handsel.app.web.Form;
import org.handsel.app.web.Notice;
import org.handsel.app.web.Page;
import org.handsel.app.web.Room;
import org.handsel.app.web.Routes;
import org.handsel.app.web.account.Role;
import org.handsel.app.web.agreements.Head;
import org.handsel.impact.ImpactFolders;
import org.handsel.impact.PartnerReports;
import org.handsel.impact.ReportSchedule;

/// Reports of a partnership: looked at, made anew, planned by the calendar. Nothing is sent.
final class ReportRoom implements Room {
  /// The report brings its style along and runs no script.
  private static final String POLICY =
      "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; frame-ancestors 'none';"
          + " base-uri 'none'; form-action 'none'";

  private static final Map<String, String> TYPES =
      Map.of(
          "report.html",
          "text/html; charset=utf-8",
          "report.pdf",
          "application/pdf",
          "report.xlsx",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "report.csv",
          "text/csv; charset=utf-8",
          "suggestions.tsv",
          "text/tab-separated-values; charset=utf-8");

  private final Doors doors;

  ReportRoom(Doors doors) {
    this.doors = doors;
  }

  @Override
  public String name() {
    return "reports";
  }

  @Override
  public void addTo(Routes routes) {
    String path = "/partnerships/{id}/impact/";
    routes.get(path + "reports/{folder}/{file}", Role.VIEWER, this::send);
    routes.post(path + "reports/{folder}", Role.MEMBER, this::make);
    routes.post(path + "schedule", Role.MEMBER, this::plan);
  }

  /// Files of a folder that may be looked at, in the order of a reader's interest.
  static List<String> files(ImpactFolders.Entry entry) {
    return List.of("report.html", "report.pdf", "report.xlsx", "report.csv").stream()
        .filter(name -> Files.isRegularFile(entry.folder().resolve(name)))
        .toList();
  }

  private ImpactFolders.Entry entry(Page page) {
    String partnership = doors.head(page).partnership().id();
    return doors.folders().of(partnership).stream()
        .filter(one -> one.id().equals(page.part("folder")))
        .findFirst()
        .orElseThrow(page::notFound);
  }

  private void send(Page page) throws IOException {
    String name = page.part("file");
    String type = TYPES.get(name);
    Path file = entry(page).folder().resolve(type == null ? "." : name);
    if (type == null || !Files.isRegularFile(file)) {
      throw page.notFound();
    }
    if (name.endsWith(".html")) {
      page.policy(POLICY);
    }
    boolean shown = name.endsWith(".html") || name.endsWith(".pdf");
    page.send(type, shown ? "" : name, Files.newInputStream(file));
  }

  private void make(Page page) {
    ImpactFolders.Entry entry = entry(page);
    Form form = page.form();
    String language = form.value("in").equals("de") ? "de" : "en";
    boolean done =
        Doors.did(
            form,
            () ->
                new PartnerReports(List.of())
                    .write(
                        entry.folder(),
                        Set.of("html", "pdf", "xlsx"),
                        language,
                        doors
                            .stewardship()
                            .notes(entry.partnership(), entry.measured(), language)));
    end(page, form, done, "reports.made");
  }

  private void plan(Page page) {
    Head head = doors.head(page);
    Form form = page.form();
    String partnership = head.partnership().id();
    if (form.value("act").equals("end")) {
      end(
          page,
          form,
          Doors.did(form, () -> doors.schedule().end(page.who(), partnership)),
          "reports.ended");
      return;
    }
    long months = form.number("every", 1, 24).orElse(3L);
    LocalDate first = form.date("first").orElse(doors.today(page).plusMonths(months));
    List<ImpactFolders.Entry> folders =
        doors.folders().of(partnership).stream().filter(ImpactFolders.Entry::there).toList();
    if (folders.isEmpty()) {
      form.problem("form", "stories.unmeasured");
    }
    boolean done =
        Doors.did(
            form,
            () ->
                doors
                    .schedule()
                    .plan(
                        page.who(),
                        ReportSchedule.Planned.fresh(
                            partnership,
                            (int) months,
                            first,
                            folders.getFirst().folder(),
                            form.value("in").equals("de") ? "de" : "en",
                            PartnerReports.formats("html,pdf"))));
    end(page, form, done, "reports.planned");
  }

  private void end(Page page, Form form, boolean done, String notice) {
    if (done) {
      page.notice(Notice.Kind.SUCCESS, notice);
    } else {
      // The forms stand on the page of the partnership, which is shown again with the reason.
      page.notice(
          Notice.Kind.ERROR,
          "agreements.refused",
          form.problem("form").isEmpty() ? page.text("reports.wrong") : form.problem("form"));
    }
    page.redirect("/partnerships/" + page.part("id") + "/impact#reports");
  }
}
