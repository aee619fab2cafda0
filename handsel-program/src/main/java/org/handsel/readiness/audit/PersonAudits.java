package org.handsel.readiness.audit;

import java.util.List;
import org.handsel.authority.identifier.Identifiers;
import org.handsel.readiness.facts.WikiFacts;
import org.handsel.text.Dates;
import org.handsel.wiki.profile.WikiProfile;

/// The audits that look at pages one by one, in the order of their findings.
final class PersonAudits {
  private PersonAudits() {}

  /// @param library what stands outside of the wiki
  /// @param whole whether all pages of the wiki are there, so that a missing page is a red link
  static List<PageAudit> of(WikiFacts facts, WikiProfile profile, boolean whole, Library library) {
    Dates dates = Dates.load();
    Identifiers identifiers = Identifiers.load();
    LibraryLinks links = new LibraryLinks(identifiers, profile, library);
    return List.of(
        new PopulatedRedirects(facts, profile),
        new CategorySyntax(facts, profile),
        new MissingPersonData(profile),
        new PersonDataFields(profile),
        new UnreadableDates(dates, profile),
        new Contradictions(dates, profile),
        new Lifespans(dates, profile),
        new NameAndSortKey(profile),
        new PlaceLinks(facts, profile, whole),
        new SamePerson(profile),
        new MissingIdentifiers(profile),
        new MalformedIdentifiers(identifiers, profile),
        new SharedIdentifiers(identifiers, profile),
        new KindMismatch(links),
        new LocalAgainstWikidata(identifiers, profile, library),
        new MovedRecords(links),
        new AvoidableMissing(profile, library),
        new UnusableRecords(links));
  }
}
