package org.handsel.app.web.talks;

import java.util.List;

/// What forms of talks offer to choose from, by the words under which it is stored; for templates.
public interface EntryChoices {
  List<String> KINDS = List.of("mail", "call", "meeting", "event", "letter", "note");
  List<String> DIRECTIONS = List.of("out", "in", "both");
  List<String> ANSWERS = List.of("yes", "no-but", "no", "none");
  List<String> EVENTS =
      List.of("exhibition", "congress", "lecture", "anniversary", "edit-a-thon", "other");
}
