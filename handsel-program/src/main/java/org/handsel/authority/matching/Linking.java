package org.handsel.authority.matching;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.handsel.authority.record.PersonFiles;
import org.handsel.authority.record.PersonProblem;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.Exit;
import org.handsel.platform.HandselException;
import org.handsel.platform.Progress;

/// Links a file of persons to an authority file and writes `links.tsv` and `candidates.tsv`. The
/// same files give the same bytes, however many threads there are.
public final class Linking {
  /// In place of a probability from which links are accepted: it is chosen so that of a thousand
  /// accepted links 995 are expected to be right.
  public static final double CHOSEN = 0;

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
    return write(order, learned, problems);
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

  private static Summary write(Order order, Learned learned, List<String> problems) {
    Roster persons = learned.persons();
    Choice[] choices = new Choice[persons.size()];
    Map<Integer, Choice> takers = new HashMap<>();
    Choice.Probabilities probabilities = new Choice.Probabilities();
    for (int i = 0; i < choices.length; i++) {
      choices[i] = learned.choice(i);
      probabilities.add(choices[i]);
      if (choices[i].linked()) {
        takers.merge(choices[i].record(), choices[i], Choice::better);
      }
    }
    double accept = order.accept == CHOSEN ? probabilities.acceptable() : order.accept;
    long accepted = 0;
    long review = 0;
    String[] decisions = new String[choices.length];
    for (int i = 0; i < choices.length; i++) {
      Choice choice = choices[i];
      boolean accepts =
          choice.sure(accept) && !choice.contested(takers.getOrDefault(choice.record(), choice));
      accepted += accepts ? 1 : 0;
      review += choice.linked() && !accepts ? 1 : 0;
      decisions[i] = accepts ? "accept" : choice.linked() ? "review" : "none";
    }
    DurableFiles.replace(
        order.out.resolve("candidates.tsv"),
        further ->
            DurableFiles.replace(
                order.out.resolve("links.tsv"), links -> rows(learned, decisions, links, further)));
    return new Summary(
        persons.size(),
        learned.records().size(),
        accepted,
        review,
        persons.size() - accepted - review,
        accept,
        List.copyOf(problems));
  }

  private static void rows(
      Learned learned, String[] decisions, BufferedWriter links, BufferedWriter further)
      throws IOException {
    Model.Pairs pairs = learned.compared().pairs();
    LinkTables tables = new LinkTables(links, further);
    tables.header();
    for (int i = 0; i < decisions.length; i++) {
      tables.person(
          learned.persons().get(i),
          learned.compared().numbers(),
          pairs.cells(),
          pairs.starts()[i],
          learned.probabilities(i),
          decisions[i],
          learned.records(),
          learned.model());
    }
  }
}
