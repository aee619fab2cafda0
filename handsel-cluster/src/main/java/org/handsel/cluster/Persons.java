package org.handsel.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.handsel.authority.index.IndexWriter;
import org.handsel.authority.index.RecordStore;
import org.handsel.authority.record.PersonFiles;
import org.handsel.authority.record.PersonProblem;
import org.handsel.authority.record.PersonRecord;
import org.handsel.platform.HandselException;

/// Cuts files of persons into chunks that machines take one after the other.
final class Persons {
  private final Store store;
  private final String folder;
  private final int size;
  private final List<Chunk> chunks = new ArrayList<>();
  private final List<PersonRecord> current = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private long count;

  /// @param folder for the chunks
  /// @param size persons of a chunk
  Persons(Store store, String folder, int size) {
    this.store = store;
    this.folder = folder;
    this.size = size;
  }

  /// Reads files one after the other.
  ///
  /// @throws HandselException with exit 1 where none of them holds a person
  void read(List<Path> files, Map<String, String> columns) throws IOException {
    store.folder(folder);
    for (Path file : files) {
      List<PersonProblem> found = PersonFiles.read(file, columns, this::take);
      for (PersonProblem problem : found) {
        if (!problem.kind().harmless()) {
          problems.add("%s, %s".formatted(file, problem.message()));
        }
      }
    }
    flush();
    if (count == 0) {
      throw HandselException.input(
          "%s: expected persons with an id and a name, found none. Name the columns with --columns."
              .formatted(files.getFirst()));
    }
  }

  private void take(PersonRecord person) {
    current.add(person);
    count++;
    if (current.size() == size) {
      try {
        flush();
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }

  private void flush() throws IOException {
    if (current.isEmpty()) {
      return;
    }
    String name = Store.child(folder, "persons-%06d".formatted(chunks.size()));
    write(store, current, name);
    chunks.add(new Chunk(chunks.size(), name, count - current.size(), current.size()));
    current.clear();
  }

  /// Writes persons as a chunk.
  static void write(Store store, List<PersonRecord> persons, String file) throws IOException {
    Path own = Files.createTempFile("handsel-persons", ".index");
    try {
      try (IndexWriter writer = new IndexWriter(own)) {
        RecordStore.Building building = new RecordStore.Building(writer);
        persons.forEach(building::add);
        building.end();
        writer.finish();
      }
      try (InputStream in = Files.newInputStream(own);
          var out = store.write(file)) {
        in.transferTo(out);
      }
    } finally {
      Files.deleteIfExists(own);
    }
  }

  /// What was read.
  Read done() {
    return new Read(new ArrayList<>(chunks), new ArrayList<>(problems), count);
  }

  /// Persons in chunks.
  ///
  /// @param problems what keeps persons out
  record Read(ArrayList<Chunk> chunks, ArrayList<String> problems, long count)
      implements Serializable {}
}
