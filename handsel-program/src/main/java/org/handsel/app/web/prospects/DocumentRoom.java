package org.handsel.app.web.prospects;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.handsel.app.web.Form;
import org.handsel.app.web.Notice;
import org.handsel.app.web.Page;
import org.handsel.app.web.Room;
import org.handsel.app.web.Routes;
import org.handsel.app.web.account.Role;
import org.handsel.partnership.briefs.Brief;
import org.handsel.partnership.briefs.BriefPage;
import org.handsel.partnership.briefs.Briefs;
import org.handsel.partnership.briefs.Letters;
import org.handsel.partnership.prospects.Prospects;
import org.handsel.partnership.talks.ClaimNotice;
import org.handsel.partnership.talks.Direction;
import org.handsel.partnership.talks.EntryDraft;
import org.handsel.partnership.talks.EntryKind;
import org.handsel.partnership.talks.Logged;
import org.handsel.partnership.talks.Partnership;
import org.handsel.partnership.talks.Partnerships;
import org.handsel.partnership.talks.Timeline;

/// One institution: why it stands where it stands, its brief, slides and letters.
final class DocumentRoom implements Room {
  private static final String PAGE_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none';"
          + " base-uri 'none'; form-action 'none'";
  private static final int LONGEST_SUBJECT = 300;
  private static final int LONGEST_TEXT = 50_000;

  private final Prospects prospects;
  private final Briefs briefs;
  private final Partnerships partnerships;
  private final Timeline timeline;
  private final Letters letters = Letters.load();

  DocumentRoom(Prospects prospects, Briefs briefs, Partnerships partnerships, Timeline timeline) {
    this.prospects = prospects;
    this.briefs = briefs;
    this.partnerships = partnerships;
    this.timeline = timeline;
  }

  @Override
  public String name() {
    return "prospects";
  }

  @Override
  public void addTo(Routes routes) {
    routes.get("/prospects/{id}", Role.VIEWER, page -> page.show("prospects/one.jte", one(page)));
    routes.get("/prospects/{id}/brief.html", Role.VIEWER, this::brief);
    routes.get("/prospects/{id}/brief.pdf", Role.VIEWER, this::briefOnPaper);
    routes.get("/prospects/{id}/slides.html", Role.VIEWER, this::slides);
    routes.get("/prospects/{id}/slides.pdf", Role.VIEWER, this::slidesOnPaper);
    routes.get("/prospects/{id}/letter", Role.MEMBER, page -> letter(page, 200, begun(page)));
    routes.post("/prospects/{id}/letter/file", Role.MEMBER, this::file);
    routes.post("/prospects/{id}/letter/sent", Role.MEMBER, this::sent);
  }

  private Brief known(Page page, Spoken words) {
    return briefs.brief(page.part("id"), words).orElseThrow(page::notFound);
  }

  private OneView one(Page page) {
    Spoken words = new Spoken(page.words());
    Brief brief = known(page, words);
    return new OneView(
        prospects.one(page.part("id"), prospects.weights()).orElseThrow(page::notFound),
        new Said(page.words()),
        BriefPage.of(brief, words));
  }

  private void brief(Page page) {
    Spoken words = new Spoken(page.words());
    page.policy(PAGE_POLICY);
    send(page, "text/html; charset=utf-8", briefs.html(known(page, words), words));
  }

  private void briefOnPaper(Page page) {
    Spoken words = new Spoken(page.words());
    page.send("application/pdf", "brief.pdf", briefs.pdf(known(page, words), words, List.of()));
  }

  private void slides(Page page) {
    Spoken words = new Spoken(page.words());
    page.policy(
        PAGE_POLICY.replace("style-src", "script-src '" + Briefs.scriptHash() + "'; style-src"));
    send(
        page,
        "text/html; charset=utf-8",
        briefs.html(briefs.deck(known(page, words), words), words));
  }

  private void slidesOnPaper(Page page) {
    Spoken words = new Spoken(page.words());
    page.send(
        "application/pdf",
        "slides.pdf",
        briefs.pdf(briefs.deck(known(page, words), words), words, List.of()));
  }

  private static void send(Page page, String type, String text) {
    page.send(type, "", text.getBytes(StandardCharsets.UTF_8));
  }

  /// A letter as its template begins it.
  private Form begun(Page page) {
    Spoken words = new Spoken(page.words());
    Optional<Partnership> latest = latest(page);
    Letters.Letter letter =
        letters.write(
            template(page.query("template")),
            language(page, page.query("language")),
            known(page, words),
            // The one person of a laptop is called so as long as the settings name nobody.
            page.who().name().equals("me") ? "" : page.who().name(),
            "",
            latest.map(Partnership::revisitOn).orElse(null));
    return page.form(
        Map.of(
            "subject",
            letter.subject(),
            "text",
            letter.text(),
            "template",
            template(page.query("template")),
            "language",
            language(page, page.query("language")),
            "partnership",
            latest.map(Partnership::id).orElse("")));
  }

  private Optional<Partnership> latest(Page page) {
    List<Partnership> all = partnerships.with(page.part("id"));
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  private String template(String asked) {
    return letters.templates().stream()
        .map(Letters.Template::id)
        .filter(asked::equals)
        .findFirst()
        .orElse(letters.templates().getFirst().id());
  }

  private static String language(Page page, String asked) {
    if (Letters.LANGUAGES.contains(asked)) {
      return asked;
    }
    String own = page.words().language().code();
    return Letters.LANGUAGES.contains(own) ? own : "en";
  }

  private void letter(Page page, int status, Form form) {
    Map<String, String> languages = new LinkedHashMap<>();
    Letters.LANGUAGES.forEach(code ->
        languages.put(
            code,
            Locale.forLanguageTag(code).getDisplayLanguage(page.words().language().locale())));
    page.show(
        status,
        "prospects/letter.jte",
        new OneView.LetterView(
            one(page),
            form,
            letters.templates(),
            template(form.value("template")),
            language(page, form.value("language")),
            languages,
            partnerships.with(page.part("id")),
            new Letters.Letter(form.value("subject"), form.value("text")).open().size()));
  }

  private void file(Page page) {
    Form form = page.form();
    String text =
        form.text("subject", LONGEST_SUBJECT) + "\n\n" + form.text("text", LONGEST_TEXT) + "\n";
    page.send(
        "text/plain; charset=utf-8",
        template(form.value("template")) + ".txt",
        text.getBytes(StandardCharsets.UTF_8));
  }

  private void sent(Page page) {
    Form form = page.form();
    String subject = form.required("subject", LONGEST_SUBJECT);
    String text = form.required("text", LONGEST_TEXT);
    String because = form.text("because", LONGEST_SUBJECT);
    List<String> open = new Letters.Letter(subject, text).open();
    if (!open.isEmpty()) {
      form.problem("text", "prospects.letters.unfilled", String.join(" ", open));
    }
    if (!form.good()) {
      letter(page, 422, form);
      return;
    }
    Partnership partnership =
        partnerships.with(page.part("id")).stream()
            .filter(one -> one.id().equals(form.value("partnership")))
            .findFirst()
            .orElseGet(() -> begin(page));
    EntryDraft draft =
        EntryDraft.of(
            partnership.id(),
            LocalDate.ofInstant(page.now(), page.clock().getZone()),
            EntryKind.MAIL,
            Direction.OUT,
            subject + "\n\n" + text);
    switch (timeline.log(page.who(), draft, because.isEmpty() ? null : because)) {
      case ClaimNotice notice -> {
        form.problem(
            "because",
            "prospects.letters.sent.claimed",
            notice.claim().owner().name(),
            page.words().date(notice.claim().expiresOn()));
        letter(page, 422, form);
      }
      case Logged.Entered entered -> {
        page.notice(Notice.Kind.SUCCESS, "prospects.letters.sent.done");
        page.redirect("/prospects/" + page.part("id"));
      }
    }
  }

  private Partnership begin(Page page) {
    return prospects
        .one(page.part("id"), prospects.weights())
        .map(one ->
            partnerships.begin(
                page.who(), page.part("id"), page.text("prospects.letters.begin.title")))
        .orElseThrow(page::notFound);
  }
}
