package org.handsel.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.handsel.testing.Shared;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/// The program as its user meets it: arguments in, text and exit code out.
class CommandsTest {
  private static final Path SKARVIK = Shared.root().resolve("samples/skarvik");

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void rootIsKnown() {
    System.setProperty("handsel.root", Shared.root().toString());
  }

  private int run(String... arguments) {
    out.reset();
    err.reset();
    Surroundings surroundings =
        new Surroundings(
            Clock.systemUTC(),
            Map.of("HANDSEL_HOME", folder.resolve("home").toString()),
            InputStream.nullInputStream(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false);
    return Commands.run(surroundings, arguments);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void tourTakesTheSamplePartnershipThroughAllStages() {
    assertThat(run("tour", "--to", folder.resolve("tour").toString())).as(err()).isZero();
    assertThat(out())
        .contains(
            "Stage 0",
            "30 records, 30 items",
            "26 ready",
            "wikipedia-only incompatible",
            "Ada speaks with this institution",
            "beyond-capacity",
            "The gate is open",
            "26 files asked for, 0 differences",
            "Stage 5",
            "7 findings mended")
        .doesNotContain("did not end as it should")
        .contains(folder.resolve("tour/index.html").toString());
    assertThat(folder.resolve("tour/index.html")).content().contains("Released: 26 pictures");
    assertThat(folder.resolve("tour/release/results.tsv")).content().contains("\tproven\t");
  }

  @Test
  void conditionsDraftsAnAnswerInTheLanguageThatIsAskedFor() throws Exception {
    Path letter = Shared.root().resolve("samples/letters/museum-en.txt");
    Path answer = folder.resolve("answer.txt");
    assertThat(
            run(
                "conditions",
                letter.toString(),
                "--answer",
                answer.toString(),
                "--answer-language",
                "de"))
        .as(err())
        .isZero();
    assertThat(out()).contains("nc-only").contains(answer.toString());
    assertThat(answer).content().startsWith("Sehr geehrte").contains("Nur nicht-kommerziell");

    Path foreign = Files.writeString(folder.resolve("sv.txt"), "Bilderna kostar hundra kronor.");
    assertThat(run("conditions", foreign.toString(), "--answer", answer.toString())).isEqualTo(2);
    assertThat(err()).contains("--answer-language");
  }

  @Test
  void tourDoesNotTouchAFolderWithOtherThings() throws Exception {
    Files.writeString(folder.resolve("mine.txt"), "mine");
    assertThat(run("tour", "--to", folder.toString())).isEqualTo(2);
    assertThat(err()).contains("the folder holds other things");
    assertThat(folder.resolve("mine.txt")).exists();
  }

  @Test
  void firstProfileOfADeliveryRuns() {
    String source = SKARVIK.resolve("skarvik.csv").toString();
    assertThat(run("collection", "profile", source, "--out", folder.resolve("look").toString()))
        .isZero();
    assertThat(out()).contains("30 records", "Inventory no.", "May serve as the id");
    assertThat(
            run(
                "collection",
                "map",
                source,
                "--mapping",
                folder.resolve("look/mapping.yaml").toString(),
                "--out",
                folder.resolve("items").toString()))
        .as(err())
        .isZero();
  }

  @Test
  void aReadyProfileKeepsHowTheDeliveryIsRead() throws Exception {
    Path source =
        Files.write(
            folder.resolve("records.xml"),
            ("<export><thing><mods xmlns='http://www.loc.gov/mods/v3'><titleInfo>"
                    + "<title>Fähre</title></titleInfo><identifier>1</identifier></mods></thing>"
                    + "<thing/></export>")
                .getBytes(StandardCharsets.ISO_8859_1));
    Path look = folder.resolve("look");
    assertThat(
            run(
                "collection",
                "profile",
                source.toString(),
                "--charset",
                "windows-1252",
                "--record",
                "mods",
                "--out",
                look.toString()))
        .as(err())
        .isZero();
    assertThat(out()).contains("The ready profile \"mods\"");
    assertThat(look.resolve("mapping.yaml"))
        .content()
        .contains("charset: windows-1252", "record: mods");

    assertThat(
            run(
                "collection",
                "map",
                source.toString(),
                "--mapping",
                look.resolve("mapping.yaml").toString(),
                "--out",
                folder.resolve("items").toString()))
        .as(err())
        .isZero();
    assertThat(folder.resolve("items/items.jsonl")).content().contains("Fähre");
  }

  @Test
  void releaseIsPlannedRehearsedAndFoundByItsName() throws Exception {
    mapAndPlan();
    assertThat(run("release", "rehearse", "release")).as(err()).isZero();
    assertThat(out()).contains("Rehearsal:");
    assertThat(run("release", "status", "release", "--json")).isZero();
    assertThat(out()).contains("\"ready\" : 26", "\"blocked\" : 4");
    assertThat(run("release", "status")).isZero();
    assertThat(out()).contains(folder.resolve("release").toString());
    assertThat(run("release", "failures", "release")).isZero();
    assertThat(out()).contains("failures.csv");
    assertThat(run("release", "report", "release")).isZero();
  }

  private void mapAndPlan() {
    String mapping = SKARVIK.resolve("mapping.yaml").toString();
    assertThat(
            run(
                "collection",
                "map",
                SKARVIK.resolve("skarvik.csv").toString(),
                "--mapping",
                mapping,
                "--out",
                folder.resolve("items").toString()))
        .as(err())
        .isZero();
    assertThat(
            run(
                "release",
                "plan",
                folder.resolve("items/items.jsonl").toString(),
                "--mapping",
                mapping,
                "--files",
                SKARVIK.resolve("images").toString(),
                "--out",
                folder.resolve("release").toString()))
        .as(err())
        .isZero();
  }

  @Test
  void judgingWithoutAPilotIsWrongUse() {
    mapAndPlan();
    assertThat(run("release", "judge", "release", "--accept", "--by", "Ada")).isEqualTo(2);
    assertThat(err()).contains("there is no pilot to judge");
  }

  @Test
  void unreachableWikiIsTheEnvironment() {
    mapAndPlan();
    assertThat(run("release", "check", "release", "--wiki", "http://127.0.0.1:9")).isEqualTo(3);
    assertThat(err()).contains("127.0.0.1:9");
  }

  @Test
  void missingPasswordSaysHowToGiveOne() {
    mapAndPlan();
    assertThat(
            run(
                "release",
                "run",
                "release",
                "--wiki",
                "http://127.0.0.1:9",
                "--user",
                "Ada",
                "--without-partnership",
                "made-up records"))
        .isEqualTo(2);
    assertThat(err()).contains("handsel login --wiki http://127.0.0.1:9 --user 'Ada'");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "collection map nowhere.csv --mapping MAPPING --out OUT|2|nowhere.csv",
        "collection map EMPTY --mapping MAPPING --out OUT|1|empty",
        "collection map SOURCE --mapping nowhere.yaml --out OUT|2|nowhere.yaml",
        "collection profile|2|SOURCE",
        "release|2|which command",
        "collection|2|which command",
        "release status nowhere|2|no release",
        "nonsense|2|nonsense"
      })
  void wrongUseIsExplained(String command, int exit, String says) throws Exception {
    Path empty = Files.writeString(folder.resolve("empty.csv"), "");
    String[] arguments =
        command
            .replace("MAPPING", SKARVIK.resolve("mapping.yaml").toString())
            .replace("EMPTY", empty.toString())
            .replace("OUT", folder.resolve("out").toString())
            .replaceAll("\\bSOURCE\\b", SKARVIK.resolve("skarvik.csv").toString())
            .split(" ");
    int found = run(arguments);
    assertThat(err()).containsIgnoringCase(says).doesNotContain("\tat ");
    assertThat(found).as(err()).isIn(exit, 1, 2);
    assertThat(folder.resolve("out/items.jsonl")).doesNotExist();
  }

  static Stream<List<String>> commands() {
    List<List<String>> all = new ArrayList<>();
    collect(Commands.line(Surroundings.real()), List.of(), all);
    return all.stream();
  }

  private static void collect(CommandLine line, List<String> path, List<List<String>> all) {
    all.add(path);
    line.getSubcommands()
        .forEach((name, sub) -> {
          List<String> longer = new ArrayList<>(path);
          longer.add(name);
          collect(sub, longer, all);
        });
  }

  @ParameterizedTest(name = "handsel {0} --help")
  @MethodSource("commands")
  void helpOfEveryCommandExplainsItself(List<String> path) {
    List<String> arguments = new ArrayList<>(path);
    arguments.add("--help");
    assertThat(run(arguments.toArray(String[]::new))).isZero();
    boolean leaf =
        path.size() == 2
            || List.of("tour", "sandbox", "login", "settings", "cluster")
                .contains(String.join(" ", path));
    if (leaf) {
      assertThat(out()).contains("Example: handsel " + String.join(" ", path));
    }
  }

  @Test
  void everyCommandInTheReadmeExists() throws Exception {
    for (String document : List.of("README.md", "docs/release.md", "docs/formats.md")) {
      for (String line : Files.readAllLines(Shared.root().resolve(document))) {
        String command = line.strip();
        if (command.startsWith("./handsel ")) {
          String[] words =
              command.substring("./handsel ".length()).replaceAll("'[^']*'", "X").split(" ");
          assertThat(Commands.line(Surroundings.real()).parseArgs(words).errors())
              .as("%s: %s %s", document, command, Arrays.toString(words))
              .isEmpty();
        }
      }
    }
  }

  @Test
  void rightsAreEstimatedForTheItemsOfTheSampleMuseum() throws Exception {
    Path mapped = folder.resolve("mapped");
    run(
        "collection",
        "map",
        SKARVIK.resolve("skarvik.csv").toString(),
        "--mapping",
        SKARVIK.resolve("mapping.yaml").toString(),
        "--out",
        mapped.toString());
    Path rights = folder.resolve("rights");
    assertThat(
            run(
                "rights",
                "estimate",
                mapped.resolve("items.jsonl").toString(),
                "--year",
                "2026",
                "--out",
                rights.toString()))
        .as(err())
        .isZero();
    assertThat(out()).contains("30 works, seen from 2026:", "report.html");
    assertThat(Files.readAllLines(rights.resolve("rights.jsonl"))).hasSize(60);
    assertThat(rights.resolve("report.html")).content().contains("What may be free in 2026");

    Files.writeString(folder.resolve("bad.jsonl"), "{\"id\":\"1\"}\nno item\n");
    assertThat(
            run(
                "rights",
                "estimate",
                folder.resolve("bad.jsonl").toString(),
                "--out",
                rights.toString()))
        .isEqualTo(1);
    assertThat(out()).contains("bad.jsonl, line 2: expected a JSON object");
    assertThat(
            run("rights", "estimate", "none.jsonl", "--year", "1492", "--out", rights.toString()))
        .isEqualTo(2);
    assertThat(err()).contains("--year: expected a year from 1996 to 2200, found \"1492\"");
  }
}
