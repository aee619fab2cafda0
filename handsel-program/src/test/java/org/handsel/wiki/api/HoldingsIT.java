package org.handsel.wiki.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.handsel.testbed.ApiSession;
import org.handsel.testbed.Pictures;
import org.handsel.testbed.RealWiki;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a real MediaWiki says of a category's files: the shapes that live counting reads.
@Tag("wiki")
class HoldingsIT {
  private static RealWiki real;
  private static Wiki wiki;

  @BeforeAll
  static void start() {
    real = RealWiki.start("holdings");
    try (ApiSession bot = new ApiSession(real.api())) {
      assertThat(bot.login(real.bot().name(), real.bot().password())).isEqualTo("Success");
      for (int i = 0; i < 3; i++) {
        bot.upload(
            "filename",
            "Skarvik %d.jpg".formatted(i),
            "text",
            "[[Category:Skarvik%s]]".formatted(i == 2 ? " ships" : ""),
            "file",
            Pictures.jpeg(900 + i, 60));
      }
      bot.act("action", "edit", "title", "Category:Skarvik ships", "text", "[[Category:Skarvik]]");
      bot.act("action", "edit", "title", "File:Skarvik 0.jpg", "text", "new [[Category:Skarvik]]");
    }
    wiki = Wiki.open(WikiAddress.parse(real.api().toString()), WikiSettings.of("test@example.org"));
  }

  @AfterAll
  static void stop() {
    wiki.close();
    real.close();
  }

  private static <T> T told(Reply<T> reply) {
    return reply.orThrow("test");
  }

  @Test
  void membersAreFilesAndSubcategories() {
    assertThat(told(new Holdings(wiki).members("Category:Skarvik")))
        .containsExactlyInAnyOrder(
            new Holdings.Member("Category:Skarvik ships", true),
            new Holdings.Member("File:Skarvik 0.jpg", false),
            new Holdings.Member("File:Skarvik 1.jpg", false));
    assertThat(told(new Holdings(wiki).members("Category:Nothing"))).isEmpty();
  }

  @Test
  void keptTellsCategoriesAndContributors() {
    List<Holdings.Kept> kept =
        told(new Holdings(wiki).kept(List.of("File:Skarvik 0.jpg", "File:Nobody.jpg")));
    assertThat(kept)
        .singleElement()
        .satisfies(one -> {
          assertThat(one.title()).isEqualTo("File:Skarvik 0.jpg");
          assertThat(one.page()).isPositive();
          assertThat(one.categories()).isEqualTo(1);
          assertThat(one.contributors()).hasSize(1);
        });
  }

  @Test
  void changesAreThoseOfTheTimeAskedFor() {
    Holdings holdings = new Holdings(wiki);
    assertThat(
            told(
                holdings.changes(
                    "File:Skarvik 0.jpg", "2001-01-01T00:00:00Z", "2101-01-01T00:00:00Z")))
        .hasSize(2);
    assertThat(
            told(
                holdings.changes(
                    "File:Skarvik 0.jpg", "2001-01-01T00:00:00Z", "2002-01-01T00:00:00Z")))
        .isEmpty();
  }

  /// The extension GlobalUsage is not among Debian's: what it would tell stays unknown.
  @Test
  void wikiWithoutGlobalUsageSaysSo() {
    assertThat(new Holdings(wiki).uses(List.of("File:Skarvik 0.jpg")))
        .isInstanceOfSatisfying(
            Reply.No.class, no -> assertThat(no.failure().code()).isEqualTo("not-supported"));
  }
}
