package org.handsel.app.web.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.handsel.app.web.Form;
import org.handsel.app.web.Merge;
import org.handsel.partnership.contacts.Consent;
import org.handsel.partnership.contacts.Contact;
import org.handsel.partnership.contacts.ContactExport;

/// A person at an institution.
///
/// @param opened which form is to be corrected: `edit`, `consent`, `keep`, `erase` or empty
/// @param by sentence on who was faster; empty where nobody was
public record ContactView(
    Contact contact,
    String institution,
    List<Consent> consents,
    List<ContactExport.Mention> mentions,
    LocalDate today,
    Form form,
    Merge merge,
    String opened,
    String by) {
  public ContactView {
    consents = List.copyOf(consents);
    mentions = List.copyOf(mentions);
  }

  public Map<String, String> theirs() {
    return merge.theirs();
  }
}
