package org.handsel.collection.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handsel.collection.Facts;
import org.handsel.collection.LayerRights;
import org.handsel.collection.Value;
import org.handsel.text.Edtf;
import org.jspecify.annotations.Nullable;

/// Gathers from the fields of an item what the estimator of copyright status needs. Immutable.
final class FactsReader {
  /// Attributions under which the named person still is the probable author. Everything else
  /// (workshop, school, manner, copy, former or uncertain attribution) names somebody who is not,
  /// or may not be, the author; a death date must not be taken from them.
  private static final Set<String> AUTHORSHIP = Set.of("attributed-to");

  private static final Set<String> FLAT = Set.of("painting", "print", "photograph", "text");
  private static final Set<String> SOLID = Set.of("sculpture", "building");

  /// `(1724-1793)`, `(Stockholm 1724 – 1793)`, `(1965-)`.
  private static final Pattern SPAN =
      Pattern.compile(
          "\\s*[(\\[][^()\\[\\]]*?(\\d{4})\\s*[-–—]\\s*(?:[^()\\[\\]]*?(\\d{4}))?[^()\\[\\]]*[)\\]]");

  /// `(born 1965)`, `, b. 1965`, `född 1965`, `geb. 1965`, `f. 1965`.
  private static final Pattern BORN =
      Pattern.compile(
          "[\\s,]*[(\\[]?\\b(?:born|b\\.|född|f\\.|geb\\.|geboren|né|née)\\s*(\\d{4})[)\\]]?");

  private final Predicate<String> unknown;
  private final Map<String, String> fixed;
  private final boolean photograph;

  FactsReader(MappingProfile profile, Predicate<String> unknown) {
    this.unknown = unknown;
    this.fixed = profile.fixed();
    this.photograph =
        profile.template() != null && profile.template().name().equalsIgnoreCase("photograph");
  }

  Facts read(Map<String, List<Value>> fields, LayerRights reproduction) {
    String kind = constantOrFirst("kind", fields);
    return new Facts(
        constantOrFirst("country", fields),
        kind,
        authors(fields),
        date("date", fields),
        date("published", fields),
        new Facts.Reproduction(
            photograph ? null : known(first("photographer", fields)),
            reproduction.raw(),
            flat(kind)));
  }

  private @Nullable String constantOrFirst(String name, Map<String, List<Value>> fields) {
    String constant = fixed.get(name);
    Value first = first(name, fields);
    return constant != null ? constant : first == null ? null : first.value();
  }

  /// In a photograph that stands for itself the photographer is an author; elsewhere the
  /// photographer made the reproduction.
  private List<Facts.Author> authors(Map<String, List<Value>> fields) {
    List<Facts.Author> authors = new ArrayList<>();
    add(authors, fields.getOrDefault("creator", List.of()), fields);
    if (photograph) {
      add(authors, fields.getOrDefault("photographer", List.of()), Map.of());
    }
    return authors;
  }

  private void add(
      List<Facts.Author> authors, List<Value> people, Map<String, List<Value>> fields) {
    List<Value> births = fields.getOrDefault("creator-birth", List.of());
    List<Value> deaths = fields.getOrDefault("creator-death", List.of());
    for (int i = 0; i < people.size(); i++) {
      Value person = people.get(i);
      if (person.qualifier() != null && !AUTHORSHIP.contains(person.qualifier())) {
        continue;
      }
      // Fields of years belong to the creators by their order; with fewer years than creators
      // nobody knows whose they are.
      boolean paired = births.size() == people.size();
      boolean pairedDeaths = deaths.size() == people.size();
      Facts.Author author =
          author(
              person.value(),
              paired ? births.get(i).value() : null,
              pairedDeaths ? deaths.get(i).value() : null);
      if (!authors.contains(author)) {
        authors.add(author);
      }
    }
  }

  private Facts.Author author(String text, @Nullable String birth, @Nullable String death) {
    String name = text;
    String born = birth;
    String died = death;
    Matcher span = SPAN.matcher(text);
    Matcher bornOnly = BORN.matcher(text);
    if (span.find()) {
      born = birth == null ? span.group(1) : birth;
      died = death == null ? span.group(2) : death;
      name = span.replaceFirst("");
    } else if (bornOnly.find()) {
      born = birth == null ? bornOnly.group(1) : birth;
      name = bornOnly.replaceFirst("");
    }
    name = Blanks.strip(name);
    if (name.isEmpty() || unknown.test(name)) {
      return new Facts.Author(null, null, null, true);
    }
    return new Facts.Author(name, born, died, false);
  }

  private @Nullable String known(@Nullable Value person) {
    return person == null || unknown.test(person.value()) ? null : person.value();
  }

  /// The first value that is a date; a text that was not understood is not.
  private static @Nullable String date(String field, Map<String, List<Value>> fields) {
    for (Value value : fields.getOrDefault(field, List.of())) {
      if (Edtf.valid(value.value())) {
        return value.value();
      }
    }
    return null;
  }

  private static @Nullable Value first(String name, Map<String, List<Value>> fields) {
    List<Value> values = fields.get(name);
    return values == null || values.isEmpty() ? null : values.getFirst();
  }

  private static @Nullable Boolean flat(@Nullable String kind) {
    if (kind == null) {
      return null;
    }
    return FLAT.contains(kind) ? Boolean.TRUE : SOLID.contains(kind) ? Boolean.FALSE : null;
  }
}
