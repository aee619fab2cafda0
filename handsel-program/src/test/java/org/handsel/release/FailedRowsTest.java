package org.handsel.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.handsel.collection.mapping.Mapping;
import org.handsel.collection.mapping.MappingSummary;
import org.handsel.collection.mapping.Profiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Progress;
import org.handsel.testbed.Pictures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What did not go comes back as the institution's own rows, and goes through again.
class FailedRowsTest {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final String HEADER = "Nr;Titel;Bild;Namn;Namn";

  @TempDir Path folder;

  private Path source;
  private Path profile;

  @BeforeEach
  void deliver() throws Exception {
    source = folder.resolve("delivery.csv");
    Files.write(
        source,
        List.of(
            HEADER,
            "1;Båten Alva;1.jpg;Ada;Elin",
            "0002;\"En \"\"båt\"\"; två\";2.jpg;;Elin",
            "3;=1+1;3.jpg;Ada;"),
        WINDOWS);
    profile = folder.resolve("mapping.yaml");
    Files.writeString(
        profile,
        """
        source: {format: csv, delimiter: ";", charset: windows-1252}
        id: Nr
        fields: {title: Titel, image: Bild, creator: Namn}
        rights: {release: "https://creativecommons.org/publicdomain/zero/1.0/"}
        filename: "{title} - Museum - {id}"
        template: {name: Photograph}
        """);
    Files.createDirectory(folder.resolve("files"));
    Files.write(folder.resolve("files/1.jpg"), Pictures.jpeg(1, 32));
  }

  private MappingSummary map(Path from, String out) {
    return Mapping.run(from, profile, folder.resolve(out), Progress.NONE, List::of);
  }

  private Path plan(String items, String out) {
    Plans.plan(
        folder.resolve(items).resolve("items.jsonl"),
        Profiles.load(profile),
        folder.resolve("files"),
        new PlanOptions(null, null, 1, Progress.NONE, Clock.systemUTC()),
        folder.resolve(out));
    return folder.resolve(out);
  }

  @Test
  void theSameRowsComeBackWithTheReasonAndGoThroughAgain() throws Exception {
    map(source, "items");
    Path release = plan("items", "release");

    Path again = folder.resolve("again.csv");
    FailedRows.Written written = FailedRows.write(release, source, again);

    assertThat(written.records()).isEqualTo(2);
    List<String> lines = Files.readAllLines(again, WINDOWS);
    assertThat(lines.getFirst()).isEqualTo(HEADER + ";reason");
    assertThat(lines.get(1))
        .startsWith("0002;\"En \"\"båt\"\"; två\";2.jpg;;Elin;")
        .contains("FILE_MISSING");
    assertThat(lines.get(2)).startsWith("3;=1+1;3.jpg;Ada;;");

    Files.write(folder.resolve("files/2.jpg"), Pictures.jpeg(2, 32));
    Files.write(folder.resolve("files/3.jpg"), Pictures.jpeg(3, 32));
    assertThat(map(again, "items again").items()).isEqualTo(2);
    Path second = plan("items again", "release again");
    assertThat(WholePlan.of(new ReleaseFolder(second)).stream().filter(PlanEntry::ready))
        .extracting(PlanEntry::item)
        .containsExactly("0002", "3");
  }

  @Test
  void theReasonIsReplacedWhenRowsFailOnceMore() throws Exception {
    map(source, "items");
    Path again = folder.resolve("again.csv");
    FailedRows.write(plan("items", "release"), source, again);
    map(again, "items again");

    Path third = folder.resolve("third.csv");
    FailedRows.write(plan("items again", "release again"), again, third);

    assertThat(Files.readAllLines(third, WINDOWS)).isEqualTo(Files.readAllLines(again, WINDOWS));
  }

  @Test
  void anotherDeliveryIsRefused() throws Exception {
    map(source, "items");
    Path release = plan("items", "release");
    Path other = folder.resolve("other.csv");
    Files.write(other, List.of(HEADER, "1;Båten Alva;1.jpg;Ada;Elin"), WINDOWS);

    assertThatThrownBy(() -> FailedRows.write(release, other, folder.resolve("again.csv")))
        .isInstanceOf(HandselException.class)
        .hasMessageContaining("Name the delivery that was mapped");
    assertThat(folder.resolve("again.csv")).doesNotExist();
  }

  @Test
  void recordsThatAreNoRowsComeBackAsItems() throws Exception {
    Path xml = folder.resolve("delivery.xml");
    Files.writeString(
        xml,
        "<all><o><id>1</id><t>Båt</t><b>1.jpg</b></o><o><id>2</id><t>Hamn</t><b>2.jpg</b></o></all>",
        StandardCharsets.UTF_8);
    Files.writeString(
        profile,
        """
        source: {format: xml, record: o}
        id: id
        fields: {title: t, image: b}
        rights: {release: "https://creativecommons.org/publicdomain/zero/1.0/"}
        filename: "{title} - Museum - {id}"
        template: {name: Photograph}
        """);
    map(xml, "items");
    Path release = plan("items", "release");

    Path again = folder.resolve("again/items.jsonl");
    Files.createDirectory(folder.resolve("again"));
    FailedRows.Written written = FailedRows.write(release, xml, again);

    assertThat(written.rows()).isFalse();
    assertThat(Files.readString(again)).contains("\"id\":\"2\"", "\"reason\":\"FILE_MISSING");
    Files.write(folder.resolve("files/2.jpg"), Pictures.jpeg(2, 32));
    assertThat(WholePlan.of(new ReleaseFolder(plan("again", "release again"))))
        .filteredOn(PlanEntry::ready)
        .extracting(PlanEntry::item)
        .containsExactly("2");
  }
}
