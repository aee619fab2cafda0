package org.handsel.partnership.briefs;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.handsel.partnership.precedents.FittingPrecedent;
import org.handsel.partnership.precedents.Precedent;
import org.handsel.platform.ResourceTable;
import org.jspecify.annotations.Nullable;

/// Fills the places of letters from what is known, in the letter's own language. Immutable.
final class LetterPlaces {
  private final Map<String, Map<String, String>> phrases = new HashMap<>();

  LetterPlaces() {
    for (ResourceTable.Row row :
        ResourceTable.read(LetterPlaces.class, "letter-phrases.tsv", "phrase", "de", "en", "fr")
            .rows()) {
      phrases.put(row.cell(0), Map.of("de", row.cell(1), "en", row.cell(2), "fr", row.cell(3)));
    }
  }

  private String phrase(String key, String language, Object... filled) {
    String phrase = phrases.getOrDefault(key, Map.of()).get(language);
    if (phrase == null) {
      throw new IllegalStateException(
          "letter-phrases.tsv: no phrase %s in %s".formatted(key, language));
    }
    return filled.length == 0 ? phrase : phrase.formatted(filled);
  }

  /// @param me who writes; empty when unknown
  /// @param revisit day to come back, or null
  Map<String, String> of(
      Brief brief, String language, String me, String group, @Nullable LocalDate revisit) {
    Map<String, String> places = new HashMap<>();
    places.put("salutation", phrase("salutation", language));
    places.put("me", me.isBlank() ? phrase("me", language) : me);
    places.put("group", group.isBlank() ? phrase("group", language) : group);
    String name = brief.institution().name();
    places.put("institution", name.isBlank() ? phrase("this-house", language) : name);
    places.put("reason", reason(brief, language));
    places.put("precedent", precedent(brief.counted(), language));
    places.put(
        "questions",
        language.equals("fr") || brief.open().isEmpty()
            ? phrase("questions-open", language)
            : String.join(" ", brief.open().stream().limit(4).toList()));
    places.put(
        "revisit",
        revisit == null
            ? phrase("revisit-open", language)
            : phrase("revisit", language, day(revisit, language)));
    places.put(
        "lastContact",
        brief.timeline().stream()
            .filter(entry -> !entry.kind().equals("note"))
            .findFirst()
            .map(entry -> phrase("last", language, day(entry.day(), language)))
            .orElse(phrase("last-open", language)));
    return places;
  }

  /// What the wiki lacks is named only where an audit says so.
  private String reason(Brief brief, String language) {
    return brief.prospect().score().steps().stream()
        .flatMap(step -> step.estimate().reasons().stream())
        .filter(reason -> reason.key().equals("fit-subject"))
        .findFirst()
        .map(reason ->
            phrase("reason-subjects", language, String.valueOf(reason.arguments().getFirst())))
        .orElse(phrase("reason-open", language));
  }

  private String precedent(List<FittingPrecedent> all, String language) {
    NumberFormat number = NumberFormat.getIntegerInstance(Locale.forLanguageTag(language));
    for (FittingPrecedent one : all) {
      Precedent.Figures figures = one.precedent().figures();
      // A house is no example for itself.
      if (figures != null && !one.fits().contains("same-house")) {
        return phrase(
            "precedent-figures",
            language,
            one.precedent().name(),
            number.format(Objects.requireNonNull(figures.files())),
            number.format(Objects.requireNonNull(figures.used())),
            figures.asOf());
      }
    }
    return phrase("precedent-open", language);
  }

  private static String day(LocalDate day, String language) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(Locale.forLanguageTag(language))
        .format(day);
  }
}
