package org.handsel.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handsel.collection.Item;
import org.handsel.collection.ItemsFile;
import org.handsel.collection.Value;
import org.handsel.platform.KeyedTexts;
import org.handsel.release.page.PageSamples;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Names that are ids, begin with them, or with accession numbers, held against the rule said
/// plainly.
class ItemFilesTest {
  @TempDir Path folder;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void aFileGoesToTheLongestIdThatItsNameBeginsWith(long seed) throws Exception {
    Random random = new Random(seed);
    Set<String> names = new TreeSet<>();
    for (int i = 0; i < 120; i++) {
      names.add(parts(random, 1 + random.nextInt(4), random.nextBoolean() ? "-" : "_") + ".jpg");
    }
    for (String name : names) {
      Files.createDirectories(folder.resolve("files"));
      Files.writeString(folder.resolve("files").resolve(name), "");
    }
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Map<String, String> fields = new LinkedHashMap<>();
      if (random.nextInt(3) == 0) {
        fields.put("accession", parts(random, 1 + random.nextInt(3), "."));
      }
      items.add(
          item(parts(random, 1 + random.nextInt(3), random.nextBoolean() ? "." : "_"), fields));
    }
    Path file = folder.resolve("items.jsonl");
    try (OutputStream out = Files.newOutputStream(file)) {
      ItemsFile.Writer writer = ItemsFile.writer(out);
      items.forEach(writer::write);
      writer.finish();
    }
    Set<String> ids =
        items.stream().map(item -> FilesFolder.canonical(item.id())).collect(Collectors.toSet());

    try (KeyedTexts memory = KeyedTexts.in(folder, "planning");
        FilesFolder files = FilesFolder.list(folder.resolve("files"), folder, memory)) {
      ItemFiles matches = ItemFiles.of(files, file, memory);
      for (int i = 0; i < items.size(); i++) {
        Item item = items.get(i);
        List<String> expected = named(item.id(), names, ids);
        for (Value accession : item.values("accession")) {
          expected = expected.isEmpty() ? named(accession.value(), names, ids) : expected;
        }
        assertThat(matches.match(item).files()).as(item.id()).isEqualTo(expected);
        assertThat(matches.idRepeats(i))
            .isEqualTo(items.stream().filter(one -> one.id().equals(item.id())).count() > 1);
      }
    }
  }

  private static List<String> named(String text, Set<String> names, Set<String> ids) {
    String wanted = FilesFolder.canonical(text);
    List<String> found =
        names.stream()
            .filter(name -> fits(FilesFolder.canonical(FilesFolder.stem(name)), wanted, ids))
            .sorted(FilesFolder::compareNaturally)
            .toList();
    List<String> exact = found.stream().filter(name -> name.startsWith(text)).toList();
    return exact.isEmpty() ? found : exact;
  }

  private static boolean fits(String stem, String wanted, Set<String> ids) {
    return stem.equals(wanted)
        || (stem.startsWith(wanted + "-")
            && ids.stream()
                .noneMatch(id ->
                    id.length() > wanted.length()
                        && (stem.equals(id) || stem.startsWith(id + "-"))));
  }

  private static String parts(Random random, int count, String between) {
    return random
        .ints(count, 0, 4)
        .mapToObj(number -> number == 0 ? "a" : Integer.toString(number))
        .collect(Collectors.joining(between));
  }

  private static Item item(String id, Map<String, String> fields) {
    return PageSamples.item(
        id,
        fields.entrySet().stream()
            .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
            .toArray(String[]::new));
  }
}
