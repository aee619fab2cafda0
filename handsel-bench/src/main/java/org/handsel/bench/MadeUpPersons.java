package org.handsel.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Made-up records of an authority file and persons who are to be linked to them. Surnames, given
/// names and spans of life are drawn from a museum's makers, each by itself, so that common names
/// are as common as among them; four of five persons have a record. A person's name may lose its
/// further given names (12 of 100), be reduced to initials (8), have a letter missing or mistaken
/// in the surname (6) or given name (5), and the birth be off (4); dates are missing on both sides.
/// Every record and person follows from the seed and its number alone, so that a file of any size
/// is written without being held.
final class MadeUpPersons {
  private static final String LETTERS = "aeiouylnrst";
  private static final int[] SHIFTS = {-1, 1, -2, 2, 10};
  private static final long PERSONS = 1L << 40;

  private final List<String> surnames = new ArrayList<>();
  private final List<String> given = new ArrayList<>();
  private final List<Integer> births = new ArrayList<>();
  private final long seed;
  private final int records;

  private MadeUpPersons(long seed, int records) {
    this.seed = seed;
    this.records = records;
  }

  /// The files of a set: `authority.csv`, `persons.csv`, and `truth.tsv` with a line for each
  /// person: the id of its record, or nothing.
  static void write(Path folder, Path makers, long seed, int records, int persons)
      throws IOException {
    MadeUpPersons made = new MadeUpPersons(seed, records);
    made.learn(makers);
    Files.createDirectories(folder);
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("authority.csv"))) {
      out.write("id,name,alts,birth,death\n");
      for (int i = 0; i < records; i++) {
        made.record(i, out);
      }
    }
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("persons.csv"));
        BufferedWriter truth = Files.newBufferedWriter(folder.resolve("truth.tsv"))) {
      out.write("id,name,alts,birth,death\n");
      for (int i = 0; i < persons; i++) {
        truth.write(made.person(i, out) + "\n");
      }
    }
  }

  private void learn(Path makers) throws IOException {
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(makers)) {
      for (NamedCsvRecord row : rows) {
        String[] parts = row.getField("name").split(",");
        if (parts.length > 1
            && !parts[0].isBlank()
            && !parts[1].isBlank()
            && parts[0].strip().length() < 25
            && parts[1].strip().length() < 30) {
          surnames.add(parts[0].strip());
          given.add(parts[1].strip());
        }
        int birth = year(row.getField("birth"));
        int age = year(row.getField("death")) - birth;
        if (birth != 0 && age > 30 && age < 100) {
          births.add(birth);
        }
      }
    }
  }

  private static int year(String text) {
    return text.isEmpty() ? 0 : Integer.parseInt(text);
  }

  private record Somebody(String surname, String given, int birth, int death) {}

  private SplittableRandom random(long number) {
    return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number * 0xD6E8FEB86659FD93L);
  }

  private Somebody somebody(SplittableRandom random) {
    String surname = surnames.get(random.nextInt(surnames.size()));
    String name = given.get(random.nextInt(given.size()));
    int birth = births.get(random.nextInt(births.size())) + random.nextInt(-12, 13);
    return new Somebody(surname, name, birth, birth + random.nextInt(35, 93));
  }

  private void record(int number, BufferedWriter out) throws IOException {
    SplittableRandom random = random(number);
    Somebody one = somebody(random);
    double dates = random.nextDouble();
    boolean alias = random.nextDouble() < .2;
    row(
        out,
        "r" + number,
        one.surname + ", " + one.given,
        alias ? one.surname + ", " + one.given.charAt(0) + "." : "",
        dates < .8 ? one.birth : 0,
        dates < .62 ? one.death : 0);
  }

  /// Writes a person and gives the id of its record.
  private String person(int number, BufferedWriter out) throws IOException {
    SplittableRandom random = random(PERSONS + number);
    String truth = "";
    Somebody one;
    if (random.nextDouble() < .8) {
      int record = random.nextInt(records);
      one = somebody(random(record));
      truth = "r" + record;
    } else {
      one = somebody(random);
    }
    String surname = one.surname;
    String name = one.given;
    int birth = one.birth;
    if (random.nextDouble() < .12) {
      name = name.split(" ")[0];
    }
    if (random.nextDouble() < .08) {
      name = initials(name);
    }
    if (random.nextDouble() < .06) {
      surname = mistaken(surname, random);
    }
    if (random.nextDouble() < .05) {
      name = mistaken(name, random);
    }
    if (random.nextDouble() < .04) {
      birth += SHIFTS[random.nextInt(SHIFTS.length)];
    }
    double dates = random.nextDouble();
    row(
        out,
        "p" + number,
        name + " " + surname,
        "",
        dates < .9 ? birth : 0,
        dates < .7 ? one.death : 0);
    return truth;
  }

  private static String initials(String name) {
    StringBuilder letters = new StringBuilder();
    for (String word : name.split("\\s+")) {
      letters.append(letters.isEmpty() ? "" : " ").append(word.charAt(0)).append('.');
    }
    return letters.toString();
  }

  private static String mistaken(String word, SplittableRandom random) {
    int at = random.nextInt(word.length());
    boolean missing = random.nextDouble() < .4 && word.length() > 4;
    String instead =
        missing ? "" : String.valueOf(LETTERS.charAt(random.nextInt(LETTERS.length())));
    return word.substring(0, at) + instead + word.substring(at + 1);
  }

  private static void row(
      BufferedWriter out, String id, String name, String alias, int birth, int death)
      throws IOException {
    out.write(id);
    out.write(',');
    out.write(quoted(name));
    out.write(',');
    out.write(quoted(alias));
    out.write(',');
    out.write(birth == 0 ? "" : Integer.toString(birth));
    out.write(',');
    out.write(death == 0 ? "" : Integer.toString(death));
    out.write('\n');
  }

  private static String quoted(String text) {
    return text.indexOf(',') < 0 && text.indexOf('"') < 0
        ? text
        : '"' + text.replace("\"", "\"\"") + '"';
  }
}
