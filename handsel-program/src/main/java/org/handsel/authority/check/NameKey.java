package org.handsel.authority.check;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.handsel.authority.record.PersonRecord;

/// Brings names that are equal but for order, case, marks and the two ways of writing an umlaut
/// into one form; and headings whose surname and first given name are equal.
final class NameKey {
  /// Particles and titles that one catalogue writes and the next leaves out.
  private static final Set<String> SMALL =
      Set.of(
          "von",
          "van",
          "de",
          "der",
          "den",
          "vom",
          "zu",
          "zur",
          "und",
          "di",
          "da",
          "du",
          "la",
          "le",
          "del",
          "freiherr",
          "frh",
          "graf",
          "gf",
          "ritter",
          "edler",
          "baron",
          "furst",
          "herr");

  private NameKey() {}

  /// All forms of all names of a record.
  static Set<String> all(PersonRecord record) {
    Set<String> keys = new LinkedHashSet<>();
    add(record.name(), keys);
    record.variants().forEach(variant -> add(variant, keys));
    keys.remove("");
    return keys;
  }

  private static void add(String name, Set<String> keys) {
    String plain = plain(name);
    keys.add(of(plain));
    keys.add(heading(plain));
  }

  /// Words in the order of the alphabet; empty for a name of fewer than two words.
  static String of(String name) {
    String[] words = words(name);
    Arrays.sort(words);
    String key = String.join(" ", words).strip();
    return key.contains(" ") ? key : "";
  }

  /// Surname without particles and first given name; empty where the name has no comma.
  private static String heading(String name) {
    int comma = name.indexOf(',');
    if (comma <= 0) {
      return "";
    }
    List<String> surname = small(words(name.substring(0, comma)));
    List<String> given = small(words(name.substring(comma + 1)));
    return surname.isEmpty() || given.isEmpty() || given.getFirst().length() < 2
        ? ""
        : String.join(" ", surname) + ", " + given.getFirst();
  }

  /// Whether a name of the one is a name of the other: the same words, or the same surname and
  /// first given name, and no further given name on both sides that only one has.
  static boolean agree(PersonRecord a, PersonRecord b) {
    Set<String> keys = new HashSet<>();
    Map<String, List<Set<String>>> headings = new HashMap<>();
    for (String name : names(a)) {
      keys.add(of(name));
      headings.computeIfAbsent(heading(name), heading -> new ArrayList<>()).add(given(name));
    }
    keys.remove("");
    headings.remove("");
    for (String name : names(b)) {
      if (keys.contains(of(name))) {
        return true;
      }
      Set<String> given = given(name);
      if (headings.getOrDefault(heading(name), List.of()).stream()
          .anyMatch(others -> given.containsAll(others) || others.containsAll(given))) {
        return true;
      }
    }
    return false;
  }

  private static List<String> names(PersonRecord record) {
    List<String> names = new ArrayList<>();
    names.add(plain(record.name()));
    record.variants().forEach(variant -> names.add(plain(variant)));
    return names;
  }

  private static String plain(String name) {
    return name.replaceAll("[(\\[][^)\\]]*[)\\]]", " ");
  }

  private static Set<String> given(String name) {
    return new HashSet<>(small(words(name.substring(name.indexOf(',') + 1))));
  }

  private static List<String> small(String[] words) {
    return Arrays.stream(words).filter(word -> !word.isEmpty() && !SMALL.contains(word)).toList();
  }

  private static String[] words(String name) {
    return Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
        .replaceAll("\\p{M}+", "")
        .replace("ß", "ss")
        .replace("ae", "a")
        .replace("oe", "o")
        .replace("ue", "u")
        .replaceAll("['’`]", "")
        .strip()
        .split("[^\\p{L}\\p{N}]+", -1);
  }
}
