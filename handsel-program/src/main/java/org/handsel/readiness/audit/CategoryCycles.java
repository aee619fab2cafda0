package org.handsel.readiness.audit;

import java.util.List;
import java.util.function.Consumer;
import org.handsel.readiness.facts.WikiFacts;
import org.handsel.readiness.graph.Cycle;
import org.handsel.readiness.graph.Cycles;
import org.handsel.wiki.profile.WikiProfile;

/// C1: categories that stand in themselves, directly or through others. One finding for each
/// strongly connected component, with the smallest set of links to cut.
final class CategoryCycles implements Audit {
  @Override
  public String id() {
    return "C1";
  }

  @Override
  public boolean needsCategoryPages() {
    return true;
  }

  @Override
  public void run(WikiFacts facts, WikiProfile profile, Consumer<Finding> findings) {
    for (Cycle cycle : Cycles.of(facts.categoryGraph())) {
      List<String> component = cycle.categories().stream().map(facts::categoryName).toList();
      List<List<String>> cut =
          cycle.cut().stream()
              .map(link ->
                  List.of(facts.categoryName(link.child()), facts.categoryName(link.parent())))
              .toList();
      int page = facts.categoryPage(cycle.categories().getFirst());
      findings.accept(
          GraphFindings.circle(
              facts.categoryTitle(""),
              page < 0 ? null : facts.id(page),
              component,
              cut,
              cycle.smallest()));
    }
  }
}
