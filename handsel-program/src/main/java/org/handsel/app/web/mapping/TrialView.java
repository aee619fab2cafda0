package org.handsel.app.web.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.handsel.collection.Item;
import org.handsel.collection.ItemRights;
import org.handsel.collection.LayerRights;
import org.handsel.collection.Value;
import org.handsel.collection.mapping.Problem;
import org.handsel.release.PageTrial;
import org.handsel.release.PlanEntry;
import org.jspecify.annotations.Nullable;

/// What the first records become.
///
/// @param name of the delivery
/// @param base address of the delivery's pages
/// @param fault why there is nothing to show; empty when there is
/// @param noPages why there are no pages; empty when there are
/// @param from number of the first record shown
public record TrialView(
    String name,
    String base,
    String fault,
    String noPages,
    List<Card> cards,
    List<Kind> problems,
    long records,
    boolean whole,
    long from,
    boolean wiki) {
  public TrialView {
    cards = List.copyOf(cards);
    problems = List.copyOf(problems);
  }

  /// An item and its page.
  ///
  /// @param values field, value and where it came from
  public record Card(
      long number,
      String id,
      String title,
      List<Line> values,
      String wikitext,
      List<Finding> findings) {}

  /// A value.
  ///
  /// @param text what the source said, where the value was made from it
  public record Line(String field, String value, String text, String path) {}

  /// Something worth a look.
  ///
  /// @param kind `error` or `warning`
  public record Finding(String kind, String code, String message) {}

  /// Problems of one class.
  public record Kind(String code, long count, List<Problem> examples) {
    public Kind {
      examples = List.copyOf(examples);
    }
  }

  public long next() {
    return from + Trial.SHOWN;
  }

  public long before() {
    return Math.max(1, from - Trial.SHOWN);
  }

  static TrialView fault(String name, String base, String fault, boolean wiki) {
    return new TrialView(name, base, fault, "", List.of(), List.of(), 0, false, 1, wiki);
  }

  static TrialView of(String name, String base, Trial trial, long from, boolean wiki) {
    return new TrialView(
        name,
        base,
        "",
        trial.pages(),
        trial.shown().stream().map(TrialView::card).toList(),
        trial.problems().stream()
            .map(kind -> new Kind(kind.code(), kind.count(), kind.examples()))
            .toList(),
        trial.records(),
        trial.whole(),
        from,
        wiki);
  }

  private static Card card(Trial.Shown shown) {
    Item item = shown.item();
    PageTrial page = shown.page();
    List<Finding> findings = new ArrayList<>();
    shown
        .problems()
        .forEach(problem ->
            findings.add(
                new Finding(
                    "warning",
                    problem.code(),
                    (problem.field().isEmpty() ? "" : problem.field() + ": ") + problem.reason())));
    if (page != null) {
      for (PlanEntry.Check check : page.checks()) {
        findings.add(new Finding(check.severity(), check.code(), check.message()));
      }
    }
    return new Card(
        shown.number(),
        item == null ? "" : item.id(),
        page == null ? "" : page.title(),
        item == null ? List.of() : lines(item),
        page == null ? "" : page.wikitext(),
        findings);
  }

  private static List<Line> lines(Item item) {
    List<Line> lines = new ArrayList<>();
    for (Map.Entry<String, List<Value>> field : item.fields().entrySet()) {
      for (Value value : field.getValue()) {
        String text = value.text();
        lines.add(
            new Line(
                field.getKey(),
                value.value(),
                text == null || text.equals(value.value()) ? "" : text,
                value.path()));
      }
    }
    ItemRights rights = item.rights();
    layer("rights.work", rights.work(), lines);
    layer("rights.reproduction", rights.reproduction(), lines);
    layer("rights.metadata", rights.metadata(), lines);
    return lines;
  }

  private static void layer(String name, @Nullable LayerRights layer, List<Line> lines) {
    if (layer == null || (layer.raw() == null && layer.uri() == null)) {
      return;
    }
    String uri = layer.uri();
    String raw = layer.raw();
    String path = layer.path();
    lines.add(
        new Line(
            name,
            uri == null ? String.valueOf(raw) : uri,
            uri == null || raw == null || raw.equals(uri) ? "" : raw,
            path == null ? "" : path));
  }
}
