package org.handsel.readiness.facts;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import org.handsel.readiness.graph.CategoryGraph;

/// Pages, categories and memberships of a wiki in memory, some 40 bytes a page and 4 a membership.
///
/// Pages have numbers from 0 in the order of `pages.tsv`. Categories have numbers of their own:
/// every name that is in use or has a page. Immutable; safe for threads.
public final class WikiFacts {
  private static final int CATEGORY = 14;

  private final NamePool names;
  private final NamePool categoryNames;
  private final long[] ids;
  private final short[] namespaces;
  private final int[] titles;
  private final int[] pageOfTitle;
  private final BitSet redirects;
  private final int[] firstMembership;
  private final int[] memberships;
  private final int[] categoryPages;
  private final BitSet hidden;
  private final BitSet disambiguation;
  private final BitSet categoryRedirects;
  private final BitSet nonDiffusing;
  private final CategoryGraph graph;
  private final Map<Integer, String> prefixes;
  private final int[] members;

  WikiFacts(WikiFactsLoader load) {
    names = load.names;
    categoryNames = load.categoryNames;
    int pages = load.pages;
    ids = Arrays.copyOf(load.ids, pages);
    namespaces = Arrays.copyOf(load.namespaces, pages);
    titles = Arrays.copyOf(load.titles, pages);
    redirects = load.redirects;
    firstMembership = Arrays.copyOf(load.firstMembership, pages + 1);
    memberships = Arrays.copyOf(load.memberships, load.membershipCount);
    hidden = load.hidden;
    prefixes = Map.copyOf(load.prefixes);
    disambiguation = load.disambiguation;
    categoryRedirects = load.categoryRedirects;
    nonDiffusing = load.nonDiffusing;
    pageOfTitle = new int[names.size()];
    Arrays.fill(pageOfTitle, -1);
    // Of two pages with one title the first is the one that links lead to.
    for (int page = pages - 1; page >= 0; page--) {
      pageOfTitle[titles[page]] = page;
    }
    for (int page = 0; page < pages; page++) {
      if (namespaces[page] == CATEGORY) {
        categoryNames.add(title(page));
      }
    }
    categoryPages = new int[categoryNames.size()];
    members = new int[categoryNames.size()];
    for (int category = 0; category < categoryPages.length; category++) {
      categoryPages[category] = page(CATEGORY, categoryNames.get(category));
    }
    for (int membership : memberships) {
      members[membership]++;
    }
    graph = graph();
  }

  private CategoryGraph graph() {
    CategoryGraph.Builder builder = new CategoryGraph.Builder();
    for (int category = 0; category < categoryPages.length; category++) {
      int page = categoryPages[category];
      for (int i = 0; page >= 0 && i < categoryCount(page); i++) {
        builder.link(category, category(page, i));
      }
    }
    return builder.build(categoryPages.length);
  }

  public int pages() {
    return ids.length;
  }

  public long id(int page) {
    return ids[page];
  }

  public int namespace(int page) {
    return namespaces[page];
  }

  /// Title without the namespace.
  public String title(int page) {
    return titleOf(names.get(titles[page]));
  }

  /// Title with the namespace.
  public String fullTitle(int page) {
    String prefix = prefixes.getOrDefault((int) namespaces[page], "");
    return prefix + title(page);
  }

  /// Title with the namespace of a category, whether it has a page or not.
  public String categoryTitle(int category) {
    return prefixes.getOrDefault(CATEGORY, "Category:") + categoryName(category);
  }

  public boolean isRedirect(int page) {
    return redirects.get(page);
  }

  /// Whether it stands in the main namespace and is no redirect.
  public boolean isArticle(int page) {
    return namespaces[page] == 0 && !redirects.get(page);
  }

  public boolean isDisambiguation(int page) {
    return disambiguation.get(page);
  }

  /// The page with that title, or -1.
  public int page(int namespace, String title) {
    int name = names.find(key(namespace, title));
    return name < 0 ? -1 : pageOfTitle[name];
  }

  /// Whether pages of categories are there at all; parts of a dump often lack them.
  public boolean hasCategoryPages() {
    for (int page : categoryPages) {
      if (page >= 0) {
        return true;
      }
    }
    return false;
  }

  /// How many category links a page has; a repeated one counts again.
  public int categoryCount(int page) {
    return firstMembership[page + 1] - firstMembership[page];
  }

  public int category(int page, int index) {
    return memberships[firstMembership[page] + index];
  }

  /// Category links of all pages.
  public int memberships() {
    return memberships.length;
  }

  public int categories() {
    return categoryPages.length;
  }

  public String categoryName(int category) {
    return categoryNames.get(category);
  }

  /// Number of the category with that name, or -1.
  public int categoryNamed(String name) {
    return categoryNames.find(name);
  }

  /// The page of a category, or -1.
  public int categoryPage(int category) {
    return categoryPages[category];
  }

  /// How many links put pages into a category.
  public int members(int category) {
    return members[category];
  }

  public boolean isHidden(int category) {
    return flag(hidden, category);
  }

  public boolean isCategoryRedirect(int category) {
    return flag(categoryRedirects, category)
        || categoryPages[category] >= 0 && redirects.get(categoryPages[category]);
  }

  /// Whether members of a category stay in its parents too.
  public boolean isNonDiffusing(int category) {
    return flag(nonDiffusing, category);
  }

  private boolean flag(BitSet pages, int category) {
    return categoryPages[category] >= 0 && pages.get(categoryPages[category]);
  }

  /// Which category stands in which.
  public CategoryGraph categoryGraph() {
    return graph;
  }

  static String key(int namespace, String title) {
    return namespace + ":" + title;
  }

  private static String titleOf(String key) {
    return key.substring(key.indexOf(':') + 1);
  }
}
