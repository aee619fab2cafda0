package org.handsel.authority.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handsel.authority.identifier.Identifiers;
import org.handsel.authority.record.NameVariant.Kind;
import org.handsel.authority.record.StatedDate.Event;
import org.handsel.platform.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/// Makes persons of Wikidata items that are humans (P31 Q5). Facts of the properties: Wikidata's
/// own descriptions of them, and 1,704 items of a dump. Places, occupations and countries are items
/// of their own, whose names a single item does not hold; they are left to its description.
final class WikidataPersons {
  private static final String HUMAN = "Q5";
  private static final String CIRCA = "Q5727902";

  /// Sign, year, month and day of a time; old dumps fill the year up with noughts.
  private static final Pattern TIME =
      Pattern.compile("([+-]?)0*(\\d{1,6})-(\\d{2})-(\\d{2})(?:T.*)?");

  // Precisions of times. Between century and year is the decade.
  private static final int CENTURY = 7;
  private static final int YEAR = 9;
  private static final int MONTH = 10;
  private static final int DAY = 11;

  private static final List<String> FIRST_LANGUAGES = List.of("de", "en", "fr", "mul");

  /// Properties whose value is a name, with the kind of name it is.
  private static final Map<String, Kind> NAMES =
      Map.of(
          "P1477", Kind.BIRTH,
          "P2562", Kind.MARRIED,
          "P742", Kind.PSEUDONYM,
          "P1635", Kind.RELIGIOUS,
          "P1559", Kind.OTHER);

  private final Identifiers schemes = Identifiers.load();

  static boolean isEntity(JsonNode node) {
    return JsonPersons.text(node.get("id")).matches("[QPLM][1-9][0-9]*")
        && (node.has("claims") || node.has("labels"));
  }

  /// The person, or null where the item is none.
  @Nullable PersonRecord person(JsonNode item) {
    if (!items(item, "P31").contains(HUMAN)) {
      return null;
    }
    String name = preferred(item);
    List<NameVariant> names = names(item, name);
    List<StatedDate> dates = new ArrayList<>();
    dates(item, "P569", Event.BIRTH, dates);
    dates(item, "P570", Event.DEATH, dates);
    dates(item, "P1317", Event.ACTIVE, dates);
    List<String> genders = items(item, "P21");
    String gender =
        genders.isEmpty()
            ? ""
            : switch (genders.getFirst()) {
              case "Q6581097" -> "male";
              case "Q6581072" -> "female";
              default -> "other";
            };
    List<String> notes = new ArrayList<>();
    for (String language : FIRST_LANGUAGES) {
      String text = inLanguage(item, "descriptions", language);
      if (!text.isEmpty()) {
        notes.add(text);
      }
    }
    return new PersonRecord(
        JsonPersons.text(item.get("id")),
        name,
        "person",
        names.stream().map(NameVariant::name).toList(),
        LifeSpan.edtf(dates, Event.BIRTH),
        LifeSpan.edtf(dates, Event.DEATH),
        List.of(),
        "",
        "",
        List.of(),
        String.join("; ", notes),
        new PersonDetails(
            RecordStatus.USABLE,
            "",
            List.of(),
            gender,
            names,
            dates,
            List.of(),
            identifiers(item)));
  }

  /// The item with its page in a wiki, or null where it has none.
  @Nullable WikidataItem item(JsonNode item, String wiki) {
    JsonNode page = item.path("sitelinks").get(wiki);
    if (page == null) {
      return null;
    }
    Map<String, List<String>> identifiers = new LinkedHashMap<>(identifiers(item));
    identifiers.remove("wikidata");
    return new WikidataItem(
        JsonPersons.text(item.get("id")),
        items(item, "P31").contains(HUMAN),
        // Dumps of 2014 give the title itself.
        page.isObject() ? JsonPersons.text(page.get("title")) : page.asString(""),
        identifiers);
  }

  private static String preferred(JsonNode item) {
    for (String language : FIRST_LANGUAGES) {
      String label = inLanguage(item, "labels", language);
      if (!label.isEmpty()) {
        return label;
      }
    }
    JsonNode labels = item.get("labels");
    if (labels == null) {
      return "";
    }
    String any = "";
    for (JsonNode label : labels) {
      String text = JsonPersons.text(label.get("value"));
      if (!Codes.otherScript(text)) {
        return text;
      }
      any = any.isEmpty() ? text : any;
    }
    return any;
  }

  private static String inLanguage(JsonNode item, String part, String language) {
    JsonNode texts = item.get(part);
    JsonNode text = texts == null ? null : texts.get(language);
    return text == null ? "" : JsonPersons.text(text.get("value"));
  }

  private static List<NameVariant> names(JsonNode item, String preferred) {
    Map<String, Kind> names = new LinkedHashMap<>();
    NAMES.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(property -> {
          for (JsonNode value : values(item, property.getKey())) {
            String text =
                value.isObject() ? JsonPersons.text(value.get("text")) : value.asString("");
            put(names, text, property.getValue(), preferred);
          }
        });
    for (String part : List.of("labels", "aliases")) {
      JsonNode languages = item.get(part);
      if (languages == null) {
        continue;
      }
      for (JsonNode texts : languages) {
        if (texts.isArray()) {
          texts.forEach(
              text -> put(names, JsonPersons.text(text.get("value")), Kind.OTHER, preferred));
        } else {
          put(names, JsonPersons.text(texts.get("value")), Kind.OTHER, preferred);
        }
      }
    }
    List<NameVariant> all = new ArrayList<>();
    names.forEach((name, kind) -> all.add(new NameVariant(name, kind)));
    return all;
  }

  private static void put(Map<String, Kind> names, String name, Kind kind, String preferred) {
    if (!name.isBlank() && !name.equals(preferred)) {
      names.putIfAbsent(
          name, kind == Kind.OTHER && Codes.otherScript(name) ? Kind.OTHER_SCRIPT : kind);
    }
  }

  private void dates(JsonNode item, String property, Event event, List<StatedDate> dates) {
    JsonNode statements = best(item, property);
    for (JsonNode statement : statements) {
      JsonNode value = value(statement);
      String time = value == null ? "" : JsonPersons.text(value.get("time"));
      if (value == null || time.isEmpty()) {
        continue;
      }
      boolean circa = false;
      JsonNode qualifiers = statement.get("qualifiers");
      JsonNode circumstances = qualifiers == null ? null : qualifiers.get("P1480");
      if (circumstances != null) {
        for (JsonNode snak : circumstances) {
          JsonNode of = snak.path("datavalue").path("value");
          circa |= id(of).equals(CIRCA);
        }
      }
      int precision = value.path("precision").asInt(DAY);
      // A thousand years and more say nothing of a life.
      if (precision >= CENTURY) {
        dates.add(date(event, time, precision, circa));
      }
    }
  }

  /// A time that is none is not known; years of more than six digits are none of a life.
  private static StatedDate date(Event event, String time, int precision, boolean circa) {
    Matcher read = TIME.matcher(time);
    int year = read.matches() ? Integer.parseInt(read.group(2)) : 0;
    if (year == 0) {
      return new StatedDate(event, StatedDate.Kind.UNREADABLE, time, 0, 0);
    }
    boolean before = read.group(1).equals("-");
    if (precision < YEAR) {
      int first = precision == CENTURY ? (year + 99) / 100 * 100 - 99 : year / 10 * 10;
      int last = first + (precision == CENTURY ? 99 : 9);
      return before
          ? new StatedDate(event, StatedDate.Kind.SPAN, time, 1 - last, 1 - first)
          : new StatedDate(event, StatedDate.Kind.SPAN, time, first, last);
    }
    int value = before ? 1 - year : year;
    StatedDate.Kind kind = circa ? StatedDate.Kind.CIRCA : StatedDate.Kind.EXACT;
    String written = before ? time : "%04d".formatted(year);
    if (!before && precision >= DAY) {
      written += "-" + read.group(3) + "-" + read.group(4);
    } else if (!before && precision == MONTH) {
      written += "-" + read.group(3);
    }
    return new StatedDate(event, kind, written, value, value);
  }

  private Map<String, List<String>> identifiers(JsonNode item) {
    Map<String, List<String>> identifiers = new LinkedHashMap<>();
    identifiers.put("wikidata", List.of(JsonPersons.text(item.get("id"))));
    for (String scheme : schemes.schemes()) {
      Set<String> values = new LinkedHashSet<>();
      if (!schemes.property(scheme).isEmpty()) {
        for (JsonNode value : values(item, schemes.property(scheme))) {
          values.add(value.asString(""));
        }
      }
      values.remove("");
      if (!values.isEmpty()) {
        identifiers.put(scheme, List.copyOf(values));
      }
    }
    return identifiers;
  }

  /// Ids of the items that the statements of a property name.
  static List<String> items(JsonNode item, String property) {
    List<String> ids = new ArrayList<>();
    for (JsonNode value : values(item, property)) {
      String id = id(value);
      if (!id.isEmpty()) {
        ids.add(id);
      }
    }
    return ids;
  }

  /// Old dumps give the number of an item only.
  private static String id(JsonNode value) {
    String id = JsonPersons.text(value.get("id"));
    return id.isEmpty() && value.hasNonNull("numeric-id")
        ? "Q" + value.get("numeric-id").asLong()
        : id;
  }

  static List<JsonNode> values(JsonNode item, String property) {
    List<JsonNode> values = new ArrayList<>();
    for (JsonNode statement : best(item, property)) {
      JsonNode value = value(statement);
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }

  private static @Nullable JsonNode value(JsonNode statement) {
    JsonNode value = statement.path("mainsnak").path("datavalue").get("value");
    return value == null || value.isNull() ? null : value;
  }

  /// The preferred statements of a property where there are any, else the normal ones.
  private static JsonNode best(JsonNode item, String property) {
    JsonNode statements = item.path("claims").path(property);
    ArrayNode normal = Json.mapper().createArrayNode();
    ArrayNode preferred = normal.arrayNode();
    for (JsonNode statement : statements) {
      switch (JsonPersons.text(statement.get("rank"))) {
        case "preferred" -> preferred.add(statement);
        case "deprecated" -> {
          // Known to be wrong.
        }
        default -> normal.add(statement);
      }
    }
    return preferred.isEmpty() ? normal : preferred;
  }
}
