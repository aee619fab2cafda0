package org.handsel.collection.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.handsel.collection.Item;
import org.handsel.collection.ItemsFile;
import org.handsel.collection.source.RecordSource;
import org.handsel.collection.source.SourceProblem;
import org.handsel.collection.source.SourceRecord;
import org.handsel.platform.Exit;
import org.handsel.platform.HandselException;
import org.handsel.platform.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MappingTest {
  private static final List<String> COLUMNS = List.of("Nr", "Titel");

  @TempDir Path folder;
  private Path out;
  private MappingProfile profile;

  @BeforeEach
  void profile() throws Exception {
    out = folder.resolve("out");
    Path file = folder.resolve("mapping.yaml");
    Files.writeString(
        file,
        """
        id: Nr
        fields: {title: Titel, date: {from: Titel, transforms: [date]}}
        refuse: [{when: "$title = 'bad'", reason: a bad title}]
        """);
    profile = Profiles.load(file);
  }

  private MappingSummary run(RecordSource source) {
    return Mapping.run(
        source,
        "export.csv",
        profile,
        Mapper.of(profile, Samples.knowledge()),
        out,
        Progress.NONE,
        () -> List.of("Inventory", "URL"));
  }

  private static RecordSource source(List<String> ids) {
    List<SourceRecord> records = new ArrayList<>();
    for (String id : ids) {
      records.add(
          Samples.row(records.size() + 1, COLUMNS, List.of(id, id.equals("3") ? "bad" : "1732")));
    }
    return Samples.source(COLUMNS, records);
  }

  private List<Item> items() {
    try (Stream<Item> items = ItemsFile.read(out.resolve("items.jsonl"))) {
      return items.toList();
    }
  }

  @Test
  void itemsKeepTheOrderOfTheRecordsAndTheSummaryCounts() throws Exception {
    MappingSummary summary = run(source(List.of("5", "3", "4")));

    assertThat(items()).extracting(Item::id).containsExactly("5", "3", "4");
    assertThat(items()).extracting(Item::refused).containsExactly(null, "a bad title", null);
    assertThat(Files.readString(out.resolve("items.jsonl"))).endsWith("}\n").doesNotContain(" {");
    assertThat(Files.readAllLines(out.resolve("problems.jsonl")))
        .containsExactly(
            "{\"record\":\"3\",\"file\":\"export.csv\",\"line\":3,\"path\":\"Titel\",\"field\":\"date\",\"code\":\"DATE_UNPARSED\",\"raw\":\"bad\",\"reason\":\"\\\"bad\\\" is not understood as a date; it is kept as text\"}");
    assertThat(Files.readString(out.resolve("summary.json")).replaceAll("\\s", ""))
        .isEqualTo(
            "{\"records\":3,\"items\":3,\"refused\":1,\"problems\":{\"DATE_UNPARSED\":1},\"lost\":0,\"identifiers\":{\"path\":\"Nr\",\"distinct\":3,\"repeated\":0,\"missing\":0},\"source\":\"sample\"}");
    assertThat(summary.exit()).isEqualTo(Exit.DONE);
  }

  @Test
  void aLaterRecordWithTheSameIdIsRefusedAndNamed() {
    MappingSummary summary = run(source(List.of("1", "2", "1", "", "4")));

    assertThat(items()).extracting(Item::id).containsExactly("1", "2", "1", "4");
    assertThat(items().get(2).refused()).isEqualTo("id 1 also stands on record 1");
    assertThat(summary.problems()).isEqualTo(Map.of("ID_REPEATED", 1L, "ID_MISSING", 1L));
    assertThat(summary.records()).isEqualTo(5);
    assertThat(summary.items()).isEqualTo(4);
    assertThat(summary.refused()).isEqualTo(1);
    assertThat(summary.exit()).isEqualTo(Exit.PARTIAL);
  }

  @Test
  void anIdThatIsTheSameEverywhereIsFoundOutEarlyAndNothingIsWritten() {
    List<String> ids = LongStream.range(0, 5_000).mapToObj(n -> "/Museu:000000").toList();

    HandselException e = catchThrowableOfType(HandselException.class, () -> run(source(ids)));

    assertThat(e.exit()).isEqualTo(Exit.USAGE);
    assertThat(e)
        .hasMessage(
            "mapping.yaml, line 1, id: \"Nr\" does not tell the records of export.csv apart: expected a different text on each, found in 200 records 1 different (\"/Museu:000000\" on 200). Nothing was written. Unique are: Inventory, URL.");
    assertThat(out).isEmptyDirectory();
  }

  @Test
  void moreThanTwoPercentOfRepeatedIdsStopAtTheEnd() {
    List<String> ids = LongStream.range(0, 1_000).mapToObj(n -> "n" + n % 970).toList();

    HandselException e = catchThrowableOfType(HandselException.class, () -> run(source(ids)));

    assertThat(e)
        .hasMessageContaining("found in 1000 records 970 different (\"n0\" on 2, \"n1\" on 2");
    assertThat(out).isEmptyDirectory();
  }

  @Test
  void recordsThatCannotBeReadAreCountedAndListed() throws Exception {
    MappingSummary summary =
        run(
            Samples.source(
                COLUMNS,
                List.of(Samples.row(1, COLUMNS, List.of("1", "1732"))),
                List.of(
                    new SourceProblem("export.csv", 2, 3, "XML_BROKEN", "<a", "broken", true))));

    assertThat(summary.records()).isEqualTo(2);
    assertThat(summary.items()).isEqualTo(1);
    assertThat(summary.lost()).isEqualTo(1);
    assertThat(summary.exit()).isEqualTo(Exit.PARTIAL);
    assertThat(Files.readAllLines(out.resolve("problems.jsonl")))
        .containsExactly(
            "{\"record\":\"2\",\"file\":\"export.csv\",\"line\":3,\"path\":\"\",\"field\":\"\",\"code\":\"XML_BROKEN\",\"raw\":\"<a\",\"reason\":\"broken\"}");
  }

  @Test
  void anEmptyDeliveryGivesEmptyFiles() throws Exception {
    MappingSummary summary = run(source(List.of()));

    assertThat(summary.records()).isZero();
    assertThat(Files.readString(out.resolve("items.jsonl"))).isEmpty();
    assertThat(Files.readString(out.resolve("problems.jsonl"))).isEmpty();
  }

  @Test
  void aFullDiskLeavesTheEarlierResultAndSaysSo() throws Exception {
    run(source(List.of("1")));
    String before = Files.readString(out.resolve("items.jsonl"));
    Files.createSymbolicLink(out.resolve("items.jsonl.part"), Path.of("/dev/full"));

    HandselException e =
        catchThrowableOfType(HandselException.class, () -> run(source(List.of("2"))));

    assertThat(e.exit()).isEqualTo(Exit.ENVIRONMENT);
    assertThat(e).hasMessageContaining("cannot be written").hasMessageContaining("No space left");
    assertThat(Files.readString(out.resolve("items.jsonl"))).isEqualTo(before);
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("items.jsonl", "problems.jsonl", "summary.json");
    }
  }

  @Test
  void anInterruptStopsInOrder() {
    Thread.currentThread().interrupt();

    HandselException e =
        catchThrowableOfType(HandselException.class, () -> run(source(List.of("1", "2"))));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(e)
        .hasMessage(
            "export.csv: stopped after 1 records; nothing was written. Run the same command again.");
    assertThat(out).isEmptyDirectory();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void seenIdsAgreesWithAPlainMap(long seed) {
    Random random = new Random(seed);
    SeenIds seen = new SeenIds();
    Map<String, Long> plain = new java.util.HashMap<>();
    for (long record = 1; record <= 50_000; record++) {
      String id = "id-" + random.nextInt(40_000);
      Long earlier = plain.putIfAbsent(id, record);
      assertThat(seen.add(id, record)).isEqualTo(earlier == null ? 0 : earlier);
    }
    assertThat(seen.distinct()).isEqualTo(plain.size());
    assertThat(seen.all()).isEqualTo(50_000);
  }
}
