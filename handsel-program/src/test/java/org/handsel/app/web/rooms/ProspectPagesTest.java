package org.handsel.app.web.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.handsel.app.web.account.Role;
import org.handsel.partnership.contacts.ContactDraft;
import org.handsel.partnership.contacts.Contacts;
import org.handsel.partnership.register.Institution;
import org.handsel.partnership.talks.Claims;
import org.handsel.partnership.talks.Partnership;
import org.handsel.partnership.talks.Partnerships;
import org.handsel.partnership.talks.Timeline;
import org.handsel.platform.Who;
import org.handsel.testing.SetClock;
import org.handsel.testing.WebClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The shopping list and what is taken along to institutions, as a browser asks for them.
class ProspectPagesTest {
  private static final String EVIL = "<script>alert('x')</script> =1+1";
  private static final Who ADA = Who.me("me");

  @TempDir Path home;
  private final SetClock clock = new SetClock("2026-11-29T08:00:00Z");
  private Bench bench;
  private WebClient client;
  private Institution museum;

  @BeforeEach
  void open() {
    bench = Bench.open(home, clock);
    client = bench.client();
    museum = add("Skarvik Maritime Museum", "NO", "museum");
    add(EVIL, "DE", "archive");
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private Institution add(String name, String country, String type) {
    return bench.parts().institutions().add(ADA, Institution.draft(name, country, type));
  }

  private String page(String path) {
    HttpResponse<String> answer = client.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }

  private String of(String rest) {
    return "/prospects/" + museum.id() + rest;
  }

  @Test
  void listShowsScoresWithTheirReasonsAndNothingRuns() {
    String list = page("/prospects");
    assertThat(list)
        .contains("2 institutions fit", "Skarvik Maritime Museum", "Museums hold old and recent")
        .contains("&lt;script>")
        .doesNotContain("<script>alert", "⟨");
    assertThat(page("/prospects?type=museum")).contains("One institution fits");
    assertThat(page("/prospects?country=XX")).contains("No institution fits");
    assertThat(page("/prospects?w-rights=0&w-digital=5&order=least"))
        .contains("Keep for everybody");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "/prospects?page=999999999",
        "/prospects?page=-1",
        "/prospects?box=1,2,3",
        "/prospects?box=a,b,c,d&view=map",
        "/prospects?w-rights=NaN&w-effort=-4",
        "/prospects?type=%3Cscript%3E&stage=%27%20or%201=1",
        "/prospects?q=%25%27%22%3C&view=map",
        "/prospects?view=map&country=NO"
      })
  void oddAddressesAreAnswered(String path) {
    assertThat(page(path)).contains("Shopping list").doesNotContain("<script>alert", "⟨");
  }

  @Test
  void mapLinksToWhatItShows() {
    String map = page("/prospects?view=map");
    assertThat(map).contains("class=\"map\"", "country=NO", "Norway: one institution");
  }

  @Test
  void csvHoldsNoFormulaAndNoMarkup() {
    add("=cmd|' /C calc'!A0", "DE", "museum");
    HttpResponse<String> csv = client.get("/prospects/list.csv");
    assertThat(csv.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
    assertThat(csv.body()).contains(",'=cmd|' /C calc'!A0,").contains("<script>");
  }

  @Test
  void weightsAreKeptByThoseWhoMay() {
    page("/prospects?w-rights=3");
    HttpResponse<String> kept = client.post("/prospects/weights", "w-rights", "3");
    assertThat(kept.statusCode()).isEqualTo(303);
    assertThat(page("/prospects")).contains("These weights now hold").contains("value=\"3\"");
    client.post("/prospects/weights", "standard", "yes");
    assertThat(page("/prospects")).doesNotContain("value=\"3\"");
  }

  @Test
  void viewerMayLookAndNotChange() {
    bench.parts().accounts().add(Who.HANDSEL, "Ada", Role.ADMIN, "four words are enough", null);
    bench.parts().accounts().add(Who.HANDSEL, "Vi", Role.VIEWER, "four words are enough", null);
    client.logIn("Vi", "four words are enough");
    assertThat(page("/prospects?w-rights=3")).doesNotContain("Keep for everybody");
    assertThat(page(of(""))).doesNotContain("/letter\"");
    assertThat(client.post("/prospects/weights", "w-rights", "3").statusCode()).isEqualTo(403);
    assertThat(client.get(of("/letter")).statusCode()).isEqualTo(403);
  }

  @Test
  void institutionThatIsNotThereIsMissing() {
    assertThat(client.get("/prospects/none").statusCode()).isEqualTo(404);
    assertThat(client.get("/prospects/none/brief.pdf").statusCode()).isEqualTo(404);
  }

  @Test
  void briefHoldsRolesAndNoNames() {
    bench.parts().institutions().state(ADA, museum.id(), "digital-share", "0.4", EVIL, null);
    new Contacts(bench.parts().database(), bench.parts().history(), clock)
        .add(
            ADA,
            new ContactDraft(
                museum.id(),
                "Astrid Lund",
                "Registrar",
                null,
                null,
                null,
                "public-task",
                "imprint"));
    String brief = page(of("/brief.html"));
    assertThat(brief)
        .contains("Registrar", "40%", "Bundesarchiv", "230 %", "What they will ask")
        .contains("&lt;script&gt;")
        .doesNotContain("Astrid", "<script", "⟨");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"brief", "slides"})
  void documentsAreReadableOnPaperToo(String document) throws Exception {
    museum =
        bench
            .parts()
            .institutions()
            .add(ADA, Institution.draft(EVIL + " 東京 & Søn", "DE", "archive"));
    HttpResponse<byte[]> pdf =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create(bench.server().url() + of("/" + document + ".pdf").substring(1)))
                    .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    assertThat(pdf.headers().firstValue("Content-Type")).contains("application/pdf");
    try (PDDocument read = Loader.loadPDF(pdf.body())) {
      assertThat(read.getNumberOfPages()).isGreaterThan(2);
      assertThat(new PDFTextStripper().getText(read)).contains("Bundesarchiv").doesNotContain("⟨");
    }
  }

  @Test
  void slidesMayRunTheirOwnScriptOnly() {
    HttpResponse<String> slides = client.get(of("/slides.html"));
    assertThat(slides.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(policy ->
            assertThat(policy).contains("script-src 'sha256-").doesNotContain("unsafe-eval"));
    assertThat(slides.body()).contains("What we do not ask", "+193 %").doesNotContain("⟨");
  }

  @Test
  void germanPagesSpeakGerman() {
    client.get("/prospects");
    client.post("/appearance", "language", "de", "back", "/prospects");
    assertThat(page("/prospects")).contains("Einkaufsliste", "Museen haben Altes");
    assertThat(page(of("/brief.html"))).contains("Was sie fragen werden", "Besuche");
    assertThat(page(of("/slides.html"))).contains("Worum wir nicht bitten");
    assertThat(page(of("/letter"))).contains("Sehr geehrte Damen und Herren");
  }

  @Test
  void letterIsFilledInEditedAndLoggedWhenItWasSent() {
    String letter = page(of("/letter?template=first-contact&language=fr"));
    assertThat(letter).contains("Skarvik Maritime Museum", "Madame, Monsieur,", "Bundesarchiv");
    HttpResponse<String> unfilled =
        client.post(of("/letter/sent"), "subject", "Images", "text", "Bonjour [votre groupe]");
    assertThat(unfilled.statusCode()).isEqualTo(422);
    assertThat(unfilled.body()).contains("[votre groupe]");
    HttpResponse<String> sent =
        client.post(of("/letter/sent"), "subject", "Images", "text", "Bonjour " + EVIL);
    assertThat(sent.statusCode()).isEqualTo(303);
    Partnership begun = partnerships().with(museum.id()).getFirst();
    Timeline timeline = new Timeline(bench.parts().database(), bench.parts().history(), clock);
    assertThat(timeline.page(begun.id(), null, 5).entries())
        .singleElement()
        .satisfies(entry -> assertThat(entry.text()).isEqualTo("Images\n\nBonjour " + EVIL));
    assertThat(page(of(""))).contains("The letter stands in the timeline");
    assertThat(page(of("/brief.html"))).contains("Bonjour &lt;script&gt;");
  }

  @Test
  void letterStopsAtAnothersClaimUnlessAReasonIsGiven() {
    Partnership begun = partnerships().begin(ADA, museum.id(), "Photographs");
    new Claims(bench.parts().database(), bench.parts().history(), clock)
        .take(new Who("bo", "Bo"), museum.id(), null);
    page(of("/letter"));
    String[] fields = {"subject", "Images", "text", "Hello", "partnership", begun.id()};
    HttpResponse<String> stopped = client.post(of("/letter/sent"), fields);
    assertThat(stopped.statusCode()).isEqualTo(422);
    assertThat(stopped.body()).contains("Bo speaks with this institution until");
    HttpResponse<String> sent =
        client.post(
            of("/letter/sent"),
            "subject",
            "Images",
            "text",
            "Hello",
            "partnership",
            begun.id(),
            "because",
            "Bo asked");
    assertThat(sent.statusCode()).isEqualTo(303);
  }

  @Test
  void letterIsKeptAsAFile() {
    page(of("/letter"));
    HttpResponse<String> file =
        client.post(
            of("/letter/file"), "subject", "Hi", "text", "There", "template", "../../etc/passwd");
    assertThat(file.body()).isEqualTo("Hi\n\nThere\n");
    assertThat(file.headers().firstValue("Content-Disposition"))
        .hasValueSatisfying(name -> assertThat(name).contains("first-contact.txt"));
  }

  private Partnerships partnerships() {
    return new Partnerships(bench.parts().database(), bench.parts().history(), clock);
  }

  @Test
  void auditThatIsNotThereIsNotTakenOver() {
    assertThat(page("/prospects")).contains("No wiki has been audited yet");
    client.get("/prospects");
    assertThat(client.post("/prospects/audit", "audit", "none").statusCode()).isEqualTo(404);
  }
}
