package org.handsel.readiness.facts;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.handsel.platform.HandselException;
import org.handsel.wiki.profile.WikiProfile;

/// Reads the files of a facts folder into memory, one after the other. Pages are counted first, so
/// that what is held of them has its size from the beginning.
final class WikiFactsLoader {
  final NamePool names = new NamePool();
  final Map<Integer, String> prefixes = new HashMap<>();
  final NamePool categoryNames = new NamePool();
  final WikiFacts.PageFlags flags = new WikiFacts.PageFlags();
  final long[] ids;
  final short[] namespaces;
  final int[] titles;
  final int[] firstMembership;
  final IntList memberships = new IntList();

  private final FactsFolder folder;
  private final WikiProfile profile;
  private int pages;

  WikiFactsLoader(FactsFolder folder, WikiProfile profile) {
    this.folder = folder;
    this.profile = profile;
    int rows = FactsFolder.rows(folder.pages());
    ids = new long[rows];
    namespaces = new short[rows];
    titles = new int[rows];
    firstMembership = new int[rows + 1];
  }

  WikiFacts load() {
    pages();
    memberships();
    calls();
    try (FactsTable marks = new FactsTable(folder.marks(), FactsFolder.MARKS)) {
      Rows rows = new Rows(folder.marks());
      while (marks.next()) {
        if (marks.text(2).equals("hidden")) {
          flags.hidden().set(rows.page(marks.number(0)));
        }
      }
    }
    return new WikiFacts(this);
  }

  private void pages() {
    try (FactsTable table = new FactsTable(folder.pages(), FactsFolder.PAGES)) {
      for (; table.next(); pages++) {
        ids[pages] = table.number(0);
        namespaces[pages] = (short) table.number(1);
        String title = table.text(2);
        titles[pages] = names.add(WikiFacts.key(namespaces[pages], bare(namespaces[pages], title)));
        prefix(namespaces[pages], title);
        flags.redirects().set(pages, !table.isEmpty(3));
      }
    }
  }

  /// Memberships come in the order of pages, so that counting and storing go together.
  private void memberships() {
    try (FactsTable table = new FactsTable(folder.categories(), FactsFolder.CATEGORIES)) {
      Rows rows = new Rows(folder.categories());
      while (table.next()) {
        memberships.add(table.name(2, categoryNames));
        firstMembership[rows.page(table.number(0)) + 1]++;
      }
    }
    for (int page = 0; page < pages; page++) {
      firstMembership[page + 1] += firstMembership[page];
    }
  }

  private void calls() {
    try (FactsTable table = new FactsTable(folder.templates(), FactsFolder.TEMPLATES)) {
      Rows rows = new Rows(folder.templates());
      while (table.next()) {
        call(rows.page(table.number(0)), table.text(2));
      }
    }
  }

  private void prefix(int namespace, String title) {
    if (namespace != 0 && !prefixes.containsKey(namespace)) {
      prefixes.put(namespace, title.substring(0, title.indexOf(':') + 1));
    }
  }

  /// The title without its namespace, which stands before the first colon of every other one.
  static String bare(int namespace, String title) {
    int colon = namespace == 0 ? -1 : title.indexOf(':');
    return title.substring(colon + 1);
  }

  private void call(int page, String template) {
    mark(flags.disambiguation(), profile.disambiguation(), page, template);
    mark(flags.categoryRedirects(), profile.categoryRedirects(), page, template);
    mark(flags.nonDiffusing(), profile.nonDiffusing(), page, template);
  }

  private static void mark(BitSet pages, Set<String> templates, int page, String template) {
    if (templates.contains(template)) {
      pages.set(page);
    }
  }

  /// Follows the order of pages through another table.
  private final class Rows {
    private final Path table;
    private int page;

    Rows(Path table) {
      this.table = table;
    }

    int page(long wanted) {
      while (page < pages && ids[page] != wanted) {
        page++;
      }
      if (page == pages) {
        throw HandselException.input(
            "%s: page %s is not in pages.tsv, or not in its order. Extract the facts again."
                .formatted(table, wanted));
      }
      return page;
    }
  }
}
