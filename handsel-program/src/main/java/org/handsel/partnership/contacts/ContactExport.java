package org.handsel.partnership.contacts;

import java.time.LocalDate;
import java.util.List;

/// Everything that is kept on one person, as the person may ask for it.
public record ContactExport(Contact contact, List<Consent> consents, List<Mention> mentions) {
  public ContactExport {
    consents = List.copyOf(consents);
    mentions = List.copyOf(mentions);
  }

  /// An entry of a timeline in which the person took part.
  public record Mention(LocalDate day, String kind, String direction, String text) {}
}
