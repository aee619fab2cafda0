package org.handsel.app.web.talks;

import java.util.List;
import java.util.Map;
import org.handsel.app.web.Form;
import org.handsel.app.web.Merge;
import org.handsel.partnership.contacts.Contact;
import org.handsel.partnership.talks.Entry;
import org.handsel.platform.Who;

/// An entry of a timeline that is corrected.
///
/// @param by who was faster; empty where nobody was
public record EntryView(
    Entry entry,
    String institution,
    List<Contact> contacts,
    List<Who> people,
    Form form,
    Merge merge,
    String by) {
  public EntryView {
    contacts = List.copyOf(contacts);
    people = List.copyOf(people);
  }

  public Map<String, String> theirs() {
    return merge.theirs();
  }
}
