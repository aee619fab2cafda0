package org.handsel.readiness.audit;

import org.handsel.readiness.facts.WikiFacts;
import org.handsel.wiki.profile.WikiProfile;

/// Tells the categories of articles from those that serve the wiki's own work.
final class ContentCategories {
  private ContentCategories() {}

  /// By number, true for a category in which an article stands that is no disambiguation page, and
  /// that is neither hidden nor one of maintenance.
  static boolean[] of(WikiFacts facts, WikiProfile profile) {
    boolean[] content = new boolean[facts.categories()];
    for (int page = 0; page < facts.pages(); page++) {
      if (facts.isArticle(page) && !facts.isDisambiguation(page)) {
        for (int i = 0; i < facts.categoryCount(page); i++) {
          content[facts.category(page, i)] = true;
        }
      }
    }
    for (int category = 0; category < content.length; category++) {
      content[category] &=
          !facts.isHidden(category) && !profile.isMaintenance(facts.categoryName(category));
    }
    return content;
  }
}
