package org.handsel.app.web.register;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.handsel.app.web.Form;
import org.handsel.app.web.Page;
import org.handsel.partnership.contacts.Contact;
import org.handsel.partnership.contacts.ContactDraft;
import org.handsel.partnership.contacts.Contacts;
import org.jspecify.annotations.Nullable;

/// Reads people from forms.
final class ContactForms {
  private static final int TEXT = 300;

  private final Contacts contacts;

  ContactForms(Contacts contacts) {
    this.contacts = contacts;
  }

  /// @return empty when the form has problems
  Optional<Contact> add(Page page, String institution) {
    Form form = page.form();
    ContactDraft draft = read(form, institution);
    return form.good() ? Optional.of(contacts.add(page.who(), draft)) : Optional.empty();
  }

  static ContactDraft read(Form form, String institution) {
    String basis = form.value("basis");
    if (!Bases.ALL.contains(basis)) {
      form.problem("basis", "shell.form.choice");
    }
    String mail = form.text("mail", TEXT);
    if (!mail.isEmpty() && !mail.matches("[^@\\s]+@[^@\\s]+")) {
      form.problem("mail", "contacts.mail.form");
    }
    return new ContactDraft(
        institution,
        form.required("person", TEXT),
        form.text("role", TEXT),
        some(mail),
        some(form.text("phone", TEXT)),
        some(form.text("postal", TEXT)),
        basis,
        form.required("source", TEXT));
  }

  static Map<String, String> values(Contact one) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("person", one.name());
    values.put("role", one.role());
    values.put("mail", Objects.toString(one.mail(), ""));
    values.put("phone", Objects.toString(one.phone(), ""));
    values.put("postal", Objects.toString(one.address(), ""));
    values.put("basis", one.legalBasis());
    values.put("source", one.source());
    values.put("version", String.valueOf(one.version()));
    return values;
  }

  static List<String> fields() {
    return List.of("person", "role", "mail", "phone", "postal", "basis", "source");
  }

  private static @Nullable String some(String text) {
    return text.isEmpty() ? null : text;
  }
}
