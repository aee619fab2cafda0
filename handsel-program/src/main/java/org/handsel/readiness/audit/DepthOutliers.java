package org.handsel.readiness.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.handsel.readiness.facts.WikiFacts;
import org.handsel.readiness.graph.CategoryGraph;
import org.handsel.wiki.profile.WikiProfile;

/// C10: categories that stand far above or below their siblings: one of their parents is at least
/// four levels nearer to the root than another. Unknown where the wiki’s root category is not known
/// or not in the dump.
final class DepthOutliers implements Audit {
  private static final int FAR = 4;

  private boolean rootMissing;

  @Override
  public String id() {
    return "C10";
  }

  @Override
  public Optional<String> unknown() {
    return rootMissing
        ? Optional.of("the wiki’s root category is not known or not in the dump")
        : Optional.empty();
  }

  @Override
  public boolean needsCategoryPages() {
    return true;
  }

  @Override
  public void run(WikiFacts facts, WikiProfile profile, Consumer<Finding> findings) {
    int root = profile.rootCategory().map(facts::categoryNamed).orElse(-1);
    rootMissing = root < 0;
    if (rootMissing) {
      return;
    }
    CategoryGraph graph = facts.categoryGraph();
    int[] depths = graph.depths(root);
    for (int category = 0; category < facts.categories(); category++) {
      if (facts.isHidden(category)) {
        continue;
      }
      int upper = -1;
      int lower = -1;
      for (int i = 0; i < graph.parentCount(category); i++) {
        int parent = graph.parent(category, i);
        if (depths[parent] < 0 || facts.isHidden(parent)) {
          continue;
        }
        upper = upper < 0 || depths[parent] < depths[upper] ? parent : upper;
        lower = lower < 0 || depths[parent] > depths[lower] ? parent : lower;
      }
      if (upper >= 0 && depths[lower] - depths[upper] >= FAR) {
        findings.accept(outlier(facts, category, upper, lower, depths));
      }
    }
  }

  private Finding outlier(WikiFacts facts, int category, int upper, int lower, int[] depths) {
    Map<String, Object> evidence = new LinkedHashMap<>();
    evidence.put("upper", facts.categoryName(upper));
    evidence.put("upperDepth", depths[upper]);
    evidence.put("lower", facts.categoryName(lower));
    evidence.put("lowerDepth", depths[lower]);
    return Found.category(id(), facts, category, evidence);
  }
}
