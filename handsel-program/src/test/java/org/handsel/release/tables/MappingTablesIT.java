package org.handsel.release.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.handsel.testbed.ApiSession;
import org.handsel.testbed.RealWiki;
import org.handsel.wiki.api.Login;
import org.handsel.wiki.api.PageText;
import org.handsel.wiki.api.Wiki;
import org.handsel.wiki.api.WikiAddress;
import org.handsel.wiki.api.WikiSettings;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A mapping table on a real MediaWiki: its parser shows what the table says, volunteers edit it,
/// and their work comes back.
@Tag("wiki")
class MappingTablesIT {
  @TempDir Path folder;

  @Test
  void volunteersWorkComesBackFromARealWiki() throws Exception {
    Path table =
        Files.writeString(
            folder.resolve("people.tsv"),
            """
            value	frequency	state	qid	category	creator	note
            Elin {{PD}} | x	7	todo				[[File:A.jpg]]
            Otto	3	mapped	Q42	Boats|Harbours	Otto Havel
            -1 & &amp;	2	none
            """);
    String title = "User:GlamBot/People";
    try (RealWiki wiki = RealWiki.start("tables");
        Wiki client =
            Wiki.open(
                WikiAddress.parse(wiki.api().toString()), WikiSettings.of("test@example.org"));
        ApiSession volunteer = new ApiSession(wiki.api())) {
      client.login(new Login(wiki.bot().name(), wiki.bot().password()));
      client
          .create(title, MappingTables.publish(table, "Please help.\n", 100), "table")
          .orThrow("create");

      Document shown =
          Jsoup.parse(
              wiki.state().parse(wiki.state().text(title), title).path("text").asString(""));
      assertThat(shown.select("table.sortable tr")).hasSize(4);
      assertThat(shown.select("tr").get(1).select("td").eachText())
          .startsWith("Elin {{PD}} | x", "7", "todo")
          .endsWith("[[File:A.jpg]]");
      assertThat(shown.select("tr").get(3).select("td").eachText().getFirst())
          .isEqualTo("-1 & &amp;");

      volunteer.login(wiki.volunteer().name(), wiki.volunteer().password());
      String edited =
          wiki.state().text(title).replaceFirst("\\| todo\n\\| \n", "| mapped\n| {{Q|5}}\n");
      assertThat(
              volunteer
                  .act("action", "edit", "title", title, "text", edited)
                  .at("/edit/result")
                  .asString(""))
          .isEqualTo("Success");

      MappingTables.Merged merged =
          MappingTables.merge(table, client.pageText(title).orThrow("page").orElseThrow());
      assertThat(merged.taken()).isEqualTo(2);
      assertThat(merged.conflicts()).isEmpty();
      assertThat(TableFile.read(table).row("Elin {{PD}} | x").cell("qid")).isEqualTo("Q5");

      PageText now = client.page(title).orThrow("page").orElseThrow();
      client.save(now, MappingTables.publish(table, now.text(), 100), "merged").orThrow("save");
      assertThat(wiki.state().text(title)).startsWith("Please help.").contains("[[:d:Q5|Q5]]");
    }
  }
}
