package org.handsel.app.web.register;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.handsel.app.web.Difference;
import org.handsel.app.web.Form;
import org.handsel.app.web.Notice;
import org.handsel.app.web.Page;
import org.handsel.app.web.Room;
import org.handsel.app.web.Routes;
import org.handsel.app.web.account.Role;
import org.handsel.partnership.contacts.Contact;
import org.handsel.partnership.contacts.Contacts;
import org.handsel.partnership.register.Affiliation;
import org.handsel.partnership.register.Identifier;
import org.handsel.partnership.register.Institution;
import org.handsel.partnership.register.InstitutionPage;
import org.handsel.partnership.register.InstitutionQuery;
import org.handsel.partnership.register.Institutions;
import org.handsel.partnership.register.ProfileStatement;
import org.handsel.partnership.register.Question;
import org.handsel.partnership.talks.Boards;
import org.handsel.partnership.talks.Card;
import org.handsel.partnership.talks.CardFilter;
import org.handsel.platform.HandselException;
import org.handsel.platform.History;
import org.handsel.platform.History.Change;
import org.jspecify.annotations.Nullable;

/// The register: search while typing, and the page of an institution.
final class InstitutionsRoom implements Room {
  private static final int ROWS = 50;
  private static final int MOST_PAGES = 2_000;
  private static final int MOST_CSV = 20_000;
  private static final int HISTORY = 20;
  private static final Set<String> UNDOABLE = Set.of("change", "merge", "decide");

  private final Institutions institutions;
  private final Contacts contacts;
  private final Boards boards;
  private final History history;
  private final InstitutionForms forms;
  private final ContactForms contactForms;

  InstitutionsRoom(Institutions institutions, Contacts contacts, Boards boards, History history) {
    this.institutions = institutions;
    this.contacts = contacts;
    this.boards = boards;
    this.history = history;
    this.forms = new InstitutionForms(institutions);
    this.contactForms = new ContactForms(contacts);
  }

  @Override
  public String name() {
    return "institutions";
  }

  @Override
  public List<Entry> navigation() {
    return List.of(new Entry(30, "/institutions", "institutions.navigation"));
  }

  @Override
  public void addTo(Routes routes) {
    routes.get("/institutions", Role.VIEWER, this::list);
    routes.get("/institutions/list.csv", Role.VIEWER, this::csv);
    forms.addTo(routes);
    routes.get("/institutions/{id}", Role.VIEWER, page -> show(page, 200, empty(page), ""));
    routes.post("/institutions/{id}/profile", Role.MEMBER, this::state);
    routes.post("/institutions/{id}/identifiers", Role.MEMBER, this::identify);
    routes.post("/institutions/{id}/relation", Role.MEMBER, this::relate);
    routes.post("/institutions/{id}/contacts", Role.MEMBER, this::contact);
    routes.post("/institutions/{id}/undo", Role.MEMBER, this::undo);
  }

  @Override
  public void prepare() {
    institutions.page(InstitutionQuery.text(""), 0, 1);
  }

  private static Form empty(Page page) {
    return page.form(Map.of());
  }

  private static InstitutionQuery asked(Page page) {
    return new InstitutionQuery(
        page.query("q"), some(page.query("country")), some(page.query("type")), null, null);
  }

  private static @Nullable String some(String text) {
    return text.isEmpty() ? null : text;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private void list(Page page) {
    int number = page.number("page", 1, MOST_PAGES, 1);
    InstitutionPage found = institutions.page(asked(page), (number - 1) * ROWS, ROWS);
    String query =
        "q=%s&country=%s&type=%s"
            .formatted(
                encoded(page.query("q")),
                encoded(page.query("country")),
                encoded(page.query("type")));
    page.show(
        "institutions/list.jte",
        new InstitutionsView(
            page.query("q"),
            page.query("country"),
            page.query("type"),
            found.total(),
            found.rows(),
            facets(found, "country", page.query("country")),
            facets(found, "type", page.query("type")),
            number,
            found.total() > number * ROWS,
            "/institutions?" + query + "&",
            "/institutions/list.csv?" + query));
  }

  private static List<InstitutionsView.Facet> facets(
      InstitutionPage found, String name, String chosen) {
    Map<String, Integer> counts = found.facets().getOrDefault(name, Map.of());
    List<InstitutionsView.Facet> facets = new ArrayList<>();
    counts.forEach((value, count) -> {
      if (!value.isEmpty()) {
        facets.add(new InstitutionsView.Facet(value, count));
      }
    });
    if (!chosen.isEmpty() && !counts.containsKey(chosen)) {
      facets.add(new InstitutionsView.Facet(chosen, 0));
    }
    return facets;
  }

  private void csv(Page page) {
    page.send(
        "text/csv; charset=utf-8",
        "institutions.csv",
        InstitutionList.of(institutions.page(asked(page), 0, MOST_CSV).rows())
            .getBytes(StandardCharsets.UTF_8));
  }

  private Institution one(Page page) {
    return institutions.find(page.part("id")).orElseThrow(page::notFound);
  }

  private void show(Page page, int status, Form form, String opened) {
    Institution one = one(page);
    List<ProfileStatement> known = institutions.profile(one.id());
    List<InstitutionView.Row> profile = new ArrayList<>();
    int open = 0;
    for (Question question : institutions.questions()) {
      @Nullable ProfileStatement statement =
          known.stream()
              .filter(said -> said.question().equals(question.id()))
              .findFirst()
              .orElse(null);
      open += statement == null ? 1 : 0;
      profile.add(new InstitutionView.Row(question, statement));
    }
    String into = one.mergedInto();
    page.show(
        status,
        "institutions/one.jte",
        new InstitutionView(
            one,
            into == null ? null : institutions.find(into).orElse(null),
            institutions.identifiers(one.id()),
            profile,
            open,
            related(one.id()),
            institutions.proposalsOf(one.id()),
            cards(one.id()),
            contacts.at(one.id()).stream().filter(person -> !person.erased()).toList(),
            history(one.id()),
            form,
            opened));
  }

  private List<InstitutionView.Related> related(String id) {
    List<InstitutionView.Related> related = new ArrayList<>();
    for (Affiliation one : institutions.affiliations(id)) {
      boolean up = one.from().equals(id);
      institutions
          .find(up ? one.to() : one.from())
          .ifPresent(other ->
              related.add(new InstitutionView.Related(up, one.kind(), other, one.evidence())));
    }
    return related;
  }

  private List<Card> cards(String id) {
    List<Card> cards = new ArrayList<>();
    for (String state : List.of("", "done")) {
      cards.addAll(boards.cards(new CardFilter(null, null, some(state), null, null, id), 50, 0));
    }
    return cards;
  }

  private List<InstitutionView.Done> history(String id) {
    return history.of("institution", id, HISTORY).stream()
        .map(change ->
            new InstitutionView.Done(
                change,
                change.action().equals("add")
                    ? List.of()
                    : Difference.between(change.before(), change.after()).stream()
                        .filter(one -> !one.field().equals("version"))
                        .toList(),
                UNDOABLE.contains(change.action())))
        .toList();
  }

  private static void back(Page page, String anchor) {
    page.redirect("/institutions/" + page.part("id") + anchor);
  }

  /// Answers a question of the profile.
  private void state(Page page) {
    Institution one = one(page);
    Form form = page.form();
    Question question =
        institutions.questions().stream()
            .filter(asked -> asked.id().equals(form.value("question")))
            .findFirst()
            .orElseThrow(page::notFound);
    String answer = answer(form, question);
    String evidence = form.text("evidence", 2000);
    @Nullable LocalDate asOf = form.date("asof").orElse(null);
    if (!form.good()) {
      show(page, 422, form, question.id());
      return;
    }
    institutions.state(page.who(), one.id(), question.id(), answer, some(evidence), asOf);
    page.notice(Notice.Kind.SUCCESS, "institutions.stated");
    back(page, "#q-" + question.id());
  }

  private static String answer(Form form, Question question) {
    String typed = form.required("answer", 5000);
    if (typed.isEmpty()) {
      return typed;
    }
    switch (question.kind()) {
      case "share" -> {
        String number = typed.replace("%", "").replace(',', '.').strip();
        try {
          double percent = Double.parseDouble(number);
          if (percent >= 0 && percent <= 100) {
            return String.valueOf(Math.round(percent * 100) / 10_000.0);
          }
        } catch (NumberFormatException e) {
          // Told below.
        }
        form.problem("answer", "institutions.answer.share");
      }
      case "number", "money" -> {
        String number = typed.replaceAll("[\\s.,'’\u00A0\u202F]", "");
        if (number.matches("[0-9]{1,15}")) {
          return number;
        }
        form.problem("answer", "institutions.answer.number");
      }
      case "choice" -> {
        if (!question.choices().contains(typed)) {
          form.problem("answer", "shell.form.choice");
        }
      }
      case "link" -> {
        if (!typed.matches("(?s)https?://\\S+")) {
          form.problem("answer", "institutions.address.form");
        }
      }
      default -> {
        // Text is taken as it is.
      }
    }
    return typed;
  }

  private void identify(Page page) {
    Institution one = one(page);
    Form form = page.form();
    if (form.ticked("remove")) {
      institutions.unidentify(
          page.who(), one.id(), new Identifier(form.value("scheme"), form.value("value")));
      page.notice(Notice.Kind.SUCCESS, "institutions.identifier.removed");
    } else {
      String value = form.required("value", 300);
      Optional<Identifier> known =
          form.good() ? institutions.identify(page.who(), one.id(), value) : Optional.empty();
      if (form.good() && known.isEmpty()) {
        form.problem("value", "institutions.identifier.unknown");
      }
      if (!form.good()) {
        show(page, 422, form, "identifier");
        return;
      }
      page.notice(Notice.Kind.SUCCESS, "institutions.identifier.added");
    }
    back(page, "");
  }

  /// Relates it to another institution that a person names.
  private void relate(Page page) {
    Institution one = one(page);
    Form form = page.form();
    String named = form.required("other", 500);
    String kind = form.value("kind");
    if (!Relations.KINDS.contains(kind)) {
      form.problem("kind", "shell.form.choice");
    }
    String reason = form.text("reason", 1000);
    @Nullable Institution other =
        named.isEmpty() ? null : Relations.named(institutions, named).orElse(null);
    if (!named.isEmpty() && (other == null || other.id().equals(one.id()))) {
      form.problem("other", "institutions.relation.unknown");
    }
    if (other == null || !form.good()) {
      show(page, 422, form, "relation");
      return;
    }
    boolean up = !form.value("way").equals("down");
    institutions.affiliate(
        page.who(), up ? one.id() : other.id(), up ? other.id() : one.id(), kind, some(reason));
    page.notice(Notice.Kind.SUCCESS, "institutions.related");
    back(page, "#relations");
  }

  private void contact(Page page) {
    Institution one = one(page);
    Form form = page.form();
    Optional<Contact> added = contactForms.add(page, one.id());
    if (added.isEmpty()) {
      show(page, 422, form, "contact");
      return;
    }
    page.notice(Notice.Kind.SUCCESS, "contacts.added");
    back(page, "#contacts");
  }

  private void undo(Page page) {
    Institution one = one(page);
    Change change =
        history
            .find(page.form().value("change"))
            .filter(found ->
                found.kind().equals("institution")
                    && found.subject().equals(one.id())
                    && UNDOABLE.contains(found.action()))
            .orElseThrow(page::notFound);
    try {
      institutions.undo(page.who(), change.id());
    } catch (HandselException e) {
      page.notice(Notice.Kind.WARNING, "institutions.undo.impossible");
      back(page, "#history");
      return;
    }
    page.notice(Notice.Kind.SUCCESS, "institutions.undone");
    back(page, "#history");
  }
}
