package org.handsel.app.web.guide;

import java.util.List;

/// The guide to one stage in the language of a page.
///
/// @param cases how many partnerships of this workspace went through the stage
/// @param days within which half of them left it
public record Guide(
    int stage,
    String title,
    List<String> now,
    List<String> ask,
    List<String> wrong,
    List<String> time,
    int cases,
    int days) {
  public Guide {
    now = List.copyOf(now);
    ask = List.copyOf(ask);
    wrong = List.copyOf(wrong);
    time = List.copyOf(time);
  }
}
