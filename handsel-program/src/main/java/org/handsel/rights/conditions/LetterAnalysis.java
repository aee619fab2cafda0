package org.handsel.rights.conditions;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/// What a letter asks for.
///
/// @param language `de`, `en`, `fr`, or `und` for a letter in no known language
/// @param conditions in the order of the letter; an id stands at most once for a sentence
/// @param open sentences that ask for something no rule knows; a person has to read them
public record LetterAnalysis(String language, List<Condition> conditions, List<Open> open) {
  public LetterAnalysis {
    conditions = List.copyOf(conditions);
    open = List.copyOf(open);
  }

  /// Whether a condition goes with a free licence.
  public enum Answerable {
    @JsonProperty("compatible")
    COMPATIBLE,
    @JsonProperty("negotiable")
    NEGOTIABLE,
    @JsonProperty("incompatible")
    INCOMPATIBLE
  }

  /// Whether the passage surely states the condition; an unsure one is for a person to judge.
  public enum Certainty {
    @JsonProperty("sure")
    SURE,
    @JsonProperty("unsure")
    UNSURE
  }

  /// A condition and the sentence that states it.
  ///
  /// @param id as in `conditions.tsv`
  /// @param quote the sentence, unchanged
  /// @param why reason of the verdict, in English
  /// @param source policy or practice behind it
  /// @param offers what can be offered instead or besides
  /// @param warning what to tell the institution even where the condition is acceptable; may be
  ///   empty
  /// @param start first character of the quote in the letter
  /// @param end character after the quote
  public record Condition(
      String id,
      String quote,
      Answerable verdict,
      Certainty certainty,
      String why,
      String source,
      List<String> offers,
      String warning,
      @JsonIgnore int start,
      @JsonIgnore int end) {
    public Condition {
      offers = List.copyOf(offers);
    }
  }

  /// A sentence nobody's rule understood.
  public record Open(String quote, @JsonIgnore int start, @JsonIgnore int end) {}
}
