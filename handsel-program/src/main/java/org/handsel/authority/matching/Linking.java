package org.handsel.authority.matching;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.handsel.authority.record.PersonFiles;
import org.handsel.authority.record.PersonProblem;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.Exit;
import org.handsel.platform.HandselException;
import org.handsel.platform.Progress;
import org.handsel.platform.Tsv;

/// Links a file of persons to an authority file and writes `links.tsv` and `candidates.tsv`. The
/// same files give the same bytes, however many threads there are.
public final class Linking {
  /// In place of a probability from which links are accepted: it is chosen so that of a thousand
  /// accepted links 995 are expected to be right.
  public static final double CHOSEN = 0;

  private static final double EXPECTED_RIGHT = 0.9975;
  private static final double LEAST_ACCEPTED = 0.85;
  private static final int SHOWN = 5;
  private static final double WORTH_A_LOOK = 0.02;

  private Linking() {}

  /// What to link.
  ///
  /// @param columns key or column by the name of the persons format
  /// @param accept probability from which a link needs no look, or [#CHOSEN]
  public record Order(
      Path persons, Path authority, Map<String, String> columns, double accept, Path out) {}

  /// What came of it.
  ///
  /// @param persons rows of links.tsv
  /// @param records of the authority file
  /// @param accepted links that need no look
  /// @param review links to look at
  /// @param none persons without a link
  /// @param acceptedFrom probability from which links were accepted
  /// @param problems lines that were no persons or records
  public record Summary(
      long persons,
      long records,
      long accepted,
      long review,
      long none,
      double acceptedFrom,
      List<String> problems) {
    public Exit exit() {
      return problems.isEmpty() ? Exit.DONE : Exit.PARTIAL;
    }
  }

  /// @throws HandselException with exit 1 when a file holds nobody, with exit 3 when the results
  ///   cannot be written
  public static Summary run(Order order, Progress progress) {
    List<String> problems = new ArrayList<>();
    AuthorityRecords authority = AuthorityRecords.open(order.authority, problems);
    People taking = new People(authority.reader(), authority.lexicon(), false);
    Roster persons = read(order.persons, order.columns, taking, problems);
    progress.total(persons.size());
    Learned learned = Learned.of(persons, authority, progress);
    try {
      Files.createDirectories(order.out);
      return write(order, learned, problems);
    } catch (IOException e) {
      throw HandselException.environment(
          "%s: the links cannot be written (%s).".formatted(order.out, DurableFiles.reason(e)), e);
    }
  }

  private static Roster read(
      Path file, Map<String, String> columns, People people, List<String> problems) {
    List<PersonProblem> found = PersonFiles.read(file, columns, people::add);
    for (PersonProblem problem : found) {
      if (!problem.kind().harmless()) {
        problems.add("%s, %s".formatted(file, problem.message()));
      }
    }
    Roster roster = people.done();
    if (roster.size() == 0) {
      throw HandselException.input(
          "%s: expected persons with an id and a name, found none. Name the columns with --columns."
              .formatted(file));
    }
    return roster;
  }

  /// Best candidate of each person: the number of the record, -1 where no match is likelier.
  private record Best(int[] records, float[] probabilities, Map<Integer, Integer> takers) {
    static Best of(Learned learned) {
      int size = learned.persons().size();
      Best best = new Best(new int[size], new float[size], new HashMap<>());
      for (int i = 0; i < size; i++) {
        double[] p = learned.probabilities(i);
        int from = learned.compared().pairs().starts()[i];
        double none = 1 - Arrays.stream(p).sum();
        best.records[i] = -1;
        for (int k = 0; k < p.length; k++) {
          if (p[k] >= none && p[k] > best.probabilities[i]) {
            best.records[i] = learned.compared().numbers()[from + k];
            best.probabilities[i] = (float) p[k];
          }
        }
        if (best.records[i] >= 0) {
          int person = i;
          best.takers.merge(
              best.records[i],
              person,
              (a, b) -> best.probabilities[b] > best.probabilities[a] ? b : a);
        }
      }
      return best;
    }

    /// From which probability on so many are expected to be right.
    double acceptable() {
      float[] sorted = new float[records.length];
      int count = 0;
      for (int i = 0; i < records.length; i++) {
        if (records[i] >= 0) {
          sorted[count++] = probabilities[i];
        }
      }
      Arrays.sort(sorted, 0, count);
      double right = 0;
      double from = 1;
      for (int i = count - 1; i >= 0 && sorted[i] >= LEAST_ACCEPTED; i--) {
        right += sorted[i];
        if (right / (count - i) >= EXPECTED_RIGHT) {
          from = sorted[i];
        }
      }
      return from;
    }

    /// Whether a person who fits the same record better cannot be the same person.
    boolean contested(int person, Roster persons) {
      int other = takers.getOrDefault(records[person], person);
      if (other == person) {
        return false;
      }
      Entry a = persons.compared(person);
      Entry b = persons.compared(other);
      return Comparison.dates(a.birth(), b.birth()) == Comparison.FAR
          || Comparison.dates(a.death(), b.death()) == Comparison.FAR
          || probabilities[other] - probabilities[person] > 0.05;
    }
  }

  private static Summary write(Order order, Learned learned, List<String> problems)
      throws IOException {
    Best best = Best.of(learned);
    double accept = order.accept == CHOSEN ? best.acceptable() : order.accept;
    Roster persons = learned.persons();
    long accepted = 0;
    long review = 0;
    try (BufferedWriter links = Files.newBufferedWriter(order.out.resolve("links.tsv"));
        BufferedWriter further = Files.newBufferedWriter(order.out.resolve("candidates.tsv"))) {
      row(links, "person_id", "authority_id", "probability", "decision", "evidence");
      row(further, "person_id", "authority_id", "probability", "decision", "evidence", "rank");
      for (int i = 0; i < persons.size(); i++) {
        boolean linked = best.records[i] >= 0;
        boolean accepts = linked && best.probabilities[i] >= accept && !best.contested(i, persons);
        accepted += accepts ? 1 : 0;
        review += linked && !accepts ? 1 : 0;
        write(links, further, learned, i, accepts ? "accept" : linked ? "review" : "none");
      }
    }
    return new Summary(
        persons.size(),
        learned.records().size(),
        accepted,
        review,
        persons.size() - accepted - review,
        accept,
        List.copyOf(problems));
  }

  private static void write(
      BufferedWriter links, BufferedWriter further, Learned learned, int i, String decision)
      throws IOException {
    double[] p = learned.probabilities(i);
    Model.Pairs pairs = learned.compared().pairs();
    int from = pairs.starts()[i];
    int[] numbers = learned.compared().numbers();
    Entry person = learned.persons().get(i);
    int rank = 0;
    if (decision.equals("none")) {
      double none = 1 - Arrays.stream(p).sum();
      row(links, person.id(), "", number(none), decision, "no candidate is likely");
      rank++;
    }
    for (int k : Ranking.of(p, numbers, from)) {
      if (rank > 0 && (p[k] < WORTH_A_LOOK || rank >= SHOWN)) {
        break;
      }
      Entry record = learned.records().get(numbers[from + k]);
      List<Reason> reasons = Evidence.of(person, record, pairs.cells()[from + k], learned.model());
      Candidate candidate =
          new Candidate(numbers[from + k], record.id(), record.name(), p[k], reasons);
      if (rank == 0) {
        row(links, person.id(), record.id(), number(p[k]), decision, candidate.evidence());
      } else {
        row(
            further,
            person.id(),
            record.id(),
            number(p[k]),
            "review",
            candidate.evidence(),
            Integer.toString(rank + (decision.equals("none") ? 0 : 1)));
      }
      rank++;
    }
  }

  private static String number(double probability) {
    return String.format(Locale.ROOT, "%.4f", Math.clamp(probability, 0, 1));
  }

  private static void row(BufferedWriter out, String... cells) throws IOException {
    out.write(Tsv.row(List.of(cells)));
    out.write('\n');
  }
}
