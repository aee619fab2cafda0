package org.handsel.app.web.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.handsel.app.web.WebOptions;
import org.handsel.app.web.account.Account;
import org.handsel.app.web.account.Role;
import org.handsel.app.web.text.Messages;
import org.handsel.app.web.text.Words;
import org.handsel.partnership.register.Institution;
import org.handsel.platform.Who;
import org.handsel.testing.WebClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The pages of the workbench as a browser without scripts meets them.
abstract class PagesBehaviour extends TalksBench {
  private Stream<String> pages() {
    return Stream.of(
        "/",
        "/board",
        "/institutions",
        "/institutions/new",
        "/institutions/duplicates",
        "/institutions/" + sample.museum,
        "/institutions/" + sample.museum + "/edit",
        "/partnerships/" + sample.museumPartnership,
        "/partnerships/" + sample.museumPartnership + "/entries/" + sample.mailEntry,
        "/contacts/" + sample.contact,
        "/calendar?who=all",
        "/calendar/events/" + sample.event,
        "/conditions",
        "/conditions?entry=" + sample.answerEntry,
        "/guides",
        "/guides/3",
        "/settings/habits",
        "/settings",
        "/commitments",
        "/partnerships/" + sample.museumPartnership + "/work");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void pageSpeaksOneLanguageOnly(String path) {
    WebClient client = as("Ada");
    Messages messages = Workbench.messages(bench.parts());
    Words english = messages.in("en").orElseThrow();
    Words german = messages.in("de").orElseThrow();
    String page = client.get(path + (path.contains("?") ? "&" : "?") + "language=de").body();
    client.get("/?language=en");
    assertThat(page).contains("lang=\"de\"").doesNotContain("⟨");
    // The sample's own texts are English, so that only whole messages count.
    for (Map.Entry<String, String> text : english.texts().entrySet()) {
      String said = text.getValue();
      boolean sentence = said.indexOf('{') < 0 && said.split(" ", -1).length > 3;
      if (sentence && !said.equals(german.texts().get(text.getKey()))) {
        assertThat(page).as(text.getKey()).doesNotContain(said);
      }
    }
  }

  @Test
  void tablesForAnybodyHoldNobody() throws IOException {
    assertThat(as("Di").get("/settings/private.zip").statusCode()).isEqualTo(403);
    assertThat(as("Di").get("/settings").body())
        .contains("/settings/public.zip")
        .doesNotContain("/settings/private.zip");
    var http = java.net.http.HttpClient.newHttpClient();
    WebClient bo = as("Bo");
    var request =
        java.net.http.HttpRequest.newBuilder(bench.server().url().resolve("/settings/public.zip"))
            .header(
                "Cookie",
                bo.cookies().entrySet().stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .collect(java.util.stream.Collectors.joining("; ")))
            .build();
    try (var zip =
        new java.util.zip.ZipInputStream(
            http.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream()).join().body())) {
      StringBuilder all = new StringBuilder();
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        all.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
      assertThat(all.toString()).contains("Skarvik Museum").doesNotContain("Halvorsen");
    }
    assertThat(bo.get("/settings/private.zip").statusCode()).isEqualTo(200);
    try (Stream<Path> left = Files.list(bench.parts().workspace().scratch())) {
      assertThat(left.filter(file -> file.getFileName().toString().startsWith("export"))).isEmpty();
    }
  }

  @Test
  void furtherLanguageIsOneMoreFile() throws IOException {
    Path file = Files.createDirectories(home.resolve("languages")).resolve("qps.properties");
    StringBuilder pseudo = new StringBuilder("language.name=Pseudo\nlanguage.direction=rtl\n");
    Words english = Workbench.messages(bench.parts()).in("en").orElseThrow();
    english
        .texts()
        .forEach(
            (key, text) -> pseudo.append("%s=⟦%s⟧%n".formatted(key.replace(" ", "\\ "), text)));
    Files.writeString(file, pseudo, StandardCharsets.UTF_8);
    try (var server = Workbench.start(bench.parts(), WebOptions.local(0))) {
      WebClient client = new WebClient(server.url());
      client.logIn("Ada", PASSWORD);
      for (String path : pages().toList()) {
        String page = client.get(path + (path.contains("?") ? "&" : "?") + "language=qps").body();
        assertThat(page).as(path).contains("dir=\"rtl\"", "⟦");
        // What a person reads as a label or on a button came from the file, or is a name.
        Matcher labels =
            Pattern.compile("<(label|legend|summary|th scope=\"col\"|button)[^>]*>([^<⟦{]+)<")
                .matcher(page);
        while (labels.find()) {
          assertThat(labels.group(2).strip())
              .as(path)
              .isIn("", "Ada", "Bo", "Cy", "English", "Deutsch", "Pseudo");
        }
      }
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void startPageSaysWhatToDoToday() {
    String page = as("Ada").get("/").body();
    assertThat(page)
        .contains("Come back this week", "Bibliothèque de Valmont", "Refusal")
        .contains("Next steps", "ask how the list comes along")
        .contains("Congress of small archives")
        .contains("Questions nobody has answered", "15 questions");
    assertThat(as("Di").get("/").body()).contains("Nothing is due");
  }

  @Test
  void pairIsDecidedByAPersonAndTakenBack() {
    WebClient client = as("Bo");
    Institution a = institution("Foto Archiv Selm");
    Institution b = institution("Foto-Archiv Selm");
    client.get("/institutions/duplicates");
    client.post(
        "/institutions/duplicates/decide",
        "a",
        a.id(),
        "b",
        b.id(),
        "decision",
        "keep-a",
        "reason",
        "one house");
    assertThat(bench.parts().institutions().find(b.id()).orElseThrow().mergedInto())
        .isEqualTo(a.id());
    String page = client.get("/institutions/" + b.id()).body();
    assertThat(page).contains("same house as another one", "Foto Archiv Selm");
    Matcher change = Pattern.compile("name=\"change\" value=\"([^\"]+)\"").matcher(page);
    assertThat(change.find()).isTrue();
    client.post("/institutions/" + b.id() + "/undo", "change", change.group(1));
    assertThat(bench.parts().institutions().find(b.id()).orElseThrow().mergedInto()).isNull();
    client.post(
        "/institutions/" + a.id() + "/relation",
        "other",
        b.id(),
        "kind",
        "friends-of",
        "way",
        "down");
    assertThat(client.get("/institutions/" + a.id()).body()).contains("has the friends");
    assertThat(
            client
                .post(
                    "/institutions/duplicates/decide",
                    "a",
                    a.id(),
                    "b",
                    b.id(),
                    "decision",
                    "maybe")
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void searchFindsByBeginningsPlaceAndIdentifier() {
    WebClient client = as("Di");
    assertThat(client.get("/institutions?q=lind+stadt").body())
        .contains("Stadtarchiv Lindenau")
        .doesNotContain("Galleria");
    assertThat(client.get("/institutions?q=Q685753").body()).contains("Skarvik Museum");
    String part = client.get("/institutions?q=montes", "HX-Request", "true").body();
    assertThat(part).contains("Galleria Montesole").doesNotContain("<html");
    assertThat(client.get("/institutions?q=nothing+at+all").body())
        .contains("Nothing is called so");
  }

  @Test
  void letterIsReadWithoutBeingStoredAndTheDraftTakesWhatIsTicked() {
    WebClient client = as("Cy");
    client.get("/conditions");
    HttpResponse<String> read = client.post("/conditions", "letter", Sample.LETTER);
    assertThat(read.body())
        .contains(
            "<mark class=\"mark incompatible\">The images may be used for non-commercial purposes"
                + " only.</mark>")
        .contains(
            "<mark class=\"mark unsure\">If possible",
            "<mark class=\"mark open\">We must also receive")
        .contains("5 conditions");
    HttpResponse<String> draft =
        client.post(
            "/conditions",
            "letter",
            Sample.LETTER,
            "language",
            "en",
            "draft",
            "yes",
            "answer-language",
            "fr",
            "take",
            "nc-only",
            "offer",
            "nc-only:1");
    assertThat(draft.body())
        .contains("Madame, Monsieur,", "– une sélection plus petite ou un projet pilote")
        .doesNotContain("CC BY-SA, dont le partage à l’identique empêche qu’on referme l’œuvre\n–");
    assertThat(client.post("/conditions", "letter", "  ").statusCode()).isEqualTo(422);
    assertThat(
            client
                .post(
                    "/conditions",
                    "letter",
                    "Wir bitten <b>um</b> 5 Euro.",
                    "draft",
                    "yes",
                    "take",
                    "<x>",
                    "offer",
                    "x:99")
                .statusCode())
        .isEqualTo(200);
    assertThat(client.get("/history").body()).doesNotContain("printed copy");
  }

  @Test
  void guideTakesAWordAndShowsItToTheNext() {
    WebClient client = as("Cy");
    assertThat(client.get("/partnerships/" + sample.archivePartnership).body())
        .contains("Guide to stage 2", "Was this helpful?");
    client.post(
        "/guides/2/feedback",
        "helpful",
        "no",
        "note",
        "say who calls <first>",
        "back",
        "/guides/2");
    assertThat(as("Di").get("/guides/2").body())
        .contains("say who calls &lt;first", "one missed something");
    assertThat(client.get("/guides/1").body()).contains("Your own:");
  }

  @Test
  void feedNeedsItsSecretAndEndsWithTheAccount() {
    Account eve =
        bench
            .parts()
            .accounts()
            .add(Who.HANDSEL, "Eve" + System.identityHashCode(this), Role.MEMBER, PASSWORD, null);
    WebClient client = as(eve.name());
    client.get("/calendar");
    Matcher made =
        Pattern.compile("/calendar/feed/[A-Za-z0-9_-]+/handsel.ics")
            .matcher(client.post("/calendar/address").body());
    assertThat(made.find()).isTrue();
    String address = made.group();
    client.get("/calendar");
    client.post("/calendar/events/" + sample.event + "/go");
    assertThat(bench.client().get(address).body())
        .contains("BEGIN:VCALENDAR", "Congress of small archives");
    client.get("/calendar");
    client.post("/calendar/address");
    assertThat(bench.client().get(address).statusCode()).isEqualTo(404);
    client.get("/calendar");
    Matcher again =
        Pattern.compile("/calendar/feed/[A-Za-z0-9_-]+/handsel.ics")
            .matcher(client.post("/calendar/address").body());
    assertThat(again.find()).isTrue();
    bench.parts().accounts().disable(sample.ada, eve.id(), true, 1);
    assertThat(bench.client().get(again.group()).statusCode()).isEqualTo(404);
  }
}
