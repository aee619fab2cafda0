package org.handsel.authority.matching;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.handsel.authority.record.PersonFiles;
import org.handsel.authority.record.PersonProblem;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.Exit;
import org.handsel.platform.HandselException;
import org.handsel.platform.Progress;
import org.handsel.platform.Tsv;

/// Links a file of persons to an authority file and writes `links.tsv` and `candidates.tsv`. The
/// same files give the same bytes.
public final class Linking {
  private static final int SHOWN = 5;
  private static final double WORTH_A_LOOK = 0.02;

  private Linking() {}

  /// What to link.
  ///
  /// @param columns key or column by the name of the persons format
  /// @param accept probability from which a link needs no look
  public record Order(
      Path persons, Path authority, Map<String, String> columns, double accept, Path out) {}

  /// What came of it.
  ///
  /// @param persons rows of links.tsv
  /// @param records of the authority file
  /// @param accepted links that need no look
  /// @param review links to look at
  /// @param none persons without a link
  /// @param problems lines that were no persons or records
  public record Summary(
      long persons, long records, long accepted, long review, long none, List<String> problems) {
    public Exit exit() {
      return problems.isEmpty() ? Exit.DONE : Exit.PARTIAL;
    }
  }

  /// @throws HandselException with exit 1 when a file holds nobody, with exit 3 when the results
  ///   cannot be written
  public static Summary run(Order order, Progress progress) {
    List<String> problems = new ArrayList<>();
    List<Entry> persons = read(order.persons, order.columns, problems);
    List<Entry> records = read(order.authority, Map.of(), problems);
    WordCounts counts = new WordCounts();
    persons.forEach(counts::add);
    records.forEach(counts::add);
    CandidateIndex index = new CandidateIndex(records);
    progress.total(persons.size());
    List<List<Comparison>> candidates =
        IntStream.range(0, persons.size())
            .parallel()
            .mapToObj(i -> {
              progress.step(1, "");
              return compare(persons.get(i), records, index, new NameComparison(counts));
            })
            .toList();
    Weights weights = new Weights();
    weights.learn(persons, records, candidates);
    try {
      Files.createDirectories(order.out);
      return write(order, persons, records, candidates, weights, problems);
    } catch (IOException e) {
      throw HandselException.environment(
          "%s: the links cannot be written (%s).".formatted(order.out, DurableFiles.reason(e)), e);
    }
  }

  private static List<Entry> read(Path file, Map<String, String> columns, List<String> problems) {
    List<Entry> entries = new ArrayList<>();
    List<PersonProblem> found =
        PersonFiles.read(file, columns, record -> entries.add(Entry.of(record)));
    found.forEach(problem -> problems.add("%s, %s".formatted(file, problem.message())));
    if (entries.isEmpty()) {
      throw HandselException.input(
          "%s: expected persons with an id and a name, found none. Name the columns with --columns."
              .formatted(file));
    }
    return entries;
  }

  private static List<Comparison> compare(
      Entry person, List<Entry> records, CandidateIndex index, NameComparison names) {
    List<Comparison> all = new ArrayList<>();
    for (int record : index.of(person)) {
      // A person is no workshop, family or body of the same name.
      if (records.get(record).person() == person.person()) {
        all.add(Comparison.of(person, records.get(record), record, names));
      }
    }
    return all;
  }

  private static Summary write(
      Order order,
      List<Entry> persons,
      List<Entry> records,
      List<List<Comparison>> candidates,
      Weights weights,
      List<String> problems)
      throws IOException {
    Map<Integer, Double> taken = new HashMap<>();
    List<List<Scored>> ranked = new ArrayList<>();
    for (List<Comparison> all : candidates) {
      List<Scored> scored = ranked(all, weights.probabilities(all));
      ranked.add(scored);
      if (!scored.isEmpty()) {
        taken.merge(
            scored.getFirst().comparison.record(), scored.getFirst().probability, Math::max);
      }
    }
    long accepted = 0;
    long review = 0;
    try (BufferedWriter links = Files.newBufferedWriter(order.out.resolve("links.tsv"));
        BufferedWriter further = Files.newBufferedWriter(order.out.resolve("candidates.tsv"))) {
      row(links, "person_id", "authority_id", "probability", "decision", "evidence");
      row(further, "person_id", "authority_id", "probability", "decision", "evidence", "rank");
      for (int i = 0; i < persons.size(); i++) {
        List<Scored> scored = ranked.get(i);
        double none = 1 - scored.stream().mapToDouble(Scored::probability).sum();
        String decision = decision(scored, none, order.accept, taken);
        accepted += decision.equals("accept") ? 1 : 0;
        review += decision.equals("review") ? 1 : 0;
        if (decision.equals("none")) {
          row(links, persons.get(i).id(), "", number(none), decision, "no candidate is likely");
        } else {
          Scored best = scored.getFirst();
          row(
              links,
              persons.get(i).id(),
              records.get(best.comparison.record()).id(),
              number(best.probability),
              decision,
              Evidence.of(persons.get(i), records.get(best.comparison.record()), best.comparison));
        }
        int from = decision.equals("none") ? 0 : 1;
        for (int rank = from; rank < Math.min(SHOWN, scored.size()); rank++) {
          Scored other = scored.get(rank);
          if (other.probability >= WORTH_A_LOOK) {
            row(
                further,
                persons.get(i).id(),
                records.get(other.comparison.record()).id(),
                number(other.probability),
                "review",
                Evidence.of(
                    persons.get(i), records.get(other.comparison.record()), other.comparison),
                Integer.toString(rank + 1));
          }
        }
      }
    }
    return new Summary(
        persons.size(),
        records.size(),
        accepted,
        review,
        persons.size() - accepted - review,
        List.copyOf(problems));
  }

  private record Scored(Comparison comparison, double probability) {}

  private static List<Scored> ranked(List<Comparison> all, double[] probabilities) {
    List<Scored> scored = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      scored.add(new Scored(all.get(i), probabilities[i]));
    }
    scored.sort((a, b) -> {
      int order = Double.compare(b.probability, a.probability);
      return order != 0 ? order : Integer.compare(a.comparison.record(), b.comparison.record());
    });
    return scored;
  }

  /// A record that another person fits better is left to a look.
  private static String decision(
      List<Scored> scored, double none, double accept, Map<Integer, Double> taken) {
    if (scored.isEmpty() || scored.getFirst().probability < none) {
      return "none";
    }
    Scored best = scored.getFirst();
    boolean bestOfRecord = taken.getOrDefault(best.comparison.record(), 0.0) <= best.probability;
    return best.probability >= accept && bestOfRecord ? "accept" : "review";
  }

  private static String number(double probability) {
    return String.format(Locale.ROOT, "%.4f", Math.clamp(probability, 0, 1));
  }

  private static void row(BufferedWriter out, String... cells) throws IOException {
    out.write(Tsv.row(List.of(cells)));
    out.write('\n');
  }
}
