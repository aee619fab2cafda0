package org.handsel.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handsel.testing.SetClock;
import org.handsel.testing.Shared;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Stewardship on the command line.
class ImpactCommandsTest {
  private static final String MUSEUM = "Skarvik Museum";

  @TempDir Path folder;

  private final SetClock clock = new SetClock("2026-11-24T08:00:00Z");
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void partnershipIsThereAndMeasured() throws IOException {
    System.setProperty("handsel.root", Shared.root().toString());
    done("partnership", "begin", MUSEUM, "--new", "museum", "--country", "NO");
    Files.writeString(
        folder.resolve("list.csv"),
        "Institution;Category depth;Files available;Files used;Distinct articles;Date\n"
            + "Skarvik Museum;2;100;20;30;01-10-2026\n");
    done(
        "impact",
        "measure",
        "--pages",
        Shared.root().resolve("samples/impact/page-list.xlsx").toString(),
        "--as-of",
        "2026-11-01",
        "--partnership",
        MUSEUM,
        "--out",
        at("uses"));
  }

  private String at(String name) {
    return folder.resolve(name).toString();
  }

  private int run(String... arguments) {
    out.reset();
    err.reset();
    return Commands.run(
        new Surroundings(
            clock,
            Map.of("HANDSEL_HOME", folder.resolve("home").toString(), "HANDSEL_AS", "Ada"),
            InputStream.nullInputStream(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false),
        arguments);
  }

  private String done(String... arguments) {
    assertThat(run(arguments)).as(err()).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }

  private String impact(String... arguments) {
    List<String> all = new ArrayList<>(List.of("impact"));
    all.addAll(List.of(arguments));
    return done(all.toArray(String[]::new));
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private static String first(String text) {
    Matcher id = Pattern.compile("^\\s*(\\S+)").matcher(text);
    assertThat(id.find()).isTrue();
    return id.group(1);
  }

  @Test
  void expectationIsHeldAgainstTheLastMeasurementAndJudgedByPeople() {
    assertThat(
            impact(
                "expect",
                MUSEUM,
                "ten pages",
                "--measure",
                "pages",
                "--target",
                "10",
                "--due",
                "2026-11-01"))
        .contains("met", "pages: 12 of 10");
    String said = impact("expect", MUSEUM, "a story in the press", "--due", "2026-11-01");
    assertThat(impact("status", MUSEUM)).contains("nobody has said what came of it", "Expected:");
    String id =
        first(
            said.lines()
                .filter(line -> line.contains("a story in the press"))
                .findFirst()
                .orElseThrow());
    assertThat(impact("expect", MUSEUM, "--judge", id, "--outcome", "missed", "--note", "no room"))
        .contains("missed", "no room");
    assertThat(impact("status", MUSEUM)).doesNotContain("nobody has said what came of it");
    assertThat(impact("expect", MUSEUM, "--remove", id)).doesNotContain("a story in the press");
    assertThat(run("impact", "expect", MUSEUM, "--judge", "zzz", "--outcome", "met")).isEqualTo(2);
    assertThat(run("impact", "expect", MUSEUM, "x", "--measure", "nonsense", "--target", "1"))
        .isEqualTo(2);
  }

  @Test
  void notesMakeWarningsAndCanBeTakenBack() {
    String noted = impact("note", MUSEUM, "deletion", "--value", "3", "--note", "no source");
    assertThat(noted).contains("3 files were up for deletion on 2026-11-24");
    assertThat(impact("note", MUSEUM, "--remove", first(noted))).contains("Taken back");
    assertThat(impact("status", MUSEUM)).doesNotContain("deletion");
    assertThat(impact("note", MUSEUM, "review", "--on", "2026-12-01")).contains("to be reviewed");
    assertThat(run("impact", "note", MUSEUM, "joy")).isEqualTo(2);
    assertThat(run("impact", "note", MUSEUM, "satisfaction", "--value", "6")).isEqualTo(2);
  }

  @Test
  void correctionsGoOutAndComeBack() throws IOException {
    Path tsv =
        Files.writeString(
            folder.resolve("corrections.tsv"),
            "record\tfield\tbefore\tafter\tevidence\n"
                + "SKM 1\tmaker\tA\tB\tlog\n"
                + "SKM 2\tdate\t1\t2\tlog\n");
    assertThat(impact("corrections", MUSEUM, "--add", tsv.toString())).contains("2 new");
    assertThat(impact("corrections", MUSEUM, "--add", tsv.toString())).contains("0 new");
    assertThat(impact("corrections", MUSEUM, "--mark", "sent")).contains("2 corrections are sent");
    assertThat(impact("corrections", MUSEUM, "--mark", "accepted", "--record", "SKM 1"))
        .contains("1 corrections are accepted");
    impact("corrections", MUSEUM, "--out", at("back.tsv"));
    assertThat(Files.readString(folder.resolve("back.tsv")))
        .contains("SKM 1\tmaker\tA\tB\tlog\taccepted", "SKM 2\tdate\t1\t2\tlog\tsent");
    clock.pass(java.time.Duration.ofDays(100));
    assertThat(impact("status", MUSEUM)).contains("1 corrections sent and not answered");
    Files.writeString(tsv, "record\tfield\nSKM 1\tmaker\n");
    assertThat(run("impact", "corrections", MUSEUM, "--add", tsv.toString())).isEqualTo(1);
    assertThat(err()).contains("expected the columns record, field, before, after, evidence");
  }

  @Test
  void measurementOfThePartnershipCountsItsCorrections() throws IOException {
    Path tsv =
        Files.writeString(
            folder.resolve("corrections.tsv"),
            "record\tfield\tbefore\tafter\tevidence\nSKM 1\tmaker\tA\tB\tlog\n");
    impact("corrections", MUSEUM, "--add", tsv.toString());
    assertThat(
            impact(
                "measure",
                "--pages",
                Shared.root().resolve("samples/impact/page-list.xlsx").toString(),
                "--partnership",
                MUSEUM,
                "--as-of",
                "2026-11-02",
                "--out",
                at("again")))
        .contains("corrections-proposed         1", "corrections-accepted         0");
    impact("report", at("again"), "--partnership", MUSEUM);
    assertThat(Files.readString(folder.resolve("again/report.html"))).contains("SKM 1");
  }

  @Test
  void storyIsApprovedByNameAndAChangeTakesTheApprovalBack() throws IOException {
    String drafted = impact("story", MUSEUM, "blog");
    String id = first(drafted);
    assertThat(drafted).contains("draft", "12");
    assertThat(run("impact", "story", MUSEUM, "--approve", id)).isEqualTo(2);
    assertThat(
            impact("story", MUSEUM, "--approve", id, "--by", "E. Halvorsen", "--evidence", "mail"))
        .contains("approved", "E. Halvorsen");
    Path text = Files.writeString(folder.resolve("text.txt"), "Better words.");
    assertThat(impact("story", MUSEUM, "--edit", id, "--text", text.toString())).contains("draft");
    assertThat(impact("story", MUSEUM, "--show", id)).contains("Better words.");
    assertThat(impact("story", MUSEUM)).contains("blog", "draft", "v3");
  }

  @Test
  void reportIsPreparedByTheCalendarAndNeverSent() throws IOException {
    assertThat(impact("schedule", MUSEUM, "--first", "today", "--format", "html"))
        .contains("A draft every 3 months, the next on 2026-11-24");
    assertThat(impact("prepare")).contains("Draft: ", "report.html");
    assertThat(Files.readString(folder.resolve("uses/report.html"))).containsIgnoringCase("draft");
    assertThat(impact("prepare")).contains("No report is due.");
    clock.pass(java.time.Duration.ofDays(100));
    Files.delete(folder.resolve("uses/measures.json"));
    assertThat(run("impact", "prepare")).isEqualTo(1);
    assertThat(err()).contains("there is no measurement here");
    assertThat(impact("status")).contains("A report is due since 2027-02-24");
    impact("schedule", MUSEUM, "--end");
    assertThat(impact("prepare")).contains("No report is due.");
  }

  @Test
  void referralsAreDrawn() throws IOException {
    done("partnership", "begin", "Nordholm Archive", "--new", "archive", "--country", "NO");
    assertThat(
            impact(
                "referrals", "--told", "Nordholm Archive", "--by", MUSEUM, "--out", at("told.svg")))
        .contains("Skarvik Museum → Nordholm Archive");
    assertThat(Files.readString(folder.resolve("told.svg"))).startsWith("<svg");
    assertThat(run("impact", "referrals", "--told", MUSEUM)).isEqualTo(2);
    assertThat(run("impact", "referrals", "--told", MUSEUM, "--by", MUSEUM)).isEqualTo(2);
  }

  @Test
  void institutionsAreComparedAndThePageSorts() throws IOException {
    assertThat(impact("compare", at("list.csv"), "--out", at("side")))
        .contains("1 institutions, 20 files used of 100.");
    assertThat(folder.resolve("side/comparison.html")).exists();
    assertThat(run("impact", "compare", at("list.csv"), "--sort", "joy", "--out", at("x")))
        .isEqualTo(2);
  }

  @Test
  void unusedFilesOfAReleaseAreOfferedToArticlesWithoutAnImage() throws IOException {
    Path release = Files.createDirectories(folder.resolve("release"));
    Files.writeString(
        release.resolve("plan.jsonl"),
        entry("1", "File:Fyr.jpg", "")
            + entry("2", "File:Havn.jpg", "Q900002")
            + entry("3", "File:Skarvik lighthouse.jpg", "Q900002"));
    Files.writeString(
        folder.resolve("items.jsonl"),
        "{\"id\":\"1\",\"fields\":{\"depicted\":[{\"value\":\"Leuchtturm von Skarvik\"}]}}\n");
    assertThat(
            impact(
                "suggest",
                release.toString(),
                "--dump",
                Shared.root().resolve("samples/wiki/dump.xml").toString(),
                "--wikidata",
                Shared.root().resolve("samples/authority/entities.jsonl").toString(),
                "--items",
                at("items.jsonl"),
                "--measures",
                at("uses"),
                "--partnership",
                MUSEUM,
                "--out",
                at("suggestions")))
        .contains("2 suggestions from 2 unused files");
    assertThat(Files.readString(folder.resolve("suggestions/suggestions.tsv")))
        .contains(
            "File:Havn.jpg\tOlav Brekke\t1.000\tauthority\tQ900002",
            "File:Fyr.jpg\tLeuchtturm von Skarvik\t0.600\tname\tLeuchtturm von Skarvik");
    assertThat(impact("status", MUSEUM)).contains("2 articles without an image could have one now");
  }

  private static String entry(String item, String title, String depicted) {
    String claims =
        depicted.isEmpty()
            ? "[]"
            : "[{\"mainsnak\":{\"snaktype\":\"value\",\"property\":\"P180\",\"datavalue\":{\"type\":\"wikibase-entityid\",\"value\":{\"id\":\"%s\"}}}}]"
                .formatted(depicted);
    return "{\"item\":\"%s\",\"file\":\"a.jpg\",\"sha1\":\"\",\"bytes\":1,\"title\":\"%s\",\"wikitext\":\"\",\"structuredData\":{\"claims\":%s},\"checks\":[],\"state\":\"ready\",\"rights\":null,\"ground\":null}\n"
        .formatted(item, title, claims);
  }

  @Test
  void sourcesThatDoNotGoTogetherAreRefused() {
    String list = Shared.root().resolve("samples/impact/page-list.xlsx").toString();
    for (String[] wrong :
        new String[][] {
          {"--pages", list, "--wiki", "http://127.0.0.1:1", "--out", at("x")},
          {"--pages", list, "--pageviews", "--pageview-files", at("v"), "--out", at("x")},
          {"--release", at("r"), "--pageviews", "--out", at("x")},
          {"--wiki", "http://127.0.0.1:1", "--out", at("x")},
          {"--wiki", "http://127.0.0.1:1", "--category", "A", "--depth", "-1", "--out", at("x")},
          {"--pages", list, "--pageviews", "ftp://x/", "--out", at("x")}
        }) {
      List<String> all = new ArrayList<>(List.of("impact", "measure"));
      all.addAll(List.of(wrong));
      assertThat(run(all.toArray(String[]::new))).as(String.join(" ", wrong)).isEqualTo(2);
    }
  }

  @Test
  void overviewNamesEveryPartnershipInStewardship() {
    assertThat(impact("status")).contains("No partnership is in stage 5 yet.");
    done("partnership", "move", MUSEUM, "5");
    impact("note", MUSEUM, "satisfaction", "--value", "1");
    assertThat(impact("status")).contains(MUSEUM, "Call, do not write");
    assertThat(impact("status", "--json")).contains("\"satisfaction-falling\"");
  }
}
