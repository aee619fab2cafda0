package org.handsel.readiness.facts;

import java.util.function.Consumer;
import org.handsel.wiki.profile.WikiProfile;
import org.jspecify.annotations.Nullable;

/// Reads the facts of a wiki from their files.
public final class FactsReading {
  private FactsReading() {}

  /// Memberships that do not come from wikitext.
  public interface Memberships {
    /// Hands over all of them, in any order.
    void each(Taker taker);

    /// Takes one: a page by its id and a category by its name. Pages not in the facts are passed
    /// over.
    interface Taker {
      void membership(long pageId, String category);
    }
  }

  /// Loads pages, categories and the memberships that stand in wikitext.
  ///
  /// @throws org.handsel.platform.HandselException when a file is not what it should be
  public static WikiFacts load(FactsFolder folder, WikiProfile profile) {
    return load(folder, profile, null);
  }

  /// Loads pages and categories with the memberships that the database of the wiki holds.
  ///
  /// @param memberships instead of those in wikitext, or null
  public static WikiFacts load(
      FactsFolder folder, WikiProfile profile, @Nullable Memberships memberships) {
    return new WikiFactsLoader(folder, profile).load(memberships);
  }

  /// Hands over one page after the other; memory does not grow with the wiki.
  public static void pages(FactsFolder folder, Consumer<PageFacts> pages) {
    try (PageFactsReader reader = new PageFactsReader(folder)) {
      reader.read(pages);
    }
  }
}
