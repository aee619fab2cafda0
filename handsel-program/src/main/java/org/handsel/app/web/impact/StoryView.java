package org.handsel.app.web.impact;

import java.util.List;
import org.handsel.app.web.Form;
import org.handsel.app.web.agreements.Head;
import org.handsel.impact.Story;

/// The stories of a partnership.
///
/// @param measured whether there are numbers to draft from
public record StoryView(Head head, List<Story> stories, boolean measured, Form form) {
  public StoryView {
    stories = List.copyOf(stories);
  }
}
