package org.handsel.text;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.handsel.platform.ResourceTable;
import org.jspecify.annotations.Nullable;

/// Order of names and what catalogues write around them, words for "unknown", roles, and
/// attribution phrases.
///
/// Words and phrases are data: `unknown-names.tsv`, `roles.tsv`, `attributions.tsv`,
/// `attribution-codes.tsv`. Immutable, safe for use by many threads.
public final class Names {
  /// What stands behind a comma without being a given name.
  private static final Set<String> SUFFIXES =
      Set.of(
          "jr",
          "sr",
          "junior",
          "senior",
          "jun",
          "sen",
          "ii",
          "iii",
          "iv",
          "inc",
          "ltd",
          "co",
          "ab",
          "gmbh",
          "d ä",
          "d y",
          "den äldre",
          "den yngre",
          "the elder",
          "the younger",
          "d ae",
          "der ältere",
          "der jüngere",
          "d j",
          "fils",
          "père",
          "esq");

  private final Map<String, String> attributions;
  private final Map<String, Code> codes;
  private final Set<String> unknown;
  private final Set<String> beside;
  private final Roles roles;

  /// How an attribution is expressed.
  private record Code(@Nullable String template, @Nullable String property) {}

  private Names(
      Map<String, String> attributions,
      Map<String, Code> codes,
      Set<String> unknown,
      Set<String> beside,
      Roles roles) {
    this.attributions = Map.copyOf(attributions);
    this.codes = Map.copyOf(codes);
    this.unknown = Set.copyOf(unknown);
    this.beside = Set.copyOf(beside);
    this.roles = roles;
  }

  public static Names load() {
    Map<String, Code> codes = new HashMap<>();
    for (ResourceTable.Row row :
        table("attribution-codes.tsv", "code", "template", "property", "source").rows()) {
      codes.put(row.cell(0), new Code(orNull(row.cell(1)), orNull(row.cell(2))));
    }
    ResourceTable phrases = table("attributions.tsv", "code", "language", "phrase", "source");
    Map<String, String> attributions = new HashMap<>();
    for (ResourceTable.Row row : phrases.rows()) {
      if (!codes.containsKey(row.cell(0)) || row.cell(3).isBlank()) {
        throw ResourceTable.malformed(
            phrases.name(), row.line(), "expected a known code and a source, found " + row.cells());
      }
      String before = attributions.put(plain(row.cell(2)), row.cell(0));
      if (before != null && !before.equals(row.cell(0))) {
        throw ResourceTable.malformed(
            phrases.name(), row.line(), "\"%s\" is %s too".formatted(row.cell(2), before));
      }
    }
    Set<String> unknown = new HashSet<>();
    Set<String> beside = new HashSet<>();
    for (ResourceTable.Row row : table("unknown-names.tsv", "kind", "languages", "words").rows()) {
      for (String word : row.list(2)) {
        (row.cell(0).equals("unknown") ? unknown : beside)
            .add(word.equals("?") ? word : plain(word));
      }
    }
    unknown.remove("");
    return new Names(attributions, codes, unknown, beside, Roles.load());
  }

  private static ResourceTable table(String name, String... columns) {
    return ResourceTable.read(Names.class, name, columns);
  }

  private static @Nullable String orNull(String cell) {
    return cell.isEmpty() ? null : cell;
  }

  /// `Linné, Sigvald` becomes `Sigvald Linné`; flips only when there is exactly one comma, and
  /// leaves everything else alone: more commas, dates, firms, `Jr.`, `den äldre`.
  public String flip(String name) {
    int comma = name.indexOf(',');
    if (comma < 0 || name.indexOf(',', comma + 1) >= 0) {
      return name;
    }
    String family = name.substring(0, comma).strip();
    String given = name.substring(comma + 1).strip();
    if (family.isEmpty() || given.isEmpty() || notAGivenName(given) || notAGivenName(family)) {
      return name;
    }
    char last = given.charAt(given.length() - 1);
    // "Orgemont, Pierre d'" is one word in the end.
    return last == '\'' || last == '’' ? given + family : given + " " + family;
  }

  /// A person's name as people say it: without the life dates, roles, fuller forms in brackets and
  /// punctuation that catalogues add, and flipped. `Lind, Ebba, 1861-1930, photographer.` becomes
  /// `Ebba Lind`.
  public String person(String name) {
    return flip(NameRest.without(name, roles));
  }

  /// Whether a role is that of somebody who made the thing: `photographer`, `Künstler/in`, `pht`,
  /// the address of a MARC relator; of several roles in one text any.
  public boolean maker(String role) {
    return roles.maker(role);
  }

  /// Whether a role is known to be another than a maker's: publisher, donor, sitter. Of a role that
  /// is not known, neither holds.
  public boolean otherThanMaker(String role) {
    return roles.other(role);
  }

  private static boolean notAGivenName(String part) {
    return SUFFIXES.contains(plain(part))
        || part.chars().anyMatch(c -> Character.isDigit(c) || "&/;()[]?".indexOf(c) >= 0);
  }

  /// Whether a name says that nobody is known: Okänd, Anonymous, Okänd fotograf, Anonym, Unbekannt
  /// … A blank text says nothing and is not unknown in this sense.
  public boolean unknown(String name) {
    if (name.length() > 120 || name.isBlank()) {
      return false;
    }
    String plain = plain(name);
    if (plain.isEmpty()) {
      return name.indexOf('?') >= 0;
    }
    if (unknown.contains(plain)) {
      return true;
    }
    boolean said = false;
    String[] words = plain.split(" ", -1);
    for (int i = 0; i < words.length; i++) {
      String pair = i + 1 < words.length ? words[i] + " " + words[i + 1] : "";
      if (unknown.contains(pair)) {
        said = true;
        i++;
      } else if (unknown.contains(words[i])) {
        said = true;
      } else if (!beside.contains(words[i])) {
        return false;
      }
    }
    return said;
  }

  /// The code of an attribution phrase in any of the known languages (`attributed-to`, `former`,
  /// `manner-of`, `workshop-of`, `school-of`, `circle-of`, `follower-of`, `after`, `uncertain`,
  /// `alternative`); null when the phrase is not known.
  public @Nullable String attribution(String phrase) {
    return phrase.length() > 80 ? null : attributions.get(plain(phrase));
  }

  /// What stands between `{{` and `|NAME}}` on Commons for such an attribution (`Attributed to`,
  /// `Name|workshop of`); null when the person is not to be shown as creator (`former`,
  /// `alternative`) or the code is unknown.
  public @Nullable String template(String code) {
    Code known = codes.get(code);
    return known == null ? null : known.template();
  }

  /// The Wikidata property that holds the person of such an attribution (`P1773`), beside a creator
  /// statement with an unknown value; null when there is none.
  public @Nullable String property(String code) {
    Code known = codes.get(code);
    return known == null ? null : known.property();
  }

  /// Small letters and digits, one blank between words.
  static String plain(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    StringBuilder out = new StringBuilder(composed.length());
    for (int i = 0; i < composed.length(); i++) {
      char c = composed.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        out.append(c);
      } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
        out.append(' ');
      }
    }
    return out.toString().stripTrailing();
  }
}
