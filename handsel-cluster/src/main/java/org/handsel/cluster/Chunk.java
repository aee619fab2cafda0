package org.handsel.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.handsel.authority.index.RecordStore;
import org.handsel.authority.record.PersonRecord;

/// Persons who are worked on together.
///
/// @param number among the chunks, in the order of the files
/// @param file in which they are kept
/// @param first number of the first of them
/// @param size how many they are
record Chunk(int number, String file, long first, int size) implements Serializable {
  List<PersonRecord> read(Store store) throws IOException {
    Path disk = Store.onDisk(file);
    if (disk != null) {
      return read(disk);
    }
    Path copy = Files.createTempFile("handsel-persons", ".index");
    try (InputStream in = store.read(file)) {
      Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
      return read(copy);
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  private static List<PersonRecord> read(Path index) {
    List<PersonRecord> persons = new ArrayList<>();
    try (RecordStore records = RecordStore.open(index)) {
      records.each(persons::add);
    }
    return persons;
  }
}
