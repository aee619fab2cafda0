package org.handsel.readiness.audit;

import java.util.List;
import java.util.Map;
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
      findings.accept(
          Found.category(
              id(),
              facts,
              cycle.categories().getFirst(),
              Map.of("component", component, "cut", cut, "smallest", cycle.smallest()),
              cutting(facts, cycle)));
    }
  }

  /// A single link to cut is an edit; which of several to begin with is for people to say.
  private static Map<String, Object> cutting(WikiFacts facts, Cycle cycle) {
    if (cycle.cut().size() != 1) {
      return Map.of();
    }
    return Proposal.leaving(
        facts.categoryTitle(cycle.cut().getFirst().child()),
        facts.categoryTitle(cycle.cut().getFirst().parent()),
        Proposal.Summary.of("circle", facts.categoryTitle(cycle.cut().getFirst().parent())));
  }
}
