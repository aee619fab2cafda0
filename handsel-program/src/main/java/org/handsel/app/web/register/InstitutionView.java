package org.handsel.app.web.register;

import java.util.List;
import org.handsel.app.web.Difference;
import org.handsel.app.web.Form;
import org.handsel.partnership.contacts.Contact;
import org.handsel.partnership.register.Identifier;
import org.handsel.partnership.register.Institution;
import org.handsel.partnership.register.ProfileStatement;
import org.handsel.partnership.register.Proposal;
import org.handsel.partnership.register.Question;
import org.handsel.partnership.talks.Card;
import org.handsel.platform.History.Change;
import org.jspecify.annotations.Nullable;

/// An institution.
///
/// @param into the institution that it was merged into, or null
/// @param open how many questions nobody has answered
/// @param cards its partnerships
/// @param contacts people who are not erased
/// @param form that was sent and has to be corrected, or an empty one
/// @param opened which form is to be corrected: `contact`, `identifier`, `relation`, or the id of a
///   question
public record InstitutionView(
    Institution institution,
    @Nullable Institution into,
    List<Identifier> identifiers,
    List<Row> profile,
    int open,
    List<Related> related,
    List<Proposal> proposals,
    List<Card> cards,
    List<Contact> contacts,
    List<Done> history,
    Form form,
    String opened) {
  public InstitutionView {
    identifiers = List.copyOf(identifiers);
    profile = List.copyOf(profile);
    related = List.copyOf(related);
    proposals = List.copyOf(proposals);
    cards = List.copyOf(cards);
    contacts = List.copyOf(contacts);
    history = List.copyOf(history);
  }

  /// A question and its answer, if it has one.
  public record Row(Question question, @Nullable ProfileStatement statement) {}

  /// An affiliation as seen from the institution.
  ///
  /// @param up whether it belongs to the other, else the other belongs to it
  public record Related(boolean up, String kind, Institution other, @Nullable String evidence) {}

  /// A change with what it changed.
  ///
  /// @param undo whether it can be taken back
  public record Done(Change change, List<Difference> differences, boolean undo) {
    public Done {
      differences = List.copyOf(differences);
    }
  }
}
