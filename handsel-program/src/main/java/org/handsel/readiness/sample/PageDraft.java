package org.handsel.readiness.sample;

import java.util.ArrayList;
import java.util.List;

/// A page that is being written.
final class PageDraft {
  final int namespace;
  final String title;
  String redirect = "";
  String model = "wikitext";
  final StringBuilder text = new StringBuilder();

  /// Name and sort key of each membership that wikitext shows.
  final List<String[]> categories = new ArrayList<>();

  /// Categories into which templates put the page.
  final List<String> added = new ArrayList<>();

  boolean hidden;

  /// Item of Wikidata, where one is known.
  String item = "";

  /// @param title with the namespace
  PageDraft(int namespace, String title) {
    this.namespace = namespace;
    this.title = title;
  }

  static PageDraft article(String title) {
    return new PageDraft(0, title);
  }

  static PageDraft ofCategory(String name, String... parents) {
    PageDraft page = new PageDraft(14, "Kategorie:" + name);
    for (String parent : parents) {
      page.category(parent);
    }
    return page;
  }

  static PageDraft redirect(int namespace, String title, String target) {
    PageDraft page = new PageDraft(namespace, title);
    page.redirect = target;
    page.text.append("#WEITERLEITUNG [[").append(target.startsWith("Kategorie:") ? ":" : "");
    page.text.append(target).append("]]\n");
    return page;
  }

  PageDraft write(String wikitext) {
    text.append(wikitext);
    return this;
  }

  /// A category link and the membership that it makes.
  PageDraft category(String name) {
    return category(name, "");
  }

  PageDraft category(String name, String sortKey) {
    text.append("[[Kategorie:").append(name);
    if (!sortKey.isEmpty()) {
      text.append('|').append(sortKey);
    }
    text.append("]]\n");
    return member(name, sortKey);
  }

  /// A membership whose link stands in the text already, in whatever form.
  PageDraft member(String name, String sortKey) {
    categories.add(new String[] {name, sortKey});
    return this;
  }

  PageDraft item(String id) {
    item = id;
    return this;
  }

  /// A membership that a template makes.
  PageDraft added(String name) {
    added.add(name);
    return this;
  }
}
