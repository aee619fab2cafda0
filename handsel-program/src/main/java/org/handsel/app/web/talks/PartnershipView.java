package org.handsel.app.web.talks;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.handsel.app.web.Form;
import org.handsel.app.web.guide.Guide;
import org.handsel.partnership.contacts.Contact;
import org.handsel.partnership.register.Institution;
import org.handsel.partnership.talks.Card;
import org.handsel.partnership.talks.Entry;
import org.handsel.partnership.talks.RevisitRule;
import org.handsel.platform.Who;
import org.jspecify.annotations.Nullable;

/// A partnership.
///
/// @param card as on the board, with claim and warnings
/// @param entries a stretch of the timeline
/// @param older address of the next stretch; empty at the end
/// @param steps entries with a step that is to be done
/// @param contacts people of the institution who are not erased
/// @param names of contacts by id, for the timeline
/// @param revisit when to come back, or null
/// @param rules to choose from
/// @param told institutions by which it heard of the project, and which heard of it from it
/// @param people of the group who may be given a step
/// @param questions how many questions of the profile nobody has answered
/// @param today in the zone of the workbench
/// @param form that was sent and has to be corrected, or an empty one
/// @param opened which form is to be corrected: `log`, `answer`, `revisit`, … or empty
public record PartnershipView(
    Card card,
    Institution institution,
    List<Entry> entries,
    String older,
    List<Entry> steps,
    List<Contact> contacts,
    Map<String, String> names,
    @Nullable RevisitText revisit,
    List<RevisitRule> rules,
    List<Told> told,
    List<Who> people,
    int questions,
    Guide guide,
    LocalDate today,
    Form form,
    String opened) {
  public PartnershipView {
    entries = List.copyOf(entries);
    steps = List.copyOf(steps);
    contacts = List.copyOf(contacts);
    names = Map.copyOf(names);
    rules = List.copyOf(rules);
    told = List.copyOf(told);
    people = List.copyOf(people);
  }

  /// A referral.
  ///
  /// @param from whether this institution told the other
  public record Told(boolean from, String id, String name, LocalDate day, String note) {}

  /// When to come back, in the language of the page.
  ///
  /// @param counted how the day came about
  /// @param why the rule's reason
  /// @param said what the person who chose it wrote; may be empty
  public record RevisitText(
      LocalDate on,
      @Nullable LocalDate snoozedFrom,
      String cause,
      String counted,
      String why,
      String said,
      Who who) {}
}
