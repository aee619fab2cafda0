package org.handsel.partnership.briefs;

import java.util.function.UnaryOperator;

/// What `brief/slides.jte` shows.
///
/// @param script of the page; empty on paper
/// @param text makes markup of what was typed by people: escaped, or drawn for the PDF
public record SlidesPage(
    Deck deck, Wording words, String style, String script, UnaryOperator<String> text) {
  public String markup(String typed) {
    return text.apply(typed);
  }

  public boolean paper() {
    return script.isEmpty();
  }
}
