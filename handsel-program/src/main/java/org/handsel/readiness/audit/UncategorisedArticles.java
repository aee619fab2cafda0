package org.handsel.readiness.audit;

import java.util.Map;
import java.util.function.Consumer;
import org.handsel.readiness.facts.WikiFacts;
import org.handsel.wiki.profile.WikiProfile;

/// C2: articles without a category in their text. Templates may add categories that the text does
/// not show; disambiguation pages are left out where the wiki's profile says that theirs does.
final class UncategorisedArticles implements Audit {
  @Override
  public String id() {
    return "C2";
  }

  @Override
  public void run(WikiFacts facts, WikiProfile profile, Consumer<Finding> findings) {
    for (int page = 0; page < facts.pages(); page++) {
      if (facts.isArticle(page)
          && facts.categoryCount(page) == 0
          && !(profile.disambiguationCategorised() && facts.isDisambiguation(page))) {
        findings.accept(Found.page(id(), facts, page, Map.of()));
      }
    }
  }
}
