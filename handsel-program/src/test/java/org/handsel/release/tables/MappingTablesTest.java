package org.handsel.release.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.handsel.collection.mapping.Profiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Values, how often they occur, what volunteers make of them, and that nothing of it is lost.
class MappingTablesTest {
  private static final String PROFILE =
      """
      source: {format: csv, delimiter: ","}
      id: Id
      fields: {creator: {from: Artist, transforms: [{split: ";"}]}, place: Place, title: Title}
      mapped: {creator: tables/people.tsv, place: tables/places.tsv}
      """;

  @TempDir Path folder;

  private Path profile() throws Exception {
    return Files.writeString(folder.resolve("mapping.yaml"), PROFILE);
  }

  private Path source() throws Exception {
    return Files.writeString(
        folder.resolve("delivery.csv"),
        """
        Id,Artist,Place,Title
        1,Elin;Otto,Skarvik,A
        2,Elin,Skarvik,B
        3,"Elin  ",Ulvön,C
        4,,,D
        """);
  }

  @Test
  void tablesThatDoNotExistAreMadeTheMostFrequentFirst() throws Exception {
    List<MappingTables.Filled> filled =
        MappingTables.fill(source(), profile(), Suggester.NONE, List.of(), Progress.NONE);

    assertThat(filled).extracting(MappingTables.Filled::added).containsExactly(2L, 2L);
    assertThat(Files.readAllLines(folder.resolve("tables/people.tsv")))
        .containsExactly(
            "value\tfrequency\tstate\tqid\tcategory\tcreator",
            "Elin\t3\ttodo\t\t\t",
            "Otto\t1\ttodo\t\t\t");
    assertThat(Profiles.load(folder.resolve("mapping.yaml")).mapped()).hasSize(2);
  }

  @Test
  void whatPeopleWroteStaysAndOnlyOpenRowsGetProposals() throws Exception {
    Path people = folder.resolve("tables/people.tsv");
    Files.createDirectories(folder.resolve("tables"));
    Files.writeString(
        people,
        "value\tstate\tqid\tcategory\tcreator\tseen by\n"
            + "Elin\tmapped\tQ1\t\t\tAda\n"
            + "Gone\tnone\t\t\t\t\n");
    Path known =
        Files.writeString(
            folder.resolve("old.tsv"), "value\tstate\tqid\nSkarvik\tmapped\tQ9\nUlvön\ttodo\tQ8\n");

    MappingTables.fill(
        source(),
        profile(),
        (field, value) ->
            field.equals("creator")
                ? Optional.of(
                    new Suggester.Suggestion("Q7", "Otto Havel", 0.934, "the name is the same"))
                : Optional.empty(),
        List.of(known),
        Progress.NONE);

    TableFile table = TableFile.read(people);
    assertThat(table.row("Elin").cells())
        .containsEntry("qid", "Q1")
        .containsEntry("seen by", "Ada")
        .containsEntry("frequency", "3")
        .doesNotContainKey("proposal");
    assertThat(table.row("Otto").cells())
        .containsEntry("proposal", "Q7")
        .containsEntry("probability", "0.93")
        .containsEntry("state", "todo")
        .doesNotContainKey("qid");
    assertThat(table.row("Gone").cells())
        .containsEntry("state", "none")
        .containsEntry("frequency", "0");
    TableFile places = TableFile.read(folder.resolve("tables/places.tsv"));
    assertThat(places.row("Skarvik").cell("proposal")).isEqualTo("Q9");
    assertThat(places.row("Ulvön").cells()).doesNotContainKey("proposal");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = ';',
      value = {
        "qid;Q42;Q42",
        "qid;[[:d:Q42|Q42]];Q42",
        "qid;[[d:q42]];Q42",
        "qid;{{Q|42}};Q42",
        "qid;'';''",
        "category;[[:Category:Boats]];Boats",
        "category;[[:Category:Boats|b]] [[:Category:Harbours]];Boats|Harbours",
        "category;Category:Rowing_boats;Rowing boats",
        "category;Boats;Boats",
        "creator;{{Creator:Elin Stormdal}};Elin Stormdal",
        "creator;[[Creator:Elin Stormdal]];Elin Stormdal",
        "creator;{{Institution:Nationalmuseum|x}};Nationalmuseum",
        "state; Mapped ;mapped",
        "note;style=\"color:red\" | hello;hello",
        "note;a = b;a = b"
      })
  void volunteersWriteNamesAsTheyAreUsedTo(String column, String cell, String expected) {
    TableFile read =
        WikiTable.read(
            "Intro\n{|\n! Value !! %s\n|-\n| x || %s\n|}\n".formatted(column, cell),
            new ArrayList<>());

    assertThat(read.row("x").cell(column)).isEqualTo(expected);
  }

  @Test
  void whoFillsInHasDecidedAndWhoDecidesTakesTheProposal() throws Exception {
    Path table =
        Files.writeString(
            folder.resolve("people.tsv"),
            "value\tfrequency\tstate\tqid\tcategory\tcreator\tproposal\n"
                + "Elin\t3\ttodo\t\t\t\tQ5\n"
                + "Otto\t2\ttodo\t\t\t\t\n");
    String page = MappingTables.publish(table, "Please help!\n", 100);

    MappingTables.Merged merged =
        MappingTables.merge(
            table,
            page.replaceFirst("\\| todo", "| mapped")
                .replace("| todo\n| \n| \n", "| todo\n| \n| [[:Category:Otto]]\n"));

    assertThat(page).startsWith("Please help!\n\n");
    assertThat(merged.conflicts()).isEmpty();
    TableFile now = TableFile.read(table);
    assertThat(now.row("Elin").cells()).containsEntry("qid", "Q5");
    assertThat(now.row("Otto").cells())
        .containsEntry("category", "Otto")
        .containsEntry("state", "mapped");
  }

  @Test
  void differentChangesOfOneCellAreListedAndNothingIsOverwritten() throws Exception {
    Path table =
        Files.writeString(
            folder.resolve("people.tsv"),
            "value\tfrequency\tstate\tqid\tcategory\tcreator\n"
                + "Elin\t3\ttodo\t\t\t\n"
                + "Otto\t2\ttodo\t\t\t\n");
    String page = MappingTables.publish(table, "", 100);
    Files.writeString(
        table,
        "value\tfrequency\tstate\tqid\tcategory\tcreator\n"
            + "Elin\t3\tmapped\tQ1\t\t\n"
            + "Otto\t2\ttodo\t\t\t\n");
    String edited =
        page.replaceFirst("\\| todo\n\\| \n", "| mapped\n| Q2\n")
            .replaceFirst("(?s)\\|-\n\\| Otto.*?(?=\\|\\})", "|-\n| Karin\n| \n| none\n|\n|\n|\n");

    MappingTables.Merged merged = MappingTables.merge(table, edited);

    assertThat(merged.conflicts())
        .containsExactly(new MappingTables.Conflict("Elin", "qid", "Q1", "Q2"));
    assertThat(merged.removed()).containsExactly("Otto");
    assertThat(TableFile.read(table).rows().keySet()).containsExactly("Elin", "Otto", "Karin");
    assertThat(Files.readString(folder.resolve("people.conflicts.tsv")))
        .contains("Elin\tqid\tQ1\tQ2");
  }

  @Test
  void aPageThatPeopleChangedIsNotOverwritten() throws Exception {
    Path table =
        Files.writeString(folder.resolve("people.tsv"), "value\tstate\nElin\ttodo\nOtto\ttodo\n");
    String page = MappingTables.publish(table, "", 100);
    String edited = page.replaceFirst("\\| todo", "| none");

    assertThatThrownBy(() -> MappingTables.publish(table, edited, 100))
        .isInstanceOf(HandselException.class)
        .hasMessageContaining("handsel collection tables merge");
    MappingTables.merge(table, edited);
    assertThat(MappingTables.publish(table, edited, 100)).contains("| none");
  }

  @Test
  void aPageWithoutATableIsSaid() throws Exception {
    Path table = Files.writeString(folder.resolve("people.tsv"), "value\tstate\nElin\ttodo\n");

    assertThatThrownBy(() -> MappingTables.merge(table, "{|\n! a !! b\n|-\n| 1 || 2\n|}"))
        .hasMessageContaining("expected one as handsel collection tables publish writes it");
  }

  static IntStream seeds() {
    return IntStream.range(0, 200);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aTableGoesToTheWikiAndBackWithoutLoss(int seed) {
    Random random = new Random(seed);
    TableFile table = table(random);

    List<String> problems = new ArrayList<>();
    TableFile read = WikiTable.read(WikiTable.write(table, 1000), problems);

    assertThat(problems).isEmpty();
    assertThat(read.rows()).isEqualTo(table.rows());
    assertThat(read.columns()).isEqualTo(table.columns());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void changesOnBothSidesAreKeptOrListed(int seed) throws Exception {
    Random random = new Random(seed);
    TableFile base = table(random);
    Path file = folder.resolve("t.tsv");
    base.write(file);
    String page = MappingTables.publish(file, "", 1000);
    TableFile ours = changed(base, random, "here");
    TableFile theirs = changed(base, random, "wiki");
    ours.write(file);
    List<TableRow> order = new ArrayList<>(theirs.rows().values());
    Collections.shuffle(order, random);
    Map<String, TableRow> shuffled = new LinkedHashMap<>();
    order.forEach(row -> shuffled.put(row.value(), row));
    String edited =
        WikiTable.into(page, WikiTable.write(new TableFile(theirs.columns(), shuffled), 1000));

    MappingTables.Merged merged = MappingTables.merge(file, edited);

    TableFile now = TableFile.read(file);
    Set<String> listed = new HashSet<>();
    merged.conflicts().forEach(one -> listed.add(one.value() + "\n" + one.column()));
    for (TableRow before : base.rows().values()) {
      for (String column : List.of("category", "note")) {
        String was = before.cell(column);
        String here = ours.row(before.value()).cell(column);
        String wiki = theirs.row(before.value()).cell(column);
        boolean conflict = !here.equals(was) && !wiki.equals(was) && !here.equals(wiki);
        assertThat(listed.contains(before.value() + "\n" + column))
            .as("%s %s", before.value(), column)
            .isEqualTo(conflict);
        assertThat(now.row(before.value()).cell(column))
            .isEqualTo(conflict || wiki.equals(was) ? here : wiki);
      }
    }
    assertThat(now.rows()).hasSameSizeAs(base.rows());
    assertThat(MappingTables.merge(file, edited).taken()).as("merged twice").isZero();
  }

  private static TableFile changed(TableFile table, Random random, String side) {
    Map<String, TableRow> rows = new LinkedHashMap<>();
    table
        .rows()
        .forEach((value, row) -> {
          TableRow changed = row;
          if (random.nextInt(3) == 0) {
            changed = changed.with("note", random.nextBoolean() ? "same" : side + " {{x}}");
          }
          if (random.nextInt(3) == 0) {
            changed = changed.with("category", random.nextBoolean() ? "" : "New " + side);
          }
          rows.put(value, changed);
        });
    return new TableFile(table.columns(), rows);
  }

  private static TableFile table(Random random) {
    String[] tokens = {
      "Elin",
      " ",
      "|",
      "||",
      "!!",
      "|-",
      "{{",
      "}}",
      "[[",
      "]]",
      "<br />",
      "&amp;",
      "&#123;",
      "=",
      "''",
      "~~~~",
      "é",
      "Ω",
      "-",
      "+",
      "<nowiki>",
      "https://x.example/a|b",
      "*",
      "#",
      ";",
      "ל"
    };
    Map<String, TableRow> rows = new LinkedHashMap<>();
    for (int i = random.nextInt(1, 12); i > 0; i--) {
      Map<String, String> cells = new LinkedHashMap<>();
      cells.put("frequency", String.valueOf(random.nextInt(100)));
      cells.put("state", List.of("mapped", "none", "todo").get(random.nextInt(3)));
      if (random.nextBoolean()) {
        cells.put("qid", "Q" + random.nextInt(1, 1000));
      }
      if (random.nextBoolean()) {
        cells.put("category", random.nextBoolean() ? "Boats" : "Boats|Å harbour (x), y");
      }
      if (random.nextBoolean()) {
        cells.put("creator", "Elin Stormdal");
      }
      cells.put("note", text(random, tokens));
      TableRow row = new TableRow(text(random, tokens), cells);
      rows.putIfAbsent(row.value(), row);
    }
    List<String> columns = new ArrayList<>(TableFile.STANDARD);
    columns.add("note");
    return new TableFile(columns, rows);
  }

  private static String text(Random random, String[] tokens) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(1, 6); i > 0; i--) {
      text.append(tokens[random.nextInt(tokens.length)]);
    }
    return TableFile.key(text.append('x').toString());
  }
}
