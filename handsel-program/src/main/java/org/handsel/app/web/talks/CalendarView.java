package org.handsel.app.web.talks;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.handsel.app.web.Form;
import org.handsel.partnership.talks.Agendas;
import org.handsel.partnership.talks.Occasion;
import org.handsel.platform.Who;

/// A month of the calendar.
///
/// @param days of whole weeks, Monday first
/// @param mine whether only the reader's business is shown
/// @param events that are to come, with who goes
/// @param fresh the secret address that was just made; empty else
/// @param feed whether the reader has one
/// @param form to add an event
public record CalendarView(
    YearMonth month,
    List<Day> days,
    boolean mine,
    List<Occasion> events,
    List<Who> people,
    String fresh,
    boolean feed,
    LocalDate today,
    Form form) {
  public CalendarView {
    days = List.copyOf(days);
    events = List.copyOf(events);
    people = List.copyOf(people);
  }

  /// A day with what happens on it.
  ///
  /// @param inside whether it belongs to the month
  public record Day(LocalDate date, boolean inside, List<Agendas.Item> items) {
    public Day {
      items = List.copyOf(items);
    }
  }
}
