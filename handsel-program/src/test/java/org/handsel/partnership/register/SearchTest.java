package org.handsel.partnership.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.handsel.platform.Database;
import org.handsel.platform.History;
import org.handsel.platform.Who;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A large register is searched in a small index of changes until the large one is ready.
class SearchTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
  private static final Who ADA = Who.me("Ada");

  @Test
  void changesAreFoundAtOnceAndStandInOrderWhenTheIndexIsReady(@TempDir Path folder) {
    String url = "jdbc:sqlite:" + folder.resolve("register.db");
    try (Database database = Database.open(url, NOON)) {
      Institutions register = new Institutions(database, new History(database, NOON), NOON);
      // With no row being few, every change goes through the small index.
      Search search = new Search(database, 2);
      Institution b = register.add(ADA, Institution.draft("B house", "DE", "museum"));
      for (String name : new String[] {"A house", "C house", "D house"}) {
        register.add(ADA, Institution.draft(name, "DE", "museum"));
      }
      assertThat(names(search, "house"))
          .containsExactly("A house", "B house", "C house", "D house");

      register.change(ADA, b.named("Z house"));
      InstitutionPage page = search.find(InstitutionQuery.text("house"), 0, 10);
      assertThat(page.total()).isEqualTo(4);
      assertThat(page.rows()).extracting(Institution::name).contains("Z house", "A house");
      assertThat(page.facets().get("type")).containsEntry("museum", 4);
      assertThat(names(search, "B")).isEmpty();
      await()
          .untilAsserted(() ->
              assertThat(names(search, "house"))
                  .containsExactly("A house", "C house", "D house", "Z house"));

      Institution a = search.find(InstitutionQuery.text("A"), 0, 1).rows().getFirst();
      Institution added = register.add(ADA, Institution.draft("Annex", "FR", "library"));
      register.merge(ADA, a.id(), added.id(), null);
      assertThat(names(search, "Annex")).isEmpty();
      assertThat(search.find(InstitutionQuery.text(""), 1, 2).rows()).hasSize(2);
      register.add(ADA, Institution.draft("New house", "DE", "museum"));
      for (int page1 = 0; page1 < 5; page1++) {
        assertThat(search.find(InstitutionQuery.text(""), page1, 1).rows()).hasSize(1);
      }
      assertThat(search.find(InstitutionQuery.text(""), 5, 1).rows()).isEmpty();
    }
  }

  private static java.util.List<String> names(Search search, String text) {
    return search.find(InstitutionQuery.text(text), 0, 10).rows().stream()
        .map(Institution::name)
        .toList();
  }
}
