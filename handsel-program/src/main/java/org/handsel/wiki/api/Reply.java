package org.handsel.wiki.api;

import java.util.function.Function;
import org.handsel.platform.HandselException;

/// What came of a question to the wiki.
public sealed interface Reply<T> {
  /// The wiki answered.
  record Value<T>(T value) implements Reply<T> {}

  /// The wiki said no, or could not be reached within the patience of the settings.
  record No<T>(ApiFailure failure) implements Reply<T> {}

  /// The value, for callers that cannot go on without it.
  ///
  /// @throws HandselException with exit 3 and a sentence that names the question
  default T orThrow(String question) {
    return switch (this) {
      case Value<T>(T value) -> value;
      case No<T>(ApiFailure failure) ->
          throw HandselException.environment(
              "%s: the wiki gave no usable answer: %s".formatted(question, failure.sentence()));
    };
  }

  /// The same reply with its value read further.
  default <R> Reply<R> map(Function<T, R> reading) {
    return switch (this) {
      case Value<T>(T value) -> new Value<>(reading.apply(value));
      case No<T>(ApiFailure failure) -> new No<>(failure);
    };
  }
}
