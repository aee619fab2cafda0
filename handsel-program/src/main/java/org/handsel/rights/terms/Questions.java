package org.handsel.rights.terms;

import java.util.Map;

/// What to find out for each missing fact.
final class Questions {
  static final String PUBLICATION =
      "when and where the work was first published; a catalogue, print run or exhibition with"
          + " copies for sale counts";
  static final String EXACT = "the exact year: the delivered date leaves it open";
  static final String CREATION = "when the work was made, as an EDTF date";
  static final String COUNTRY =
      "the country of first publication, else of the author, as an ISO code";
  static final String DISCLOSURE =
      "that the author never made himself known within the term; say where you looked";
  static final String SIMPLE =
      "whether the photograph is a simple one (a snapshot) or a work of art in the law of the"
          + " country";
  static final String NOTICE = "whether the first publication bore a copyright notice";
  static final String RENEWAL =
      "whether the copyright was renewed in the 28th year (Catalog of Copyright Entries)";
  static final String PHOTOGRAPHER = "who made the photo or scan, and when";
  static final String LICENCE = "a free licence of whoever made the photo";
  static final String FLAT = "whether the work is flat and was taken from the front, without frame";

  private Questions() {}

  static void askForDeaths(RightsFacts facts, Map<String, String> missing) {
    if (facts.authors().isEmpty()) {
      missing.put("author", "who made the work, and when that person died");
      return;
    }
    missing.put("death year", "when the author died" + of(facts));
  }

  private static String of(RightsFacts facts) {
    StringBuilder names = new StringBuilder();
    for (RightsFacts.Author author : facts.authors()) {
      if (author.death() == null || author.death().isBlank()) {
        names
            .append(names.isEmpty() ? ": " : ", ")
            .append(author.name() == null ? "an unknown hand" : author.name());
      }
    }
    return names.toString();
  }
}
