package org.handsel.rights.terms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handsel.rights.terms.RightsFacts.Author;
import org.jspecify.annotations.Nullable;

/// The years of a work, each as narrow as the facts allow: nobody dies before the work was made or
/// more than [#LIFE] years after it or after their birth. Immutable.
///
/// @param death of the last surviving author
/// @param deathKnown whether each author has a readable death year
/// @param deathYear year for templates; null unless each author has one
/// @param unread date texts that are not EDTF or no such date, with what to find out
/// @param contradictions facts that cannot all be true
record Timeline(
    Years death,
    boolean deathKnown,
    @Nullable Integer deathYear,
    Years created,
    boolean createdKnown,
    Years published,
    boolean publishedKnown,
    Map<String, String> unread,
    List<String> contradictions) {

  /// No human life was longer (122 years), and nobody makes pictures in the cradle. The
  /// documentation of Commons' PD-old-assumed counts so: 120 years from making.
  static final int LIFE = 120;

  static Timeline of(RightsFacts facts) {
    Map<String, String> unread = new LinkedHashMap<>();
    Optional<Years> made = read("creation", facts.created(), unread);
    Optional<Years> out =
        Boolean.TRUE.equals(facts.unpublished())
            ? Optional.empty()
            : read("publication", facts.published(), unread);
    Years created =
        made.orElse(new Years(Years.EARLIEST, out.map(Years::to).orElse(Years.LATEST), false));
    Lives lives = new Lives(created, unread);
    facts.authors().forEach(lives::add);
    Years death = lives.last();
    if (made.isEmpty() && death.to() < created.to()) {
      created = new Years(Math.min(created.from(), death.to()), death.to(), false);
    }
    if (made.isEmpty() && lives.born > created.from()) {
      created = new Years(Math.min(lives.born, created.to()), created.to(), false);
    }
    Years published =
        out.orElse(new Years(Math.min(created.from(), Years.LATEST), Years.LATEST, false));
    return new Timeline(
        death,
        lives.known(),
        lives.known() && lives.last().bounded() ? (Integer) lives.last().to() : null,
        created,
        made.isPresent(),
        published,
        out.isPresent(),
        unread,
        contradictions(made, out, lives));
  }

  /// Whether all facts that a verdict rests on are exact.
  boolean exact() {
    return (!deathKnown || death.exact())
        && (!createdKnown || publishedKnown || created.exact())
        && (!publishedKnown || published.exact());
  }

  /// Published only after the last author had died.
  boolean posthumous() {
    return publishedKnown && deathKnown && published.from() > death.to();
  }

  Years of(Term.Event event, int term) {
    return switch (event) {
      case DEATH -> death;
      case PUBLISHED -> published;
      case CREATED -> created;
      case MADE_PUBLIC -> madePublic(term);
    };
  }

  /// A work that was not published within the term is free when that is over, counted from making;
  /// one that was, at the latest at its end.
  private Years madePublic(int term) {
    if (!created.bounded()) {
      return published;
    }
    int latest = publishedKnown ? published.to() : created.to() + term;
    int to = Math.min(latest, created.to() + term);
    return new Years(
        Math.min(publishedKnown ? published.from() : created.from(), to), to, published.exact());
  }

  private static Optional<Years> read(
      String what, @Nullable String text, Map<String, String> unread) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    Optional<Years> years = EdtfYears.read(text);
    if (years.isEmpty()) {
      unread.put(
          what,
          "expected an EDTF date such as 1935, 1935~ or 1930/1935, found \"%s\"".formatted(text));
    }
    return years;
  }

  private static List<String> contradictions(
      Optional<Years> created, Optional<Years> published, Lives lives) {
    List<String> found = new ArrayList<>(lives.contradictions);
    if (created.isPresent()
        && published.isPresent()
        && published.get().to() < created.get().from()) {
      found.add("published %d, but made %d".formatted(published.get().to(), created.get().from()));
    }
    if (created.isPresent() && lives.known() && lives.last().to() < created.get().from()) {
      found.add(
          "made %d, but the last author died %d"
              .formatted(created.get().from(), lives.last().to()));
    }
    if (created.isPresent() && created.get().to() < lives.born) {
      found.add("made %d, but an author was born %d".formatted(created.get().to(), lives.born));
    }
    if (created.isPresent() && lives.known() && lives.last().from() > created.get().to() + LIFE) {
      found.add(
          "made %d, but the last author died %d: nobody lives so long"
              .formatted(created.get().to(), lives.last().from()));
    }
    return List.copyOf(found);
  }

  /// Gathers when the authors died.
  private static final class Lives {
    private final Years created;
    private final Map<String, String> unread;
    private final List<String> contradictions = new ArrayList<>();
    private @Nullable Years last;
    private boolean allKnown = true;
    private int authors;
    private int born = Years.EARLIEST;

    Lives(Years created, Map<String, String> unread) {
      this.created = created;
      this.unread = unread;
    }

    void add(Author author) {
      authors++;
      String name = author.name() == null ? "the author" : author.name();
      Optional<Years> birth = read("birth year of " + name, author.birth(), unread);
      Optional<Years> death = read("death year of " + name, author.death(), unread);
      if (death.isPresent() && EdtfYears.openOrDoubtfulSpan(String.valueOf(author.death()))) {
        unread.put(
            "death year of " + name,
            "\"%s\" reads like a life or an activity, not like a death year"
                .formatted(author.death()));
        death = Optional.empty();
      }
      if (birth.isPresent() && death.isPresent() && death.get().to() < birth.get().from()) {
        contradictions.add(
            "%s died %d, but was born %d".formatted(name, death.get().to(), birth.get().from()));
      }
      if (birth.isPresent()
          && death.isPresent()
          && death.get().from() > (long) birth.get().to() + LIFE) {
        contradictions.add(
            "%s was born %d and died %d: nobody lives so long"
                .formatted(name, birth.get().to(), death.get().from()));
      }
      birth.ifPresent(years -> born = Math.max(born, years.from()));
      allKnown &= death.isPresent();
      Years one = death.orElseGet(() -> lifetime(birth));
      last = last == null ? one : last.laterOf(one);
    }

    boolean known() {
      return authors > 0 && allKnown;
    }

    Years last() {
      return last == null ? lifetime(Optional.empty()) : last;
    }

    private Years lifetime(Optional<Years> birth) {
      int from = Math.max(created.from(), birth.map(Years::from).orElse(Years.EARLIEST));
      int to =
          Math.min(
              created.bounded() ? created.to() + LIFE : Years.LATEST,
              birth.filter(Years::bounded).map(years -> years.to() + LIFE).orElse(Years.LATEST));
      return new Years(Math.min(from, to), to, false);
    }
  }
}
