package org.handsel.app.web.agreements;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handsel.app.web.Form;
import org.handsel.app.web.Notice;
import org.handsel.app.web.Page;
import org.handsel.app.web.Room;
import org.handsel.app.web.Routes;
import org.handsel.app.web.account.Role;
import org.handsel.partnership.commitment.Commitment;
import org.handsel.partnership.commitment.CommitmentDraft;
import org.handsel.partnership.commitment.Commitments;
import org.handsel.partnership.commitment.PromiseKind;
import org.handsel.partnership.commitment.Promised;
import org.handsel.partnership.effort.Capacity;
import org.handsel.platform.History;
import org.jspecify.annotations.Nullable;

/// The ledger of commitments: of all partnerships, and of one.
final class CommitmentRoom implements Room {
  private static final int ROWS = 25;
  private static final int MOST_PAGES = 10_000;
  private static final int TEXT = 2_000;
  private static final int LINE = 200;
  private static final int MONTHS = 3;
  private static final long MOST_HOURS = 100_000;

  private final Doors doors;

  CommitmentRoom(Doors doors) {
    this.doors = doors;
  }

  @Override
  public String name() {
    return "commitments";
  }

  @Override
  public List<Entry> navigation() {
    return List.of(new Entry(60, "/commitments", "commitments.navigation"));
  }

  @Override
  public void addTo(Routes routes) {
    routes.get("/commitments", Role.VIEWER, page -> all(page, 200, Doors.fresh(page)));
    routes.post("/commitments/capacity", Role.MEMBER, this::capacity);
    routes.post("/commitments/capacity/undo", Role.MEMBER, this::undoCapacity);
    String path = "/partnerships/{id}/commitments";
    routes.get(path, Role.VIEWER, page -> one(page, 200, Doors.fresh(page), null));
    routes.post(path, Role.MEMBER, this::add);
    routes.post(path + "/{commitment}", Role.MEMBER, this::act);
  }

  private void all(Page page, int status, Form form) {
    int number = page.number("page", 1, MOST_PAGES, 1);
    Map<String, Head> heads = new HashMap<>();
    List<CommitmentView.Row> rows = new ArrayList<>();
    Map<String, Map<String, String>> uncovered = new HashMap<>();
    List<Commitment> open = doors.commitments().open((number - 1) * ROWS, ROWS + 1);
    for (Commitment one : open.subList(0, Math.min(ROWS, open.size()))) {
      Head head =
          heads.computeIfAbsent(
              one.partnership(),
              id -> doors.head(doors.partnerships().find(id).orElseThrow(page::notFound)));
      rows.add(
          row(
              page,
              one,
              head,
              uncovered.computeIfAbsent(one.partnership(), id -> uncovered(page, id))));
    }
    page.show(
        status,
        "agreements/commitments.jte",
        new CommitmentView(
            null,
            rows,
            number,
            open.size() > ROWS,
            free(page, ""),
            List.of(),
            doors.commitments().kinds(),
            null,
            form));
  }

  private void one(Page page, int status, Form form, Promised.@Nullable Stopped stopped) {
    Head head = doors.head(page);
    String id = head.partnership().id();
    Map<String, String> uncovered = uncovered(page, id);
    page.show(
        status,
        "agreements/commitments.jte",
        new CommitmentView(
            head,
            doors.commitments().of(id).stream()
                .map(one -> row(page, one, head, uncovered))
                .toList(),
            1,
            false,
            free(page, head.partnership().team()),
            doors.volunteers().of(id),
            doors.commitments().kinds(),
            stopped,
            form));
  }

  private CommitmentView.Row row(
      Page page, Commitment one, Head head, Map<String, String> uncovered) {
    String language = page.words().language().code();
    return new CommitmentView.Row(
        one,
        doors.commitments().kinds().stream()
            .filter(kind -> kind.id().equals(one.kind()))
            .map(PromiseKind::title)
            .map(title -> title.in(language))
            .findFirst()
            .orElse(one.kind()),
        head,
        one.open() && one.due().isBefore(doors.today(page)),
        uncovered.getOrDefault(one.id(), ""));
  }

  private Map<String, String> uncovered(Page page, String partnership) {
    Map<String, String> reasons = new HashMap<>();
    for (Commitments.Uncovered one : doors.commitments().uncovered(partnership)) {
      reasons.put(one.commitment().id(), one.reason().in(page.words().language().code()));
    }
    return reasons;
  }

  private List<CommitmentView.Free> free(Page page, String team) {
    LocalDate until = doors.today(page).plusMonths(MONTHS);
    return doors.capacities().of(team).stream()
        .map(one ->
            new CommitmentView.Free(
                one,
                doors.commitments().free(one, until),
                page.may(Role.MEMBER) ? doors.capacities().undoable(one).orElse("") : ""))
        .toList();
  }

  private void add(Page page) {
    Head head = doors.head(page);
    Form form = page.form();
    String text = form.required("text", TEXT);
    String keeper = form.required("keeper", LINE);
    Optional<LocalDate> due = form.date("due");
    if (due.isEmpty() && form.good()) {
      form.problem("due", "shell.form.missing");
    }
    long hours = form.number("hours", 0, MOST_HOURS).orElse(0L);
    Optional<Long> every = form.number("every", 1, 24);
    String from = form.text("from", LINE);
    boolean call = from.startsWith("call:");
    List<Promised> came = new ArrayList<>();
    boolean wish = form.value("act").equals("wish");
    boolean done =
        Doors.did(
            form,
            () -> {
              CommitmentDraft draft =
                  new CommitmentDraft(
                      head.partnership().id(),
                      form.value("side"),
                      form.value("kind"),
                      text,
                      keeper,
                      due.orElseThrow(),
                      hours,
                      call ? "" : from,
                      call ? from.substring("call:".length()) : null,
                      every.map(Long::intValue).orElse(null));
              if (wish) {
                doors.commitments().wish(page.who(), draft, form.text("why", TEXT));
              } else {
                came.add(doors.commitments().promise(page.who(), draft));
              }
              return draft;
            });
    end(page, form, done, came, wish ? "commitments.wished" : "commitments.agreed");
  }

  private void act(Page page) {
    Form form = page.form();
    Commitment commitment =
        doors
            .commitments()
            .find(page.part("commitment"))
            .filter(one -> one.partnership().equals(page.part("id")))
            .orElseThrow(page::notFound);
    long version = form.number("version", 0, Long.MAX_VALUE).orElse(0L);
    String reason = form.text("reason", TEXT);
    List<Promised> came = new ArrayList<>();
    boolean done =
        Doors.did(
            form,
            () ->
                switch (form.value("act")) {
                  case "agree" ->
                      came.add(doors.commitments().agree(page.who(), commitment.id(), version));
                  case "keep" ->
                      doors.commitments().keep(page.who(), commitment.id(), version, reason);
                  case "drop" ->
                      doors.commitments().drop(page.who(), commitment.id(), version, reason);
                  case "undo" -> undo(page, commitment);
                  default -> throw page.notFound();
                });
    end(page, form, done, came, "commitments.noted");
  }

  private Object undo(Page page, Commitment commitment) {
    Optional<String> against =
        doors.history().of("commitment", commitment.id(), 1).stream()
            .map(History.Change::id)
            .findFirst()
            .flatMap(change -> doors.commitments().undo(page.who(), change));
    against.ifPresent(reason -> page.notice(Notice.Kind.WARNING, "commitments.undo.not", reason));
    return against;
  }

  private void end(Page page, Form form, boolean done, List<Promised> came, String notice) {
    if (!done) {
      one(page, 422, form, null);
      return;
    }
    for (Promised promised : came) {
      if (promised instanceof Promised.Stopped stopped) {
        one(page, 422, form, stopped);
        return;
      }
    }
    page.notice(Notice.Kind.SUCCESS, notice);
    page.redirect("/partnerships/" + page.part("id") + "/commitments");
  }

  private void undoCapacity(Page page) {
    Optional<String> not = doors.capacities().undo(page.who(), page.form().text("change", LINE));
    page.notice(
        not.isEmpty() ? Notice.Kind.SUCCESS : Notice.Kind.ERROR,
        not.isEmpty() ? "commitments.capacity.undone" : "commitments.capacity.since");
    page.redirect("/commitments");
  }

  private void capacity(Page page) {
    Form form = page.form();
    String name = form.required("name", LINE);
    long hours = form.number("hours", 0, 10_000).orElse(0L);
    Optional<LocalDate> until = form.date("until");
    boolean done =
        Doors.did(
            form,
            () -> {
              Capacity set =
                  doors
                      .capacities()
                      .set(
                          page.who(),
                          form.text("team", LINE),
                          name,
                          hours,
                          until.orElse(null),
                          form.text("note", TEXT));
              return set;
            });
    if (!done) {
      all(page, 422, form);
      return;
    }
    page.notice(Notice.Kind.SUCCESS, "commitments.capacity.set", name);
    page.redirect("/commitments");
  }
}
