package org.handsel.readiness.facts;

import java.util.function.Consumer;
import java.util.function.Function;
import org.handsel.wiki.profile.WikiProfile;

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
    return new WikiFactsLoader(folder, profile).load();
  }

  /// Hands over one page after the other, as what another thread makes of it meanwhile; memory does
  /// not grow with the wiki.
  ///
  /// @param read works on a page alone
  /// @param taker gets all in the order of the wiki, on the caller's thread
  public static <T> void pages(FactsFolder folder, Function<PageFacts, T> read, Consumer<T> taker) {
    ReadAhead.<T>each(
        sink -> {
          try (PageFactsReader reader = new PageFactsReader(folder)) {
            reader.read(page -> sink.accept(read.apply(page)));
          }
        },
        taker);
  }
}
