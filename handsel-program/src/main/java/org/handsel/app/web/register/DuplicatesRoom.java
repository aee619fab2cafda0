package org.handsel.app.web.register;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.handsel.app.web.Form;
import org.handsel.app.web.Notice;
import org.handsel.app.web.Page;
import org.handsel.app.web.Room;
import org.handsel.app.web.Routes;
import org.handsel.app.web.account.Role;
import org.handsel.partnership.register.Institution;
import org.handsel.partnership.register.Institutions;
import org.handsel.partnership.register.Proposal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Pairs of rows that may be one institution or belong together. The register is compared when
/// somebody asks, beside the pages; people decide each pair, the program none.
final class DuplicatesRoom implements Room {
  private static final Logger LOG = LoggerFactory.getLogger(DuplicatesRoom.class);
  private static final int ROWS = 20;
  private static final int MOST_PAGES = 10_000;

  /// Below this a pair is not worth a person's time.
  private static final double LEAST = 0.5;

  private final Institutions institutions;
  private final AtomicBoolean running = new AtomicBoolean();
  private volatile boolean failed;

  DuplicatesRoom(Institutions institutions) {
    this.institutions = institutions;
  }

  @Override
  public String name() {
    return "institutions";
  }

  @Override
  public void addTo(Routes routes) {
    routes.get("/institutions/duplicates", Role.VIEWER, this::show);
    routes.post("/institutions/duplicates/find", Role.MEMBER, this::find);
    routes.post("/institutions/duplicates/decide", Role.MEMBER, this::decide);
  }

  private void show(Page page) {
    String outcome = page.query("outcome");
    if (!List.of("same", "affiliated").contains(outcome)) {
      outcome = "";
    }
    int number = page.number("page", 1, MOST_PAGES, 1);
    List<Proposal> pairs = institutions.proposals(outcome, (number - 1) * ROWS, ROWS + 1);
    page.show(
        "institutions/duplicates.jte",
        new DuplicatesView(
            pairs.subList(0, Math.min(ROWS, pairs.size())),
            outcome,
            institutions.openProposals(outcome),
            number,
            pairs.size() > ROWS,
            running.get(),
            failed ? page.text("institutions.duplicates.failed") : ""));
  }

  private void find(Page page) {
    if (running.compareAndSet(false, true)) {
      failed = false;
      Thread.ofVirtual()
          .name("duplicates")
          .start(() -> {
            try {
              institutions.proposeDuplicates(LEAST);
            } catch (RuntimeException e) {
              failed = true;
              LOG.warn("the comparison of the register ended early", e);
            } finally {
              running.set(false);
            }
          });
    }
    page.redirect("/institutions/duplicates");
  }

  private void decide(Page page) {
    Form form = page.form();
    Institution a = institutions.find(form.value("a")).orElseThrow(page::notFound);
    Institution b = institutions.find(form.value("b")).orElseThrow(page::notFound);
    @Nullable String reason = form.text("reason", 1000);
    reason = reason.isEmpty() ? null : reason;
    switch (form.value("decision")) {
      case "keep-a" -> institutions.merge(page.who(), a.id(), b.id(), reason);
      case "keep-b" -> institutions.merge(page.who(), b.id(), a.id(), reason);
      case "affiliated" -> affiliate(page, form, a, b, reason);
      case "different" -> institutions.declareDifferent(page.who(), a.id(), b.id(), reason);
      default -> throw page.notFound();
    }
    page.notice(Notice.Kind.SUCCESS, "institutions.decided", a.name(), b.name());
    String back = form.value("back");
    page.redirect(back.isEmpty() ? "/institutions/duplicates" : back);
  }

  private void affiliate(
      Page page, Form form, Institution a, Institution b, @Nullable String reason) {
    String kind = form.value("kind");
    if (!Relations.KINDS.contains(kind)) {
      throw page.notFound();
    }
    boolean up = !form.value("way").equals("down");
    institutions.affiliate(page.who(), up ? a.id() : b.id(), up ? b.id() : a.id(), kind, reason);
  }
}
