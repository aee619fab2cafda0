package org.handsel.app.web.talks;

import java.util.List;
import java.util.Map;
import org.handsel.partnership.effort.LoadWarning;
import org.handsel.partnership.talks.Board;
import org.handsel.partnership.talks.Boards;
import org.handsel.partnership.talks.CardFilter;
import org.handsel.platform.Who;

/// The board.
///
/// @param filter what is shown
/// @param quiet months without a contact that are asked for; empty for any
/// @param teams all of them; one is none to choose from
/// @param people who may hold claims
/// @param loads what the reader carries
/// @param limits by stage the reason of its limit in the language of the page
/// @param buried by partnership: inquiries to the institution grow faster than who answers them
/// @param here address of the board as it is shown
public record BoardView(
    Board board,
    CardFilter filter,
    String quiet,
    List<String> teams,
    List<Who> people,
    List<Boards.Load> loads,
    List<String> limits,
    Map<String, LoadWarning> buried,
    String here) {
  public BoardView {
    teams = List.copyOf(teams);
    people = List.copyOf(people);
    loads = List.copyOf(loads);
    limits = List.copyOf(limits);
    buried = Map.copyOf(buried);
  }
}
