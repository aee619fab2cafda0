package org.handsel.authority.review;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handsel.authority.review.ReviewItem.State;
import org.jspecify.annotations.Nullable;

/// What follows from the decisions on one row.
///
/// One reviewer's accept or reject settles a row. When a reviewer is unsure, or two differ, it is
/// contested: it is then settled by two who say the same, unless two others say the same of
/// something else.
///
/// @param verdict accept or reject once settled
/// @param record the accepted record
/// @param holders ids of the reviewers who hold an opinion now
record Standing(
    State state, @Nullable Verdict verdict, @Nullable String record, List<String> holders) {
  private static final int AGREEING = 2;

  private record Answer(Verdict verdict, @Nullable String record) {}

  static Standing of(List<Decision> decisions) {
    Map<String, Deque<Answer>> words = new LinkedHashMap<>();
    for (Decision decision : decisions) {
      Deque<Answer> own = words.computeIfAbsent(decision.who().id(), id -> new ArrayDeque<>());
      if (decision.verdict() == Verdict.UNDO) {
        own.poll();
      } else {
        own.push(new Answer(decision.verdict(), decision.record()));
      }
    }
    words.values().removeIf(Deque::isEmpty);
    List<String> holders = List.copyOf(words.keySet());
    Map<Answer, Integer> held = new LinkedHashMap<>();
    words.values().forEach(own -> held.merge(own.element(), 1, Integer::sum));
    if (held.isEmpty()) {
      return new Standing(State.OPEN, null, null, holders);
    }
    boolean contested =
        held.size() > 1 || held.keySet().iterator().next().verdict == Verdict.UNSURE;
    int needed = contested ? AGREEING : 1;
    List<Answer> carried = new ArrayList<>();
    held.forEach((answer, people) -> {
      if (answer.verdict != Verdict.UNSURE && people >= needed) {
        carried.add(answer);
      }
    });
    if (carried.size() == 1) {
      Answer answer = carried.getFirst();
      return new Standing(State.SETTLED, answer.verdict, answer.record, holders);
    }
    return new Standing(State.CONTESTED, null, null, holders);
  }
}
