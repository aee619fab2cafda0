package org.handsel.authority.matching;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import org.handsel.authority.links.LinkFiles;
import org.handsel.platform.Tsv;

/// Writes rows of `links.tsv` and `candidates.tsv`. Not safe for threads.
final class LinkTables {
  private static final int SHOWN = 5;
  private static final double WORTH_A_LOOK = 0.02;

  private final Writer links;
  private final Writer further;

  LinkTables(Writer links, Writer further) {
    this.links = links;
    this.further = further;
  }

  void header() throws IOException {
    row(links, LinkFiles.HEADER);
    row(further, LinkFiles.FURTHER_HEADER);
  }

  /// Writes what was found of one person.
  ///
  /// @param numbers of the candidates, from a place on
  /// @param cells how they compare, from the same place on
  /// @param p probabilities of the candidates
  void person(
      Entry person,
      int[] numbers,
      long[] cells,
      int from,
      double[] p,
      String decision,
      Roster records,
      Model model)
      throws IOException {
    int rank = 0;
    if (decision.equals("none")) {
      double none = 1 - Arrays.stream(p).sum();
      row(
          links,
          List.of(person.id(), "", LinkFiles.number(none), decision, "no candidate is likely"));
      rank++;
    }
    for (int k : Ranking.of(p, numbers, from)) {
      if (rank > 0 && (p[k] < WORTH_A_LOOK || rank >= SHOWN)) {
        break;
      }
      Entry record = records.get(numbers[from + k]);
      List<Reason> reasons = Evidence.of(person, record, cells[from + k], model);
      Candidate candidate =
          new Candidate(numbers[from + k], record.id(), record.name(), p[k], reasons);
      if (rank == 0) {
        row(
            links,
            List.of(
                person.id(), record.id(), LinkFiles.number(p[k]), decision, candidate.evidence()));
      } else {
        row(
            further,
            List.of(
                person.id(),
                record.id(),
                LinkFiles.number(p[k]),
                "review",
                candidate.evidence(),
                Integer.toString(rank + (decision.equals("none") ? 0 : 1))));
      }
      rank++;
    }
  }

  private static void row(Writer out, List<String> cells) throws IOException {
    out.write(Tsv.row(cells));
    out.write('\n');
  }
}
