package org.handsel.authority.matching;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.handsel.platform.ResourceTable;

/// Words around names, given names that stand for one another, and families of occupations; tables
/// of the package. Immutable; safe for threads.
final class NameTables {
  private static final int[] NO_GIVEN = {};

  private final Set<String> beside = new HashSet<>();
  private final Set<String> bodies = new HashSet<>();
  private final Set<String> households = new HashSet<>();
  private final Map<String, int[]> given = new HashMap<>();
  private final Map<String, String> occupations = new HashMap<>();
  private final Set<String> unspecific = new HashSet<>();

  private NameTables() {}

  static NameTables load() {
    NameTables tables = new NameTables();
    ResourceTable words =
        ResourceTable.read(NameTables.class, "name-words.tsv", "kind", "words", "source");
    for (ResourceTable.Row row : words.rows()) {
      List<String> all = row.list(1).stream().map(Spelling::plain).toList();
      switch (row.cell(0)) {
        case "title", "nobility", "particle", "order", "occupation", "relation" ->
            tables.beside.addAll(all);
        case "body" -> tables.bodies.addAll(all);
        // Not folded: Bruder is a surname, Brüder are several.
        case "household" -> tables.households.addAll(row.list(1));
        default -> throw ResourceTable.malformed(words.name(), row.line(), row.cell(0));
      }
    }
    int number = 0;
    for (ResourceTable.Row row :
        ResourceTable.read(NameTables.class, "given-names.tsv", "names", "source").rows()) {
      number++;
      for (String name : row.list(0)) {
        tables.given.merge(Spelling.plain(name), new int[] {number}, NameTables::together);
      }
    }
    ResourceTable work =
        ResourceTable.read(NameTables.class, "occupations.tsv", "family", "stems", "source");
    for (ResourceTable.Row row : work.rows()) {
      for (String stem : row.list(1)) {
        if (row.cell(0).equals("-")) {
          tables.unspecific.add(Spelling.plain(stem));
        } else {
          tables.occupations.put(Spelling.plain(stem), row.cell(0));
        }
      }
    }
    return tables;
  }

  /// Whether a word stands beside names without being one: titles, nobility, particles,
  /// occupations.
  boolean beside(String word) {
    return beside.contains(word);
  }

  /// Whether a word is used in names of groups and bodies only.
  boolean body(String word) {
    return bodies.contains(word);
  }

  /// Whether a word, in small letters and with its marks, says that several of one family are
  /// meant.
  boolean household(String word) {
    return households.contains(word);
  }

  private static int[] together(int[] before, int[] more) {
    int[] all = Arrays.copyOf(before, before.length + more.length);
    System.arraycopy(more, 0, all, before.length, more.length);
    return all;
  }

  /// Numbers of the rows of given names that stand for one another in which a word is: a short form
  /// of several names is in the row of each. None for a word that is no given name.
  int[] sameGiven(String word) {
    return given.getOrDefault(word, NO_GIVEN);
  }

  /// Whether a word is known as a given name.
  boolean given(String word) {
    return given.containsKey(word);
  }

  /// Family of an occupation, found by the longest known beginning of a word; else the first six
  /// letters; empty for a word that says nothing of work.
  String occupation(String word) {
    if (word.length() < 4 || unspecific.contains(word)) {
      return "";
    }
    for (int length = word.length(); length >= 4; length--) {
      String family = occupations.get(word.substring(0, length));
      if (family != null) {
        return family;
      }
    }
    return word.length() < 5 ? "" : word.substring(0, Math.min(6, word.length()));
  }
}
