package org.handsel.rights.terms;

import org.jspecify.annotations.Nullable;

/// One rule of a country.
///
/// @param rule id that stands in the output, such as `pma-70`
/// @param situation who counts as the author: author, anonymous, government, collective, war-dead,
///   posthumous, unpublished, no-notice
/// @param kind any, photograph, simple-photograph or another kind of work
/// @param type what the rule does
/// @param event from which the years run, or which has to lie early enough
/// @param years length of the term; 0 for others
/// @param until latest year of the event that is free; for a fixed end the last protected year
/// @param when narrows the rule to events within years; null for all
/// @param template on Commons, without braces; `{death}` is replaced; empty for none
/// @param verified whether somebody read the source
record Term(
    String country,
    String rule,
    String situation,
    String kind,
    Type type,
    Event event,
    int years,
    int until,
    @Nullable When when,
    String template,
    String source,
    String checked,
    boolean verified) {

  enum Type {
    /// Protected for some years after the event; all terms that apply have to be over.
    TERM,
    /// Protected to the end of a year, whatever else.
    FIXED,
    /// Free because the event lies early enough: a former term was over before a longer one came.
    CUTOFF,
    /// Was free at home on 1 January 1996.
    FREE_1996,
    /// Where this government's own term is over, it claims nothing abroad either.
    WORLDWIDE,
    /// Whoever first publishes a work after its term has a right of his own.
    FIRST_PUBLICATION
  }

  enum Event {
    DEATH,
    PUBLISHED,
    CREATED,
    /// First publication; making, when it was not published within the term.
    MADE_PUBLIC
  }

  /// @param from first year, both included
  record When(Event event, int from, int to) {}
}
