package org.handsel.readiness.facts;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.handsel.wiki.dump.DumpHandler;
import org.handsel.wiki.dump.DumpPage;
import org.handsel.wiki.dump.DumpReading;
import org.handsel.wiki.dump.DumpSite;
import org.handsel.wiki.markup.Markup;
import org.handsel.wiki.markup.MarkupWords;
import org.handsel.wiki.markup.Namespaces;
import org.handsel.wiki.markup.PageMarkup;
import org.handsel.wiki.markup.TemplateCall;
import org.handsel.wiki.profile.WikiProfile;
import org.handsel.wiki.profile.WikiProfiles;
import org.jspecify.annotations.Nullable;

/// Turns the pages of a dump into facts, one after the other.
final class FactsHandler implements DumpHandler, AutoCloseable {
  private static final PageMarkup NOTHING = new PageMarkup(List.of(), List.of(), List.of(), false);
  private static final int LONGEST_REDIRECT = 600;

  private final @Nullable String wiki;
  private final Map<String, String> aliases;
  private final FactsWriter writer;
  private final Map<String, String> templateRedirects = new LinkedHashMap<>();
  private final ForeignCategories foreign = new ForeignCategories();
  private final Leads leads = new Leads();

  private DumpSite site = DumpSite.UNKNOWN;
  private WikiProfile profile = WikiProfiles.of("default");
  private Namespaces namespaces = new Namespaces(Map.of(), true);
  private Markup markup = new Markup(namespaces, List.of(), MarkupWords.ENGLISH);
  private Map<String, String> canonical = Map.of();
  private Set<String> redirectWords = Set.of();
  private String name = "";
  private String categoryNamespace = "Category";
  private long memberships;

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
    profile = WikiProfiles.of(name);
    boolean asTold = wiki == null || name.equals(told.database());
    String language =
        wiki == null && !told.language().isEmpty() ? told.language() : profile.language();
    namespaces = Namespaces.of(language, asTold ? told.namespaces() : Map.of(), told.firstLetter());
    categoryNamespace = categoryName(asTold ? told.namespaces() : Map.of(), language);
    canonical = new LinkedHashMap<>(profile.templateNames());
    aliases.forEach(
        (alias, target) -> canonical.put(alias, canonical.getOrDefault(target, target)));
    markup = new Markup(namespaces, canonical.keySet(), MarkupWords.of(language));
    redirectWords = MarkupWords.redirects(language);
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
  public void page(DumpPage page) {
    int namespace = namespace(page);
    String title = page.title();
    if (!page.isWikitext()) {
      writer.write(
          new PageFact(page.id(), namespace, title, page.redirect(), page.model()), NOTHING, "");
      return;
    }
    PageMarkup read = resolved(markup.read(page.buffer(), page.from(), page.to()));
    memberships += read.categories().size();
    String redirect = redirect(page);
    if (namespace == Namespaces.TEMPLATE && !redirect.isEmpty()) {
      templateRedirects.put(bare(title), bare(redirect));
    }
    boolean article = namespace == 0 && redirect.isEmpty();
    if (article && read.categories().isEmpty()) {
      foreign.look(page.buffer(), page.from(), page.to());
    }
    String lead =
        article && isBiography(read) ? leads.of(page.buffer(), page.from(), page.to()) : "";
    writer.write(new PageFact(page.id(), namespace, title, redirect, page.model()), read, lead);
  }

  private int namespace(DumpPage page) {
    if (page.namespace() != DumpPage.UNTOLD) {
      return page.namespace();
    }
    int colon = page.title().indexOf(':');
    return colon <= 0 ? 0 : namespaces.number(page.title().substring(0, colon)).orElse(0);
  }

  /// Title without namespace, in the form in which it is stored.
  private String bare(String title) {
    int colon = title.indexOf(':');
    return namespaces.title(title.substring(colon + 1));
  }

  private PageMarkup resolved(PageMarkup read) {
    if (read.templates().isEmpty()) {
      return read;
    }
    List<TemplateCall> calls = new ArrayList<>(read.templates().size());
    for (TemplateCall call : read.templates()) {
      calls.add(
          new TemplateCall(canonical.getOrDefault(call.name(), call.name()), call.arguments()));
    }
    return new PageMarkup(read.categories(), calls, read.defaultSorts(), read.hidden());
  }

  private boolean isBiography(PageMarkup read) {
    String personData = profile.personData().map(WikiProfile.PersonData::template).orElse("\n");
    return read.templates().stream().anyMatch(call -> call.name().equals(personData))
        || read.categories().stream().anyMatch(link -> profile.biography().tells(link.category()));
  }

  /// Dumps before 2009 and files of wikitext do not say what leads where; their text does.
  private String redirect(DumpPage page) {
    if (!page.redirect().isEmpty()
        || page.to() - page.from() < 5
        || page.buffer()[page.from()] != '#') {
      return page.redirect();
    }
    int length = Math.min(page.to() - page.from(), LONGEST_REDIRECT);
    String text = new String(page.buffer(), page.from(), length, StandardCharsets.UTF_8);
    String begins = text.toLowerCase(Locale.ROOT);
    int open = text.indexOf("[[");
    int close = text.indexOf("]]");
    if (open < 0 || close < open || redirectWords.stream().noneMatch(begins::startsWith)) {
      return "";
    }
    String target = text.substring(open + 2, close);
    int end = Math.min(indexOrEnd(target, '|'), indexOrEnd(target, '#'));
    return target.substring(0, end).replace('_', ' ').strip();
  }

  private static int indexOrEnd(String text, char c) {
    int index = text.indexOf(c);
    return index < 0 ? text.length() : index;
  }

  /// Redirects of the dump that lead to a template of the profile under a name not known before.
  Map<String, String> unknownAliases() {
    Map<String, String> unknown = new TreeMap<>();
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

  Extraction result(DumpReading reading) {
    return new Extraction(
        name, site, profile, reading, categoryNamespace, foreign.advice(name, memberships));
  }

  @Override
  public void close() {
    writer.close();
  }
}
