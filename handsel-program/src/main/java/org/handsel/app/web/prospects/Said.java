package org.handsel.app.web.prospects;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handsel.app.web.text.Words;
import org.handsel.partnership.prospects.Estimate;
import org.handsel.partnership.prospects.KnownFacts;
import org.handsel.partnership.prospects.Prospect;
import org.handsel.partnership.prospects.Reason;
import org.handsel.partnership.prospects.Want;

/// How pages say what the shopping list knows.
public record Said(Words words) {

  public String name(Prospect one) {
    return one.institution().name().isBlank()
        ? words.of("prospects.one.noname")
        : one.institution().name();
  }

  public String type(String type) {
    String key = "prospects.type." + type;
    return words.has(key) ? words.of(key) : type;
  }

  public String country(String code) {
    return code.matches("[A-Z]{2}")
        ? Locale.of("", code).getDisplayCountry(words.language().locale())
        : code.isEmpty() ? words.of("prospects.facet.unknown") : code;
  }

  public String place(Prospect one) {
    return Stream.of(
            one.institution().city(),
            one.institution().region(),
            one.institution().country() == null ? null : country(one.institution().country()))
        .filter(Objects::nonNull)
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(", "));
  }

  public String points(double points) {
    // Plus nothing, so that no page shows a negative zero.
    return words.number(Math.round(points) + 0.0, 0);
  }

  public String reason(Reason reason) {
    return words.of("prospects.reason." + reason.key(), reason.arguments().toArray());
  }

  public String value(Estimate estimate) {
    return estimate.most() - estimate.least() < 0.005
        ? words.percent(estimate.likely())
        : words.of(
            "prospects.value.range",
            words.percent(estimate.likely()),
            words.percent(estimate.least()),
            words.percent(estimate.most()));
  }

  public String because(Want want) {
    return want.because().stream()
        .map(one ->
            words.of(
                "prospects.because." + one.how(),
                words.of("prospects.field." + one.field()),
                value(one)))
        .collect(Collectors.joining("; "));
  }

  private String value(Want.Because one) {
    if (one.field().endsWith("-share")) {
      KnownFacts facts = new KnownFacts(Map.of(one.field(), one.value()), Map.of());
      return facts.share(one.field()).isPresent()
          ? words.percent(facts.share(one.field()).getAsDouble())
          : one.value();
    }
    String choice = "prospects.choice." + one.value();
    return words.has(choice) ? words.of(choice) : type(one.value());
  }

  /// A place on a bar of 0 to 100 points.
  public int at(double points) {
    return (int) Math.round(Math.max(0, Math.min(100, points)));
  }
}
