package org.handsel.app.web.talks;

import java.util.List;
import org.handsel.app.web.Form;
import org.handsel.partnership.habits.Habit;

/// Limits and terms of a team.
///
/// @param form that was sent and has to be corrected, or an empty one
/// @param wrong name of the habit that it is about
public record HabitsView(String team, List<Row> rows, List<String> teams, Form form, String wrong) {
  public HabitsView {
    rows = List.copyOf(rows);
    teams = List.copyOf(teams);
  }

  /// One limit or term.
  ///
  /// @param reason why this value, in the language of the page
  public record Row(Habit habit, String reason) {}
}
