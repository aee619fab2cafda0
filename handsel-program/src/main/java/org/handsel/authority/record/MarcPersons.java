package org.handsel.authority.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handsel.authority.record.PersonDetails.Relation;
import org.handsel.authority.record.StatedDate.Event;
import org.handsel.marc.MarcFiles;
import org.handsel.marc.MarcRecord;
import org.handsel.marc.MarcRecord.Field;
import org.jspecify.annotations.Nullable;

/// Makes persons of MARC 21 authority records, by the conventions of the GND and of the Library of
/// Congress. Which field says what: Library of Congress, MARC 21 Format for Authority Data; DNB,
/// GND in MARC 21. Records of places, subjects and works are passed over.
final class MarcPersons {
  private static final Pattern NUMBER = Pattern.compile("\\(([^)]+)\\)\\s*(.+)");
  private static final Pattern NON_SORTING = Pattern.compile("[\\u0098\\u009C]");
  private static final Map<String, String> SCHEMES =
      Map.of(
          "gnd", "gnd",
          "dnb", "gnd",
          "viaf", "viaf",
          "isni", "isni",
          "orcid", "orcid",
          "wikidata", "wikidata",
          "lccn", "lccn",
          "lc", "lccn",
          "lcnaf", "lccn",
          "bnf", "bnf");

  /// Addresses by which linked data names records, with the scheme of the last part.
  private static final Map<String, String> ADDRESSES =
      Map.of(
          "viaf.org/", "viaf",
          "isni.org/", "isni",
          "orcid.org/", "orcid",
          "wikidata.org/", "wikidata",
          "d-nb.info/gnd/", "gnd",
          "id.loc.gov/authorities/names/", "lccn");

  private final Codes codes = Codes.TABLE;

  /// Title of the work where a record is no authority record but describes a work; else empty.
  static String title(MarcRecord record) {
    List<Field> titles = record.fields("245");
    return titles.isEmpty() ? "" : titles.getFirst().first('a').strip();
  }

  /// The person, or null where the record describes something else. Of a record that was deleted or
  /// joined with another nothing but its numbers may be left.
  @Nullable PersonRecord person(MarcRecord record) {
    Field heading = heading(record);
    if (heading == null && tombstone(record)) {
      return nameless(record);
    }
    if (heading == null || !heading.all('t').isEmpty()) {
      return null;
    }
    Map<String, List<String>> identifiers = identifiers(record);
    List<StatedDate> dates = dates(record, heading);
    List<NameVariant> names = variants(record);
    String successor = successor(record);
    return new PersonRecord(
        id(record, identifiers),
        name(heading),
        kind(heading),
        names.stream().map(NameVariant::name).toList(),
        LifeSpan.edtf(dates, Event.BIRTH),
        LifeSpan.edtf(dates, Event.DEATH),
        countries(record),
        place(record, "birth", 'a'),
        place(record, "death", 'b'),
        occupations(record),
        text(record),
        new PersonDetails(
            status(record, successor),
            successor,
            formerIds(record),
            gender(record),
            names,
            dates,
            relations(record),
            identifiers));
  }

  private static boolean tombstone(MarcRecord record) {
    return status(record, successor(record)) != RecordStatus.USABLE
        && record.fields().stream().noneMatch(field -> field.tag().startsWith("1"));
  }

  private static PersonRecord nameless(MarcRecord record) {
    Map<String, List<String>> identifiers = identifiers(record);
    String successor = successor(record);
    return new PersonRecord(
        id(record, identifiers),
        "",
        "",
        List.of(),
        "",
        "",
        List.of(),
        "",
        "",
        List.of(),
        "",
        new PersonDetails(
            status(record, successor),
            successor,
            formerIds(record),
            "",
            List.of(),
            List.of(),
            List.of(),
            identifiers));
  }

  private static @Nullable Field heading(MarcRecord record) {
    for (Field field : record.fields()) {
      if (field.tag().equals("100") || field.tag().equals("110") || field.tag().equals("111")) {
        return field;
      }
    }
    return null;
  }

  private static String kind(Field heading) {
    return switch (heading.tag()) {
      case "100" -> heading.indicators().startsWith("3") ? "family" : "person";
      default -> "corporate";
    };
  }

  /// Heading as a person reads it: number and epithet stand behind the name, dates do not.
  static String name(Field field) {
    boolean person = field.tag().endsWith("00");
    StringBuilder name = new StringBuilder();
    for (MarcRecord.Subfield subfield : field.subfields()) {
      String value = NON_SORTING.matcher(subfield.value()).replaceAll("").strip();
      switch (subfield.code()) {
        case 'a' -> name.append(value);
        case 'b' -> name.append(person ? " " : ". ").append(value);
        case 'c', 'q' -> {
          if (person) {
            boolean behind = subfield.code() == 'q' || name.isEmpty() || value.startsWith("(");
            name.append(behind ? " " : ", ").append(value);
          }
        }
        default -> {
          // Dates and languages are no part of a name.
        }
      }
    }
    return name.toString().strip().replaceAll("\\s*[,;:]+$", "").replaceAll(",\\s*,", ",");
  }

  private List<NameVariant> variants(MarcRecord record) {
    Set<NameVariant> variants = new LinkedHashSet<>();
    for (Field field : record.fields()) {
      boolean variant = field.tag().equals("400") || field.tag().equals("410");
      boolean script = field.tag().equals("880") && field.first('6').matches("[14][01]0.*");
      boolean elsewhere = field.tag().equals("700") && !field.first('2').isEmpty();
      if (!variant && !script && !elsewhere || !field.all('t').isEmpty()) {
        continue;
      }
      String name = name(script ? as(field, "400") : field);
      if (name.isEmpty() || name.indexOf(MarcFiles.LOST) >= 0) {
        continue;
      }
      List<String> told = new ArrayList<>(field.all('4'));
      told.addAll(field.all('i'));
      told.addAll(field.all('e'));
      told.addAll(field.all('9'));
      variants.add(new NameVariant(name, kind(field, told, name)));
    }
    return List.copyOf(variants);
  }

  /// In records of the Library of Congress $w says that a name is an earlier or later one.
  private NameVariant.Kind kind(Field field, List<String> told, String name) {
    NameVariant.Kind kind = codes.name(told, name);
    if (kind != NameVariant.Kind.OTHER) {
      return kind;
    }
    return switch (MarcRecord.at(field.first('w'), 0)) {
      case 'a' -> NameVariant.Kind.EARLIER;
      case 'b' -> NameVariant.Kind.LATER;
      default -> kind;
    };
  }

  private static Field as(Field field, String tag) {
    return new Field(tag, field.indicators(), field.data(), field.subfields());
  }

  private List<StatedDate> dates(MarcRecord record, Field heading) {
    List<StatedDate> dates = new ArrayList<>();
    for (Field field : record.fields("046")) {
      field.all('f').forEach(text -> dates.add(LifeSpan.date(Event.BIRTH, text)));
      field.all('g').forEach(text -> dates.add(LifeSpan.date(Event.DEATH, text)));
      dates.addAll(LifeSpan.active(field.first('s'), field.first('t')));
    }
    for (Field field : record.fields("548")) {
      List<String> told = new ArrayList<>(field.all('4'));
      told.addAll(field.all('i'));
      told.addAll(field.all('9'));
      boolean active = codes.meaning("date", told).equals("active");
      dates.addAll(LifeSpan.span(field.first('a'), active));
    }
    if (dates.isEmpty() && heading.tag().equals("100")) {
      field(heading, dates);
    }
    return dates;
  }

  private static void field(Field heading, List<StatedDate> dates) {
    String text = heading.first('d').replaceAll("[.,]$", "");
    dates.addAll(LifeSpan.span(text, false));
  }

  private String place(MarcRecord record, String event, char code) {
    for (Field field : record.fields("551")) {
      List<String> told = new ArrayList<>(field.all('4'));
      told.addAll(field.all('i'));
      told.addAll(field.all('9'));
      if (codes.meaning("place", told).equals(event)) {
        return field.first('a');
      }
    }
    for (Field field : record.fields("370")) {
      if (!field.first(code).isEmpty()) {
        return field.first(code);
      }
    }
    return "";
  }

  private static List<String> countries(MarcRecord record) {
    Set<String> countries = new LinkedHashSet<>();
    for (Field field : record.fields("043")) {
      // XA-DE: a continent, then the code of ISO 3166.
      field.all('c').forEach(code -> countries.add(code.replaceFirst("^X[A-Z]-", "")));
    }
    record.fields("370").forEach(field -> countries.addAll(field.all('c')));
    return List.copyOf(countries);
  }

  private List<String> occupations(MarcRecord record) {
    Set<String> occupations = new LinkedHashSet<>();
    for (Field field : record.fields("550")) {
      List<String> told = new ArrayList<>(field.all('4'));
      told.addAll(field.all('i'));
      told.addAll(field.all('9'));
      if (told.isEmpty() || !codes.meaning("occupation", told).isEmpty()) {
        occupations.addAll(field.all('a'));
      }
    }
    record.fields("374").forEach(field -> occupations.addAll(field.all('a')));
    record.fields("372").forEach(field -> occupations.addAll(field.all('a')));
    return List.copyOf(occupations);
  }

  private static String text(MarcRecord record) {
    List<String> notes = new ArrayList<>();
    for (Field field : record.fields()) {
      if (field.tag().equals("678") || field.tag().equals("680")) {
        field.all('a').forEach(notes::add);
        field.all('b').forEach(notes::add);
        field.all('i').forEach(notes::add);
      }
    }
    return String.join(" ", notes);
  }

  private static String gender(MarcRecord record) {
    for (Field field : record.fields("375")) {
      String gender = Codes.gender(field.first('a'));
      if (!gender.isEmpty()) {
        return gender;
      }
    }
    return "";
  }

  private List<Relation> relations(MarcRecord record) {
    List<Relation> relations = new ArrayList<>();
    for (Field field : record.fields()) {
      if (!field.tag().equals("500") && !field.tag().equals("510")) {
        continue;
      }
      List<String> told = new ArrayList<>(field.all('4'));
      told.addAll(field.all('i'));
      told.addAll(field.all('9'));
      String role = codes.meaning("relation", told);
      String id = "";
      for (String link : field.all('0')) {
        id = link.startsWith("(DE-588)") || id.isEmpty() ? number(link) : id;
      }
      relations.add(new Relation(role.isEmpty() ? "other" : role, id, name(field)));
    }
    return relations;
  }

  /// The number in a link such as `(DE-588)118540238`, `(DLC)n 79021614` or an address.
  private static String number(String link) {
    Matcher marked = NUMBER.matcher(link);
    String number = marked.matches() ? marked.group(2) : link;
    return number.substring(number.lastIndexOf('/') + 1).replaceAll("\\s", "");
  }

  private static Map<String, List<String>> identifiers(MarcRecord record) {
    Map<String, List<String>> identifiers = new LinkedHashMap<>();
    for (Field field : record.fields("035")) {
      for (String written : field.all('a')) {
        Matcher number = NUMBER.matcher(written);
        if (number.matches() && number.group(1).equals("DE-588")) {
          add(identifiers, "gnd", number.group(2));
        }
      }
    }
    for (Field field : record.fields("010")) {
      add(identifiers, "lccn", field.first('a').replaceAll("\\s", ""));
    }
    for (Field field : record.fields("024")) {
      String source = field.first('2').strip().toLowerCase(Locale.ROOT);
      String scheme = source.equals("uri") ? byAddress(field.first('a')) : SCHEMES.get(source);
      if (scheme != null) {
        String value = field.first('a');
        add(identifiers, scheme, value.substring(value.lastIndexOf('/') + 1).strip());
      }
    }
    return identifiers;
  }

  private static @Nullable String byAddress(String address) {
    return ADDRESSES.entrySet().stream()
        .filter(known -> address.contains(known.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  private static void add(Map<String, List<String>> all, String scheme, String value) {
    if (!value.isEmpty()) {
      List<String> values = all.computeIfAbsent(scheme, key -> new ArrayList<>());
      if (!values.contains(value)) {
        values.add(value);
      }
    }
  }

  /// The number by which others name the record: of the GND, of the Library of Congress, else its
  /// own.
  private static String id(MarcRecord record, Map<String, List<String>> identifiers) {
    String own = record.control("001").strip().replaceFirst("^([a-z]{1,3}) +(?=[0-9]+$)", "$1");
    boolean german = record.control("003").startsWith("DE-");
    List<String> gnd = identifiers.getOrDefault("gnd", List.of());
    List<String> lccn = identifiers.getOrDefault("lccn", List.of());
    if (!gnd.isEmpty() && (german || lccn.isEmpty())) {
      return gnd.getFirst();
    }
    return lccn.isEmpty() ? own : lccn.getFirst();
  }

  private static List<String> formerIds(MarcRecord record) {
    Set<String> former = new LinkedHashSet<>();
    for (Field field : record.fields("035")) {
      for (String written : field.all('z')) {
        Matcher number = NUMBER.matcher(written);
        if (number.matches() && number.group(1).startsWith("DE-588")) {
          former.add(number.group(2));
        }
      }
    }
    record
        .fields("010")
        .forEach(field -> field.all('z').forEach(value -> former.add(value.replaceAll("\\s", ""))));
    return List.copyOf(former);
  }

  /// The record that took its place: in 682, where deleted records name it. Where a record was
  /// divided among several, none of them did.
  private static String successor(MarcRecord record) {
    Set<String> successors = successors(record);
    return successors.size() == 1 ? successors.iterator().next() : "";
  }

  private static Set<String> successors(MarcRecord record) {
    Set<String> successors = new LinkedHashSet<>();
    for (Field field : record.fields("682")) {
      for (String link : field.all('0')) {
        if (!link.startsWith("(DE-101)")) {
          successors.add(number(link));
        }
      }
    }
    return successors;
  }

  private static RecordStatus status(MarcRecord record, String successor) {
    char state = MarcRecord.at(record.leader(), 5);
    if (!successor.isEmpty()) {
      return RecordStatus.REDIRECTED;
    }
    if (state == 'd'
        || state == 's'
        || state == 'x'
        || state == 'o'
        || !successors(record).isEmpty()) {
      return RecordStatus.DELETED;
    }
    boolean several =
        MarcRecord.at(record.control("008"), 32) == 'b'
            || record.fields("079").stream().anyMatch(field -> field.first('b').equals("n"));
    return several ? RecordStatus.UNDIFFERENTIATED : RecordStatus.USABLE;
  }
}
