package org.handsel.authority.review;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.handsel.authority.review.ReviewItem.State;
import org.jspecify.annotations.Nullable;

/// What people said of persons: it counts when the same persons are linked anew.
///
/// @param words by id of the person
public record Reviewed(Map<String, Word> words) {
  /// Nobody said anything.
  public static final Reviewed NONE = new Reviewed(Map.of());

  /// So many settled persons teach something about all probabilities.
  public static final int ENOUGH = ReviewersCalibration.LEAST_ROWS;

  public Reviewed {
    words = Map.copyOf(words);
  }

  /// What people agreed on.
  ///
  /// @param settled whether they did; otherwise two still have to say the same
  /// @param record the person's record, or null where it is none of those that were shown
  /// @param shown ids of the records that people saw
  /// @param said who said it and when, in words
  public record Word(boolean settled, @Nullable String record, Set<String> shown, String said) {
    public Word {
      shown = Set.copyOf(shown);
    }

    /// Whether people said of a record that it is not this person's.
    public boolean rejects(String id) {
      return settled && !id.equals(record) && (record != null || shown.contains(id));
    }

    static Word of(ReviewItem item) {
      String names =
          item.decisions().stream()
              .map(decision -> decision.who().name())
              .distinct()
              .collect(Collectors.joining(", "));
      boolean settled = item.state() == State.SETTLED;
      String said =
          settled
              ? "%s by %s on %s"
                  .formatted(
                      item.record() == null ? "no record fits, said" : "accepted",
                      names,
                      LocalDate.ofInstant(item.decisions().getLast().at(), ZoneOffset.UTC))
              : "reviewers do not agree yet (" + names + ")";
      return new Word(
          settled,
          item.record(),
          item.candidates().stream().map(option -> option.card().id()).collect(Collectors.toSet()),
          said);
    }

    /// Both words on one person: they count where they go together.
    private Word and(Word other) {
      Set<String> all = new HashSet<>(shown);
      all.addAll(other.shown);
      Word first = record == null ? other : this;
      Word second = record == null ? this : other;
      boolean together =
          settled
              && other.settled
              && (Objects.equals(record, other.record)
                  || (second.record == null
                      && !second.shown.contains(Objects.requireNonNull(first.record))));
      return together
          ? new Word(true, first.record, all, first.said)
          : new Word(false, null, all, said.equals(other.said) ? said : said + "; " + other.said);
    }
  }

  static Reviewed of(List<ReviewItem> items) {
    Map<String, Word> words = new HashMap<>();
    for (ReviewItem item : items) {
      words.merge(item.person().id(), Word.of(item), Word::and);
    }
    return new Reviewed(words);
  }

  public Optional<Word> of(String person) {
    return Optional.ofNullable(words.get(person));
  }

  public boolean isEmpty() {
    return words.isEmpty();
  }
}
