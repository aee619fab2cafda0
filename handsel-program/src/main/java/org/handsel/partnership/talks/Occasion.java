package org.handsel.partnership.talks;

import java.time.LocalDate;
import java.util.List;
import org.handsel.platform.Who;
import org.jspecify.annotations.Nullable;

/// An exhibition, congress or the like at which institutions are met.
///
/// @param kind `exhibition`, `congress`, `lecture`, `anniversary`, `edit-a-thon` or `other`
/// @param ends its last day
/// @param goers who of the group goes
/// @param institutions ids of those that are met
/// @param result what came of it; empty before
public record Occasion(
    String id,
    String title,
    String kind,
    String place,
    LocalDate begins,
    LocalDate ends,
    @Nullable String website,
    List<Who> goers,
    List<String> institutions,
    String result,
    long version) {
  public Occasion {
    goers = List.copyOf(goers);
    institutions = List.copyOf(institutions);
  }

  /// An occasion that nobody goes to yet.
  public static Occasion draft(
      String title, String kind, String place, LocalDate begins, LocalDate ends) {
    return new Occasion("", title, kind, place, begins, ends, null, List.of(), List.of(), "", 0);
  }

  public Occasion with(List<Who> people, List<String> met) {
    return new Occasion(
        id, title, kind, place, begins, ends, website, people, met, result, version);
  }

  public Occasion withResult(String what) {
    return new Occasion(
        id, title, kind, place, begins, ends, website, goers, institutions, what, version);
  }
}
