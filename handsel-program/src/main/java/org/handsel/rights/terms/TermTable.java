package org.handsel.rights.terms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handsel.platform.ResourceTable;
import org.handsel.platform.ResourceTable.Row;
import org.jspecify.annotations.Nullable;

/// The rules of `terms.tsv` and the names of `countries.tsv`. Immutable.
final class TermTable {
  private static final String NAME = "terms.tsv";
  private static final Pattern WHEN = Pattern.compile("(\\w+(?:-\\w+)?) (\\d{4})?\\.\\.(\\d{4})?");

  private final Map<String, List<Term>> byCountry = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, String> codes = new HashMap<>();

  private TermTable() {}

  static TermTable load() {
    TermTable table = new TermTable();
    ResourceTable countries =
        ResourceTable.read(TermTable.class, "countries.tsv", "code", "name", "other codes");
    for (Row row : countries.rows()) {
      table.names.put(row.cell(0), row.cell(1));
      table.codes.put(row.cell(0), row.cell(0));
      row.list(2).forEach(other -> table.codes.put(other.toUpperCase(Locale.ROOT), row.cell(0)));
    }
    ResourceTable terms =
        ResourceTable.read(
            TermTable.class,
            NAME,
            "country",
            "rule",
            "situation",
            "kind",
            "type",
            "event",
            "years",
            "until",
            "when",
            "template",
            "source",
            "checked",
            "verified",
            "note");
    for (Row row : terms.rows()) {
      Term term = term(row);
      if (!table.names.containsKey(term.country())) {
        throw ResourceTable.malformed(
            NAME, row.line(), "no country %s in countries.tsv".formatted(term.country()));
      }
      table.byCountry.computeIfAbsent(term.country(), code -> new ArrayList<>()).add(term);
    }
    return table;
  }

  /// The code under which the table knows a country; null when it does not.
  @Nullable String code(@Nullable String country) {
    return country == null ? null : codes.get(country.strip().toUpperCase(Locale.ROOT));
  }

  /// English name for templates.
  String name(String code) {
    return names.getOrDefault(code, code);
  }

  List<Term> of(String code) {
    return byCountry.getOrDefault(code, List.of());
  }

  List<Term> all() {
    return byCountry.values().stream().flatMap(List::stream).toList();
  }

  private static Term term(Row row) {
    try {
      return new Term(
          row.cell(0),
          row.cell(1),
          row.cell(2),
          row.cell(3),
          Term.Type.valueOf(constant(row.cell(4))),
          Term.Event.valueOf(constant(row.cell(5))),
          number(row.cell(6)),
          number(row.cell(7)),
          when(row),
          row.cell(9),
          row.cell(10),
          row.cell(11),
          verified(row));
    } catch (IllegalArgumentException e) {
      throw ResourceTable.malformed(NAME, row.line(), String.valueOf(e.getMessage()));
    }
  }

  private static boolean verified(Row row) {
    return switch (row.cell(12)) {
      case "yes" -> true;
      case "no" -> false;
      default ->
          throw new IllegalArgumentException(
              "verified: expected yes or no, found \"%s\"".formatted(row.cell(12)));
    };
  }

  private static Term.@Nullable When when(Row row) {
    if (row.cell(8).isEmpty()) {
      return null;
    }
    Matcher matcher = WHEN.matcher(row.cell(8));
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "when: expected an event with years such as \"death ..1987\", found \"%s\""
              .formatted(row.cell(8)));
    }
    return new Term.When(
        Term.Event.valueOf(constant(matcher.group(1))),
        matcher.group(2) == null ? Years.EARLIEST : Integer.parseInt(matcher.group(2)),
        matcher.group(3) == null ? Years.LATEST : Integer.parseInt(matcher.group(3)));
  }

  private static int number(String cell) {
    return cell.isEmpty() ? 0 : Integer.parseInt(cell);
  }

  private static String constant(String cell) {
    return cell.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
