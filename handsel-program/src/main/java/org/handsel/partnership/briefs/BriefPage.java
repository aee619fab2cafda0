package org.handsel.partnership.briefs;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.handsel.partnership.precedents.FittingPrecedent;
import org.handsel.partnership.precedents.Precedent;
import org.handsel.partnership.prospects.KnownFacts;
import org.handsel.partnership.prospects.Reason;
import org.handsel.partnership.prospects.Score;
import org.handsel.partnership.prospects.Want;
import org.handsel.platform.Html;
import org.handsel.rights.conditions.LetterAnalysis.Answerable;

/// What `brief/brief.jte` shows.
///
/// @param name of the institution
/// @param text makes markup of what was typed by people: escaped, or drawn for the PDF
public record BriefPage(
    Brief brief, Wording words, String name, String style, UnaryOperator<String> text) {

  /// The texts of a brief for a page that escapes by itself.
  public static BriefPage of(Brief brief, Wording words) {
    return new BriefPage(brief, words, Briefs.name(brief, words), "", Html::escaped);
  }

  public String say(String key, Object... arguments) {
    return words.of("prospects.brief." + key, arguments);
  }

  public String markup(String typed) {
    return text.apply(typed);
  }

  public String place() {
    return String.join(
        ", ",
        Stream.of(brief.institution().city(), brief.institution().region(), country())
            .filter(Objects::nonNull)
            .filter(part -> !part.isBlank())
            .toList());
  }

  private String country() {
    String code = brief.institution().country();
    return code == null || !code.matches("[A-Z]{2}")
        ? ""
        : Locale.of("", code).getDisplayCountry(Locale.forLanguageTag(words.language()));
  }

  public String type() {
    String key = "prospects.type." + brief.institution().type();
    return words.has(key) ? words.of(key) : brief.institution().type();
  }

  public String points(double points) {
    return String.format(Locale.forLanguageTag(words.language()), "%.0f", points);
  }

  public String factor(Score.Step step) {
    return words.of("prospects.factor." + step.estimate().factor().code());
  }

  public String reason(Reason reason) {
    return words.of("prospects.reason." + reason.key(), reason.arguments().toArray());
  }

  public String want(Want want) {
    return words.of("prospects.want." + want.want());
  }

  public String offer(Want want) {
    return words.of("prospects.want." + want.want() + ".offer");
  }

  public String because(Want want) {
    return String.join(
        "; ",
        want.because().stream()
            .map(one ->
                words.of(
                    "prospects.because." + one.how(),
                    words.of("prospects.field." + one.field()),
                    value(one)))
            .toList());
  }

  private String value(Want.Because one) {
    if (one.field().endsWith("-share")) {
      KnownFacts facts = new KnownFacts(Map.of(one.field(), one.value()), Map.of());
      return facts.share(one.field()).isPresent()
          ? words.percent(facts.share(one.field()).getAsDouble())
          : one.value();
    }
    String choice = "prospects.choice." + one.value();
    String type = "prospects.type." + one.value();
    return words.has(choice) ? words.of(choice) : words.has(type) ? words.of(type) : one.value();
  }

  /// Day and source of figures; the documented co-operations name their sources fact by fact.
  public String counted(Precedent precedent) {
    Precedent.Figures figures = precedent.figures();
    return figures == null
        ? ""
        : precedent.facts().isEmpty() ? figures.asOf() + ", " + figures.source() : figures.asOf();
  }

  public String fits(FittingPrecedent one) {
    return String.join(
        ", ", one.fits().stream().map(fit -> words.of("prospects.fits." + fit)).toList());
  }

  public String figures(Precedent precedent) {
    Precedent.Figures figures = precedent.figures();
    if (figures == null || figures.files() == null) {
      return words.of("prospects.precedent.uncounted");
    }
    StringBuilder text = new StringBuilder(words.of("prospects.precedent.files", figures.files()));
    if (figures.used() != null) {
      text.append(", ").append(words.of("prospects.precedent.used", figures.used()));
      if (figures.share() != null) {
        text.append(" (").append(words.percent(figures.share())).append(")");
      }
    }
    if (figures.pages() != null) {
      text.append(", ").append(words.of("prospects.precedent.pages", figures.pages()));
    }
    if (figures.languages() != null) {
      text.append(", ").append(words.of("prospects.precedent.languages", figures.languages()));
    }
    return text.toString();
  }

  public String topic(String topic) {
    return words.of("prospects.topic." + topic);
  }

  public String verdict(Answerable verdict) {
    return words.of("prospects.verdict." + verdict.name().toLowerCase(Locale.ROOT));
  }

  public String kind(Brief.Passed entry) {
    String kind = words.of("prospects.kind." + entry.kind());
    return entry.answer().isEmpty()
        ? kind
        : kind + ": " + words.of("prospects.answer." + entry.answer());
  }

  /// Findings of audits from which something can be offered.
  public List<String> offers() {
    return brief.gaps().stream()
        .flatMap(gaps ->
            Stream.of("N1", "P1", "P4", "C2")
                .filter(audit -> gaps.audits().getOrDefault(audit, 0L) > 0)
                .map(audit ->
                    words.of(
                        "prospects.brief.offer." + audit,
                        gaps.wiki(),
                        gaps.audits().getOrDefault(audit, 0L))))
        .toList();
  }
}
