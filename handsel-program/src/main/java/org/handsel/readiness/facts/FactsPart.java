package org.handsel.readiness.facts;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.handsel.wiki.dump.DumpPage;
import org.handsel.wiki.dump.PartsHandler;
import org.handsel.wiki.markup.Markup;
import org.handsel.wiki.markup.Namespaces;
import org.handsel.wiki.markup.PageMarkup;
import org.handsel.wiki.markup.TemplateCall;
import org.handsel.wiki.profile.WikiProfile;

/// Turns the pages of a part of a dump into facts. Not safe for several threads at a time.
final class FactsPart implements PartsHandler.Part<FactsPart> {
  private static final PageMarkup NOTHING =
      new PageMarkup(List.of(), List.of(), List.of(), false, List.of());
  private static final int LONGEST_REDIRECT = 600;

  private final FactsContext context;
  private final Namespaces namespaces;
  private final Markup markup;
  private final Leads leads = new Leads();
  private final FactRows rows = new FactRows();
  private final Map<String, String> templateRedirects = new LinkedHashMap<>();
  private final ForeignCategories foreign;
  private long memberships;

  FactsPart(FactsContext context, ForeignCategories foreign) {
    this.context = context;
    this.foreign = foreign;
    namespaces = context.namespaces();
    markup = context.markup();
  }

  FactRows rows() {
    return rows;
  }

  /// Redirects among templates, without the namespace.
  Map<String, String> templateRedirects() {
    return templateRedirects;
  }

  ForeignCategories foreign() {
    return foreign;
  }

  long memberships() {
    return memberships;
  }

  /// What the part was read with.
  FactsContext context() {
    return context;
  }

  /// Names of all templates that its pages call.
  Set<String> called() {
    return markup.called();
  }

  @Override
  public FactsPart result() {
    return this;
  }

  @Override
  public void page(DumpPage page) {
    int namespace = namespace(page);
    String title = page.title();
    if (!page.isWikitext()) {
      rows.add(
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
    rows.add(new PageFact(page.id(), namespace, title, redirect, page.model()), read, lead);
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
          new TemplateCall(
              context.canonical().getOrDefault(call.name(), call.name()), call.arguments()));
    }
    return new PageMarkup(
        read.categories(), calls, read.defaultSorts(), read.hidden(), read.oddities());
  }

  private boolean isBiography(PageMarkup read) {
    String personData =
        context.profile().personData().map(WikiProfile.PersonData::template).orElse("\n");
    return read.templates().stream().anyMatch(call -> call.name().equals(personData))
        || read.categories().stream()
            .anyMatch(link -> context.profile().biography().tells(link.category()));
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
    if (open < 0
        || close < open
        || context.redirectWords().stream().noneMatch(begins::startsWith)) {
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
}
