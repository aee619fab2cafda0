package org.handsel.readiness.audit;

import java.util.List;
import java.util.Map;
import org.handsel.platform.Json;
import org.jspecify.annotations.Nullable;

/// Findings on a category graph (C1, C6), whoever searched it: one machine that holds it, or many
/// of which none does. Not safe for threads.
public final class GraphFindings {
  private final Wording wording;
  private final String prefix;

  /// @param language of the wiki's content
  /// @param prefix of titles of categories, such as `Category:`
  public GraphFindings(String language, String prefix) {
    wording = new Wording(language);
    this.prefix = prefix;
  }

  /// C1 as a line of `findings.jsonl`.
  ///
  /// @param pageId of the first category, or null where it has no page
  /// @param component names of categories, in their order
  /// @param cut links to cut, child and parent
  /// @param smallest whether it was proven that fewer do not do
  public String circle(
      @Nullable Long pageId, List<String> component, List<List<String>> cut, boolean smallest) {
    return Json.line(wording.of(circle(prefix, pageId, component, cut, smallest)));
  }

  /// C6 as a line of `findings.jsonl`.
  ///
  /// @param title with the namespace
  /// @param ancestor above the category
  /// @param direct whether the category stands in it without others between
  public String below(long pageId, String title, String category, String ancestor, boolean direct) {
    return Json.line(wording.of(below(prefix, pageId, title, category, ancestor, direct)));
  }

  static Finding circle(
      String prefix,
      @Nullable Long pageId,
      List<String> component,
      List<List<String>> cut,
      boolean smallest) {
    String first = component.getFirst();
    // A single link to cut is an edit; which of several to begin with is for people to say.
    Map<String, Object> proposal = Map.of();
    if (cut.size() == 1) {
      String parent = prefix + cut.getFirst().getLast();
      proposal =
          Proposal.leaving(
              prefix + cut.getFirst().getFirst(), parent, Proposal.Summary.of("circle", parent));
    }
    return new Finding(
        "C1",
        pageId,
        prefix + first,
        "",
        Map.of("category", first, "component", component, "cut", cut, "smallest", smallest),
        proposal);
  }

  static Finding below(
      String prefix, long pageId, String title, String category, String ancestor, boolean direct) {
    return new Finding(
        "C6",
        pageId,
        title,
        "",
        Map.of("category", category, "ancestor", ancestor, "direct", direct),
        Proposal.leaving(
            title,
            prefix + ancestor,
            Proposal.Summary.of("below", prefix + ancestor, prefix + category)));
  }
}
