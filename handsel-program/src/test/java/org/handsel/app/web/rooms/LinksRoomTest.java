package org.handsel.app.web.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.handsel.app.web.account.Role;
import org.handsel.authority.review.ReviewSet;
import org.handsel.authority.review.Reviews;
import org.handsel.platform.Who;
import org.handsel.testing.SetClock;
import org.handsel.testing.WebClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The pages of the review as a browser without scripts meets them.
class LinksRoomTest {
  private static final String PASSWORD = "four words are enough";

  @TempDir Path home;

  private Bench bench;
  private WebClient client;
  private ReviewSet set;
  private String root;

  @BeforeEach
  void start() throws Exception {
    bench = Bench.open(home, new SetClock("2026-11-29T12:00:00Z"));
    client = bench.client();
    set = ReviewSample.into(bench, home.resolve("sample"));
    root = "/links/" + set.id();
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  private HttpResponse<String> follow(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    HttpResponse<String> next = client.get(answer.headers().firstValue("Location").orElseThrow());
    return next.statusCode() == 303 ? follow(next) : next;
  }

  private HttpResponse<String> decide(int row, String verdict, String record, String... more) {
    String[] fields = {
      "verdict",
      verdict,
      "record",
      record,
      "candidate",
      "1",
      "note",
      more.length == 0 ? "" : more[0]
    };
    return client.post(root + "/rows/" + row, fields);
  }

  @Test
  void queueIsWorkedOffRowByRowWithoutScripts() {
    assertThat(client.get("/links").body()).contains("Fjord painters", "0 of 3 settled");
    HttpResponse<String> first = follow(client.get(root + "/next"));
    assertThat(first.body())
        .contains(
            "Is Astrid &lt;b>Moe this record?",
            "Moe, Astrid",
            "94%",
            "birth 1900",
            "name=\"record\" value=\"r1\"",
            "<kbd>A</kbd>",
            "Row 1")
        .doesNotContain("<b>Moe");
    HttpResponse<String> second = follow(decide(1, "accept", "r1"));
    assertThat(second.body()).contains("Is Bo Dahl this record?", "1 of 3 settled", "accepted");
    HttpResponse<String> third = follow(decide(2, "reject", "r2"));
    assertThat(third.body()).contains("Is Cy Eide this record?");
    HttpResponse<String> done = follow(decide(3, "accept", "r3"));
    assertThat(done.body()).contains("There is nothing left for you to look at here", "3 of 3");
  }

  @Test
  void everyFieldOfBothStandsSideBySideWithWhetherItAgrees() {
    String page = client.get(root + "/rows/2").body();
    assertThat(page).containsSubsequence("Born", "differs", "1880", "1881");
    assertThat(page).containsSubsequence("Born in", "differs", "Bergen", "Oslo");
    assertThat(client.get(root + "/rows/1").body())
        .containsSubsequence("Born", "the same", "1900", "1900-05-03")
        .containsSubsequence("Occupations", "the same", "painter", "Illustrator");
  }

  @Test
  void ownWordThatWasTakenBackIsNoWordOfOthers() {
    client.get(root + "/rows/2");
    follow(decide(2, "reject", "r2"));
    assertThat(follow(client.post(root + "/undo")).body())
        .contains("Taken back. Decide anew.")
        .doesNotContain("Others have decided already");
  }

  @Test
  void anotherCandidateCanBeShownAndAccepted() {
    assertThat(client.get(root + "/rows/3").body()).contains("Eide, Cyrus · 35%", "data-key=\"2\"");
    String other = client.get(root + "/rows/3?candidate=2").body();
    assertThat(other).contains("name=\"record\" value=\"r4\"", "one name is a variant");
    follow(decide(3, "accept", "r4"));
    assertThat(
            new Reviews(bench.parts().database(), bench.parts().clock())
                .item(set.id(), 3)
                .orElseThrow()
                .record())
        .isEqualTo("r4");
  }

  @Test
  void laterGoesOnAndUndoComesBack() {
    String first = client.get(root + "/rows/1").body();
    assertThat(first).contains(root + "/next?after=1");
    assertThat(follow(client.get(root + "/next?after=1")).body()).contains("Is Bo Dahl");
    follow(decide(2, "reject", "r2"));
    HttpResponse<String> undone = follow(client.post(root + "/undo"));
    assertThat(undone.body()).contains("Is Bo Dahl this record?", "Taken back", "0 of 3 settled");
    client.get(root + "/rows/1");
    assertThat(follow(client.post(root + "/undo")).body()).contains("nothing to undo");
  }

  @Test
  void secondOpinionIsGivenWithoutSeeingTheFirst() {
    bench.parts().accounts().add(Who.HANDSEL, "Ada", Role.ADMIN, PASSWORD, null);
    bench.parts().accounts().add(Who.HANDSEL, "Bo", Role.MEMBER, PASSWORD, null);
    client.logIn("Ada", PASSWORD);
    client.get(root + "/rows/3");
    follow(decide(3, "accept", "r4", "the variant says so"));

    WebClient bo = bench.client();
    bo.logIn("Bo", PASSWORD);
    String blind = bo.get(root + "/rows/3").body();
    assertThat(blind).contains("Others have decided already").doesNotContain("the variant says so");
    bo.post(root + "/rows/3", "verdict", "reject", "record", "r3", "candidate", "1", "note", "no");
    String seen = bo.get(root + "/rows/3").body();
    assertThat(seen).contains("Ada: it is r4", "the variant says so", "Two have to agree");
    assertThat(client.get(root).body()).contains("Two have to agree", "/rows/3");
  }

  @Test
  void whoOnlyLooksDecidesNothing() {
    bench.parts().accounts().add(Who.HANDSEL, "Ada", Role.ADMIN, PASSWORD, null);
    bench.parts().accounts().add(Who.HANDSEL, "Vi", Role.VIEWER, PASSWORD, null);
    client.logIn("Vi", PASSWORD);
    assertThat(client.get(root + "/rows/1").body()).doesNotContain("name=\"verdict\"");
    client.get("/links");
    assertThat(decide(1, "accept", "r1").statusCode()).isEqualTo(403);
    assertThat(client.post(root + "/export").statusCode()).isEqualTo(403);
  }

  @Test
  void wrongFormsChangeNothing() {
    client.get(root + "/rows/1");
    assertThat(decide(1, "undo", "r1").statusCode()).isEqualTo(422);
    assertThat(decide(1, "perhaps", "r1").statusCode()).isEqualTo(422);
    assertThat(decide(1, "accept", "r4").statusCode()).isEqualTo(400);
    HttpResponse<String> long_ = decide(1, "accept", "r1", "x".repeat(1001));
    assertThat(long_.statusCode()).isEqualTo(422);
    assertThat(long_.body()).contains("At most 1,000 characters");
    assertThat(
            client
                .postExactly(root + "/rows/1", Map.of("verdict", "accept", "record", "r1"))
                .statusCode())
        .isEqualTo(403);
    assertThat(client.get(root + "/rows/77").statusCode()).isEqualTo(404);
    assertThat(client.get(root + "/rows/x").statusCode()).isEqualTo(404);
    assertThat(client.get("/links/none").statusCode()).isEqualTo(404);
    assertThat(client.get("/links").body()).contains("0 of 3 settled");
  }

  @Test
  void exportIsKeptInTheWorkspaceAndCanBeFetched() {
    client.get(root + "/rows/1");
    follow(decide(1, "accept", "r1"));
    client.get(root);
    assertThat(follow(client.post(root + "/export")).body())
        .contains("1 links stand", "links.beacon", "decisions.tsv");
    assertThat(client.get(root + "/files/links.tsv").body()).contains("p1\tr1\t1.0000\taccept");
    assertThat(client.get(root + "/files/handsel.db").statusCode()).isEqualTo(404);
  }

  @Test
  void pagesSpeakGerman() {
    assertThat(client.get(root + "/rows/1", "Accept-Language", "de").body())
        .contains("Ist Astrid &lt;b>Moe dieser Datensatz?", "Geboren", "Unsicher", "<strong>94")
        .doesNotContain("⟨");
    assertThat(client.get(root, "Accept-Language", "de").body()).doesNotContain("⟨");
    assertThat(client.get("/links", "Accept-Language", "de").body()).doesNotContain("⟨");
  }
}
