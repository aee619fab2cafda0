package org.handsel.impact;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.handsel.platform.Progress;
import org.handsel.wiki.api.ApiFailure;
import org.handsel.wiki.api.Holdings;
import org.handsel.wiki.api.Reply;

/// The files of a category tree on a wiki, level by level. A category counts once, so that circles
/// end; what the wiki does not tell of a category is a problem, and the others go on.
final class LiveTree {
  private final Holdings holdings;
  private final LiveScope scope;
  private final List<DataProblem> problems;
  private final Set<String> files = new LinkedHashSet<>();
  private final Set<String> visited = new HashSet<>();
  private int deepest;
  private int cut;
  private int unknown;

  LiveTree(Holdings holdings, LiveScope scope, List<DataProblem> problems) {
    this.holdings = holdings;
    this.scope = scope;
    this.problems = problems;
    for (String one : scope.without()) {
      visited.add(category(one));
    }
  }

  static String category(String name) {
    return "Category:" + PageNames.underscored(name.replaceFirst("^[^:]*:", "")).replace('_', ' ');
  }

  Set<String> read(Progress progress) {
    List<String> level = List.of(category(scope.category()));
    visited.add(level.getFirst());
    for (int depth = 0; !level.isEmpty(); depth++) {
      deepest = depth;
      List<String> next = new ArrayList<>();
      for (String category : level) {
        members(category, depth, next);
        progress.step(0, category);
      }
      level = next;
    }
    if (cut > 0) {
      problems.add(
          new DataProblem(
              scope.category(),
              "TREE_DEEPER",
              Integer.toString(cut),
              "%,d subcategories lie deeper than %d levels; they are not counted"
                  .formatted(cut, scope.depth()),
              false));
    }
    return files;
  }

  private void members(String category, int depth, List<String> next) {
    switch (holdings.members(category)) {
      case Reply.No<List<Holdings.Member>>(ApiFailure failure) -> {
        unknown++;
        problems.add(
            new DataProblem(
                category,
                "NO_ANSWER",
                failure.code(),
                "its members are unknown: " + failure.sentence(),
                true));
      }
      case Reply.Value<List<Holdings.Member>>(List<Holdings.Member> members) -> {
        for (Holdings.Member member : members) {
          if (!member.category()) {
            files.add(member.title());
          } else if (depth == scope.depth()) {
            cut += visited.contains(category(member.title())) ? 0 : 1;
          } else if (visited.add(category(member.title()))) {
            next.add(category(member.title()));
          }
        }
      }
    }
  }

  /// Categories whose members are unknown.
  int unknown() {
    return unknown;
  }

  int categories() {
    return visited.size() - scope.without().size();
  }

  int deepest() {
    return deepest;
  }
}
