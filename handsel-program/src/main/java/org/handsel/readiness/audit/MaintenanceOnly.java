package org.handsel.readiness.audit;

import java.util.Map;
import java.util.function.Consumer;
import org.handsel.readiness.facts.WikiFacts;
import org.handsel.wiki.profile.WikiProfile;

/// C7: articles all of whose categories are hidden or serve the wiki's own work. Only the wiki's
/// database can tell, for templates put most pages into such categories.
final class MaintenanceOnly implements Audit {
  @Override
  public String id() {
    return "C7";
  }

  @Override
  public boolean needsDatabase() {
    return true;
  }

  @Override
  public void run(WikiFacts facts, WikiProfile profile, Consumer<Finding> findings) {
    for (int page = 0; page < facts.pages(); page++) {
      int count = facts.categoryCount(page);
      if (!facts.isArticle(page) || count == 0) {
        continue;
      }
      boolean content = false;
      for (int i = 0; i < count && !content; i++) {
        int category = facts.category(page, i);
        content = !facts.isHidden(category) && !profile.isMaintenance(facts.categoryName(category));
      }
      if (!content) {
        findings.accept(Found.page(id(), facts, page, Map.of("categories", count)));
      }
    }
  }
}
