package org.handsel.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Asks a wiki what it would say to a plan, before anything is sent. Used by one thread.
final class WikiCheck {
  private static final int AT_ONCE = 500;
  private static final Pattern LINK = Pattern.compile("\\[\\[([^\\[\\]]+)\\]\\]");
  private static final Set<String> CODES =
      Set.of(
          "TITLE_TAKEN",
          "TITLE_REFUSED",
          "ON_WIKI",
          "ALREADY_THERE",
          "CATEGORY_MISSING",
          "TEMPLATE_MISSING");

  private final WikiFacts wiki;
  private final Set<String> existing = new HashSet<>();
  private final Map<String, List<String>> onWiki = new HashMap<>();

  private WikiCheck(WikiFacts wiki) {
    this.wiki = wiki;
  }

  /// Asks for what the plan uses, many at once, while it is read; kept are categories, templates
  /// and what the wiki has.
  static WikiCheck ask(WikiFacts wiki, ReleaseFolder folder) {
    WikiCheck check = new WikiCheck(wiki);
    Asked pages = new Asked(batch -> check.existing.addAll(wiki.existing(batch)));
    Asked sha1s = new Asked(batch -> check.onWiki.putAll(wiki.filesBySha1(batch)));
    Set<String> names = new HashSet<>();
    try (Stream<PlanEntry> plan = folder.read()) {
      plan.filter(entry -> !entry.title().isEmpty())
          .forEach(entry -> {
            pages.add(entry.title());
            PageNames page = PageNames.of(entry.wikitext());
            Stream.concat(page.categories().stream(), page.templates().stream())
                .filter(names::add)
                .forEach(pages::add);
            if (!entry.sha1().isEmpty()) {
              sha1s.add(entry.sha1());
            }
          });
    }
    pages.ask();
    sha1s.ask();
    return check;
  }

  /// Names that wait until there are enough of them to ask.
  private static final class Asked {
    private final Set<String> waiting = new LinkedHashSet<>();
    private final Consumer<List<String>> asking;

    Asked(Consumer<List<String>> asking) {
      this.asking = asking;
    }

    void add(String name) {
      waiting.add(name);
      if (waiting.size() == AT_ONCE) {
        ask();
      }
    }

    void ask() {
      if (!waiting.isEmpty()) {
        asking.accept(List.copyOf(waiting));
        waiting.clear();
      }
    }
  }

  /// The entry with what the wiki says now; what it said earlier is forgotten.
  PlanEntry check(PlanEntry entry) {
    List<PlanEntry.Check> checks = new ArrayList<>();
    entry.checks().stream().filter(check -> !CODES.contains(check.code())).forEach(checks::add);
    if (!entry.title().isEmpty()) {
      bytes(entry, checks);
      title(entry, checks);
      names(entry, checks);
    }
    return entry.with(checks);
  }

  private void bytes(PlanEntry entry, List<PlanEntry.Check> checks) {
    List<String> titles = onWiki.getOrDefault(entry.sha1(), List.of());
    if (titles.isEmpty()) {
      return;
    }
    if (titles.contains(entry.title())) {
      checks.add(
          Checks.warning(
              "ALREADY_THERE",
              "the wiki holds this very file under this title: nothing will be sent."));
    } else {
      checks.add(
          Checks.error(
              "ON_WIKI",
              "the wiki holds the same file as [[%s]]. It is not sent again; add to that page what it lacks."
                  .formatted(String.join("]], [[", titles))));
    }
  }

  /// Titles that a check's message links to, in its order.
  static List<String> linked(String message) {
    return LINK.matcher(message).results().map(link -> link.group(1)).toList();
  }

  private void title(PlanEntry entry, List<PlanEntry.Check> checks) {
    boolean same = onWiki.getOrDefault(entry.sha1(), List.of()).contains(entry.title());
    if (existing.contains(entry.title())) {
      if (!same) {
        checks.add(
            Checks.error(
                "TITLE_TAKEN",
                "the wiki has another file called %s. Change the pattern \"filename\" in the profile, so that titles say more."
                    .formatted(Checks.quote(entry.title()))));
      }
      return;
    }
    // One call for each title: asked only where the answer can still matter.
    if (checks.stream().noneMatch(Checks::blocking)) {
      Optional<String> refusal = wiki.titleRefusal(entry.title());
      refusal.ifPresent(reason ->
          checks.add(
              Checks.error(
                  "TITLE_REFUSED",
                  "the wiki refuses the title %s: %s. Give it a title that says what the picture shows."
                      .formatted(Checks.quote(entry.title()), reason))));
    }
  }

  private void names(PlanEntry entry, List<PlanEntry.Check> checks) {
    PageNames names = PageNames.of(entry.wikitext());
    for (String category : names.categories()) {
      if (!existing.contains(category)) {
        checks.add(
            Checks.warning(
                "CATEGORY_MISSING",
                "%s does not exist on the wiki. Create it, or correct the mapping table."
                    .formatted(category)));
      }
    }
    for (String template : names.templates()) {
      if (!existing.contains(template)) {
        String message =
            "%s does not exist on the wiki. Create it, or use another.".formatted(template);
        checks.add(
            names.essential().contains(template)
                ? Checks.error("TEMPLATE_MISSING", message)
                : Checks.warning("TEMPLATE_MISSING", message));
      }
    }
  }
}
