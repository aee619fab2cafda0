package org.handsel.readiness.sample;

import java.util.NavigableSet;
import java.util.SplittableRandom;
import java.util.TreeSet;

/// Who is born and dies when: every year that a category is made for has at least two people.
final class Lives {
  private static final int FIRST_YEAR = 1720;
  private static final int SPAN = 200;
  private static final int LONGEST = 120;

  private final int people;
  private final int slots;
  private final int pairs;
  private final TreeSet<Integer> births = new TreeSet<>();
  private final TreeSet<Integer> deaths = new TreeSet<>();

  Lives(int people) {
    this.people = people;
    slots = Math.clamp(people / 6, 2, SPAN);
    pairs = people / slots / 2;
    for (int slot = 0; slot < slots; slot++) {
      births.add(birth(slot));
      for (int pair = 0; pair < Math.min(pairs, 50); pair++) {
        deaths.add(birth(slot) + age(slot, pair));
      }
    }
    deaths.add(births.first() + LONGEST);
  }

  /// Two people with one span of life make sure that no category of a year has a single member.
  private static int age(int slot, int pair) {
    return 35 + (slot * 13 + pair * 7) % 50;
  }

  private int birth(int slot) {
    return FIRST_YEAR + slot * (SPAN / slots);
  }

  int people() {
    return people;
  }

  int birthOf(int person) {
    return birth(person % slots);
  }

  /// Year of death, or 0 of somebody of whom none is known.
  int deathOf(int person) {
    int round = person / slots;
    return round >= 2 * pairs ? 0 : birthOf(person) + age(person % slots, round / 2);
  }

  /// Years that have a category.
  NavigableSet<Integer> births() {
    return births;
  }

  NavigableSet<Integer> deaths() {
    return deaths;
  }

  /// Somebody whose years both have categories.
  int any(SplittableRandom random) {
    return random.nextInt(2 * pairs * slots);
  }

  int longestDeath() {
    return births.first() + LONGEST;
  }
}
