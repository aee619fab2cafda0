package org.handsel.partnership.register;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handsel.platform.Json;
import org.jspecify.annotations.Nullable;

/// Understands the rows of one list: fields, identifiers, and what is odd about them.
final class RowReading {
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Pattern POINT =
      Pattern.compile("(?i)point\\s*\\(\\s*(-?[0-9.]+)\\s+(-?[0-9.]+)\\s*\\)");
  private static final Pattern PAIR = Pattern.compile("\\s*(-?[0-9.]+)\\s*,\\s*(-?[0-9.]+)\\s*");
  private static final Pattern MARKUP = Pattern.compile("<[a-zA-Z!/][^>]*>?");
  private static final Pattern NOTED = Pattern.compile("\\b(ein|dbs)=([A-Za-z0-9-]+)");
  private static final String[] IDENTIFIERS = {"isil", "gnd", "dbs", "viaf", "ein", "wikidata"};

  private final String source;
  private final Problems problems;
  private final long[] repeated;
  private final Map<String, Long> recognised = new TreeMap<>();

  /// @param source name of the list where its rows do not say
  /// @param repeated sorted hashes of the ids that stand on several rows
  RowReading(String source, long[] repeated, Problems problems) {
    this.source = source;
    this.repeated = repeated;
    this.problems = problems;
    for (String scheme : new String[] {"isil", "gnd", "dbs", "wikidata"}) {
      recognised.put(scheme, 0L);
    }
  }

  /// How many values of a scheme were recognised.
  Map<String, Long> recognised() {
    Map<String, Long> counts = new java.util.LinkedHashMap<>();
    for (String scheme : new String[] {"isil", "gnd", "dbs", "wikidata"}) {
      counts.put(scheme, recognised.getOrDefault(scheme, 0L));
    }
    return counts;
  }

  /// The id of a row in its list, with the list; null where it has none.
  static @Nullable String key(ListedRow row, String source) {
    String id = row.cell("source_id");
    return id.isEmpty() ? null : Entry.identity(sourceOf(row, source), id);
  }

  /// A hash wide enough that two of millions of ids hardly ever meet.
  static long hash(String key) {
    long hash = 1125899906842597L;
    for (int i = 0; i < key.length(); i++) {
      hash = 31 * hash + key.charAt(i);
    }
    return hash * 0x9E3779B97F4A7C15L;
  }

  private static String sourceOf(ListedRow row, String source) {
    return row.cells().getOrDefault("source", source);
  }

  Entry read(ListedRow row) {
    Set<Identifier> identifiers = identifiers(row);
    identifiers.forEach(found -> recognised.merge(found.scheme(), 1L, Long::sum));
    Map<String, Object> fields = new HashMap<>();
    String name = row.cell("name");
    fields.put("name", name);
    odd(row.line(), "name", name);
    for (String column : Entry.FIELDS) {
      if (!column.equals("name") && !row.cell(column).isEmpty()) {
        fields.put(column, row.cell(column));
      }
    }
    fields.put("type", type(row.cell("type")));
    country(row, identifiers, fields);
    place(row, fields);
    if (!row.others().isEmpty()) {
      fields.put("origin", Json.line(row.others()));
    }
    String key = key(row, source);
    boolean byName = key != null && Arrays.binarySearch(repeated, hash(key)) >= 0;
    String identity =
        key == null
            ? sourceOf(row, source)
                + "\t\t"
                + NameKey.of(name)
                + "\t"
                + row.cell("country")
                + "\t"
                + NameKey.of(row.cell("city"))
                + "\t"
                + row.cell("isil")
            : byName ? key + "\t" + name : key;
    return new Entry(
        sourceOf(row, source),
        row.cells().get("source_id"),
        identity,
        byName,
        fields,
        identifiers,
        row.statements());
  }

  /// A name that a page or a spreadsheet could run is kept as it is; whoever shows it escapes it.
  private void odd(long line, String column, String value) {
    if (MARKUP.matcher(value).find()) {
      problems.add(line, column, "markup", value);
    } else if (!value.isEmpty() && "=+@".indexOf(value.charAt(0)) >= 0
        || value.matches("-[^\\p{L}\\s-].*")) {
      problems.add(line, column, "formula", value);
    }
  }

  private static String type(String type) {
    return type.isEmpty() ? "unknown" : type.toLowerCase(Locale.ROOT);
  }

  private void country(ListedRow row, Set<Identifier> identifiers, Map<String, Object> fields) {
    String country = row.cell("country").toUpperCase(Locale.ROOT);
    fields.remove("country");
    if (COUNTRIES.contains(country)) {
      fields.put("country", country);
      return;
    }
    if (!country.isEmpty()) {
      problems.add(row.line(), "country", "country", row.cell("country"));
      row.others().put("country", row.cell("country"));
    }
    for (Identifier identifier : identifiers) {
      String prefix = identifier.value().replaceFirst("-.*", "");
      if (identifier.scheme().equals("isil") && COUNTRIES.contains(prefix)) {
        fields.putIfAbsent("country", prefix);
      }
    }
  }

  private void place(ListedRow row, Map<String, Object> fields) {
    String north = row.cell("lat");
    String east = row.cell("lon");
    String both = row.cell("coordinates");
    Matcher point = POINT.matcher(both);
    Matcher pair = PAIR.matcher(both);
    if (point.find()) {
      north = point.group(2);
      east = point.group(1);
    } else if (pair.matches()) {
      north = pair.group(1);
      east = pair.group(2);
    } else if (!both.isEmpty()) {
      problems.add(row.line(), "coordinates", "coordinate", both);
      row.others().put("coordinates", both);
    }
    Double latitude = degrees(row, "lat", north, 90);
    Double longitude = degrees(row, "lon", east, 180);
    if (latitude != null && longitude != null) {
      fields.put("latitude", latitude);
      fields.put("longitude", longitude);
    }
  }

  private @Nullable Double degrees(ListedRow row, String column, String text, int most) {
    if (text.isEmpty()) {
      return null;
    }
    try {
      double value = Double.parseDouble(text.replace(',', '.'));
      if (Math.abs(value) <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Reported below like a number that no place on earth has.
    }
    problems.add(row.line(), column, "coordinate", text);
    row.others().put(column, text);
    return null;
  }

  private Set<Identifier> identifiers(ListedRow row) {
    Set<Identifier> found = new LinkedHashSet<>();
    for (String column : IDENTIFIERS) {
      for (String value : Identifiers.values(row.cell(column))) {
        var identifier = Identifiers.recognise(column, value);
        if (identifier.isEmpty()) {
          problems.add(row.line(), column, "unknown-identifier", value);
        }
        found.add(identifier.orElse(new Identifier("unknown", value)));
      }
    }
    Matcher noted = NOTED.matcher(row.cell("note"));
    while (noted.find()) {
      Identifiers.recognise(noted.group(1), noted.group(2)).ifPresent(found::add);
    }
    if (row.cell("source_id").matches("Q[1-9][0-9]*")) {
      found.add(new Identifier("wikidata", row.cell("source_id")));
    }
    return found;
  }
}
