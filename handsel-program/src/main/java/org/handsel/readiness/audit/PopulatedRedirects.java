package org.handsel.readiness.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.handsel.readiness.facts.PageFacts;
import org.handsel.readiness.facts.WikiFacts;
import org.handsel.wiki.markup.CategoryLink;
import org.handsel.wiki.markup.Namespaces;
import org.handsel.wiki.markup.TemplateCall;
import org.handsel.wiki.profile.WikiProfile;

/// C8: categories that have moved, by a redirect or by a template that says so, and still have
/// members. Where the page says where to, every member whose text names the category is proposed to
/// follow, or to leave it where it stands in the new one already; of a category with very many
/// members the first ones, for then somebody should ask for a bot. What a template puts into the
/// category is mended in the template, which no edit of the member can do.
final class PopulatedRedirects implements PageAudit {
  /// Edits proposed for one category.
  private static final int MOST_EDITS = 500;

  /// Categories that lead to one another more often go in a circle.
  private static final int MOST_STEPS = 5;

  private final WikiFacts facts;
  private final WikiProfile profile;
  private final Map<String, Moved> moved = new LinkedHashMap<>();

  private static final class Moved {
    private final int category;
    private final List<PageFacts> members = new ArrayList<>();
    private String target = "";

    Moved(int category) {
      this.category = category;
    }
  }

  PopulatedRedirects(WikiFacts facts, WikiProfile profile) {
    this.facts = facts;
    this.profile = profile;
    for (int category = 0; category < facts.categories(); category++) {
      if (facts.isCategoryRedirect(category)) {
        moved.put(facts.categoryName(category), new Moved(category));
      }
    }
  }

  @Override
  public String id() {
    return "C8";
  }

  @Override
  public void page(Person page, Consumer<Finding> findings) {
    PageFacts read = page.facts();
    if (moved.isEmpty()) {
      return;
    }
    for (CategoryLink link : read.categories()) {
      Moved category = moved.get(link.category());
      if (category != null
          && category.members.size() < MOST_EDITS
          && (category.members.isEmpty()
              || !category.members.getLast().page().equals(read.page()))) {
        category.members.add(read);
      }
    }
    Moved own = read.page().namespace() == Namespaces.CATEGORY ? moved.get(read.bareTitle()) : null;
    if (own != null) {
      own.target = target(read);
    }
  }

  private String target(PageFacts page) {
    String target = page.page().redirect();
    for (TemplateCall call : page.templates()) {
      if (target.isEmpty() && profile.categoryRedirects().contains(call.name())) {
        String argument = call.arguments().getOrDefault("1", "").strip();
        target = TemplateCall.dynamic(argument) ? "" : argument;
      }
    }
    String name = target.replace('_', ' ').strip();
    name = name.startsWith(":") ? name.substring(1).strip() : name;
    // The template takes the name with or without the namespace.
    String bare = name.substring(name.indexOf(':') + 1).strip();
    return facts.categoryNamed(bare) >= 0 ? bare : name;
  }

  @Override
  public void end(Consumer<Finding> findings) {
    for (Moved category : moved.values()) {
      int members = facts.members(category.category);
      if (members > 0) {
        Optional<Integer> target = last(category);
        Map<String, Object> evidence = new LinkedHashMap<>();
        evidence.put("members", members);
        target.ifPresent(to -> evidence.put("target", facts.categoryName(to)));
        findings.accept(
            Found.category(
                id(),
                facts,
                category.category,
                evidence,
                target.map(to -> edits(category, to)).orElse(Map.of())));
      }
    }
  }

  /// Where the way ends that begins at a moved category; nowhere where it ends at none that has a
  /// page.
  private Optional<Integer> last(Moved first) {
    Moved category = first;
    for (int step = 0; step < MOST_STEPS; step++) {
      int target = facts.categoryNamed(category.target);
      if (category.target.isEmpty() || target < 0 || facts.categoryPage(target) < 0) {
        return Optional.empty();
      }
      Moved next = moved.get(category.target);
      if (next == null) {
        return Optional.of(target);
      }
      category = next;
    }
    return Optional.empty();
  }

  private Map<String, Object> edits(Moved category, int target) {
    String old = facts.categoryTitle(category.category);
    String other = facts.categoryTitle(target);
    Proposal.Summary why = Proposal.Summary.of("moved", old, other);
    List<Map<String, Object>> edits = new ArrayList<>();
    for (PageFacts member : category.members) {
      boolean there =
          member.categories().stream()
              .anyMatch(link -> link.category().equals(facts.categoryName(target)));
      String title = member.page().title();
      edits.add(
          there ? Proposal.leaving(title, old, why) : Proposal.moving(title, old, other, why));
    }
    return Proposal.all(edits);
  }

  @Override
  public Optional<String> unknown() {
    return facts.hasCategoryPages() || facts.memberships() == 0
        ? Optional.empty()
        : Optional.of("the dump holds no page of a category");
  }
}
