package org.handsel.app.web.guide;

import java.util.List;

/// All guides.
public record GuideList(List<Guide> guides) {
  public GuideList {
    guides = List.copyOf(guides);
  }
}
