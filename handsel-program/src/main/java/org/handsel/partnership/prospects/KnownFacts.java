package org.handsel.partnership.prospects;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handsel.partnership.register.Institution;
import org.handsel.partnership.register.ProfileStatement;
import org.jspecify.annotations.Nullable;

/// What is known of one institution, by field: those of its row and the answers of its profile.
/// Conditions of the tables ask it.
///
/// @param values texts by field; a field that is not known is not there
/// @param evidence where an answer can be checked, by field
public record KnownFacts(Map<String, String> values, Map<String, String> evidence) {
  private static final Pattern AMOUNT = Pattern.compile("\\$?([0-9][0-9.,]*)\\s*([KkMm]?)");

  public KnownFacts {
    values = Map.copyOf(values);
    evidence = Map.copyOf(evidence);
  }

  /// Facts of a row with its answers and the schemes of identifiers that it has.
  public static KnownFacts of(
      Institution row, List<ProfileStatement> statements, List<String> schemes) {
    Map<String, String> values = new HashMap<>();
    Map<String, String> evidence = new HashMap<>();
    put(values, "type", row.type().equals("unknown") ? null : row.type());
    put(values, "subtype", row.more().subtype());
    put(values, "country", row.country());
    put(values, "city", row.city());
    put(values, "region", row.region());
    put(values, "website", row.website());
    put(values, "funder", row.more().funderType());
    put(values, "stock", row.more().stockSize());
    if (row.more().incomeBand() != null) {
      amount(row.more().incomeBand()).ifPresent(least -> values.put("income", plain(least)));
    }
    schemes.forEach(scheme -> values.put(scheme, "yes"));
    for (ProfileStatement statement : statements) {
      put(values, statement.question(), statement.answer());
      put(evidence, statement.question(), statement.evidence());
    }
    return new KnownFacts(values, evidence);
  }

  private static void put(Map<String, String> values, String field, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      values.put(field, value.strip());
    }
  }

  /// The lower end of an amount such as `$1M-4.9M`.
  static OptionalDouble amount(String text) {
    Matcher found = AMOUNT.matcher(text);
    if (!found.find()) {
      return OptionalDouble.empty();
    }
    double number = Double.parseDouble(found.group(1).replace(",", "").replaceAll("[.]$", ""));
    return OptionalDouble.of(
        switch (found.group(2).toUpperCase(Locale.ROOT)) {
          case "K" -> number * 1_000;
          case "M" -> number * 1_000_000;
          default -> number;
        });
  }

  private static String plain(double number) {
    return Long.toString(Math.round(number));
  }

  public Optional<String> text(String field) {
    return Optional.ofNullable(values.get(field));
  }

  boolean is(String field, String value) {
    return value.equalsIgnoreCase(values.get(field));
  }

  /// A number, also one written as `1,5` or with a currency; empty where the field holds none.
  public OptionalDouble number(String field) {
    String value = values.get(field);
    if (value == null) {
      return OptionalDouble.empty();
    }
    try {
      double number = Double.parseDouble(value.replace(',', '.'));
      return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return amount(value);
    }
  }

  /// A share from 0 to 1; empty where the field holds none, so that a mistyped 80 counts for
  /// nothing.
  public OptionalDouble share(String field) {
    OptionalDouble number = number(field);
    return number.isPresent() && number.getAsDouble() >= 0 && number.getAsDouble() <= 1
        ? number
        : OptionalDouble.empty();
  }

  public String source(String field) {
    return evidence.getOrDefault(field, "");
  }

  /// Whether all conditions hold, such as `type=museum & digital-share<0.3`. A field that is not
  /// known meets nothing but `no:`.
  public boolean meets(String conditions) {
    return Condition.hold(Condition.all(conditions), this);
  }
}
