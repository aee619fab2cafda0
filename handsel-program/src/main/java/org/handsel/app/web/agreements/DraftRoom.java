package org.handsel.app.web.agreements;

import java.util.List;
import java.util.Map;
import org.handsel.app.web.Form;
import org.handsel.app.web.Notice;
import org.handsel.app.web.Page;
import org.handsel.app.web.Room;
import org.handsel.app.web.Routes;
import org.handsel.app.web.account.Role;
import org.handsel.partnership.agreement.Rung;
import org.handsel.partnership.agreement.RungFacts;
import org.handsel.partnership.draft.Draft;
import org.handsel.partnership.draft.Drafts;
import org.handsel.platform.HandselException;

/// Drafts of what may be signed, to read, edit and take along.
final class DraftRoom implements Room {
  private static final int LONGEST = 200_000;

  /// The draft brings its style along and runs no script.
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none';"
          + " form-action 'none'";

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "md", "text/markdown; charset=utf-8",
          "wiki", "text/plain; charset=utf-8",
          "pdf", "application/pdf");

  private final Doors doors;

  DraftRoom(Doors doors) {
    this.doors = doors;
  }

  @Override
  public String name() {
    return "drafts";
  }

  @Override
  public void addTo(Routes routes) {
    String path = "/partnerships/{id}/draft";
    routes.get(path, Role.VIEWER, this::open);
    routes.get(path + "/file", Role.VIEWER, this::file);
    routes.post(path, Role.MEMBER, this::save);
    routes.post(path + "/reset", Role.MEMBER, this::reset);
  }

  private void open(Page page) {
    Draft draft = asked(page, page.query("kind"), page.query("in"));
    show(page, 200, draft, page.form(Map.of("text", draft.text())));
  }

  private void show(Page page, int status, Draft draft, Form form) {
    List<RungFacts> kinds =
        doors.agreements().rungs().stream()
            .filter(facts -> facts.rung() != Rung.NONE_NEEDED)
            .toList();
    page.show(status, "agreements/draft.jte", new DraftView(doors.head(page), draft, kinds, form));
  }

  private Draft asked(Page page, String kind, String language) {
    String partnership = doors.head(page).partnership().id();
    Rung chosen = doors.agreements().of(partnership).rung();
    Rung standard = chosen == null || chosen == Rung.NONE_NEEDED ? Rung.LETTER : chosen;
    try {
      return doors
          .drafts()
          .of(
              partnership,
              kind.isEmpty() ? standard : Rung.of(kind),
              language.isEmpty()
                  ? Drafts.LANGUAGES.contains(page.words().language().code())
                      ? page.words().language().code()
                      : "en"
                  : language);
    } catch (HandselException e) {
      throw page.notFound();
    }
  }

  private void save(Page page) {
    Form form = page.form();
    Draft draft = asked(page, form.value("kind"), form.value("language"));
    String text = form.required("text", LONGEST);
    long version = form.number("version", 0, Long.MAX_VALUE).orElse(0L);
    if (!Doors.did(
        form,
        () ->
            doors
                .drafts()
                .save(
                    page.who(),
                    draft.partnership(),
                    draft.kind(),
                    draft.language(),
                    version,
                    text))) {
      show(page, 422, draft, form);
      return;
    }
    back(page, draft, "drafts.saved");
  }

  private void reset(Page page) {
    Form form = page.form();
    Draft draft = asked(page, form.value("kind"), form.value("language"));
    doors.drafts().reset(page.who(), draft.partnership(), draft.kind(), draft.language());
    back(page, draft, "drafts.again");
  }

  private static void back(Page page, Draft draft, String notice) {
    page.notice(Notice.Kind.SUCCESS, notice);
    page.redirect(
        "/partnerships/%s/draft?kind=%s&in=%s"
            .formatted(page.part("id"), draft.kind().code(), draft.language()));
  }

  private void file(Page page) {
    String format = page.query("format");
    String type = TYPES.get(format);
    if (type == null) {
      throw page.notFound();
    }
    Draft draft = asked(page, page.query("kind"), page.query("in"));
    byte[] bytes = doors.drafts().write(draft, format, !page.query("notes").equals("no"));
    boolean look = format.equals("html");
    if (look) {
      page.policy(POLICY);
    }
    page.send(
        type,
        look ? "" : "%s-%s.%s".formatted(draft.kind().code(), draft.language(), format),
        bytes);
  }
}
