package org.handsel.authority.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.handsel.authority.record.PersonFiles;
import org.handsel.authority.record.PersonRecord;
import org.handsel.platform.HandselException;
import org.handsel.platform.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A file of persons that is linked in shares is linked as it is as a whole.
class LinkSharesTest {
  private static final String[] SYLLABLES = {
    "ba", "ber", "dal", "en", "fa", "gor", "hild", "ing", "ka", "lo", "mar", "ner", "os", "rud",
    "sen", "tor", "ul", "vik", "wen", "zo"
  };

  @TempDir Path folder;

  private static String word(Random random, int different) {
    Random own = new Random(random.nextInt(different) * 31L + different);
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < 2 + own.nextInt(2); i++) {
      word.append(SYLLABLES[own.nextInt(SYLLABLES.length)]);
    }
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static String line(String id, String name, int birth, int death) {
    return "{\"id\":\"%s\",\"name\":\"%s\",\"birth\":\"%s\",\"death\":\"%s\"}"
        .formatted(id, name, birth == 0 ? "" : birth, death == 0 ? "" : death);
  }

  private record Files2(Path persons, Path authority) {}

  /// Persons of whom some are in the authority file, some of them twice, some signed by an editor.
  private Files2 made(long seed) throws IOException {
    Random random = new Random(seed);
    List<String> records = new ArrayList<>();
    List<String> persons = new ArrayList<>();
    for (int i = 0; i < 900; i++) {
      String name = word(random, 150) + ", " + word(random, 60);
      int birth = 1700 + random.nextInt(200);
      int death = birth + 30 + random.nextInt(50);
      records.add(line("r" + i, name, random.nextInt(5) == 0 ? 0 : birth, death));
      int copies = random.nextInt(3) == 0 ? random.nextInt(10) == 0 ? 2 : 1 : 0;
      for (int copy = 0; copy < copies; copy++) {
        persons.add(
            line(
                "p" + i + "-" + copy,
                random.nextInt(12) == 0 ? name + " Viola Quersen" : name,
                random.nextInt(3) == 0 ? 0 : birth + random.nextInt(2),
                random.nextInt(3) == 0 ? 0 : death));
      }
      if (random.nextInt(30) == 0) {
        persons.add(line("q" + i, "Quersen, " + word(random, 60), birth, 0));
      }
      if (random.nextInt(4) == 0) {
        persons.add(line("n" + i, word(random, 200) + ", " + word(random, 90), birth, 0));
      }
    }
    return new Files2(
        Files.write(folder.resolve("persons.jsonl"), persons),
        Files.write(folder.resolve("authority.jsonl"), records));
  }

  private record Linked(String links, String candidates, LinkShares.Written counts) {}

  private Linked inShares(Files2 files, int count, double accept) throws IOException {
    Path index = folder.resolve("index");
    AuthorityIndex.build(List.of(files.authority), index, Progress.NONE);
    List<PersonRecord> all = new ArrayList<>();
    PersonFiles.read(files.persons, Map.of(), all::add);
    List<List<PersonRecord>> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parts.add(all.subList(all.size() * i / count, all.size() * (i + 1) / count));
    }
    LinkShares.Words words = LinkShares.together(parts.stream().map(LinkShares::words).toList());
    LinkShares shares = LinkShares.open(index, words);
    List<LinkShares.Compared> compared = new ArrayList<>();
    long[] keys = new long[all.size()];
    int first = 0;
    for (List<PersonRecord> part : parts) {
      compared.add(shares.compare(first, part));
      System.arraycopy(compared.getLast().orderKeys(), 0, keys, first, part.size());
      first += part.size();
    }
    int[] order = LinkShares.order(keys);
    Map<Integer, PersonRecord> drawn = new HashMap<>();
    LinkShares.drawn(all.size()).stream().forEach(place -> drawn.put(place, all.get(order[place])));
    LinkShares.Weights weights = shares.chance(all.size(), drawn);
    for (int round = 0; round < LinkShares.ROUNDS; round++) {
      LinkShares.Tally tally = new LinkShares.Tally();
      for (LinkShares.Compared share : compared.reversed()) {
        tally.add(LinkShares.tally(share, weights));
      }
      weights = LinkShares.learn(weights, tally);
    }
    return written(shares, parts, compared, weights, accept);
  }

  private static Linked written(
      LinkShares shares,
      List<List<PersonRecord>> parts,
      List<LinkShares.Compared> compared,
      LinkShares.Weights weights,
      double accept)
      throws IOException {
    Map<Integer, LinkShares.Taker> takers = new HashMap<>();
    LinkShares.Probabilities probabilities = new LinkShares.Probabilities();
    List<LinkShares.Choices> choices = new ArrayList<>();
    for (LinkShares.Compared share : compared) {
      choices.add(LinkShares.choices(share, weights));
      probabilities.add(choices.getLast().probabilities());
      choices
          .getLast()
          .links()
          .forEach(taker -> takers.merge(taker.record(), taker, LinkShares.Taker::better));
    }
    StringWriter links = new StringWriter();
    StringWriter candidates = new StringWriter();
    LinkShares.header(links, candidates);
    LinkShares.Written counts = new LinkShares.Written(0, 0, 0);
    long first = 0;
    for (int i = 0; i < parts.size(); i++) {
      BitSet contested = new BitSet();
      for (LinkShares.Taker taker : choices.get(i).links()) {
        if (taker.contested(takers.getOrDefault(taker.record(), taker))) {
          contested.set((int) (taker.person() - first));
        }
      }
      counts =
          counts.add(
              shares.write(
                  compared.get(i),
                  parts.get(i),
                  weights,
                  contested,
                  accept == Linking.CHOSEN ? probabilities.acceptable() : accept,
                  links,
                  candidates));
      first += parts.get(i).size();
    }
    return new Linked(links.toString(), candidates.toString(), counts);
  }

  @ParameterizedTest(name = "seed {0}, {1} shares, accepted from {2}")
  @CsvSource({"1, 1, 0", "1, 2, 0", "2, 7, 0", "3, 40, 0.9"})
  void sharesGiveTheLinksOfTheWhole(long seed, int count, double accept) throws IOException {
    Files2 files = made(seed);
    Path out = folder.resolve("whole");
    Linking.Summary summary =
        Linking.run(
            new Linking.Order(files.persons, files.authority, Map.of(), accept, out),
            Progress.NONE);
    assertThat(summary.accepted()).isGreaterThan(100);
    Linked linked = inShares(files, count, accept);
    assertThat(linked.links()).isEqualTo(Files.readString(out.resolve("links.tsv")));
    assertThat(linked.candidates()).isEqualTo(Files.readString(out.resolve("candidates.tsv")));
    assertThat(linked.counts())
        .isEqualTo(new LinkShares.Written(summary.persons(), summary.accepted(), summary.review()));
  }

  /// Rows of both tables but the headers, sorted.
  private static List<String> sorted(String links, String candidates) {
    return (links + candidates).lines().sorted().toList();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {4, 5, 6})
  void linksDoNotDependOnTheOrderOfPersons(long seed) throws IOException {
    Files2 files = made(seed);
    List<String> lines = new ArrayList<>(Files.readAllLines(files.persons));
    // Words that no record has, and namesakes who want one record.
    for (int i = 0; i < 200; i++) {
      String odd = "Xy" + Integer.toString(i * 7_919, 26).replaceAll("\\d", "q");
      lines.add(line("o" + i, odd + ", " + odd.substring(2) + "mar", 1700 + i, 0));
      String twin = lines.get(i * 2).replace("\"id\":\"", "\"id\":\"twin-");
      lines.add(twin);
    }
    List<List<String>> orders = new ArrayList<>();
    for (int order = 0; order < 3; order++) {
      Files.write(files.persons, lines);
      Linked shares = inShares(files, 1 + order * 3, Linking.CHOSEN);
      Path out = folder.resolve("order-" + order);
      Linking.run(
          new Linking.Order(files.persons, files.authority, Map.of(), Linking.CHOSEN, out),
          Progress.NONE);
      assertThat(shares.links()).isEqualTo(Files.readString(out.resolve("links.tsv")));
      orders.add(sorted(shares.links(), shares.candidates()));
      Collections.shuffle(lines, new Random(seed * 10 + order));
    }
    assertThat(orders.get(1)).isEqualTo(orders.get(0));
    assertThat(orders.get(2)).isEqualTo(orders.get(0));
  }

  @Test
  void personsStandInOneOrderAlsoWherePartsOfTheirKeysAreEqual() {
    long high = 1L << 50;
    assertThat(LinkShares.order(new long[] {5 + high, 7, 5, 5 - high})).containsExactly(3, 2, 0, 1);
    assertThat(LinkShares.order(new long[] {5, 5 - high, 7, 5 + high})).containsExactly(1, 0, 3, 2);
  }

  @Test
  void whoeverFitsARecordWorseIsContested() {
    int born = LifeDates.of("1801", "").birth();
    int later = LifeDates.of("1850", "").birth();
    Choice best = new Choice(7, 2, 3, .99f, true, born, LifeDates.UNKNOWN);
    Choice close = new Choice(4, 9, 3, .97f, true, born, LifeDates.UNKNOWN);
    Choice far = new Choice(5, 9, 3, .9f, true, born, LifeDates.UNKNOWN);
    Choice other = new Choice(6, 5, 3, .99f, true, later, LifeDates.UNKNOWN);
    assertThat(close.contested(best)).isFalse();
    assertThat(far.contested(best)).isTrue();
    assertThat(other.contested(best)).isTrue();
    assertThat(best.contested(best)).isFalse();
    assertThat(other.better(best)).as("wherever they stand in the file").isEqualTo(best);
    assertThat(best.better(other)).isEqualTo(best);
    assertThat(close.better(best)).isEqualTo(best);
  }

  @Test
  void acceptableIsWhereSoManyAreExpectedToBeRight() {
    Choice.Probabilities probabilities = new Choice.Probabilities();
    for (int i = 0; i < 100; i++) {
      probabilities.add(new Choice(i, i, i, i < 90 ? 1f : .98f, true, 0, 0));
    }
    assertThat(probabilities.acceptable()).isEqualTo((double) .98f);
    probabilities.add(new Choice(200, 200, 200, .86f, true, 0, 0));
    assertThat(probabilities.acceptable()).isEqualTo((double) .98f);
    probabilities.add(new Choice(300, 300, -1, 0f, false, 0, 0));
    assertThat(probabilities.acceptable()).isEqualTo((double) .98f);
  }

  @Test
  void moreThanSixteenMillionAreRefusedAndNotMixedUp() {
    assertThatThrownBy(() -> LinkShares.order(new long[(1 << 24) + 1]))
        .isInstanceOf(HandselException.class)
        .hasMessageContaining("16,777,217 persons or records");
  }
}
