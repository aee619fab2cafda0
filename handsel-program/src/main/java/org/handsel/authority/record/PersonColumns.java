package org.handsel.authority.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.handsel.platform.HandselException;

/// Which key or column of a file holds what of the persons format. Immutable.
final class PersonColumns {
  /// Keys of the persons format, with further names that sources commonly use.
  private static final Map<String, List<String>> KEYS = new LinkedHashMap<>();

  /// Columns that hold several values in one cell.
  private static final Set<String> LISTS =
      Set.of("variants", "countries", "occupations", "formerIds");

  static {
    KEYS.put("id", List.of("id", "gnd"));
    KEYS.put("name", List.of("name", "pref"));
    KEYS.put("surname", List.of("surname", "last_name", "family_name"));
    KEYS.put("given", List.of("given", "first_name", "given_name", "forename"));
    KEYS.put("kind", List.of("kind", "type"));
    KEYS.put("variants", List.of("variants", "alts", "alt_names"));
    KEYS.put("birth", List.of("birth", "birth_year", "birthYear", "dob"));
    KEYS.put("death", List.of("death", "death_year", "deathYear"));
    KEYS.put("gender", List.of("gender", "sex"));
    KEYS.put("countries", List.of("countries", "country", "nationality", "nat"));
    KEYS.put("birthPlace", List.of("birthPlace", "bplace", "birth_place"));
    KEYS.put("deathPlace", List.of("deathPlace", "dplace"));
    KEYS.put("occupations", List.of("occupations", "occ", "occupation"));
    KEYS.put("text", List.of("text", "description"));
    KEYS.put("status", List.of("status"));
    KEYS.put("successor", List.of("successor"));
    KEYS.put("formerIds", List.of("formerIds"));
  }

  private final Map<String, List<String>> names = new LinkedHashMap<>();
  private final Set<String> chosen;

  /// @param own key or column by the name of the persons format
  /// @throws HandselException with exit 2 when a name of the persons format does not exist
  PersonColumns(Map<String, String> own) {
    for (String name : own.keySet()) {
      if (!KEYS.containsKey(name)) {
        throw HandselException.usage(
            "--columns: expected names of %s, found \"%s\".".formatted(KEYS.keySet(), name));
      }
    }
    KEYS.forEach((key, known) -> {
      String name = own.get(key);
      names.put(key, name == null ? known : List.of(name));
    });
    chosen = Set.copyOf(own.keySet());
  }

  /// Whether somebody said which key or column it is.
  boolean chosen(String key) {
    return chosen.contains(key);
  }

  void each(BiConsumer<String, List<String>> taker) {
    names.forEach(taker);
  }

  /// Cuts a cell of a table into its values.
  static List<String> split(String key, String cell) {
    return LISTS.contains(key) && cell.indexOf('|') >= 0
        ? List.of(cell.split("\\s*\\|\\s*"))
        : List.of(cell);
  }

  PersonRecord person(Map<String, List<String>> cells, PersonDetails details) {
    List<String> names = names(cells);
    List<String> variants = new ArrayList<>(all(cells, "variants"));
    variants.addAll(names.subList(Math.min(1, names.size()), names.size()));
    return new PersonRecord(
        first(cells, "id"),
        names.isEmpty() ? "" : names.getFirst(),
        first(cells, "kind"),
        variants,
        first(cells, "birth"),
        first(cells, "death"),
        all(cells, "countries"),
        first(cells, "birthPlace"),
        first(cells, "deathPlace"),
        all(cells, "occupations"),
        String.join(" ", all(cells, "text")),
        details);
  }

  /// The name, and where surname and given name stand apart, that as a heading before it.
  private static List<String> names(Map<String, List<String>> cells) {
    String name = first(cells, "name");
    String surname = first(cells, "surname").replace(',', ' ').strip();
    String given = first(cells, "given").replace(',', ' ').strip();
    List<String> names = new ArrayList<>();
    if (!surname.isEmpty() && !given.isEmpty()) {
      names.add(surname + ", " + given);
    }
    if (!name.isEmpty()) {
      // A comma behind the given name does not part it from a surname: John Moe, 1st Baron Skarvik.
      boolean natural = !given.isEmpty() && name.startsWith(given);
      names.add(natural ? name.replace(",", "") : name);
    } else if (names.isEmpty()) {
      names.add((given + " " + surname).strip());
    }
    return names;
  }

  /// What the persons format says beyond names and dates.
  static PersonDetails details(
      Map<String, List<String>> cells,
      List<NameVariant> names,
      Map<String, List<String>> identifiers) {
    List<StatedDate> dates = new ArrayList<>();
    String birth = first(cells, "birth");
    String death = first(cells, "death");
    if (!birth.isEmpty()) {
      dates.add(LifeSpan.date(StatedDate.Event.BIRTH, birth));
    }
    if (!death.isEmpty()) {
      dates.add(LifeSpan.date(StatedDate.Event.DEATH, death));
    }
    String successor = first(cells, "successor");
    return new PersonDetails(
        status(first(cells, "status"), successor),
        successor,
        all(cells, "formerIds"),
        Codes.gender(first(cells, "gender")),
        names,
        dates,
        List.of(),
        identifiers);
  }

  private static RecordStatus status(String written, String successor) {
    if (!successor.isEmpty()) {
      return RecordStatus.REDIRECTED;
    }
    return switch (written.toLowerCase(Locale.ROOT)) {
      case "undifferentiated" -> RecordStatus.UNDIFFERENTIATED;
      case "redirected" -> RecordStatus.REDIRECTED;
      case "deleted" -> RecordStatus.DELETED;
      default -> RecordStatus.USABLE;
    };
  }

  private static List<String> all(Map<String, List<String>> cells, String key) {
    return cells.getOrDefault(key, List.of());
  }

  private static String first(Map<String, List<String>> cells, String key) {
    List<String> all = all(cells, key);
    return all.isEmpty() ? "" : all.getFirst().strip();
  }
}
