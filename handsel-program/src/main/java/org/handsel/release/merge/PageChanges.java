package org.handsel.release.merge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What changed from one form of a page to another.
final class PageChanges {
  private PageChanges() {}

  static List<PageChange> between(PageParts old, PageParts now) {
    List<PageChange> changes = new ArrayList<>();
    templates(old, now, changes);
    categories(old, now, changes);
    List<String> before = old.lines().stream().map(line -> line.text(old.page())).toList();
    List<String> after = now.lines().stream().map(line -> line.text(now.page())).toList();
    for (LineChanges.Change change : LineChanges.between(before, after)) {
      changes.add(
          new PageChange(
              "text", String.join("\n", change.removed()), String.join("\n", change.added())));
    }
    return changes;
  }

  private static void templates(PageParts old, PageParts now, List<PageChange> changes) {
    Map<String, Piece.Call> before = old.calls();
    Map<String, Piece.Call> after = now.calls();
    Set<String> names = new LinkedHashSet<>(before.keySet());
    names.addAll(after.keySet());
    for (String name : names) {
      Piece.Call one = before.get(name);
      Piece.Call other = after.get(name);
      if (one == null || other == null) {
        add(
            changes,
            "template: " + name,
            one == null ? "" : one.text(old.page()),
            other == null ? "" : other.text(now.page()));
        continue;
      }
      Set<String> parameters = new LinkedHashSet<>();
      one.parameters().forEach(parameter -> parameters.add(parameter.name()));
      other.parameters().forEach(parameter -> parameters.add(parameter.name()));
      for (String parameter : parameters) {
        add(
            changes,
            name + ": " + parameter,
            one.parameter(parameter).map(found -> found.value(old.page())).orElse(""),
            other.parameter(parameter).map(found -> found.value(now.page())).orElse(""));
      }
    }
  }

  private static void categories(PageParts old, PageParts now, List<PageChange> changes) {
    Map<String, Piece.Category> before = old.categories();
    Map<String, Piece.Category> after = now.categories();
    Set<String> names = new LinkedHashSet<>(before.keySet());
    names.addAll(after.keySet());
    for (String name : names) {
      add(
          changes,
          "category: " + name,
          before.containsKey(name) ? before.get(name).text(old.page()) : "",
          after.containsKey(name) ? after.get(name).text(now.page()) : "");
    }
  }

  private static void add(List<PageChange> changes, String place, String before, String after) {
    if (!PageMerge.same(before, after)) {
      changes.add(new PageChange(place, before, after));
    }
  }
}
