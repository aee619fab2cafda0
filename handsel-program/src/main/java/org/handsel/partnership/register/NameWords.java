package org.handsel.partnership.register;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.handsel.platform.ResourceTable;

/// Takes names apart into words that can be compared: folded, abbreviations written out, endings of
/// genitive and plural cut, words that say nothing left out (`name-words.tsv`). Immutable.
record NameWords(
    Set<String> noise, Map<String, String> shorts, Set<String> affiliates, Set<String> parts) {

  static NameWords load() {
    ResourceTable table =
        ResourceTable.read(NameWords.class, "name-words.tsv", "word", "role", "means");
    NameWords words =
        new NameWords(new HashSet<>(), new HashMap<>(), new HashSet<>(), new HashSet<>());
    for (ResourceTable.Row row : table.rows()) {
      String word = row.cell(0);
      switch (row.cell(1)) {
        case "noise" -> words.noise.add(word);
        case "short" -> words.shorts.put(word, row.cell(2));
        case "affiliate" -> words.affiliates.add(stem(word));
        case "part" -> words.parts.add(stem(word));
        default ->
            throw ResourceTable.malformed(
                table.name(), row.line(), "no role \"%s\"".formatted(row.cell(1)));
      }
    }
    return words;
  }

  Set<String> of(String name) {
    Set<String> words = new LinkedHashSet<>();
    for (String word : NameKey.of(name).replace("'", "").split("[^\\p{L}\\p{N}]+", -1)) {
      String whole = shorts.getOrDefault(word, word);
      if (!whole.isEmpty() && !noise.contains(whole)) {
        words.add(stem(whole));
      }
    }
    return words;
  }

  private static String stem(String word) {
    boolean ending = word.length() >= 5 && word.endsWith("s") && !word.endsWith("ss");
    return ending ? word.substring(0, word.length() - 1) : word;
  }
}
