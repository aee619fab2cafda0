package org.handsel.readiness.facts;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.handsel.platform.HandselException;
import org.handsel.wiki.profile.WikiProfile;
import org.jspecify.annotations.Nullable;

/// Reads the files of a facts folder into memory, one after the other.
final class WikiFactsLoader {
  final NamePool names = new NamePool();
  final Map<Integer, String> prefixes = new HashMap<>();
  final NamePool categoryNames = new NamePool();
  long[] ids = new long[1024];
  short[] namespaces = new short[1024];
  int[] titles = new int[1024];
  final BitSet redirects = new BitSet();
  int pages;
  int[] firstMembership = new int[1025];
  int[] memberships = new int[4096];
  int membershipCount;
  final BitSet hidden = new BitSet();
  final BitSet disambiguation = new BitSet();
  final BitSet categoryRedirects = new BitSet();
  final BitSet nonDiffusing = new BitSet();

  private final FactsFolder folder;
  private final WikiProfile profile;

  WikiFactsLoader(FactsFolder folder, WikiProfile profile) {
    this.folder = folder;
    this.profile = profile;
  }

  WikiFacts load(FactsReading.@Nullable Memberships database) {
    FactsFolder.read(folder.pages(), FactsFolder.PAGES, this::page);
    firstMembership = new int[pages + 1];
    if (database == null) {
      Rows rows = new Rows(folder.categories());
      FactsFolder.read(
          folder.categories(),
          FactsFolder.CATEGORIES,
          cells -> membership(rows.page(cells.get(0)), cells.get(2)));
      for (int page = 0; page < pages; page++) {
        firstMembership[page + 1] += firstMembership[page];
      }
    } else {
      unordered(database);
    }
    Rows calls = new Rows(folder.templates());
    FactsFolder.read(
        folder.templates(),
        FactsFolder.TEMPLATES,
        cells -> call(calls.page(cells.get(0)), cells.get(2)));
    Rows marks = new Rows(folder.marks());
    FactsFolder.read(
        folder.marks(),
        FactsFolder.MARKS,
        cells -> {
          int page = marks.page(cells.get(0));
          hidden.set(page, hidden.get(page) || cells.get(2).equals("hidden"));
        });
    return new WikiFacts(this);
  }

  /// Sorts memberships by page; a membership takes 12 bytes until that is done.
  private void unordered(FactsReading.Memberships database) {
    Map<Long, Integer> pageOfId = new HashMap<>(pages * 2);
    for (int page = 0; page < pages; page++) {
      pageOfId.putIfAbsent(ids[page], page);
    }
    IntList pageNumbers = new IntList();
    IntList categoryNumbers = new IntList();
    database.each((pageId, category) -> {
      Integer page = pageOfId.get(pageId);
      if (page != null) {
        pageNumbers.add(page);
        categoryNumbers.add(categoryNames.add(category));
        firstMembership[page + 1]++;
      }
    });
    for (int page = 0; page < pages; page++) {
      firstMembership[page + 1] += firstMembership[page];
    }
    membershipCount = pageNumbers.size();
    memberships = new int[membershipCount];
    int[] next = Arrays.copyOf(firstMembership, pages);
    for (int i = 0; i < membershipCount; i++) {
      memberships[next[pageNumbers.get(i)]++] = categoryNumbers.get(i);
    }
  }

  private void page(List<String> cells) {
    if (pages == ids.length) {
      int larger = pages + (pages >> 1);
      ids = Arrays.copyOf(ids, larger);
      namespaces = Arrays.copyOf(namespaces, larger);
      titles = Arrays.copyOf(titles, larger);
    }
    ids[pages] = Long.parseLong(cells.get(0));
    namespaces[pages] = Short.parseShort(cells.get(1));
    titles[pages] =
        names.add(WikiFacts.key(namespaces[pages], bare(namespaces[pages], cells.get(2))));
    prefix(namespaces[pages], cells.get(2));
    redirects.set(pages, !cells.get(3).isEmpty());
    pages++;
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

  /// Memberships come in the order of pages, so that counting and storing go together.
  private void membership(int page, String category) {
    if (membershipCount == memberships.length) {
      memberships = Arrays.copyOf(memberships, membershipCount + (membershipCount >> 1));
    }
    memberships[membershipCount++] = categoryNames.add(category);
    firstMembership[page + 1]++;
  }

  private void call(int page, String template) {
    mark(disambiguation, profile.disambiguation(), page, template);
    mark(categoryRedirects, profile.categoryRedirects(), page, template);
    mark(nonDiffusing, profile.nonDiffusing(), page, template);
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

    int page(String id) {
      long wanted = Long.parseLong(id);
      while (page < pages && ids[page] != wanted) {
        page++;
      }
      if (page == pages) {
        throw HandselException.input(
            "%s: page %s is not in pages.tsv, or not in its order. Extract the facts again."
                .formatted(table, id));
      }
      return page;
    }
  }
}
