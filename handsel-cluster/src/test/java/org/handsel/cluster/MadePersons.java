package org.handsel.cluster;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/// Files of persons and records that were made up, with names that occur as often as names do.
///
/// @param persons of whom a third stands in the authority file
record MadePersons(Path persons, Path authority) {
  private static final String[] SYLLABLES = {
    "ba", "ber", "dal", "en", "fa", "gor", "hild", "ing", "ka", "lo", "mar", "ner", "os", "rud",
    "sen", "tor", "ul", "vik", "wen", "zo"
  };

  /// As many persons as half the records.
  ///
  /// @param records in the authority file
  /// @param shared how many records and persons bear one name
  static MadePersons write(Path folder, long seed, int records, int shared) throws IOException {
    return write(folder, seed, records, shared, records * 8 / 15);
  }

  /// @param records in the authority file
  /// @param shared how many records, and of as many persons, bear one name
  /// @param count of persons, more or less, of whom five in eight have a record
  static MadePersons write(Path folder, long seed, int records, int shared, int count)
      throws IOException {
    double share = (double) count / records;
    Random random = new Random(seed);
    Path persons = folder.resolve("persons.jsonl");
    Path authority = folder.resolve("authority.jsonl");
    int surnames = Math.max(150, records / 4);
    try (BufferedWriter left = Files.newBufferedWriter(persons);
        BufferedWriter right = Files.newBufferedWriter(authority)) {
      for (int i = 0; i < records; i++) {
        String name =
            i < shared
                ? "Mallmann, Josef"
                : word(random, surnames, 7) + ", " + word(random, 300, 11);
        int birth = 1700 + random.nextInt(200);
        int death = birth + 30 + random.nextInt(50);
        right.write(line("r" + i, name, random.nextInt(5) == 0 ? 0 : birth, death));
        if (random.nextDouble() < share * 5 / 8) {
          String signed = random.nextInt(40) == 0 ? name + " Viola Mardal" : name;
          left.write(
              line(
                  "p" + i,
                  signed,
                  random.nextInt(3) == 0 ? 0 : birth + random.nextInt(2),
                  random.nextInt(3) == 0 ? 0 : death));
        }
        if (random.nextDouble() < share * 3 / 8) {
          left.write(
              line("n" + i, word(random, surnames, 7) + ", " + word(random, 300, 11), birth, 0));
        }
      }
    }
    return new MadePersons(persons, authority);
  }

  /// A word of so many, the first ones more often.
  private static String word(Random random, int different, int kind) {
    double skewed = random.nextDouble();
    Random own = new Random((long) (skewed * skewed * different) * 31L + kind);
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < 2 + own.nextInt(2); i++) {
      word.append(SYLLABLES[own.nextInt(SYLLABLES.length)]);
    }
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static String line(String id, String name, int birth, int death) {
    return "{\"id\":\"%s\",\"name\":\"%s\",\"birth\":\"%s\",\"death\":\"%s\"}\n"
        .formatted(id, name, birth == 0 ? "" : birth, death == 0 ? "" : death);
  }
}
