package org.handsel.app.web.talks;

import java.util.List;
import java.util.Map;
import org.handsel.app.web.Form;
import org.handsel.app.web.Merge;
import org.handsel.partnership.register.Institution;
import org.handsel.partnership.talks.Occasion;
import org.handsel.platform.Who;

/// An event.
///
/// @param met institutions that are met there
/// @param goes whether the reader goes
/// @param by sentence on who was faster; empty where nobody was
public record OccasionView(
    Occasion occasion,
    List<Institution> met,
    List<Who> people,
    boolean goes,
    Form form,
    Merge merge,
    String by) {
  public OccasionView {
    met = List.copyOf(met);
    people = List.copyOf(people);
  }

  public Map<String, String> theirs() {
    return merge.theirs();
  }
}
