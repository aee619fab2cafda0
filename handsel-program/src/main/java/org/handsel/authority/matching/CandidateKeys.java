package org.handsel.authority.matching;

import java.util.HashSet;
import java.util.Set;

/// The keys under which a person is found: single words, beginnings and skeletons with the year of
/// birth, pairs of words, a word with the initial of another. A key that too many records share is
/// passed over only because stricter ones exist.
final class CandidateKeys {
  private static final int PAIRED = 5;

  private CandidateKeys() {}

  static Set<String> of(Entry entry) {
    Set<String> keys = new HashSet<>();
    int born = entry.years().birth();
    for (String[] name : entry.names()) {
      for (String word : name) {
        word(word, born, keys);
      }
      int words = Math.min(PAIRED, name.length);
      for (int i = 0; i < words; i++) {
        for (int j = 0; j < words; j++) {
          if (i != j && name[j].length() > 1) {
            keys.add("I" + name[j] + '|' + name[i].charAt(0));
            if (i < j && name[i].length() > 1) {
              boolean ordered = name[i].compareTo(name[j]) < 0;
              keys.add("P" + (ordered ? name[i] + '|' + name[j] : name[j] + '|' + name[i]));
            }
          }
        }
      }
    }
    return keys;
  }

  private static void word(String word, int born, Set<String> keys) {
    if (word.length() < 2) {
      return;
    }
    keys.add("W" + word);
    if (word.length() < 4) {
      return;
    }
    keys.add("4" + word.substring(0, 4) + (born == 0 ? "" : "|" + born));
    String skeleton = PersonNames.skeleton(word);
    for (int year = born - 1; born != 0 && year <= born + 1 && skeleton.length() >= 2; year++) {
      keys.add("S" + skeleton + '|' + year);
    }
  }
}
