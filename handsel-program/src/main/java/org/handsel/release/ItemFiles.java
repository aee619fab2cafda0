package org.handsel.release;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.handsel.collection.Item;
import org.handsel.collection.ItemsFile;
import org.handsel.collection.Value;
import org.handsel.platform.KeyedTexts;

/// Which files belong to which item: those that the record mentions, else those whose name is the
/// id or goes on after it, else those named by the accession number.
///
/// Needs to know all ids before the first answer, so the items are read twice. Apart from a few
/// bits an item and a file everything is kept on the disk. Used by one thread.
final class ItemFiles {
  private final FilesFolder folder;
  private final KeyedTexts.Register ids;
  private final KeyedTexts.Register accessions;
  private final KeyedTexts.Register named;
  private final BitSet repeated = new BitSet();
  private final BitSet mentioned = new BitSet();
  private final BitSet used = new BitSet();
  private int items;

  private ItemFiles(FilesFolder folder, KeyedTexts memory) {
    this.folder = folder;
    this.ids = memory.register("canonical");
    this.accessions = memory.register("accession");
    this.named = memory.register("named");
  }

  /// @param files paths below the folder, in natural order
  /// @param numbers number of each file within the item, 0 when there is only one picture; the same
  ///   picture in two formats has one number
  /// @param ambiguous the mention that fits several files, empty when there is none
  record Match(List<String> files, List<Integer> numbers, String ambiguous) {}

  /// @param memory where ids are remembered
  static ItemFiles of(FilesFolder folder, Path items, KeyedTexts memory) {
    ItemFiles files = new ItemFiles(folder, memory);
    KeyedTexts.Register seen = memory.register("id");
    try (Stream<Item> stream = ItemsFile.read(items)) {
      stream.forEach(item -> files.learn(item, seen));
    }
    for (int number = 0; number < folder.size(); number++) {
      files.give(number);
    }
    return files;
  }

  private void learn(Item item, KeyedTexts.Register seen) {
    String first = seen.putIfAbsent(item.id(), Integer.toString(items));
    if (first != null) {
      repeated.set(Integer.parseInt(first));
      repeated.set(items);
    }
    items++;
    ids.putIfAbsent(FilesFolder.canonical(item.id()), "");
    for (Value accession : item.values("accession")) {
      accessions.putIfAbsent(FilesFolder.canonical(accession.value()), "");
    }
    for (Value image : item.values("image")) {
      folder.mentioned(image.value()).forEach(mentioned::set);
    }
  }

  /// Gives a file to the ids and accession numbers whose file it may be by its name: that of the
  /// name itself and those after which it goes on, as `ID-2.jpg`, but to no id when a longer one
  /// fits, too.
  private void give(int number) {
    String stem = FilesFolder.canonical(FilesFolder.stem(FilesFolder.name(folder.file(number))));
    for (int end = stem.length(); end > 0; end = stem.lastIndexOf('-', end - 1)) {
      String text = stem.substring(0, end);
      boolean id = ids.contains(text);
      if (id || accessions.contains(text)) {
        named.add(text, Integer.toString(number));
      }
      if (id) {
        return;
      }
    }
  }

  /// Files in the order of the folder.
  private List<Integer> named(String text) {
    return folder.spelled(text, FilesFolder.numbers(named.all(FilesFolder.canonical(text))));
  }

  int items() {
    return items;
  }

  /// @param number of the item, from 0, in the order of the file
  boolean idRepeats(int number) {
    return repeated.get(number);
  }

  Match match(Item item) {
    List<Integer> found = new ArrayList<>();
    for (Value image : item.values("image")) {
      List<Integer> candidates = folder.mentioned(image.value());
      if (stems(candidates) > 1) {
        return new Match(candidates.stream().map(folder::file).toList(), List.of(), image.value());
      }
      candidates.stream().filter(number -> !found.contains(number)).forEach(found::add);
    }
    if (found.isEmpty()) {
      found.addAll(unmentioned(named(item.id())));
    }
    if (found.isEmpty()) {
      for (Value accession : item.values("accession")) {
        unmentioned(named(accession.value())).stream()
            .filter(number -> !found.contains(number))
            .forEach(found::add);
      }
    }
    found.forEach(used::set);
    List<String> files = found.stream().map(folder::file).toList();
    return new Match(files, numbers(files), "");
  }

  /// Files that no item asked for.
  void left(Consumer<String> use) {
    for (int i = used.nextClearBit(0); i < folder.size(); i = used.nextClearBit(i + 1)) {
      use.accept(folder.file(i));
    }
  }

  private List<Integer> unmentioned(List<Integer> numbers) {
    return numbers.stream().filter(number -> !mentioned.get(number)).toList();
  }

  private long stems(List<Integer> numbers) {
    return numbers.stream()
            .map(folder::file)
            .map(FilesFolder::stem)
            .map(FilesFolder::canonical)
            .distinct()
            .count()
        + duplicatesInFolders(numbers);
  }

  /// The same name in two folders: which one is meant cannot be known.
  private long duplicatesInFolders(List<Integer> numbers) {
    long names =
        numbers.stream()
            .map(number -> FilesFolder.name(folder.file(number)).toLowerCase(Locale.ROOT))
            .distinct()
            .count();
    return names < numbers.size() ? 1 : 0;
  }

  private static List<Integer> numbers(List<String> files) {
    Map<String, Integer> byStem = new HashMap<>();
    List<Integer> numbers = new ArrayList<>();
    for (String file : files) {
      String stem = FilesFolder.canonical(FilesFolder.stem(FilesFolder.name(file)));
      numbers.add(byStem.computeIfAbsent(stem, key -> byStem.size() + 1));
    }
    return byStem.size() < 2 ? numbers.stream().map(number -> 0).toList() : List.copyOf(numbers);
  }
}
