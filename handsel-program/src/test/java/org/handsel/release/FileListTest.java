package org.handsel.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileListTest {
  @TempDir Path folder;

  @ParameterizedTest(name = "{0} names, {1} of them in memory, seed {2}")
  @CsvSource({"0, 10, 1", "10, 10, 2", "11, 10, 3", "5000, 10, 4", "5000, 999, 5", "40, 1, 6"})
  void orderIsThatOfAllInMemory(int count, int inMemory, long seed) throws Exception {
    Random random = new Random(seed);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      names.add("ä%d/b-%03d.jpg".formatted(random.nextInt(30), random.nextInt(1_000)));
    }
    try (FileList.Sorting sorting =
        new FileList.Sorting(folder, FilesFolder::compareNaturally, inMemory)) {
      for (String name : names) {
        sorting.add(name);
      }
      try (FileList list = sorting.sorted()) {
        names.sort(FilesFolder::compareNaturally);
        assertThat(IntStream.range(0, list.size()).mapToObj(list::get)).isEqualTo(names);
      }
    }
    assertThat(folder).isEmptyDirectory();
  }
}
