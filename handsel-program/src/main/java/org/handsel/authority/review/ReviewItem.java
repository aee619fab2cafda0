package org.handsel.authority.review;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A row of links.tsv for a person to look at.
///
/// @param place row of links.tsv, from 1
/// @param person who is to be linked
/// @param decision what the program decided: `accept`, `review` or `none`
/// @param candidates records that it may be, the most probable first
/// @param claims how many rows have the same best record
/// @param state how far people are with it
/// @param verdict what they agreed on, or null
/// @param record id of the record that they agreed on, or null
/// @param decisions of all reviewers, in order
public record ReviewItem(
    long place,
    Card person,
    String decision,
    List<Option> candidates,
    int claims,
    State state,
    @Nullable Verdict verdict,
    @Nullable String record,
    List<Decision> decisions) {
  public ReviewItem {
    candidates = List.copyOf(candidates);
    decisions = List.copyOf(decisions);
  }

  /// How far people are with a row.
  public enum State {
    /// Nobody said anything yet.
    OPEN,
    /// Reviewers differ, or one is unsure: two have to agree.
    CONTESTED,
    SETTLED
  }

  /// A record that the person may be.
  ///
  /// @param evidence what speaks for and against it
  public record Option(Card card, double probability, List<String> evidence) {
    public Option {
      evidence = List.copyOf(evidence);
    }
  }
}
