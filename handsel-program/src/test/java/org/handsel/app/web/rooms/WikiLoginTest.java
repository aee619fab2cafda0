package org.handsel.app.web.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.handsel.app.web.WebOptions;
import org.handsel.app.web.account.Account;
import org.handsel.app.web.account.Accounts;
import org.handsel.app.web.account.Role;
import org.handsel.platform.Who;
import org.handsel.testing.FakeWikiProvider;
import org.handsel.testing.SetClock;
import org.handsel.testing.WebClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The login with a wiki account, against a provider that is as strict as MediaWiki's.
class WikiLoginTest {
  private FakeWikiProvider wiki;
  private Bench bench;
  private WebClient client;

  @BeforeEach
  void open(@TempDir Path home) throws IOException {
    wiki = FakeWikiProvider.start("handsel-key", "handsel-secret");
    bench =
        Bench.open(
            home,
            new SetClock("2026-11-24T08:00:00Z"),
            WebOptions.local(0)
                .withProvider(
                    new WebOptions.Provider(wiki.url(), "handsel-key", "handsel-secret")));
    Accounts accounts = bench.parts().accounts();
    accounts.add(Who.HANDSEL, "Ada", Role.ADMIN, "four words are enough", null);
    accounts.add(Who.HANDSEL, "Bo", Role.MEMBER, null, "Bo of the wiki");
    client = bench.client();
  }

  @AfterEach
  void close() {
    bench.close();
    wiki.close();
  }

  private static URI location(HttpResponse<String> answer) {
    return URI.create(answer.headers().firstValue("Location").orElseThrow());
  }

  /// From the login page to the wiki and back.
  private HttpResponse<String> throughTheWiki() {
    assertThat(client.get("/login").body()).contains("Log in with the account of 127.0.0.1");
    URI back = wiki.agree(location(client.get("/login/wiki")));
    return client.get(back.getPath() + "?" + back.getRawQuery());
  }

  @Test
  void personWhomTheWikiKnowsIsLetIn() {
    wiki.person("4711", "Bo of the wiki");
    assertThat(throughTheWiki().statusCode()).isEqualTo(303);
    assertThat(client.get("/").body()).contains("<summary>Bo</summary>");
    assertThat(client.get("/settings").body()).doesNotContain("Shut out");
  }

  @Test
  void personWithoutAnAccountIsToldWhomToAsk() {
    wiki.person("1", "Zoe");
    HttpResponse<String> answer = throughTheWiki();
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("The wiki account Zoe may not enter yet");
    assertThat(client.get("/").statusCode()).isEqualTo(303);
  }

  @Test
  void nameThatSomebodyElseTookOnTheWikiOpensNothing() {
    wiki.person("4711", "Bo of the wiki");
    throughTheWiki();
    client = bench.client();
    wiki.person("9999", "Bo of the wiki");
    assertThat(throughTheWiki().statusCode()).as("another person of that name").isEqualTo(403);
  }

  @Test
  void accountThatIsShutOutStaysOut() {
    Accounts accounts = bench.parts().accounts();
    Account bo = accounts.named("Bo").orElseThrow();
    accounts.disable(Who.HANDSEL, bo.id(), true, bo.version());
    wiki.person("4711", "Bo of the wiki");
    assertThat(throughTheWiki().statusCode()).isEqualTo(403);
  }

  @Test
  void wayThatSomebodyElseBeganIsRefused() {
    wiki.person("4711", "Bo of the wiki");
    URI back = wiki.agree(location(bench.client().get("/login/wiki")));
    // The browser of the victim never asked: no state, or another one.
    assertThat(client.get(back.getPath() + "?" + back.getRawQuery()).statusCode()).isEqualTo(400);
    client.get("/login/wiki");
    assertThat(client.get(back.getPath() + "?" + back.getRawQuery()).statusCode()).isEqualTo(400);
    assertThat(client.get("/").statusCode()).isEqualTo(303);
  }

  @Test
  void codeIsGoodOnceAndOnlyWithItsVerifier() {
    wiki.person("4711", "Bo of the wiki");
    URI back = wiki.agree(location(client.get("/login/wiki")));
    String cookie = client.cookies().toString();
    assertThat(cookie).doesNotContain("handsel-secret");
    client.get(back.getPath() + "?" + back.getRawQuery());
    assertThat(client.get(back.getPath() + "?" + back.getRawQuery()).statusCode())
        .as("the way is forgotten")
        .isEqualTo(400);

    client = bench.client();
    URI begun = wiki.agree(location(client.get("/login/wiki")));
    client
        .cookies()
        .replaceAll(
            (name, value) -> value.contains(".") ? value.split("[.]")[0] + ".other" : value);
    HttpResponse<String> answer = client.get(begun.getPath() + "?" + begun.getRawQuery());
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("The wiki did not confirm who you are");
  }

  @Test
  void wikiThatFailsLetsNobodyInAndShowsNothingOfItsAnswer() {
    for (String body :
        new String[] {"{\"message\":\"inner <secret>\"}", "no json", "{\"sub\":\"\"}"}) {
      for (int status : new int[] {200, 403, 500}) {
        client = bench.client();
        wiki.answers(status, body);
        HttpResponse<String> answer = throughTheWiki();
        assertThat(answer.statusCode()).as(status + body).isEqualTo(403);
        assertThat(answer.body())
            .contains("The wiki did not confirm who you are")
            .doesNotContain("secret", "no json");
      }
    }
    wiki.close();
    assertThat(client.get("/login").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "code=x",
        "state=x",
        "code=&state=",
        "code=%00&state=%0d%0aSet-Cookie:x",
        "code=x&state=x&code=y&state=y",
        "error=access_denied&error_description=%3Cscript%3E",
        "code=x&state=%F0%9F%8F%9B"
      })
  void nonsenseOnTheWayBackOpensNothing(String query) {
    wiki.person("4711", "Bo of the wiki");
    for (boolean begun : new boolean[] {false, true}) {
      if (begun) {
        client.get("/login/wiki");
      }
      HttpResponse<String> answer = client.get("/login/wiki/back?" + query);
      assertThat(answer.statusCode()).isBetween(300, 403);
      assertThat(answer.body()).doesNotContain("<script>");
      assertThat(client.get("/board").statusCode()).isEqualTo(303);
    }
  }

  @Test
  void withoutAProviderThereIsNoSuchWay(@TempDir Path home) {
    try (Bench without = Bench.open(home, new SetClock("2026-11-24T08:00:00Z"))) {
      assertThat(without.client().get("/login/wiki").statusCode()).isEqualTo(404);
    }
  }
}
