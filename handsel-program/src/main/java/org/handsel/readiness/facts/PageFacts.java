package org.handsel.readiness.facts;

import java.util.List;
import org.handsel.wiki.markup.CategoryLink;
import org.handsel.wiki.markup.Oddity;
import org.handsel.wiki.markup.TemplateCall;

/// A page with everything that the facts say of it.
///
/// @param lead first words of a biography; empty elsewhere
/// @param oddities what of an article is not written as is usual
public record PageFacts(
    PageFact page,
    List<CategoryLink> categories,
    List<TemplateCall> templates,
    List<String> defaultSorts,
    boolean hidden,
    String lead,
    List<Oddity> oddities) {

  /// Whether it stands in the main namespace and is no redirect.
  public boolean isArticle() {
    return page.namespace() == 0 && page.redirect().isEmpty();
  }

  /// Title without the namespace.
  public String bareTitle() {
    return WikiFactsLoader.bare(page.namespace(), page.title());
  }
}
