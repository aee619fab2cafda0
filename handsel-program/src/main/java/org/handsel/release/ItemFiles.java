package org.handsel.release;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.handsel.collection.Item;
import org.handsel.collection.ItemsFile;
import org.handsel.collection.Value;

/// Which files belong to which item: those that the record mentions, else those whose name is the
/// id or goes on after it, else those named by the accession number.
///
/// Needs to know all ids before the first answer, so the items are read twice. Used by one thread.
final class ItemFiles {
  private final FilesFolder folder;
  private final Set<String> ids = new HashSet<>();
  private final Set<String> repeated = new HashSet<>();
  private final BitSet mentioned = new BitSet();
  private final BitSet used = new BitSet();
  private long items;

  private ItemFiles(FilesFolder folder) {
    this.folder = folder;
  }

  /// @param files paths below the folder, in natural order
  /// @param numbers number of each file within the item, 0 when there is only one picture; the same
  ///   picture in two formats has one number
  /// @param ambiguous the mention that fits several files, empty when there is none
  record Match(List<String> files, List<Integer> numbers, String ambiguous) {}

  static ItemFiles of(FilesFolder folder, Path items) {
    ItemFiles files = new ItemFiles(folder);
    Set<String> seen = new HashSet<>();
    try (Stream<Item> stream = ItemsFile.read(items)) {
      stream.forEach(item -> {
        files.items++;
        if (!seen.add(item.id())) {
          files.repeated.add(item.id());
        }
        files.ids.add(FilesFolder.canonical(item.id()));
        for (Value image : item.values("image")) {
          folder.mentioned(image.value()).forEach(files.mentioned::set);
        }
      });
    }
    return files;
  }

  long items() {
    return items;
  }

  boolean idRepeats(String id) {
    return repeated.contains(id);
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
      found.addAll(unmentioned(folder.named(item.id(), ids)));
    }
    if (found.isEmpty()) {
      for (Value accession : item.values("accession")) {
        unmentioned(folder.named(accession.value(), ids)).stream()
            .filter(number -> !found.contains(number))
            .forEach(found::add);
      }
    }
    found.forEach(used::set);
    List<String> files = found.stream().map(folder::file).toList();
    return new Match(files, numbers(files), "");
  }

  /// Files that no item asked for.
  List<String> left() {
    List<String> left = new ArrayList<>();
    for (int i = used.nextClearBit(0); i < folder.size(); i = used.nextClearBit(i + 1)) {
      left.add(folder.file(i));
    }
    return left;
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
