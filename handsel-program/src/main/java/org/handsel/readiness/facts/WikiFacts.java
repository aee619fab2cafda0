package org.handsel.readiness.facts;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import org.handsel.readiness.graph.CategoryGraph;

/// Pages, categories and memberships of a wiki in memory, some 40 bytes a page and 4 a membership.
///
/// Pages have numbers from 0 in the order of `pages.tsv`. Categories have numbers of their own:
/// every name that is in use or has a page. Safe for threads once it is there.
public final class WikiFacts {
  private static final int CATEGORY = 14;

  private final NamePool names;
  private final NamePool categoryNames;
  private final long[] ids;
  private final short[] namespaces;
  private final int[] titles;
  private final int[] pageOfTitle;
  private final PageFlags flags;
  private final Map<Integer, String> prefixes;
  private final int[] firstMembership;
  private final IntList memberships;
  private final int[] categoryPages;
  private final int[] members;
  private final CategoryGraph graph;

  /// What was said of pages, by their numbers.
  ///
  /// @param hidden categories that say so in their text
  /// @param disambiguation pages
  /// @param categoryRedirects categories that say by a template that another is meant
  /// @param nonDiffusing categories whose members stay in their parents too
  record PageFlags(
      BitSet redirects,
      BitSet hidden,
      BitSet disambiguation,
      BitSet categoryRedirects,
      BitSet nonDiffusing) {
    PageFlags() {
      this(new BitSet(), new BitSet(), new BitSet(), new BitSet(), new BitSet());
    }
  }

  /// Takes over the arrays of a loader that has done its work.
  WikiFacts(WikiFactsLoader load) {
    names = load.names;
    categoryNames = load.categoryNames;
    ids = load.ids;
    namespaces = load.namespaces;
    titles = load.titles;
    flags = load.flags;
    firstMembership = load.firstMembership;
    memberships = load.memberships;
    prefixes = Map.copyOf(load.prefixes);
    pageOfTitle = new int[names.size()];
    Arrays.fill(pageOfTitle, -1);
    // Of two pages with one title the first is the one that links lead to.
    for (int page = ids.length - 1; page >= 0; page--) {
      pageOfTitle[titles[page]] = page;
    }
    for (int page = 0; page < ids.length; page++) {
      if (namespaces[page] == CATEGORY) {
        categoryNames.add(title(page));
      }
    }
    categoryPages = categoryPages();
    members = countMembers();
    graph = graph();
  }

  /// The same pages with other memberships.
  private WikiFacts(WikiFacts pages, int[] firstMembership, IntList memberships) {
    names = pages.names;
    categoryNames = pages.categoryNames;
    ids = pages.ids;
    namespaces = pages.namespaces;
    titles = pages.titles;
    flags = pages.flags;
    prefixes = pages.prefixes;
    pageOfTitle = pages.pageOfTitle;
    this.firstMembership = firstMembership;
    this.memberships = memberships;
    categoryPages = categoryPages();
    members = countMembers();
    graph = graph();
  }

  /// The same wiki with the memberships that its database holds; until they are sorted by page, one
  /// takes 12 bytes. What is known of a page stays as it is; categories that only the database
  /// knows become known here too, with the next numbers.
  public WikiFacts with(FactsReading.Memberships database) {
    PageIds pages = new PageIds(ids);
    IntList pageNumbers = new IntList();
    IntList categoryNumbers = new IntList();
    int[] first = new int[ids.length + 1];
    database.each((pageId, category) -> {
      int page = pages.find(pageId);
      if (page >= 0) {
        pageNumbers.add(page);
        categoryNumbers.add(categoryNames.add(category));
        first[page + 1]++;
      }
    });
    for (int page = 0; page < ids.length; page++) {
      first[page + 1] += first[page];
    }
    int[] sorted = new int[pageNumbers.size()];
    int[] next = Arrays.copyOf(first, ids.length);
    for (int i = 0; i < sorted.length; i++) {
      sorted[next[pageNumbers.get(i)]++] = categoryNumbers.get(i);
    }
    return new WikiFacts(this, first, IntList.of(sorted));
  }

  private int[] categoryPages() {
    int[] pages = new int[categoryNames.size()];
    for (int category = 0; category < pages.length; category++) {
      pages[category] = page(CATEGORY, categoryNames.get(category));
    }
    return pages;
  }

  private int[] countMembers() {
    int[] counts = new int[categoryNames.size()];
    for (int i = 0; i < memberships.size(); i++) {
      counts[memberships.get(i)]++;
    }
    return counts;
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
    return categoryTitle(categoryName(category));
  }

  /// Title with the namespace of the category with a name.
  public String categoryTitle(String name) {
    return prefixes.getOrDefault(CATEGORY, "Category:") + name;
  }

  public boolean isRedirect(int page) {
    return flags.redirects.get(page);
  }

  /// Whether it stands in the main namespace and is no redirect.
  public boolean isArticle(int page) {
    return namespaces[page] == 0 && !flags.redirects.get(page);
  }

  public boolean isDisambiguation(int page) {
    return flags.disambiguation.get(page);
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
    return memberships.get(firstMembership[page] + index);
  }

  /// Category links of all pages.
  public int memberships() {
    return memberships.size();
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
    return flag(flags.hidden, category);
  }

  public boolean isCategoryRedirect(int category) {
    return flag(flags.categoryRedirects, category)
        || categoryPages[category] >= 0 && flags.redirects.get(categoryPages[category]);
  }

  /// Whether members of a category stay in its parents too.
  public boolean isNonDiffusing(int category) {
    return flag(flags.nonDiffusing, category);
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
