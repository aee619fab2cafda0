package org.handsel.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.handsel.app.sandbox.Sandbox;
import org.handsel.app.sandbox.SandboxAccount;
import org.handsel.app.sandbox.SandboxOptions;
import org.handsel.platform.Database;
import org.handsel.platform.History;
import org.handsel.platform.Workspace;
import org.handsel.testing.SetClock;
import org.handsel.testing.Shared;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Agreements on the command line, and the release that waits for one.
class AgreementCommandsTest {
  private static final Path SKARVIK = Shared.root().resolve("samples/skarvik");
  private static final String MUSEUM = "Skarvik Museum";

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private InputStream in = InputStream.nullInputStream();

  @BeforeEach
  void partnershipIsThere() {
    System.setProperty("handsel.root", Shared.root().toString());
    assertThat(run("partnership", "begin", MUSEUM, "--new", "museum", "--country", "NO"))
        .as(err())
        .isZero();
  }

  private int run(String... arguments) {
    out.reset();
    err.reset();
    SandboxAccount bot = SandboxAccount.DEFAULTS.getFirst();
    Surroundings surroundings =
        new Surroundings(
            new SetClock("2026-11-24T08:00:00Z"),
            Map.of(
                "HANDSEL_HOME",
                folder.resolve("home").toString(),
                "HANDSEL_AS",
                "Ada",
                "HANDSEL_PASSWORD",
                bot.password()),
            in,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false);
    return Commands.run(surroundings, arguments);
  }

  private void done(String... arguments) {
    assertThat(run(arguments)).as(err()).isZero();
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private void plan(Path profile, String... more) {
    done(
        "collection",
        "map",
        SKARVIK.resolve("skarvik.csv").toString(),
        "--mapping",
        profile.toString(),
        "--out",
        folder.resolve("items").toString());
    List<String> plan =
        new ArrayList<>(
            List.of(
                "release",
                "plan",
                folder.resolve("items/items.jsonl").toString(),
                "--mapping",
                profile.toString(),
                "--files",
                SKARVIK.resolve("images").toString(),
                "--out",
                folder.resolve("release").toString()));
    plan.addAll(List.of(more));
    done(plan.toArray(String[]::new));
  }

  private int upload(Sandbox sandbox, String... more) {
    List<String> upload =
        new ArrayList<>(
            List.of(
                "release",
                "run",
                folder.resolve("release").toString(),
                "--wiki",
                sandbox.url().toString(),
                "--user",
                SandboxAccount.DEFAULTS.getFirst().login()));
    upload.addAll(List.of(more));
    return run(upload.toArray(String[]::new));
  }

  private static Sandbox sandbox() {
    return Sandbox.start(SandboxOptions.defaults());
  }

  private void gate(String item, String note, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("partnership", "gate", MUSEUM, "--meet", item, "--note", note));
    arguments.addAll(List.of(more));
    done(arguments.toArray(String[]::new));
  }

  @Test
  void releaseOfWhatThePartnerDeclaredWaitsForTheAgreement() {
    plan(SKARVIK.resolve("mapping.yaml"), "--partnership", MUSEUM);
    try (Sandbox sandbox = sandbox()) {
      assertThat(upload(sandbox)).isEqualTo(2);
      assertThat(err())
          .contains(
              "26 files in copyright wait",
              "nobody has said yet which agreement",
              "Nothing was sent");

      done("partnership", "agree", MUSEUM, "--situation", "holder-declares");
      assertThat(upload(sandbox)).isEqualTo(2);
      assertThat(err())
          .contains("Licence with version", "(licence)", "(signature)", "(indemnity)")
          .doesNotContain("(legal-entity)");

      gate("rights-basis", "The photographers were employed by the museum.");
      gate("scope", "26 photographs of the harbour; nothing with living people");
      gate("licence", "CC0 1.0");
      gate("no-guarantee", "said in the talk and in the text");
      gate("source-resolution", "JPEG at full size");
      gate("credit-line", "Skarvik Museum, inventory number");
      gate("other-rights", "personality rights are reserved");
      gate("volunteers-explained", "in the museum", "--by", "Bo", "--on", "2026-11-20");
      done("partnership", "gate", MUSEUM, "--waive", "indemnity", "--note", "the text has none");
      assertThat(upload(sandbox)).isEqualTo(2);
      assertThat(err()).contains("(signature)").doesNotContain("(licence)");

      done("partnership", "agree", MUSEUM, "--signed", "2026-11-02", "--evidence", "ticket 1234");
      assertThat(out()).contains("The gate is open");
      assertThat(upload(sandbox)).as(err()).isZero();
      assertThat(out()).contains("26");
    }
  }

  @Test
  void contentThatIsFreeOnlineAlreadyGoesAtOnce() {
    plan(SKARVIK.resolve("mapping.yaml"), "--partnership", MUSEUM);
    done(
        "partnership",
        "agree",
        MUSEUM,
        "--situation",
        "already-free",
        "--evidence",
        "https://museum.example/harbour says CC0 on each page");
    try (Sandbox sandbox = sandbox()) {
      assertThat(upload(sandbox)).as(err()).isZero();
    }
  }

  @Test
  void releaseDoesNotPassByTheChecklistBecauseItNamesNoPartnership() {
    plan(SKARVIK.resolve("mapping.yaml"));
    try (Sandbox sandbox = sandbox()) {
      assertThat(upload(sandbox)).isEqualTo(2);
      assertThat(err())
          .contains(
              "26 files rest on what the partner declared",
              "Nothing was sent",
              "--partnership",
              "--without-partnership REASON");
      assertThat(upload(sandbox, "--without-partnership", " ")).isEqualTo(2);
      assertThat(upload(sandbox, "--without-partnership", "the museum uploads by itself"))
          .as(err())
          .isZero();
      assertThat(err()).contains("It was said why: the museum uploads by itself");
    }
    try (Database database =
        Database.open(
            new Workspace(folder.resolve("home")).databaseUrl(), java.time.Clock.systemUTC())) {
      assertThat(new History(database, java.time.Clock.systemUTC()).latest("release", null, 9, 0))
          .singleElement()
          .satisfies(change -> {
            assertThat(change.who().name()).isEqualTo("Ada");
            assertThat(String.valueOf(change.after())).contains("the museum uploads by itself");
          });
    }
  }

  @Test
  void nobodysPartnershipsAreNoReasonToPassByTheChecklistAndOneReasonHoldsForTheWholeRelease()
      throws Exception {
    plan(SKARVIK.resolve("mapping.yaml"));
    java.nio.file.Files.delete(folder.resolve("home/handsel.db"));
    try (Sandbox sandbox = sandbox()) {
      assertThat(upload(sandbox)).isEqualTo(2);
      assertThat(err()).contains("26 files rest on what the partner declared", "Nothing was sent");
      assertThat(upload(sandbox, "--pilot", "2", "--without-partnership", "ticket 2026112910"))
          .as(err())
          .isZero();
      done("release", "judge", folder.resolve("release").toString(), "--accept", "--by", "Ada");
      assertThat(upload(sandbox)).as(err()).isZero();
      assertThat(err()).contains("It was said before why: ticket 2026112910");
    }
  }

  @Test
  void releaseForAPartnershipThatDoesNotExistIsNotPlanned() {
    done(
        "collection",
        "map",
        SKARVIK.resolve("skarvik.csv").toString(),
        "--mapping",
        SKARVIK.resolve("mapping.yaml").toString(),
        "--out",
        folder.resolve("items").toString());
    assertThat(
            run(
                "release",
                "plan",
                folder.resolve("items/items.jsonl").toString(),
                "--mapping",
                SKARVIK.resolve("mapping.yaml").toString(),
                "--files",
                SKARVIK.resolve("images").toString(),
                "--partnership",
                "nobody",
                "--out",
                folder.resolve("release").toString()))
        .isEqualTo(2);
    assertThat(err()).contains("partnership \"nobody\"");
    assertThat(folder.resolve("release")).doesNotExist();
  }

  @Test
  void promiseIsStoppedWithItsReasonAndExitTwo() {
    done("partnership", "capacity", "Ada", "10", "--note", "evenings");
    String[] promise = {
      "partnership",
      "commit",
      MUSEUM,
      "Return corrections as a table",
      "--kind",
      "corrections",
      "--due",
      "2027-05-24",
      "--every",
      "3",
      "--hours",
      "40",
      "--from",
      "Ada"
    };
    assertThat(run(promise)).isEqualTo(2);
    assertThat(err()).contains("beyond-capacity", "Ada gives 30 hours until 2027-02-24");
    promise[11] = "4";
    done(promise);
    assertThat(out()).contains("agreed", "2027-05-24", "4 h of Ada");
    done("partnership", "commit", MUSEUM, "--json");
    assertThat(out()).contains("\"everyMonths\" : 3", "\"state\" : \"agreed\"");
  }

  @Test
  void commitmentIsReadFromStandardInput() {
    in = new ByteArrayInputStream("All files\nof the harbour".getBytes(StandardCharsets.UTF_8));
    done(
        "partnership",
        "commit",
        MUSEUM,
        "-",
        "--side",
        "institution",
        "--kind",
        "files",
        "--due",
        "2027-01-31",
        "--keeper",
        "the museum");
    assertThat(out()).contains("institution").contains("All files");
  }

  @Test
  void volunteersHoursAndLoadAreToldInSentences() {
    done("partnership", "hours", MUSEUM, "2.5", "--note", "first visit");
    assertThat(out()).contains("stage 1     2.5 h spent");
    done(
        "partnership",
        "volunteers",
        MUSEUM,
        "--call",
        "Sort the harbour",
        "--hours",
        "300",
        "--until",
        "2027-02-01");
    assertThat(out()).contains("Somebody has to be paid", "4 people for 3 months");
    done("partnership", "volunteers", MUSEUM, "--sign-up", "Bo", "--hours", "260");
    assertThat(out()).contains("Volunteers suffice", "260 of 300 hours");
    done("partnership", "load", MUSEUM, "100", "--staff", "3", "--on", "2026-01-31");
    assertThat(out()).contains("+230 %", "330 a month");
    done("partnership", "load", MUSEUM, "330", "--staff", "3", "--on", "2026-10-31");
    assertThat(out()).contains("ALARM: inquiries grew by 230 %, staff by 0 %");
  }
}
