package org.handsel.rights;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.handsel.rights.RightsPhrases.Word;
import org.jspecify.annotations.Nullable;

/// Reads names of Creative Commons licences in words: `CC BY-SA 4.0`, `cc-by 3.0 DE`,
/// `Erkännande-Dela lika`, `Creative Commons Attribution-NoDerivs 3.0 Unported`.
final class LicenceNames {
  private static final Map<String, String> ELEMENTS =
      Map.of(
          "by",
          "by",
          "sa",
          "sa",
          "nc",
          "nc",
          "nd",
          "nd",
          "attribution",
          "by",
          "sharealike",
          "sa",
          "noncommercial",
          "nc",
          "noderivatives",
          "nd");

  private final StatementTables tables;
  private final List<Word> words;
  private final List<Statement> named = new ArrayList<>();
  private final boolean[] used;

  private LicenceNames(StatementTables tables, List<Word> words) {
    this.tables = tables;
    this.words = words;
    this.used = new boolean[words.size()];
  }

  /// The licences that a text names.
  ///
  /// @param used set for the words that belong to a name
  record Names(List<Statement> licences, boolean[] used) {}

  static Names in(StatementTables tables, List<Word> words) {
    LicenceNames names = new LicenceNames(tables, words);
    int at = 0;
    while (at < words.size()) {
      at = Math.max(at + 1, names.name(at));
    }
    return new Names(names.named, names.used);
  }

  /// Reads a name that begins here; gives the place behind it.
  private int name(int start) {
    Word first = words.get(start);
    boolean ccby = first.is("ccby");
    boolean commons = ccby || first.is("cc");
    if (!commons && long_(first) == null) {
      return start;
    }
    List<String> elements = new ArrayList<>(ccby ? List.of("by") : List.of());
    int at = commons ? start + 1 : start;
    int longElements = 0;
    String version = null;
    int end = at;
    while (at < words.size()) {
      Word word = words.get(at);
      String element = element(word, commons || !elements.isEmpty());
      if (element != null && version == null) {
        elements.add(element);
        longElements += long_(word) == null ? 0 : 1;
      } else if (word.is("cc") && !commons && version == null) {
        commons = true;
      } else if (word.version() && version == null && (!elements.isEmpty())) {
        version = word.text();
      } else if (!word.is("filler")) {
        break;
      }
      at++;
      end = word.is("filler") ? end : at;
    }
    boolean alone = end - start == words.size();
    boolean isName = commons || elements.size() > 1 || version != null || alone;
    if (!isName || longElements == elements.size() && restrictionOnly(elements) && !commons) {
      return start;
    }
    String port = version == null ? null : port(end);
    mark(start, port == null ? end : end + 1 + fillersFrom(end));
    add(elements, version, port, commons);
    return end;
  }

  /// "non-commercial" without the rest of a name is a restriction in words.
  private static boolean restrictionOnly(List<String> elements) {
    return !elements.contains("by");
  }

  private int fillersFrom(int at) {
    int fillers = 0;
    while (at + fillers < words.size() && words.get(at + fillers).is("filler")) {
      fillers++;
    }
    return fillers;
  }

  private void mark(int from, int to) {
    for (int i = from; i < Math.min(to, used.length); i++) {
      used[i] = true;
    }
  }

  private static @Nullable String long_(Word word) {
    return word.means() != null && word.text().length() > 3 && word.means().startsWith("word:")
        ? ELEMENTS.get(word.means().substring(5))
        : null;
  }

  private static @Nullable String element(Word word, boolean insideName) {
    if (word.means() == null || !word.means().startsWith("word:")) {
      return null;
    }
    String element = ELEMENTS.get(word.means().substring(5));
    return insideName || long_(word) != null ? element : null;
  }

  /// The jurisdiction behind a version: a country's name, or its code in capitals or at the end of
  /// the text ("at" and "in" are words, too).
  private @Nullable String port(int end) {
    int at = end + fillersFrom(end);
    if (at >= words.size()) {
      return null;
    }
    Word word = words.get(at);
    String code = tables.port(word.text());
    boolean country = word.text().length() > 3;
    return code != null && (country || word.capital() || at + 1 == words.size()) ? code : null;
  }

  private void add(
      List<String> elements, @Nullable String version, @Nullable String port, boolean commons) {
    if (elements.isEmpty()) {
      named.add(tables.claim("creative-commons"));
      return;
    }
    if (elements.equals(List.of("by")) && !commons && version == null) {
      named.add(tables.claim("attribution"));
      return;
    }
    String kind = StatementTables.kind(elements);
    named.add(kind == null ? tables.claim("no-derivatives") : tables.licence(kind, version, port));
  }
}
