package org.handsel.impact;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Names, definitions and number forms of the measures, for pages. Immutable.
public final class MeasureCatalogue {
  private final MeasureWords words = MeasureWords.load();

  /// Codes in the order of the table.
  public List<String> codes() {
    return words.codes();
  }

  public String name(String code, String language) {
    return words.has(code) ? words.of(code).name(language) : code;
  }

  public String definition(String code, String language) {
    return words.has(code) ? words.of(code).definition(language) : "";
  }

  /// A value as a reader of the language wants it; "not known" for null.
  ///
  /// @param language `de`, otherwise English is written
  public String written(String code, @Nullable Number value, String language) {
    Texts texts = Texts.load(language.equals("de") ? "de" : "en");
    return texts.number(value, words.has(code) ? words.of(code).unit() : MeasureWords.Unit.COUNT);
  }
}
