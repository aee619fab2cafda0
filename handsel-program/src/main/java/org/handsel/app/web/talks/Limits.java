package org.handsel.app.web.talks;

import org.handsel.app.web.text.Words;
import org.handsel.partnership.habits.Habit;
import org.handsel.partnership.habits.Habits;

/// Reasons of limits and terms in the language of a page: the program's own are messages, those
/// that a team wrote stand as they are.
final class Limits {
  private Limits() {}

  static String reason(Habits habits, Words words, String name, String stored) {
    boolean standard =
        habits.standard().stream()
            .anyMatch(habit -> habit.name().equals(name) && habit.reason().equals(stored));
    String key = "talks.habit." + name + ".why";
    return standard && words.has(key) ? words.of(key) : stored;
  }

  static String reason(Habits habits, Words words, Habit habit) {
    return reason(habits, words, habit.name(), habit.reason());
  }
}
