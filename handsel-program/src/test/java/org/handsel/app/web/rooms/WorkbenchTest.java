package org.handsel.app.web.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.handsel.app.web.WebOptions;
import org.handsel.app.web.account.Account;
import org.handsel.app.web.account.Role;
import org.handsel.platform.Who;
import org.handsel.release.ReleaseRegister;
import org.handsel.testing.SetClock;
import org.handsel.testing.WebClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The workbench as a browser meets it, and as somebody who means ill does.
class WorkbenchTest {
  private static final String PASSWORD = "four words are enough";

  @TempDir Path home;

  private final SetClock clock = new SetClock("2026-11-24T08:00:00Z");
  private Bench bench;
  private WebClient client;

  @BeforeEach
  void start() {
    bench = Bench.open(home, clock);
    client = bench.client();
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  private Account account(String name, Role role) {
    return bench.parts().accounts().add(Who.HANDSEL, name, role, PASSWORD, null);
  }

  @Test
  void onePersonOnALaptopNeedsNoLogin() {
    HttpResponse<String> start = client.get("/");
    assertThat(start.statusCode()).isEqualTo(200);
    assertThat(start.body()).contains("Workbench", "href=\"/releases\"");
  }

  @Test
  void everyAnswerForbidsForeignContentAndFraming() {
    for (String path : new String[] {"/", "/nothing", "/settings", "/a//b"}) {
      var headers = client.get(path).headers();
      assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
          .as(path)
          .contains("default-src 'none'", "frame-ancestors 'none'", "script-src 'self'")
          .doesNotContain("unsafe");
      assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
      assertThat(headers.firstValue("Cache-Control")).contains("no-store");
      assertThat(headers.firstValue("Server")).isEmpty();
    }
  }

  @Test
  void styleAndScriptsMayBeKeptForEverUnderTheirHash() {
    String page = client.get("/").body();
    for (String name : new String[] {"workbench.css", "workbench.js", "htmx.js", "icon.svg"}) {
      var found = java.util.regex.Pattern.compile("/assets/[0-9a-f]{16}/" + name).matcher(page);
      assertThat(found.find()).as(name).isTrue();
      HttpResponse<String> asset = client.get(found.group());
      assertThat(asset.statusCode()).isEqualTo(200);
      assertThat(asset.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
    }
    assertThat(client.get("/assets/0000000000000000/workbench.css").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80", "10.0.0.1"})
  void foreignHostNameIsRefused(String host) {
    assertThat(client.raw("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 400");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LOCALHOST:7070", "127.0.0.1", "[::1]:7070"})
  void namesOfThisMachineAreTaken(String host) {
    assertThat(client.raw("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../etc/passwd", "/assets/../../x", "/%2e%2e/x", "/assets/%2e%2e%2fx", "/releases/..%5cx",
        "/releases/a;b=c", "//evil.example/", "/releases/a%00b", "/releases/%252e%252e",
            "/releases/x/report/thumbs/..%2f..%2fplan.jsonl",
        "/settings/./x"
      })
  void pathTricksGetNowhere(String path) {
    assertThat(
            client.raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
        .matches("HTTP/1.1 40[04].*");
  }

  @Test
  void formWithoutTokenChangesNothingAndKeepsWhatWasTyped() {
    client.get("/settings");
    HttpResponse<String> answer =
        client.postExactly(
            "/settings/accounts",
            Map.of("name", "Åsa <b>", "role", "admin", "first-password", PASSWORD));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("Åsa &lt;b>").doesNotContain(PASSWORD).doesNotContain("<b>");
    assertThat(bench.parts().accounts().any()).isFalse();
  }

  @Test
  void formFromAnotherSiteIsRefusedEvenWithTheToken() {
    client.get("/settings");
    Map<String, String> form = Map.of("csrf", client.token(), "theme", "dark", "back", "/");
    assertThat(
            client.postExactly("/appearance", form, "Origin", "https://evil.example").statusCode())
        .isEqualTo(403);
    assertThat(client.postExactly("/appearance", form, "Origin", "null").statusCode())
        .isEqualTo(403);
    assertThat(client.postExactly("/appearance", form, "Sec-Fetch-Site", "cross-site").statusCode())
        .isEqualTo(403);
    assertThat(client.postExactly("/appearance", form).statusCode()).isEqualTo(303);
  }

  @Test
  void tokenMayAlsoComeInTheHeaderThatHtmxSends() {
    client.get("/settings");
    assertThat(
            client
                .postExactly(
                    "/appearance",
                    Map.of("theme", "dark", "back", "/history"),
                    "X-CSRF-Token",
                    client.token())
                .headers()
                .firstValue("Location"))
        .contains("/history");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://evil.example/", "//evil.example", "/\\evil.example", "javascript:x"})
  void noLinkSendsAPersonElsewhere(String back) {
    client.get("/settings");
    assertThat(
            client
                .post("/appearance", "theme", "dark", "back", back)
                .headers()
                .firstValue("Location"))
        .contains("/");
  }

  @Test
  void withTheFirstAccountEverybodyHasToLogIn() {
    account("Ada", Role.ADMIN);
    HttpResponse<String> answer = client.get("/history?kind=account");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location"))
        .contains("/login?back=%2Fhistory%3Fkind%3Daccount");

    HttpResponse<String> entered = client.logIn("ada", PASSWORD);
    assertThat(entered.statusCode()).isEqualTo(303);
    assertThat(entered.headers().allValues("Set-Cookie").toString())
        .contains("handsel-session=", "HttpOnly", "SameSite=Lax");
    assertThat(client.get("/history").body()).contains("Ada");
  }

  @Test
  void eachLoginHasASessionOfItsOwnAndLogoutEndsIt() {
    account("Ada", Role.ADMIN);
    client.logIn("Ada", PASSWORD);
    String first = client.cookies().get("handsel-session");
    client.get("/settings");
    client.post("/logout");
    assertThat(client.cookies()).doesNotContainKey("handsel-session");
    client.cookies().put("handsel-session", first);
    assertThat(client.get("/settings").statusCode()).isEqualTo(303);
    client.cookies().clear();
    client.logIn("Ada", PASSWORD);
    assertThat(client.cookies().get("handsel-session")).isNotEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource({"VIEWER", "MEMBER", "COORDINATOR", "BOARD"})
  void onlyAdministratorsKeepAccounts(Role role) {
    account("Ada", Role.ADMIN);
    Account bo = account("Bo", role);
    client.logIn("Bo", PASSWORD);
    assertThat(client.get("/settings").body()).doesNotContain("first-password", "HANDSEL");
    assertThat(
            client
                .post("/settings/accounts/" + bo.id() + "/role", "role", "admin", "version", "1")
                .statusCode())
        .isEqualTo(403);
    assertThat(bench.parts().accounts().named("Bo").orElseThrow().role()).isEqualTo(role);
  }

  @Test
  void guessingPasswordsTakesLongerAndLonger() {
    account("Ada", Role.ADMIN);
    for (int i = 0; i < 5; i++) {
      assertThat(client.logIn("Ada", "wrong").statusCode()).isEqualTo(422);
    }
    HttpResponse<String> braked = client.logIn("Ada", PASSWORD);
    assertThat(braked.statusCode()).isEqualTo(429);
    assertThat(braked.headers().firstValue("Retry-After")).isPresent();
    clock.pass(Duration.ofSeconds(2));
    assertThat(client.logIn("Ada", PASSWORD).statusCode()).isEqualTo(303);
  }

  @Test
  void whatWasTypedSurvivesTheEndOfTheSession() {
    account("Ada", Role.ADMIN);
    client.logIn("Ada", PASSWORD);
    clock.pass(Duration.ofDays(1));

    HttpResponse<String> over =
        client.post(
            "/settings/accounts",
            "name",
            "Åsa \"<i>",
            "role",
            "member",
            "first-password",
            "secret words");
    assertThat(over.statusCode()).isEqualTo(401);
    assertThat(over.body())
        .contains("Your session is over", "name=\"kept.name\" value=\"Åsa &#34;&lt;i>\"")
        .doesNotContain("secret words");

    HttpResponse<String> back =
        client.post(
            "/login",
            "name",
            "Ada",
            "password",
            PASSWORD,
            "resend-to",
            "/settings/accounts",
            "kept.name",
            "Åsa",
            "kept.role",
            "member");
    assertThat(back.statusCode()).isEqualTo(200);
    assertThat(back.body())
        .contains("action=\"/settings/accounts\"", "name=\"name\" value=\"Åsa\"", "Send now");
    assertThat(bench.parts().accounts().named("Åsa")).isEmpty();

    assertThat(
            client
                .post(
                    "/settings/accounts",
                    "name",
                    "Åsa",
                    "role",
                    "member",
                    "first-password",
                    PASSWORD)
                .statusCode())
        .isEqualTo(303);
    assertThat(bench.parts().accounts().named("Åsa")).isPresent();
  }

  @Test
  void theSecondOfTwoSeesWhatTheFirstChanged() {
    Account ada = account("Ada", Role.ADMIN);
    Account bo = account("Bo", Role.MEMBER);
    client.logIn("Ada", PASSWORD);
    bench.parts().accounts().changeRole(ada.who(), bo.id(), Role.BOARD, 1);
    HttpResponse<String> answer =
        client.post("/settings/accounts/" + bo.id() + "/role", "role", "viewer", "version", "1");
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body())
        .contains(
            "Somebody else changed this meanwhile",
            "<del>member</del>",
            "<ins>board</ins>",
            "viewer");
    assertThat(bench.parts().accounts().named("Bo").orElseThrow().role()).isEqualTo(Role.BOARD);
  }

  @Test
  void databaseGoneInMidRequestKeepsWhatWasTyped() {
    client.get("/settings");
    bench.loseDatabase();
    HttpResponse<String> answer =
        client.post(
            "/settings/accounts", "name", "Åsa", "role", "admin", "first-password", PASSWORD);
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body())
        .contains("The database cannot be reached", "value=\"Åsa\"", "Send now")
        .doesNotContain("SQL", "Exception", home.toString());
    assertThat(client.get("/").statusCode()).isEqualTo(503);
  }

  @Test
  void tooMuchIsRefusedBeforeItIsRead() {
    client.get("/settings");
    assertThat(client.post("/settings/accounts", "name", "x".repeat(3_000_000)).statusCode())
        .isEqualTo(413);
  }

  @Test
  void problemsStandBesideTheirFields() {
    client.get("/settings");
    HttpResponse<String> answer =
        client.post("/settings/accounts", "name", " ", "role", "king", "first-password", "short");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("id=\"p-name\">Something must be entered here")
        .contains("Choose one of the values")
        .contains("id=\"p-first-password\">A password has 10 to 200 characters");
  }

  @Test
  void noticeIsShownOnceOnTheNextPage() {
    client.get("/settings");
    client.post("/settings/accounts", "name", "Ada", "role", "admin", "first-password", PASSWORD);
    assertThat(client.get("/login").body()).contains("Ada can log in now.");
    assertThat(client.get("/login").body()).doesNotContain("Ada can log in now.");
  }

  @Test
  void languageComesFromTheAccountThenTheChoiceThenTheBrowser() {
    assertThat(client.get("/", "Accept-Language", "sv, de;q=0.8").body())
        .contains("lang=\"de\"", "Werkbank");
    assertThat(client.get("/", "Accept-Language", "sv").body()).contains("lang=\"en\"");
    assertThat(client.get("/?language=de", "Accept-Language", "en").body()).contains("Werkbank");
    assertThat(client.get("/", "Accept-Language", "en").body()).contains("Werkbank");
    assertThat(client.get("/", "Accept-Language", ",;q=x\"").statusCode()).isEqualTo(200);
  }

  @Test
  void htmxGetsThePartWithoutTheFrame() {
    String part = client.get("/history", "HX-Request", "true").body();
    assertThat(part).doesNotContain("<html", "<header").contains("<h1>History</h1>");
    HttpResponse<String> missing = client.get("/releases/none", "HX-Request", "true");
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(missing.headers().firstValue("HX-Retarget")).contains("#notices");
  }

  @Test
  void historyShowsBeforeAndAfterAndIsFilteredAndPaged() {
    Account ada = account("Ada", Role.ADMIN);
    Account bo = account("Bo", Role.MEMBER);
    for (int i = 1; i <= 60; i++) {
      bench
          .parts()
          .accounts()
          .changeRole(ada.who(), bo.id(), i % 2 == 0 ? Role.MEMBER : Role.BOARD, i);
    }
    client.logIn("Ada", PASSWORD);
    String first = client.get("/history").body();
    assertThat(first).contains("<del>board</del>", "<ins>member</ins>", "page=2");
    assertThat(client.get("/history?page=2").body()).contains("page=1").doesNotContain("page=3");
    assertThat(client.get("/history?who=handsel").body()).doesNotContain("<del>board</del>");
    assertThat(client.get("/history?kind=nothing").body()).contains("Nothing was changed yet");
  }

  @Test
  void releaseShowsItsReportWithoutLettingItRunScripts() throws Exception {
    Path folder = Files.createDirectories(home.resolve("r/<i>x"));
    Files.writeString(folder.resolve("report.html"), "<p>report</p>", StandardCharsets.UTF_8);
    new ReleaseRegister(bench.parts().database(), clock).planned(folder, null, 3);
    String list = client.get("/releases").body();
    assertThat(list).contains("&lt;i>x").doesNotContain("<i>x");
    HttpResponse<String> report = client.get("/releases/%3Ci%3Ex/report.html");
    assertThat(report.body()).isEqualTo("<p>report</p>");
    assertThat(report.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'")
        .doesNotContain("script");
    assertThat(client.get("/releases/%3Ci%3Ex").body()).contains("is not there any more");
    assertThat(client.get("/releases/%3Ci%3Ex/report/thumbs/a.html").statusCode()).isEqualTo(404);
  }

  @Test
  void workspaceWithoutAccountsIsNotOpenedToOthers() {
    WebOptions open = new WebOptions("0.0.0.0", 0, null, "me", null);
    assertThatThrownBy(() -> Workbench.start(bench.parts(), open))
        .hasMessageContaining("handsel account add");
    WebOptions behind = new WebOptions("127.0.0.1", 0, "https://handsel.example.org", "me", null);
    assertThatThrownBy(() -> Workbench.start(bench.parts(), behind))
        .hasMessageContaining("no accounts");
  }

  @Test
  void behindHttpsCookiesAreSecure() {
    account("Ada", Role.ADMIN);
    WebOptions behind = new WebOptions("127.0.0.1", 0, "https://handsel.example.org", "me", null);
    try (var server = Workbench.start(bench.parts(), behind)) {
      WebClient other = new WebClient(server.url());
      assertThat(other.logIn("Ada", PASSWORD).headers().allValues("Set-Cookie").toString())
          .contains("Secure");
      assertThat(
              other.raw(
                  "GET /login HTTP/1.1\r\nHost: handsel.example.org\r\nConnection: close\r\n\r\n"))
          .startsWith("HTTP/1.1 200");
    }
  }
}
