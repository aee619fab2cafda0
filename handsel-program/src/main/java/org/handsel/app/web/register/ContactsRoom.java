package org.handsel.app.web.register;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.handsel.app.web.Form;
import org.handsel.app.web.Merge;
import org.handsel.app.web.Notice;
import org.handsel.app.web.Page;
import org.handsel.app.web.Room;
import org.handsel.app.web.Routes;
import org.handsel.app.web.account.Role;
import org.handsel.partnership.contacts.Contact;
import org.handsel.partnership.contacts.ContactDraft;
import org.handsel.partnership.contacts.Contacts;
import org.handsel.partnership.contacts.Erased;
import org.handsel.partnership.register.Institution;
import org.handsel.partnership.register.Institutions;
import org.handsel.platform.EditConflict;
import org.handsel.platform.Json;

/// People at institutions: why and until when their data is kept, what they may ask for, and an
/// erasure that reaches the timelines.
final class ContactsRoom implements Room {
  private final Institutions institutions;
  private final Contacts contacts;

  ContactsRoom(Institutions institutions, Contacts contacts) {
    this.institutions = institutions;
    this.contacts = contacts;
  }

  @Override
  public String name() {
    return "contacts";
  }

  @Override
  public void addTo(Routes routes) {
    routes.get("/contacts/{id}", Role.MEMBER, this::one);
    routes.post("/contacts/{id}", Role.MEMBER, this::change);
    routes.post("/contacts/{id}/consent", Role.MEMBER, this::consent);
    routes.post("/contacts/{id}/keep", Role.COORDINATOR, this::keep);
    routes.post("/contacts/{id}/erase", Role.COORDINATOR, this::erase);
    routes.get("/contacts/{id}/export.json", Role.COORDINATOR, this::export);
  }

  private Contact contact(Page page) {
    return contacts.find(page.part("id")).orElseThrow(page::notFound);
  }

  private static LocalDate today(Page page) {
    return LocalDate.ofInstant(page.now(), page.words().zone());
  }

  private void one(Page page) {
    Contact one = contact(page);
    Merge merge = Merge.fresh(ContactForms.values(one));
    show(page, 200, one, page.form(merge.values()), merge, "", "");
  }

  private void show(
      Page page, int status, Contact one, Form form, Merge merge, String opened, String by) {
    page.show(
        status,
        "contacts/one.jte",
        new ContactView(
            one,
            institutions.find(one.institution()).map(Institution::name).orElse(""),
            contacts.consents(one.id()),
            contacts.export(one.id()).mentions(),
            today(page),
            form,
            merge,
            opened,
            by));
  }

  private void again(Page page, Contact one, Form form, String opened) {
    show(page, 422, one, form, Merge.fresh(ContactForms.values(one)), opened, "");
  }

  private void change(Page page) {
    Contact before = contact(page);
    Form form = page.form();
    ContactDraft draft = ContactForms.read(form, before.institution());
    if (!form.good()) {
      show(page, 422, before, form, Merge.again(form, ContactForms.fields()), "edit", "");
      return;
    }
    try {
      contacts.change(
          page.who(), before.id(), form.number("version", 0, Long.MAX_VALUE).orElse(0L), draft);
    } catch (EditConflict conflict) {
      Contact now = contact(page);
      Merge merge = Merge.of(form, ContactForms.values(now));
      Optional<String> by =
          conflict.other().map(change -> page.text("shell.merge.title", change.who().name()));
      show(
          page,
          409,
          now,
          page.form(merge.values()),
          merge,
          "edit",
          by.orElse(page.text("shell.merge.unknown")));
      return;
    }
    page.notice(Notice.Kind.SUCCESS, "contacts.changed");
    page.redirect("/contacts/" + before.id());
  }

  private void consent(Page page) {
    Contact one = contact(page);
    Form form = page.form();
    String purpose = form.required("purpose", 300);
    String evidence = form.required("evidence", 1000);
    LocalDate day = form.date("day").orElse(today(page));
    boolean given = !form.value("given").equals("no");
    if (!form.good()) {
      again(page, one, form, "consent");
      return;
    }
    contacts.consent(page.who(), one.id(), purpose, given, day, evidence);
    page.notice(Notice.Kind.SUCCESS, "contacts.consent.noted");
    page.redirect("/contacts/" + one.id());
  }

  private void keep(Page page) {
    Contact one = contact(page);
    Form form = page.form();
    Optional<LocalDate> until = form.date("until");
    if (until.isEmpty()) {
      form.problem("until", "shell.form.missing");
    }
    String reason = form.required("reason", 1000);
    if (!form.good()) {
      again(page, one, form, "keep");
      return;
    }
    contacts.keep(page.who(), one.id(), until.orElseThrow(), reason);
    page.notice(Notice.Kind.SUCCESS, "contacts.kept");
    page.redirect("/contacts/" + one.id());
  }

  private void erase(Page page) {
    Contact one = contact(page);
    Form form = page.form();
    if (!form.ticked("sure")) {
      form.problem("sure", "contacts.erase.sure");
      again(page, one, form, "erase");
      return;
    }
    Erased erased = contacts.erase(page.who(), one.id());
    List<String> files = erased.files();
    if (files.isEmpty()) {
      page.notice(Notice.Kind.SUCCESS, "contacts.erased", erased.label(), erased.texts());
    } else {
      page.notice(
          Notice.Kind.WARNING, "contacts.erased.files", erased.label(), String.join(", ", files));
    }
    page.redirect("/institutions/" + one.institution());
  }

  private void export(Page page) {
    Contact one = contact(page);
    page.send(
        "application/json; charset=utf-8",
        "person-" + one.id() + ".json",
        Json.pretty(contacts.export(one.id())).getBytes(StandardCharsets.UTF_8));
  }
}
