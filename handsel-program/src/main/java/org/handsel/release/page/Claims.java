package org.handsel.release.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handsel.release.page.Edtf.Point;

/// Builds statements in the JSON of `wbeditentity`.
final class Claims {
  private static final String GREGORIAN = "http://www.wikidata.org/entity/Q1985727";
  private static final String JULIAN = "http://www.wikidata.org/entity/Q1985786";
  private static final int FIRST_GREGORIAN_YEAR = 1583;

  private Claims() {}

  static Map<String, Object> item(String property, String qid) {
    Map<String, Object> id = new LinkedHashMap<>();
    id.put("entity-type", "item");
    id.put("numeric-id", Long.parseLong(qid.substring(1)));
    id.put("id", qid);
    return value(property, "wikibase-entityid", id);
  }

  static Map<String, Object> text(String property, String text) {
    return value(property, "string", text);
  }

  static Map<String, Object> monolingual(String property, String language, String text) {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("text", text);
    value.put("language", language);
    return value(property, "monolingualtext", value);
  }

  static Map<String, Object> quantity(String property, String amount) {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("amount", amount.startsWith("-") ? amount : "+" + amount);
    value.put("unit", "1");
    return value(property, "quantity", value);
  }

  /// A date with the precision it has: day 11, month 10, year 9, decade 8, century 7.
  static Map<String, Object> time(String property, Point point) {
    boolean month = point.month() >= 1 && point.month() <= 12;
    int precision =
        point.openDigits() == 2
            ? 7
            : point.openDigits() == 1 ? 8 : !month ? 9 : point.day() == 0 ? 10 : 11;
    // A century is counted to its last year: 18XX is the 19th, which ends in 1900.
    int year = point.openDigits() == 2 ? point.year() + 100 : point.year();
    Map<String, Object> value = new LinkedHashMap<>();
    value.put(
        "time",
        "+%04d-%02d-%02dT00:00:00Z".formatted(year, month ? point.month() : 0, point.day()));
    value.put("timezone", 0);
    value.put("before", 0);
    value.put("after", 0);
    value.put("precision", precision);
    value.put("calendarmodel", point.year() < FIRST_GREGORIAN_YEAR ? JULIAN : GREGORIAN);
    return value(property, "time", value);
  }

  /// There is a value, but nobody knows which.
  static Map<String, Object> some(String property) {
    Map<String, Object> snak = new LinkedHashMap<>();
    snak.put("snaktype", "somevalue");
    snak.put("property", property);
    return snak;
  }

  /// A statement of a main value and its qualifiers.
  static Map<String, Object> statement(
      Map<String, Object> main, List<Map<String, Object>> qualifiers) {
    Map<String, Object> statement = new LinkedHashMap<>();
    statement.put("mainsnak", main);
    statement.put("type", "statement");
    statement.put("rank", "normal");
    if (!qualifiers.isEmpty()) {
      Map<String, List<Object>> byProperty = new LinkedHashMap<>();
      for (Map<String, Object> qualifier : qualifiers) {
        byProperty
            .computeIfAbsent(String.valueOf(qualifier.get("property")), key -> new ArrayList<>())
            .add(qualifier);
      }
      statement.put("qualifiers", byProperty);
      statement.put("qualifiers-order", List.copyOf(byProperty.keySet()));
    }
    return statement;
  }

  /// The statement with a reference.
  static Map<String, Object> referenced(Map<?, ?> statement, List<Map<String, Object>> snaks) {
    Map<String, Object> with = new LinkedHashMap<>();
    statement.forEach((key, value) -> with.put(String.valueOf(key), value));
    Map<String, List<Object>> byProperty = new LinkedHashMap<>();
    for (Map<String, Object> snak : snaks) {
      byProperty
          .computeIfAbsent(String.valueOf(snak.get("property")), key -> new ArrayList<>())
          .add(snak);
    }
    Map<String, Object> reference = new LinkedHashMap<>();
    reference.put("snaks", byProperty);
    reference.put("snaks-order", List.copyOf(byProperty.keySet()));
    with.put("references", List.of(reference));
    return with;
  }

  private static Map<String, Object> value(String property, String type, Object value) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("value", value);
    data.put("type", type);
    Map<String, Object> snak = new LinkedHashMap<>();
    snak.put("snaktype", "value");
    snak.put("property", property);
    snak.put("datavalue", data);
    return snak;
  }
}
