package org.handsel.readiness.facts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.handsel.wiki.dump.DumpReading;
import org.handsel.wiki.dump.DumpSite;
import org.handsel.wiki.dump.PartsHandler;
import org.handsel.wiki.markup.MarkupWords;
import org.handsel.wiki.markup.Namespaces;
import org.handsel.wiki.profile.WikiProfile;
import org.handsel.wiki.profile.WikiProfiles;
import org.jspecify.annotations.Nullable;

/// Turns a dump into facts: parts of it on several threads, what comes of them in order.
final class FactsHandler implements PartsHandler<FactsPart>, AutoCloseable {
  private final @Nullable String wiki;
  private final Map<String, String> aliases;
  private final FactsWriter writer;
  private final Map<String, String> templateRedirects = new LinkedHashMap<>();
  private final Map<String, String> learnt = new TreeMap<>();
  private final NamePool called = new NamePool();
  private final ForeignCategories foreign = new ForeignCategories();

  private DumpSite site = DumpSite.UNKNOWN;
  private FactsContext context =
      new FactsContext(
          WikiProfiles.of("default"),
          new Namespaces(Map.of(), true),
          MarkupWords.ENGLISH,
          Map.of(),
          Set.of());
  private String name = "";
  private String categoryNamespace = "Category";
  private long memberships;
  private boolean missed;

  /// @param wiki code that counts more than what the dump says, or null
  /// @param aliases redirects of templates that the profile does not know, with their targets
  FactsHandler(@Nullable String wiki, Map<String, String> aliases, FactsFolder folder) {
    this.wiki = wiki;
    this.aliases = aliases;
    this.writer = new FactsWriter(folder);
  }

  @Override
  public void site(DumpSite told) {
    site = told;
    name = name(told);
    WikiProfile profile = WikiProfiles.of(name);
    boolean asTold = wiki == null || name.equals(told.database());
    String language =
        wiki == null && !told.language().isEmpty() ? told.language() : profile.language();
    Namespaces namespaces =
        Namespaces.of(language, asTold ? told.namespaces() : Map.of(), told.firstLetter());
    categoryNamespace = categoryName(asTold ? told.namespaces() : Map.of(), language);
    Map<String, String> canonical = new LinkedHashMap<>(profile.templateNames());
    aliases.forEach(
        (alias, target) -> canonical.put(alias, canonical.getOrDefault(target, target)));
    context =
        new FactsContext(
            profile,
            namespaces,
            MarkupWords.of(language),
            Map.copyOf(canonical),
            MarkupWords.redirects(language));
  }

  private String name(DumpSite told) {
    if (wiki != null) {
      return wiki.endsWith("wiki") ? wiki : wiki.replace('-', '_') + "wiki";
    }
    if (!told.database().isEmpty()) {
      return told.database();
    }
    return told.language().isEmpty() ? "enwiki" : told.language().replace('-', '_') + "wiki";
  }

  private static String categoryName(Map<String, Integer> told, String language) {
    for (Map.Entry<String, Integer> namespace : told.entrySet()) {
      if (namespace.getValue() == Namespaces.CATEGORY) {
        return namespace.getKey();
      }
    }
    return Namespaces.name(language, Namespaces.CATEGORY).orElse("Category");
  }

  @Override
  public FactsPart part() {
    return new FactsPart(context, foreign.next());
  }

  @Override
  public boolean holds(FactsPart part) {
    learn(part);
    return !outdated(part);
  }

  @Override
  public void done(FactsPart part) {
    learn(part);
    missed |= outdated(part);
    part.called().forEach(called::add);
    writer.write(part.rows());
    memberships += part.memberships();
    foreign.add(part.foreign());
  }

  /// Takes over redirects that lead to a wanted template under a name not known before.
  private void learn(FactsPart part) {
    if (part.templateRedirects().isEmpty()) {
      return;
    }
    templateRedirects.putAll(part.templateRedirects());
    Map<String, String> unknown = unknownAliases();
    if (!unknown.isEmpty()) {
      missed |= unknown.keySet().stream().anyMatch(alias -> called.find(alias) >= 0);
      learnt.putAll(unknown);
      context = context.with(unknown);
    }
  }

  /// Whether a part calls a wanted template by a name that was not known when it was read.
  private boolean outdated(FactsPart part) {
    return part.context() != context
        && part.called().stream()
            .anyMatch(
                name -> learnt.containsKey(name) && !part.context().canonical().containsKey(name));
  }

  private Map<String, String> unknownAliases() {
    Map<String, String> unknown = new TreeMap<>();
    Map<String, String> canonical = context.canonical();
    templateRedirects.forEach((alias, target) -> {
      String end = target;
      for (int step = 0; step < 5 && !canonical.containsKey(end); step++) {
        end = templateRedirects.getOrDefault(end, end);
      }
      if (canonical.containsKey(end) && !canonical.containsKey(alias)) {
        unknown.put(alias, end);
      }
    });
    return unknown;
  }

  /// Redirects of the dump that lead to a wanted template under a name not known before.
  Map<String, String> learnt() {
    return learnt;
  }

  /// Whether pages that were read before such a redirect call the template by that name.
  boolean missed() {
    return missed;
  }

  Extraction result(DumpReading reading) {
    return new Extraction(
        name,
        site,
        context.profile(),
        reading,
        categoryNamespace,
        foreign.advice(name, memberships));
  }

  @Override
  public void close() {
    writer.close();
  }
}
