package org.handsel.app.web.letters;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.handsel.app.web.Form;
import org.handsel.rights.conditions.AnswerWords;
import org.handsel.rights.conditions.LetterAnalysis;
import org.jspecify.annotations.Nullable;

/// A letter and what it asks for.
///
/// @param letter as it was pasted; empty before
/// @param analysis null before a letter was pasted
/// @param passages the letter cut where a passage begins or ends
/// @param points each condition once, in the order of the letter
/// @param takes by condition the offers that are ticked; a condition that is not there is left out
/// @param language of the answer
/// @param draft of the answer; empty before it was asked for
/// @param about the partnership that it belongs to, or null
public record ConditionsView(
    String letter,
    @Nullable LetterAnalysis analysis,
    List<Passage> passages,
    List<Point> points,
    Map<String, Set<Integer>> takes,
    String language,
    String draft,
    @Nullable About about,
    Form form) {
  public ConditionsView {
    passages = List.copyOf(passages);
    points = List.copyOf(points);
    takes = Map.copyOf(takes);
  }

  public boolean ticked(String condition, int offer) {
    return takes.getOrDefault(condition, Set.of()).contains(offer);
  }

  /// A stretch of the letter.
  ///
  /// @param kind `plain`, `compatible`, `negotiable`, `incompatible`, `unsure` or `open`
  /// @param numbers of the points that it states
  public record Passage(String text, String kind, List<Integer> numbers) {
    public Passage {
      numbers = List.copyOf(numbers);
    }
  }

  /// A condition with everything that was found of it.
  ///
  /// @param words in the language of the page
  /// @param sure whether any passage surely states it
  public record Point(
      int number,
      String id,
      String verdict,
      boolean sure,
      AnswerWords words,
      String source,
      List<String> quotes) {
    public Point {
      quotes = List.copyOf(quotes);
    }
  }

  /// The partnership that the letter belongs to.
  public record About(String partnership, String institution, String entry) {}
}
