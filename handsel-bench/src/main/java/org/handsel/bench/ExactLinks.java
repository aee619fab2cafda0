package org.handsel.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Links plain persons as a short script would: a name has the same words in any order, and years
/// that both know differ by one at most; of several the one with more years in common. `PERSONS
/// RECORDS LINKS`.
final class ExactLinks {
  private ExactLinks() {}

  public static void main(String[] args) throws IOException {
    Map<String, List<PlainPersons.Plain>> byName = new HashMap<>();
    for (PlainPersons.Plain record : PlainPersons.read(Path.of(args[1]))) {
      for (String name : record.names()) {
        byName.computeIfAbsent(sorted(name), key -> new ArrayList<>(1)).add(record);
      }
    }
    List<PlainPersons.Plain> persons = PlainPersons.read(Path.of(args[0]));
    try (BufferedWriter out = Files.newBufferedWriter(Path.of(args[2]))) {
      for (int row = 0; row < persons.size(); row++) {
        PlainPersons.Plain person = persons.get(row);
        String best = "";
        int most = -1;
        for (String name : person.names()) {
          for (PlainPersons.Plain record : byName.getOrDefault(sorted(name), List.of())) {
            int birth = years(person.birth(), record.birth());
            int death = years(person.death(), record.death());
            if (birth >= 0 && death >= 0 && birth + death > most) {
              most = birth + death;
              best = record.id();
            }
          }
        }
        if (most >= 0) {
          out.write("%d\t%s\t%s\t1%n".formatted(row, person.id(), best));
        }
      }
    }
    Measured.sayMemory();
  }

  private static String sorted(String name) {
    String[] words = name.split(" ");
    Arrays.sort(words);
    return String.join(" ", words);
  }

  /// 1 where both are known and near, 0 where one is not known, -1 where they differ.
  private static int years(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return 0;
    }
    return Math.abs(Integer.parseInt(a) - Integer.parseInt(b)) <= 1 ? 1 : -1;
  }
}
