package org.handsel.app.web.impact;

import java.util.Optional;
import org.handsel.app.web.Form;
import org.handsel.app.web.Notice;
import org.handsel.app.web.Page;
import org.handsel.app.web.Room;
import org.handsel.app.web.Routes;
import org.handsel.app.web.account.Role;
import org.handsel.app.web.agreements.Head;
import org.handsel.impact.Measurement;
import org.handsel.impact.Story;

/// Stories: drafted from numbers, edited by people, approved by the partner by name.
final class StoryRoom implements Room {
  private static final int TEXT = 20_000;
  private static final int LINE = 500;

  private final Doors doors;

  StoryRoom(Doors doors) {
    this.doors = doors;
  }

  @Override
  public String name() {
    return "stories";
  }

  @Override
  public void addTo(Routes routes) {
    String path = "/partnerships/{id}/stories";
    routes.get(path, Role.VIEWER, page -> show(page, 200, Doors.fresh(page)));
    routes.post(path, Role.MEMBER, this::draft);
    routes.post(path + "/{story}", Role.MEMBER, this::edit);
    routes.post(path + "/{story}/decision", Role.MEMBER, this::decide);
  }

  private void show(Page page, int status, Form form) {
    Head head = doors.head(page);
    String id = head.partnership().id();
    page.show(
        status,
        "impact/stories.jte",
        new StoryView(head, doors.stories().of(id), doors.folders().latest(id).isPresent(), form));
  }

  private void draft(Page page) {
    Head head = doors.head(page);
    Form form = page.form();
    String id = head.partnership().id();
    Optional<Measurement> measured = doors.folders().latest(id);
    if (measured.isEmpty()) {
      form.problem("form", "stories.unmeasured");
    }
    end(
        page,
        form,
        Doors.did(
            form,
            () ->
                doors
                    .stories()
                    .draft(
                        page.who(),
                        id,
                        form.required("kind", LINE),
                        form.required("in", LINE),
                        measured.orElseThrow(),
                        doors.corrections().of(id))));
  }

  private Story story(Page page) {
    String partnership = doors.head(page).partnership().id();
    return doors.stories().of(partnership).stream()
        .filter(one -> one.id().equals(page.part("story")))
        .findFirst()
        .orElseThrow(page::notFound);
  }

  private void edit(Page page) {
    Story story = story(page);
    Form form = page.form();
    String text = form.required("text", TEXT);
    long version = form.number("version", 0, Long.MAX_VALUE).orElse(0L);
    end(
        page,
        form,
        Doors.did(form, () -> doors.stories().edit(page.who(), story.id(), version, text)));
  }

  private void decide(Page page) {
    Story story = story(page);
    Form form = page.form();
    boolean approved = form.value("act").equals("approve");
    end(
        page,
        form,
        Doors.did(
            form,
            () ->
                doors
                    .stories()
                    .decide(
                        page.who(),
                        story.id(),
                        approved,
                        form.text("by", LINE),
                        form.text("evidence", LINE))));
  }

  private void end(Page page, Form form, boolean done) {
    if (!done) {
      show(page, 422, form);
      return;
    }
    page.notice(Notice.Kind.SUCCESS, "steward.noted");
    page.redirect("/partnerships/" + page.part("id") + "/stories");
  }
}
