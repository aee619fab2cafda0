package org.handsel.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import no.priv.garshol.duke.Comparator;
import no.priv.garshol.duke.ConfigurationImpl;
import no.priv.garshol.duke.DataSource;
import no.priv.garshol.duke.Processor;
import no.priv.garshol.duke.PropertyImpl;
import no.priv.garshol.duke.Record;
import no.priv.garshol.duke.RecordImpl;
import no.priv.garshol.duke.comparators.PersonNameComparator;
import no.priv.garshol.duke.databases.LuceneDatabase;
import no.priv.garshol.duke.datasources.InMemoryDataSource;
import no.priv.garshol.duke.matchers.AbstractMatchListener;

/// Links plain persons with Duke 1.2, in a process of its own: `PERSONS RECORDS LINKS`. Names are
/// compared by its comparator for persons, years by one of ours, because its own takes 1901 and
/// 1999 for nearly equal; the best records of each person are kept. Probabilities and thresholds
/// were tried on the museums until nothing got better.
final class DukeLinks {
  private static final int CANDIDATES = 60;
  private static final double LEAST = .02;
  private static final int SHOWN = 5;

  private DukeLinks() {}

  public static void main(String[] args) throws IOException {
    List<PlainPersons.Plain> persons = PlainPersons.read(Path.of(args[0]));
    ConfigurationImpl configuration = new ConfigurationImpl();
    configuration.setProperties(
        List.of(
            new PropertyImpl("id"),
            new PropertyImpl("name", new PersonNameComparator(), .1, .93),
            new PropertyImpl("birth", new Years(), .15, .85),
            new PropertyImpl("death", new Years(), .2, .85)));
    configuration.setThreshold(LEAST);
    configuration.setMaybeThreshold(0);
    LuceneDatabase database = new LuceneDatabase();
    database.setMaxSearchHits(CANDIDATES);
    database.setMinRelevance(0);
    database.setFuzzySearch(true);
    configuration.setDatabase(database);
    Processor processor = new Processor(configuration);
    Best best = new Best();
    processor.addMatchListener(best);
    processor.setThreads(Runtime.getRuntime().availableProcessors());
    List<PlainPersons.Plain> records = PlainPersons.read(Path.of(args[1]));
    processor.index(List.of(source(records)), 20_000);
    processor.linkRecords(List.of(source(persons)), true, 20_000);
    processor.close();
    try (BufferedWriter out = Files.newBufferedWriter(Path.of(args[2]))) {
      for (int row = 0; row < persons.size(); row++) {
        for (Match match : best.matches.getOrDefault(row, List.of())) {
          out.write(
              "%d\t%s\t%s\t%s%n"
                  .formatted(
                      row,
                      persons.get(row).id(),
                      records.get(match.record).id(),
                      match.probability));
        }
      }
    }
    Measured.sayMemory();
  }

  /// Persons and records are known by their rows, because ids of a file may repeat.
  private static DataSource source(List<PlainPersons.Plain> all) {
    List<Record> records = new ArrayList<>(all.size());
    for (int row = 0; row < all.size(); row++) {
      PlainPersons.Plain one = all.get(row);
      RecordImpl record = new RecordImpl();
      record.addValue("id", Integer.toString(row));
      one.names().forEach(name -> record.addValue("name", name));
      if (!one.birth().isEmpty()) {
        record.addValue("birth", one.birth());
      }
      if (!one.death().isEmpty()) {
        record.addValue("death", one.death());
      }
      records.add(record);
    }
    return new InMemoryDataSource(records);
  }

  private record Match(int record, double probability) {}

  /// The likeliest records of each person, in descending order; one thread asks for one person.
  private static final class Best extends AbstractMatchListener {
    final Map<Integer, List<Match>> matches = new ConcurrentHashMap<>();

    @Override
    public void matches(Record person, Record record, double probability) {
      List<Match> best =
          matches.computeIfAbsent(
              Integer.valueOf(person.getValue("id")), row -> new ArrayList<>(1));
      int at = best.size();
      while (at > 0 && best.get(at - 1).probability < probability) {
        at--;
      }
      if (at < SHOWN) {
        best.add(at, new Match(Integer.parseInt(record.getValue("id")), probability));
        if (best.size() > SHOWN) {
          best.removeLast();
        }
      }
    }
  }

  private static final class Years implements Comparator {
    @Override
    public boolean isTokenized() {
      return false;
    }

    @Override
    public double compare(String a, String b) {
      int apart = Math.abs(Integer.parseInt(a) - Integer.parseInt(b));
      return apart == 0 ? 1 : apart == 1 ? .9 : apart == 2 ? .8 : apart <= 5 ? .6 : 0;
    }
  }
}
