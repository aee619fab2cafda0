package org.handsel.readiness.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.handsel.authority.index.RecordStore;
import org.handsel.authority.links.LinkRow;
import org.handsel.authority.record.PersonRecord;
import org.handsel.authority.record.RecordStatus;
import org.handsel.authority.review.Reviewed;
import org.handsel.authority.review.Reviewed.Word;
import org.jspecify.annotations.Nullable;

/// What people said of biographies, in the light of the authority file at hand: records that were
/// joined meanwhile are followed, and a word on one that is gone does not count. Used by one
/// thread.
final class PeoplesWord {
  private final Map<String, Word> words = new HashMap<>();
  private final Map<String, String> given = new HashMap<>();
  private final TreeSet<String> lost = new TreeSet<>();
  private long counted;

  PeoplesWord(Reviewed reviewed, RecordStore records) {
    reviewed
        .words()
        .forEach((person, word) -> {
          String record = word.record();
          if (record == null) {
            words.put(person, word);
            return;
          }
          Optional<PersonRecord> now =
              records
                  .find(record)
                  .flatMap(records::successor)
                  .filter(found -> found.details().status() == RecordStatus.USABLE);
          if (now.isEmpty()) {
            lost.add(record);
            return;
          }
          words.put(person, new Word(true, now.get().id(), word.shown(), word.said()));
          given.put(now.get().id(), person);
        });
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  @Nullable Word of(String person) {
    return words.get(person);
  }

  /// Whether people settled who a person is.
  boolean settles(String person) {
    Word word = words.get(person);
    return word != null && word.settled();
  }

  /// Rows on which people's word counts.
  long counted() {
    return counted;
  }

  /// Accepted records that the file does not hold any more.
  List<String> lost() {
    return List.copyOf(lost);
  }

  /// The row as people's word leaves it; one on which nobody said anything gives way where people
  /// gave its record to another person.
  LinkRow apply(LinkRow row) {
    Word word = words.get(row.person());
    if (word == null) {
      boolean elsewhere = row.accepted() && given.containsKey(row.record());
      return elsewhere
          ? row.said(
              "review",
              "reviewers gave this record to \"%s\"; %s"
                  .formatted(given.get(row.record()), row.evidence()))
          : row;
    }
    if (!word.settled()) {
      return row.said(row.linked() ? "review" : "none", word.said() + "; " + row.evidence());
    }
    counted++;
    String record = word.record();
    if (record == null) {
      return rejected(row, word);
    }
    String evidence =
        row.candidates().stream()
            .filter(candidate -> candidate.record().equals(record))
            .map(candidate -> word.said() + "; " + candidate.evidence())
            .findFirst()
            .orElse(word.said());
    return row.linkedTo(new LinkRow.Candidate(record, 1, evidence), "accept", List.of());
  }

  /// Records that people did not see keep their chance, by what is left of the others.
  private static LinkRow rejected(LinkRow row, Word word) {
    double gone = 0;
    List<LinkRow.Candidate> left = new ArrayList<>();
    for (LinkRow.Candidate candidate : row.candidates()) {
      if (word.rejects(candidate.record())) {
        gone += candidate.probability();
      } else {
        left.add(candidate);
      }
    }
    if (left.isEmpty()) {
      return row.without(1, word.said(), List.of());
    }
    double rest = Math.max(1e-4, 1 - gone);
    double none = 1;
    List<LinkRow.Candidate> rated = new ArrayList<>();
    for (LinkRow.Candidate candidate : left) {
      double probability = Math.min(1, candidate.probability() / rest);
      none -= probability;
      rated.add(
          new LinkRow.Candidate(
              candidate.record(),
              probability,
              "reviewers did not see this record; " + candidate.evidence()));
    }
    LinkRow.Candidate best = rated.getFirst();
    return best.probability() >= 0.5
        ? row.linkedTo(best, "review", rated.subList(1, rated.size()))
        : row.without(Math.max(0, none), word.said(), rated);
  }
}
