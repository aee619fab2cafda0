package org.handsel.readiness.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// The tree of subject categories, worked out from numbers alone: category 0 is the root, each
/// number has its parents one level higher, so that nothing is above or beside itself.
final class Subjects {
  static final String ROOT = "!Hauptkategorie";
  private static final int BRANCHES = 4;
  private static final List<String> NAMES =
      List.of(
          "Bauwerk in %s",
          "Geschichte (%s)",
          "Kunst (%s)",
          "Ort in %s",
          "Verein (%s)",
          "Fluss in %s",
          "Unternehmen (%s)",
          "Sport (%s)",
          "Literatur (%s)",
          "Musik (%s)",
          "Museum in %s",
          "Verkehr (%s)",
          "Schule in %s",
          "Religion (%s)",
          "Pflanze (%s)",
          "Technik (%s)");

  private final long seed;
  private final int count;

  Subjects(long seed, int count) {
    this.seed = seed;
    this.count = count;
  }

  int count() {
    return count;
  }

  String name(int subject) {
    return subject == 0 ? ROOT : NAMES.get(subject % NAMES.size()).formatted(Words.proper(subject));
  }

  /// How far under the root.
  int level(int subject) {
    int level = 0;
    for (int above = subject; above > 0; above = (above - 1) / BRANCHES) {
      level++;
    }
    return level;
  }

  int parent(int subject) {
    return (subject - 1) / BRANCHES;
  }

  /// The parent and up to two others of its level.
  List<Integer> parents(int subject) {
    int parent = parent(subject);
    List<Integer> parents = new ArrayList<>();
    parents.add(parent);
    if (parent > 0) {
      SplittableRandom random = new SplittableRandom(seed * 31 + subject);
      for (int more = random.nextInt(3); more > 0; more--) {
        int other = neighbour(parent, random);
        if (!parents.contains(other)) {
          parents.add(other);
        }
      }
    }
    return parents;
  }

  /// Any subject of the same level, which is never above or below.
  int neighbour(int subject, SplittableRandom random) {
    int first = 1;
    int size = BRANCHES;
    while (first + size <= subject) {
      first += size;
      size *= BRANCHES;
    }
    return first + random.nextInt(Math.min(size, count - first + 1));
  }

  /// A subject at least so many levels under the root.
  int deep(int level, SplittableRandom random) {
    int first = 0;
    int size = 1;
    for (int above = 0; above < level; above++) {
      first += size;
      size *= BRANCHES;
    }
    return first + random.nextInt(count - first + 1);
  }

  /// First article of a subject, of all articles dealt out evenly.
  int firstArticle(int subject, int articles) {
    return (int) ((long) (subject - 1) * articles / count);
  }
}
