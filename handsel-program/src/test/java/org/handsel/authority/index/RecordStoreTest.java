package org.handsel.authority.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.handsel.authority.record.PersonFiles;
import org.handsel.authority.record.PersonRecord;
import org.handsel.platform.HandselException;
import org.handsel.testing.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordStoreTest {
  private static final Path LIBRARY = Shared.root().resolve("samples/authority/library.xml");

  @TempDir Path folder;

  private Path index() {
    Path index = folder.resolve("library.index");
    try (IndexWriter writer = new IndexWriter(index)) {
      RecordStore.Building building = new RecordStore.Building(writer);
      RecordStore.read(List.of(LIBRARY), building::add);
      building.end();
      writer.finish();
    }
    return index;
  }

  @Test
  void recordsComeBackAsTheyWere() {
    List<PersonRecord> read = new ArrayList<>();
    PersonFiles.read(LIBRARY, Map.of(), read::add);
    List<PersonRecord> stored = new ArrayList<>();
    try (RecordStore store = RecordStore.open(index())) {
      store.each(stored::add);
      assertThat(store.size()).isEqualTo(10);
    }
    assertThat(stored).isEqualTo(read);
  }

  @Test
  void recordIsFoundByItsIdAndByTheOneItHadBefore() {
    try (RecordStore store = RecordStore.open(index())) {
      assertThat(store.find("118650130")).isPresent();
      assertThat(store.find("100000096")).get().extracting(PersonRecord::id).isEqualTo("118650130");
      assertThat(store.find("nobody")).isEmpty();
      PersonRecord moved = store.find("100000061").orElseThrow();
      assertThat(store.successor(moved)).get().extracting(PersonRecord::id).isEqualTo("100000088");
    }
  }

  @Test
  void successorsInACircleLeadNowhere() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("circle.jsonl"),
            "{\"id\":\"1\",\"name\":\"A\",\"successor\":\"2\"}\n"
                + "{\"id\":\"2\",\"name\":\"B\",\"successor\":\"1\"}\n");
    try (RecordStore store = RecordStore.open(file)) {
      assertThat(store.successor(store.find("1").orElseThrow())).isEmpty();
    }
  }

  @Test
  void idThatRepeatsIsNamedAndTheFirstCounts() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("repeated.jsonl"),
            "{\"id\":\"1\",\"name\":\"Moe, Astrid\"}\n{\"id\":\"1\",\"name\":\"Brekke, Olaf\"}\n"
                + "{\"id\":\"2\",\"name\":\"\"}\n");
    try (RecordStore store = RecordStore.open(file)) {
      assertThat(store.size()).isEqualTo(1);
      assertThat(store.find("1")).get().extracting(PersonRecord::name).isEqualTo("Moe, Astrid");
      assertThat(store.problems())
          .hasSize(2)
          .anyMatch(problem -> problem.contains("the id 1 stands on a second record"))
          .anyMatch(problem -> problem.contains("2 has no name"));
    }
  }

  @Test
  void indexOfAnotherVersionIsRefusedWithWhatToDo() throws IOException {
    Path index = index();
    changed(index, 8, new byte[] {9, 0, 0, 0});
    assertThatThrownBy(() -> RecordStore.open(index))
        .isInstanceOf(HandselException.class)
        .hasMessageContaining("format 9")
        .hasMessageContaining("handsel authority index");
  }

  @Test
  void indexOfAnotherProgramIsRefused() throws IOException {
    Path index = index();
    changed(index, 16, "0.0.1\0".getBytes(StandardCharsets.US_ASCII));
    assertThatThrownBy(() -> RecordStore.open(index)).hasMessageContaining("built by 0.0.1");
  }

  @Test
  void indexThatIsCutOffIsRefused() throws IOException {
    Path index = index();
    try (RandomAccessFile file = new RandomAccessFile(index.toFile(), "rw")) {
      file.setLength(file.length() - 1);
    }
    assertThatThrownBy(() -> RecordStore.open(index)).hasMessageContaining("not whole");
  }

  @Test
  void damagedTableOfSectionsIsRefused() throws IOException {
    Path index = index();
    changed(index, 100, new byte[] {-1, -1, -1, 0x7f});
    assertThatThrownBy(() -> RecordStore.open(index))
        .isInstanceOf(HandselException.class)
        .hasMessageContaining("damaged")
        .hasMessageContaining("handsel authority index");
  }

  @Test
  void damagedRecordIsNamed() throws IOException {
    Path index = index();
    byte[] noise = new byte[64];
    Arrays.fill(noise, (byte) -1);
    changed(index, IndexFile.HEADER, noise);
    try (RecordStore store = RecordStore.open(index)) {
      assertThatThrownBy(() -> store.get(0))
          .isInstanceOf(HandselException.class)
          .hasMessageContaining("record 1");
    }
  }

  @Test
  void indexThatIsNotFinishedDoesNotAppear() {
    Path index = folder.resolve("never.index");
    try (IndexWriter writer = new IndexWriter(index)) {
      writer.section("records");
    }
    assertThat(folder).isEmptyDirectory();
  }

  private static void changed(Path file, long place, byte[] bytes) throws IOException {
    try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
      access.seek(place);
      access.write(bytes);
    }
  }
}
