package org.handsel.rights.conditions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.handsel.platform.ResourceTable;

/// One way in which a clause states a condition.
///
/// @param id the condition
/// @param anchor concept that carries it
/// @param with of each group one concept has to stand in the clause
/// @param without concepts that give the anchor another sense
/// @param sure whether the clause says it even without a word of demand
/// @param acrossClauses whether its parts may stand on both sides of a "but"
/// @param denies whether a "no" belongs to the condition ("no cropping") and does not cancel it
record Rule(
    String id,
    String anchor,
    List<Set<String>> with,
    Set<String> without,
    boolean sure,
    boolean denies,
    boolean acrossClauses) {

  static List<Rule> load() {
    List<Rule> rules = new ArrayList<>();
    for (ResourceTable.Row row :
        ResourceTable.read(
                Rule.class,
                "rules.tsv",
                "id",
                "anchor",
                "with",
                "without",
                "strength",
                "negation",
                "scope")
            .rows()) {
      rules.add(
          new Rule(
              row.cell(0),
              row.cell(1),
              row.list(2).stream()
                  .map(group -> Set.copyOf(Arrays.asList(group.split("/"))))
                  .toList(),
              Set.copyOf(row.list(3)),
              row.cell(4).equals("sure"),
              row.cell(5).equals("belongs"),
              row.cell(6).equals("sentence")));
    }
    return List.copyOf(rules);
  }

  boolean meets(Set<String> concepts) {
    return concepts.contains(anchor)
        && with.stream().allMatch(group -> group.stream().anyMatch(concepts::contains))
        && without.stream().noneMatch(concepts::contains);
  }
}
