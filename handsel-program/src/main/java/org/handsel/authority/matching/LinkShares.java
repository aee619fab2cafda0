package org.handsel.authority.matching;

import java.io.IOException;
import java.io.Serializable;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.handsel.authority.index.IndexFile;
import org.handsel.authority.record.PersonRecord;

/// Links a file of persons in shares, each on a machine of its own, to an index of an authority
/// file that every machine has: the rows of all shares one after the other are those that [Linking]
/// writes.
///
/// In turn: [#words] of each share and [#together]; [#open] on each machine; [#compare] each share;
/// [#drawn] and [#chance] for the whole; [#ROUNDS] times [#tally] each share and [#learn];
/// [#choices] of each share, of which the best for each record are its takers; [#write] each share.
/// What comes of a share can be sent to other machines. Immutable; safe for threads.
public final class LinkShares {
  /// Rounds of learning.
  public static final int ROUNDS = Model.ROUNDS;

  private static final int ORDER_BITS = 24;

  private final EntryReader reader;
  private final Lexicon lexicon;
  private final Roster records;
  private final Pairing pairing;
  private final Set<String> signatures = new HashSet<>();

  private LinkShares(AuthorityRecords authority) {
    reader = authority.reader();
    lexicon = authority.lexicon();
    records = authority.records();
    pairing = authority.pairing();
  }

  /// What names of persons show of words, which all shares must know.
  ///
  /// @param texts of the words in the order in which they are met
  /// @param counts how often each is a surname, given name, a man's and a woman's
  /// @param endings how many names each two words end
  public record Words(String[] texts, int[][] counts, Map<String, Integer> endings)
      implements Serializable {}

  /// Reads the words of a share.
  public static Words words(Iterable<PersonRecord> persons) {
    NameTables tables = NameTables.load();
    Lexicon lexicon = new Lexicon(tables);
    People people = new People(new EntryReader(tables), lexicon, false);
    persons.forEach(people::add);
    String[] texts = new String[lexicon.size()];
    int[][] counts = new int[texts.length][];
    for (int i = 0; i < texts.length; i++) {
      Word word = lexicon.get(i);
      texts[i] = word.text;
      counts[i] = new int[] {word.asSurname, word.asGiven, word.men, word.women};
    }
    return new Words(texts, counts, people.endings());
  }

  /// The words of all shares.
  ///
  /// @param shares in their order
  public static Words together(List<Words> shares) {
    Map<String, int[]> counts = new java.util.LinkedHashMap<>();
    Map<String, Integer> endings = new HashMap<>();
    for (Words share : shares) {
      for (int i = 0; i < share.texts.length; i++) {
        int[] all = counts.computeIfAbsent(share.texts[i], text -> new int[4]);
        for (int k = 0; k < all.length; k++) {
          all[k] += share.counts[i][k];
        }
      }
      share.endings.forEach((end, names) -> endings.merge(end, names, Integer::sum));
    }
    return new Words(
        counts.keySet().toArray(String[]::new), counts.values().toArray(int[][]::new), endings);
  }

  /// Opens an index with the words of all persons.
  ///
  /// @throws org.handsel.platform.HandselException with exit 1 when it is no index
  public static LinkShares open(Path index, Words words) {
    LinkShares shares = new LinkShares(AuthorityRecords.mapped(IndexFile.open(index)));
    shares.take(words);
    return shares;
  }

  private void take(Words words) {
    for (int i = 0; i < words.texts.length; i++) {
      Word word = lexicon.add(words.texts[i]);
      int[] counts = words.counts[i];
      word.asSurname += counts[0];
      word.asGiven += counts[1];
      word.men += counts[2];
      word.women += counts[3];
    }
    words.endings.forEach((end, names) -> {
      if (People.signs(end, names, lexicon)) {
        signatures.add(end);
      }
    });
  }

  /// Records that links may lead to.
  public int records() {
    return records.size();
  }

  private Entry read(PersonRecord person) {
    Entry entry = reader.read(person, lexicon::find);
    return People.alone(signatures.contains(People.endOf(entry)) ? People.without(entry) : entry);
  }

  private Roster roster(Iterable<PersonRecord> persons) {
    Roster roster = new Roster(lexicon);
    persons.forEach(person -> roster.add(read(person)));
    return roster;
  }

  /// A share of the persons with their candidates.
  public static final class Compared implements Serializable {
    private static final long serialVersionUID = 1L;

    private final long firstPerson;
    private final int[] starts;
    private final boolean[] dated;
    private final int[] births;
    private final int[] deaths;
    private final int[] numbers;
    private final long[] cells;
    private final DistinctCells distinct;
    private final long[] keys;

    private Compared(long firstPerson, Roster persons, Pairing.Compared compared) {
      this.firstPerson = firstPerson;
      starts = compared.pairs().starts();
      cells = compared.pairs().cells();
      distinct = DistinctCells.of(cells);
      dated = compared.pairs().dated();
      numbers = compared.numbers();
      births = new int[dated.length];
      deaths = new int[dated.length];
      for (int i = 0; i < dated.length; i++) {
        Entry entry = persons.compared(i);
        births[i] = entry.birth();
        deaths[i] = entry.death();
      }
      keys = persons.keys();
    }

    private Model.Pairs pairs() {
      return new Model.Pairs(starts, cells, dated);
    }

    /// Persons of the share.
    public int persons() {
      return dated.length;
    }

    /// Pairs that were compared.
    public long pairsCompared() {
      return cells.length;
    }

    /// What the order of all persons goes by: smaller ones come first, of equal ones the person who
    /// comes first in the file.
    public long[] orderKeys() {
      return keys.clone();
    }
  }

  /// Compares the persons of a share with their candidates, on the calling thread.
  ///
  /// @param firstPerson number of the first of them in the file
  public Compared compare(long firstPerson, Iterable<PersonRecord> persons) {
    Roster roster = roster(persons);
    return new Compared(firstPerson, roster, pairing.here(roster.size(), roster::compared));
  }

  /// Numbers of all persons in an order that does not depend on that of their file; at most sixteen
  /// million.
  ///
  /// @param orderKeys of all persons in the order of their file
  /// @throws org.handsel.platform.HandselException with exit 1 when they are more
  public static int[] order(long[] orderKeys) {
    Roster.checkRoom(orderKeys.length);
    long[] sorted = new long[orderKeys.length];
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = orderKeys[i] << ORDER_BITS | i;
    }
    Arrays.sort(sorted);
    // Of a million persons, two are likely to be equal in what is left of their keys.
    for (int i = 1; i < sorted.length; i++) {
      for (int j = i; j > 0 && swapped(sorted[j - 1], sorted[j], orderKeys); j--) {
        long before = sorted[j - 1];
        sorted[j - 1] = sorted[j];
        sorted[j] = before;
      }
    }
    int[] order = new int[sorted.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = number(sorted[i]);
    }
    return order;
  }

  private static int number(long sorted) {
    return (int) (sorted & (1 << ORDER_BITS) - 1);
  }

  private static boolean swapped(long before, long behind, long[] keys) {
    return before >>> ORDER_BITS == behind >>> ORDER_BITS
        && keys[number(before)] > keys[number(behind)];
  }

  /// Places in the order of so many persons at which somebody stands whom [#chance] asks for.
  public static BitSet drawn(int persons) {
    return Learned.drawn(persons);
  }

  /// What is learned so far.
  public static final class Weights implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Model model;

    private Weights(Model model) {
      this.model = model;
    }
  }

  /// What agrees by chance between an authority file and so many persons.
  ///
  /// @param drawn persons by their places in the order of all
  public Weights chance(int persons, Map<Integer, PersonRecord> drawn) {
    Map<Integer, Entry> entries = new HashMap<>();
    drawn.forEach((place, person) -> entries.put(place, read(person)));
    Drawn all =
        new Drawn() {
          @Override
          public int size() {
            return persons;
          }

          @Override
          public Entry at(int place) {
            Entry entry = entries.get(place);
            if (entry == null) {
              throw new IllegalArgumentException("nobody was drawn at place " + place);
            }
            return entry;
          }
        };
    return new Weights(Learned.chance(all, records, pairing));
  }

  /// What shares show in a round of learning.
  public static final class Tally implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Model.Tally counts = new Model.Tally();

    /// Adds what another share shows.
    public Tally add(Tally other) {
      counts.add(other.counts);
      return this;
    }
  }

  /// What a share shows by what is learned so far.
  public static Tally tally(Compared share, Weights weights) {
    Tally tally = new Tally();
    tally.counts.add(weights.model.tally(share.pairs(), share.distinct));
    return tally;
  }

  /// Ends a round of learning.
  ///
  /// @param all what all shares show
  /// @return the same weights, changed
  public static Weights learn(Weights weights, Tally all) {
    weights.model.learn(all.counts);
    return weights;
  }

  /// Whom a record goes to, as far as was seen.
  public static final class Taker implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Choice choice;

    private Taker(Choice choice) {
      this.choice = choice;
    }

    public int record() {
      return choice.record();
    }

    /// Number of the person in the file.
    public long person() {
      return choice.person();
    }

    /// Who of two persons who want the same record fits it better.
    public Taker better(Taker other) {
      return choice.better(other.choice) == choice ? this : other;
    }

    /// Whether this person cannot be the one whom the record goes to, and cannot have it too.
    public boolean contested(Taker best) {
      return choice.contested(best.choice);
    }
  }

  /// Links of a share, and how probable they are.
  ///
  /// @param links persons who are linked, in their order
  /// @param probabilities of links that may need no look
  public record Choices(List<Taker> links, Probabilities probabilities) implements Serializable {}

  /// How often each probability of a link occurs.
  public static final class Probabilities implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Choice.Probabilities counts = new Choice.Probabilities();

    public Probabilities add(Probabilities others) {
      counts.add(others.counts);
      return this;
    }

    /// From which probability on a link needs no look.
    public double acceptable() {
      return counts.acceptable();
    }
  }

  public static Choices choices(Compared share, Weights weights) {
    List<Taker> links = new ArrayList<>();
    Probabilities probabilities = new Probabilities();
    for (int i = 0; i < share.persons(); i++) {
      Choice choice = choice(share, i, weights);
      if (choice.linked()) {
        links.add(new Taker(choice));
        probabilities.counts.add(choice);
      }
    }
    return new Choices(links, probabilities);
  }

  private static Choice choice(Compared share, int person, Weights weights) {
    return Choice.of(
        share.firstPerson + person,
        share.keys[person],
        share.births[person],
        share.deaths[person],
        share.numbers,
        share.cells,
        share.starts[person],
        probabilities(share, person, weights),
        weights.model);
  }

  private static double[] probabilities(Compared share, int person, Weights weights) {
    int from = share.starts[person];
    int to = share.starts[person + 1];
    double[] out = new double[to - from];
    weights.model.probabilities(share.cells, from, to, share.dated[person], out);
    return out;
  }

  /// How many rows of each kind were written.
  public record Written(long persons, long accepted, long review) implements Serializable {
    public Written add(Written other) {
      return new Written(persons + other.persons, accepted + other.accepted, review + other.review);
    }
  }

  /// Writes the rows of a share, without headers.
  ///
  /// @param persons of the share, as they were compared
  /// @param contested numbers in the share of persons whose record goes to somebody else
  /// @param accept probability from which a link needs no look
  public Written write(
      Compared share,
      Iterable<PersonRecord> persons,
      Weights weights,
      BitSet contested,
      double accept,
      Writer links,
      Writer candidates)
      throws IOException {
    LinkTables tables = new LinkTables(links, candidates);
    Roster roster = roster(persons);
    long accepted = 0;
    long review = 0;
    for (int i = 0; i < share.persons(); i++) {
      Choice choice = choice(share, i, weights);
      boolean accepts = choice.sure(accept) && !contested.get(i);
      accepted += accepts ? 1 : 0;
      review += choice.linked() && !accepts ? 1 : 0;
      tables.person(
          roster.get(i),
          share.numbers,
          share.cells,
          share.starts[i],
          probabilities(share, i, weights),
          accepts ? "accept" : choice.linked() ? "review" : "none",
          records,
          weights.model);
    }
    return new Written(share.persons(), accepted, review);
  }

  /// Writes the first rows of both tables.
  public static void header(Writer links, Writer candidates) throws IOException {
    new LinkTables(links, candidates).header();
  }
}
