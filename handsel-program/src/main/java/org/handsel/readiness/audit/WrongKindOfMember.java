package org.handsel.readiness.audit;

import java.util.Map;
import java.util.function.Consumer;
import org.handsel.readiness.facts.WikiFacts;
import org.handsel.wiki.profile.WikiProfile;

/// C13: disambiguation pages and redirects in categories in which articles stand. A redirect with
/// person data stands for a person of its own and is left out where its categories are a life's.
final class WrongKindOfMember implements Audit {
  @Override
  public String id() {
    return "C13";
  }

  @Override
  public void run(WikiFacts facts, WikiProfile profile, Consumer<Finding> findings) {
    boolean[] content = ContentCategories.of(facts, profile);
    for (int page = 0; page < facts.pages(); page++) {
      boolean redirect = facts.isRedirect(page);
      if (facts.namespace(page) != 0 || !redirect && !facts.isDisambiguation(page)) {
        continue;
      }
      if (redirect && isPerson(facts, profile, page)) {
        continue;
      }
      for (int i = 0; i < facts.categoryCount(page); i++) {
        int category = facts.category(page, i);
        if (content[category]) {
          findings.accept(
              Found.page(
                  id(),
                  facts,
                  page,
                  Map.of(
                      "category",
                      facts.categoryName(category),
                      "kind",
                      redirect ? "redirect" : "disambiguation"),
                  Proposal.leaving(
                      facts.fullTitle(page),
                      facts.categoryTitle(category),
                      Proposal.Summary.of(
                          redirect ? "redirect" : "disambiguation",
                          facts.categoryTitle(category)))));
        }
      }
    }
  }

  private static boolean isPerson(WikiFacts facts, WikiProfile profile, int page) {
    for (int i = 0; i < facts.categoryCount(page); i++) {
      if (profile.biography().tells(facts.categoryName(facts.category(page, i)))) {
        return true;
      }
    }
    return false;
  }
}
