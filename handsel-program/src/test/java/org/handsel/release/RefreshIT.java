package org.handsel.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.nio.file.Path;
import org.handsel.release.back.FilePlace;
import org.handsel.release.back.WikiChange;
import org.handsel.testbed.ApiSession;
import org.handsel.testbed.RealWiki;
import org.handsel.wiki.api.Login;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Refreshes on a real MediaWiki, with what only such a one has: moves, deletions and their logs,
/// faults on the way.
@Tag("wiki")
class RefreshIT extends RefreshBehaviour {
  private static final String LIMITS = "\"wgRateLimits\":{\"edit\":{\"user\":[5000,60]}}";
  private static RealWiki wiki;

  @BeforeAll
  static void start() {
    wiki = RealWiki.start("refresh");
    wiki.setOverrides("{%s}".formatted(LIMITS));
  }

  @AfterAll
  static void stop() {
    wiki.close();
  }

  @Override
  URI api() {
    return wiki.api();
  }

  @Override
  Login uploader() {
    return new Login(wiki.bot().name(), wiki.bot().password());
  }

  @Override
  ApiSession somebody() {
    return login(wiki.volunteer());
  }

  private static ApiSession login(RealWiki.Login account) {
    ApiSession session = new ApiSession(wiki.api());
    assertThat(session.login(account.name(), account.password())).isEqualTo("Success");
    return session;
  }

  @Test
  void movedAndDeletedPagesAreFoundWithTheReason(@org.junit.jupiter.api.io.TempDir Path out)
      throws Exception {
    String moved = "File:Moved away by somebody.jpg";
    try (ApiSession admin = login(wiki.admin())) {
      admin.act("action", "move", "from", title(1), "to", moved, "reason", "A better name");
      admin.act("action", "delete", "title", title(2), "reason", "Copyright of the frame");
    }
    planned(entry -> text(entry, "{{Cc-zero}}", "{{Cc-by-4.0}}"));

    RefreshReport report = refresh(options -> options);

    assertThat(state().text(moved)).contains("{{Cc-by-4.0}}");
    assertThat(report.states()).containsEntry("deleted", 1);
    ReleaseChanges.Found found = changes(out);
    assertThat(found.places())
        .extracting(FilePlace::item, FilePlace::title, FilePlace::state)
        .containsExactly(
            tuple("item-1", moved, "moved"),
            tuple("item-2", title(2), "deleted"),
            tuple("item-3", title(3), "there"));
    assertThat(found.places().get(1).note()).contains("Copyright of the frame");
    assertThat(found.changes())
        .extracting(WikiChange::kind, WikiChange::note)
        .contains(tuple("deleted", "Copyright of the frame"));
    // What the refresh brought is no news.
    assertThat(found.changes()).extracting(WikiChange::kind).doesNotContain("template");
  }

  @Test
  void anAnswerThatIsLostDoublesNothing() throws Exception {
    planned(entry -> text(entry, "{{Cc-zero}}", "{{Cc-by-4.0}}"));
    wiki.setFault("{\"when\":\"after\",\"status\":504,\"match\":\"&action=edit\"}");

    RefreshReport report = refresh(options -> options);

    assertThat(report.states()).containsOnlyKeys("done");
    assertThat(state().text(title(1))).containsOnlyOnce("{{Cc-by-4.0}}");
  }

  @Test
  void aPageThatACaptchaGuardsIsNotCalledDone() throws Exception {
    planned(entry -> text(entry, "{{Cc-zero}}", "{{Cc-by-4.0}}"));
    wiki.setOverrides("{%s,%s}".formatted(LIMITS, FaultClassesIT.CAPTCHA));

    RefreshReport report = refresh(options -> options);

    wiki.setOverrides("{%s}".formatted(LIMITS));
    assertThat(report.states()).containsOnlyKeys("failed");
    assertThat(report.lines()).allMatch(line -> line.note().contains("captcha"));
    assertThat(state().text(title(1))).contains("{{Cc-zero}}");
    assertThat(refresh(options -> options).states()).containsOnlyKeys("done");
    assertThat(state().text(title(1))).contains("{{Cc-by-4.0}}");
  }

  @Test
  void aWikiThatIsBusyForAMomentIsWaitedFor() throws Exception {
    planned(entry -> text(entry, "{{Cc-zero}}", "{{Cc-by-4.0}}"));
    wiki.setFault("{\"when\":\"before\",\"status\":503,\"match\":\"&action=edit\"}");

    RefreshReport report = refresh(options -> options);

    assertThat(report.states()).containsOnlyKeys("done");
    assertThat(state().text(title(3))).contains("{{Cc-by-4.0}}");
  }
}
