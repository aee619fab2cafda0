package org.handsel.impact;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handsel.platform.Progress;
import org.handsel.wiki.dump.DumpHandler;
import org.handsel.wiki.dump.DumpPage;
import org.handsel.wiki.dump.DumpReading;
import org.handsel.wiki.dump.DumpSite;
import org.handsel.wiki.dump.Dumps;

/// Articles of a dump with the images that their wikitext names. Whatever ends like a picture's
/// name counts, in a link, a gallery or a template's value, so that an article with one is never
/// taken for one without; pictures that a template brings by itself are not seen.
final class ArticleImages implements DumpHandler {
  private static final Pattern PICTURE =
      Pattern.compile("\\.(?:jpe?g|png|svg|tiff?|gif|webp|djvu)\\b", Pattern.CASE_INSENSITIVE);

  private final Function<String, Predicate<String>> choice;
  private final List<Suggestions.Article> articles = new ArrayList<>();
  private Predicate<String> wanted = title -> false;

  private ArticleImages(Function<String, Predicate<String>> choice) {
    this.choice = choice;
  }

  /// What was read.
  ///
  /// @param partial whether part of the dump could not be read
  record Read(List<Suggestions.Article> articles, boolean partial) {}

  /// @param choice titles that matter, by the database name of the wiki (such as `dewiki`, empty
  ///   where the dump does not say); the others are passed over
  static Read of(
      Path dump, int threads, Function<String, Predicate<String>> choice, Progress progress) {
    ArticleImages images = new ArticleImages(choice);
    DumpReading reading = Dumps.read(dump, threads, images, progress, () -> false);
    return new Read(images.articles, reading.partial());
  }

  @Override
  public void site(DumpSite site) {
    wanted = choice.apply(site.database());
  }

  @Override
  public void page(DumpPage page) {
    boolean article =
        page.namespace() == 0
            || page.namespace() == DumpPage.UNTOLD && page.title().indexOf(':') < 0;
    if (!article
        || !page.redirect().isEmpty()
        || !page.isWikitext()
        || !wanted.test(page.title())) {
      return;
    }
    String text =
        new String(page.buffer(), page.from(), page.to() - page.from(), StandardCharsets.UTF_8);
    long images = 0;
    for (Matcher picture = PICTURE.matcher(text); picture.find(); ) {
      images++;
    }
    articles.add(new Suggestions.Article(page.title(), images));
  }
}
