package org.handsel.collection.mapping;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.handsel.rights.RightsStatement;
import org.handsel.rights.RightsStatements;
import org.handsel.text.Dates;
import org.handsel.text.Dates.ParsedDate;
import org.handsel.text.Dimensions;
import org.handsel.text.Dimensions.Measures;
import org.handsel.text.HtmlText;
import org.handsel.text.Names;
import org.jspecify.annotations.Nullable;

/// What mapping asks of the rooms that understand texts and rights. Used by one thread.
///
/// @param undated whether a text says that there is no date, which is an answer and no problem
/// @param attribution empty when the phrase is not known
record Knowledge(
    Function<DateText, Optional<ParsedDate>> dates,
    Predicate<String> undated,
    Function<String, Optional<Measures>> dimensions,
    UnaryOperator<String> flip,
    UnaryOperator<String> person,
    Predicate<String> unknown,
    Function<String, Optional<String>> attribution,
    UnaryOperator<String> html,
    Function<String, RightsStatement> rights) {

  /// A display date and its language.
  record DateText(String text, @Nullable String language) {}

  /// Everything that comes with the program. Answers on dates, rights and attributions are
  /// remembered: a delivery repeats the same few of them.
  static Knowledge load() {
    Dates dates = Dates.load();
    Dimensions dimensions = Dimensions.load();
    Names names = Names.load();
    RightsStatements rights = RightsStatements.load();
    return new Knowledge(
        remembering(date -> dates.parse(date.text(), date.language())),
        dates::undated,
        dimensions::parse,
        names::flip,
        names::person,
        names::unknown,
        remembering(phrase -> Optional.ofNullable(names.attribution(phrase))),
        HtmlText::plain,
        remembering(rights::judge));
  }

  private static <K, V> Function<K, V> remembering(Function<K, V> question) {
    Map<K, V> answers = new HashMap<>();
    return key -> {
      V answer = answers.get(key);
      if (answer == null) {
        answer = question.apply(key);
        // Bounded without bookkeeping: a delivery with more different texts than this starts over.
        if (answers.size() >= 10_000) {
          answers.clear();
        }
        answers.put(key, answer);
      }
      return answer;
    };
  }
}
