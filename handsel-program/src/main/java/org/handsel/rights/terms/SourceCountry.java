package org.handsel.rights.terms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handsel.rights.terms.Term.Type;
import org.jspecify.annotations.Nullable;

/// Judges a work by the rules of its source country, for one year of evaluation. Used by one
/// estimate.
final class SourceCountry {
  /// Commons' PD-old-assumed: a work this old whose author's death nobody knows is taken for free.
  static final int ASSUMED = 120;

  private final RightsFacts facts;
  private final Timeline timeline;
  private final List<Term> terms;
  private final int year;

  SourceCountry(RightsFacts facts, Timeline timeline, List<Term> terms, int year) {
    this.facts = facts;
    this.timeline = timeline;
    this.terms = terms;
    this.year = year;
  }

  Judgement judge() {
    Term cutoff = decisive(Type.CUTOFF);
    if (cutoff != null && !heldByFixedEnd()) {
      return Judgement.free(cutoff.rule(), exactness(), cutoff);
    }
    String situation = situation();
    Judgement byAuthor = byTerms(situation.equals("anonymous") ? "author" : situation);
    if (byAuthor.isFree() || !byAuthor.verified()) {
      return byAuthor;
    }
    if (situation.equals("anonymous")) {
      Judgement anonymous = byTerms("anonymous");
      if (old() && !anonymous.verified()) {
        return assumed(byAuthor);
      }
      if (anonymous.isFree()) {
        return old() ? anonymous : undisclosed(anonymous);
      }
      return assumed(anonymous);
    }
    return assumed(byAuthor);
  }

  /// Unpublished works may be protected to the end of a year, however long the author is dead.
  private boolean heldByFixedEnd() {
    return termsOf("author").stream()
        .filter(term -> term.type() == Type.FIXED)
        .map(this::free)
        .anyMatch(free -> free != null && free.to() > year);
  }

  /// Whether the work was free at home on 1 January 1996: the row that says so when it was, null
  /// otherwise.
  @Nullable Term free1996() {
    return decisive(Type.FREE_1996);
  }

  /// Whether the facts leave open that it was free at home on 1 January 1996.
  boolean maybeFree1996() {
    List<Term> rows = applying(Type.FREE_1996);
    return rows.stream()
        .anyMatch(term -> timeline.of(term.event(), term.years()).from() <= term.until());
  }

  /// Whether the government gives up its rights abroad as well when they are over at home.
  boolean worldwide() {
    return applying(Type.WORLDWIDE).stream().anyMatch(Term::verified);
  }

  private String situation() {
    if (Boolean.TRUE.equals(facts.government()) && has("government")) {
      return "government";
    }
    if (Boolean.TRUE.equals(facts.collective()) && has("collective")) {
      return "collective";
    }
    if (Boolean.TRUE.equals(facts.warDead()) && has("war-dead")) {
      return "war-dead";
    }
    return anonymous(facts) && has("anonymous") ? "anonymous" : "author";
  }

  static boolean anonymous(RightsFacts facts) {
    return !facts.authors().isEmpty()
        && facts.authors().stream().allMatch(RightsFacts.Author::anonymous);
  }

  private boolean has(String situation) {
    return terms.stream()
        .anyMatch(term -> term.type() == Type.TERM && term.situation().equals(situation));
  }

  private Judgement byTerms(String situation) {
    List<Term> applying = termsOf(situation);
    Years free = null;
    Years alternatives = null;
    Term decisive = null;
    for (Term term : applying) {
      Years one = free(term);
      if (one == null) {
        continue;
      }
      if (decisive == null || one.to() > latest(free, alternatives) || !term.verified()) {
        decisive = term;
      }
      if (term.when() != null) {
        alternatives = alternatives == null ? one : alternatives.with(one);
      } else {
        free = free == null ? one : free.laterOf(one);
      }
    }
    if (decisive == null) {
      return Judgement.unknown(
          "no-rule", Map.of("country", "no rule of this country fits the work"));
    }
    Years all =
        free == null ? alternatives : alternatives == null ? free : free.laterOf(alternatives);
    return firstPublication(java.util.Objects.requireNonNull(all), decisive);
  }

  private List<Term> termsOf(String situation) {
    List<Term> applying = new ArrayList<>();
    boolean simple = Boolean.TRUE.equals(facts.simple()) && "photograph".equals(facts.kind());
    if (simple) {
      applying.addAll(matching(Type.TERM, "author", "simple-photograph"));
    }
    if (applying.isEmpty()) {
      applying.addAll(matching(Type.TERM, situation, "any"));
      if (facts.kind() != null) {
        applying.addAll(matching(Type.TERM, situation, facts.kind()));
      }
      if (timeline.posthumous()) {
        applying.addAll(matching(Type.TERM, "posthumous", "any"));
      }
      if (Boolean.TRUE.equals(facts.unpublished()) && facts.kind() != null) {
        applying.addAll(matching(Type.FIXED, "unpublished", facts.kind()));
      }
    }
    return applying;
  }

  private List<Term> matching(Type type, String situation, String kind) {
    return terms.stream()
        .filter(term ->
            term.type() == type && term.situation().equals(situation) && term.kind().equals(kind))
        .toList();
  }

  private static int latest(@Nullable Years free, @Nullable Years alternatives) {
    return Math.max(
        free == null ? Years.EARLIEST : free.to(),
        alternatives == null ? Years.EARLIEST : alternatives.to());
  }

  /// When a term ends; null when it does not apply to the years of this work.
  private @Nullable Years free(Term term) {
    // A simple photograph by nobody known: the part of the term that counts from death falls away.
    if (term.kind().equals("simple-photograph")
        && term.event() == Term.Event.DEATH
        && anonymous(facts)) {
      return null;
    }
    Years event = timeline.of(term.event(), term.years());
    Term.When when = term.when();
    if (when != null) {
      Years other = timeline.of(when.event(), term.years());
      if (other.to() < when.from() || other.from() > when.to()) {
        return null;
      }
      if (when.event() == term.event()) {
        int from = Math.max(event.from(), when.from());
        int to = Math.min(event.to(), when.to());
        event = new Years(from, to, event.exact());
      }
    }
    return term.type() == Type.FIXED ? Years.of(term.until() + 1) : event.freeAfter(term.years());
  }

  /// Who first publishes a work whose term is over has a right of his own for some years.
  private Judgement firstPublication(Years free, Term decisive) {
    for (Term term : terms) {
      if (term.type() == Type.FIRST_PUBLICATION
          && timeline.publishedKnown()
          && free.bounded()
          && timeline.published().to() >= Math.max(free.from(), year(term))) {
        Years later = timeline.published().freeAfter(term.years());
        boolean surely = timeline.published().from() >= free.to();
        return judged(
            new Years(surely ? later.from() : free.from(), Math.max(free.to(), later.to()), false),
            term);
      }
    }
    return judged(free, decisive);
  }

  private static int year(Term term) {
    return term.when() == null ? Years.EARLIEST : term.when().from();
  }

  private Judgement judged(Years free, Term term) {
    boolean rests = term.event() != Term.Event.DEATH || timeline.deathKnown();
    Confidence confidence = rests ? exactness() : Confidence.MEDIUM;
    Status status = Judgement.status(free, year);
    Map<String, String> missing = new LinkedHashMap<>();
    if (status != Status.PUBLIC_DOMAIN) {
      askFor(term, status, missing);
    }
    return new Judgement(
        status,
        term.rule(),
        free,
        rests,
        status == Status.UNKNOWN ? Confidence.LOW : confidence,
        false,
        false,
        term,
        missing);
  }

  private void askFor(Term term, Status status, Map<String, String> missing) {
    if (term.event() == Term.Event.DEATH && !timeline.deathKnown()) {
      Questions.askForDeaths(facts, missing);
    }
    if (status == Status.IN_COPYRIGHT) {
      return;
    }
    if (term.event() == Term.Event.DEATH && timeline.deathKnown()) {
      missing.put("death year", Questions.EXACT);
    }
    if (term.event() == Term.Event.PUBLISHED || term.event() == Term.Event.MADE_PUBLIC) {
      missing.put("publication", Questions.PUBLICATION);
    }
    if (term.event() == Term.Event.CREATED) {
      missing.put("creation", Questions.CREATION);
    }
  }

  private Judgement undisclosed(Judgement anonymous) {
    return anonymous.onCondition(
        Confidence.MEDIUM, List.of(new String[][] {{"author disclosure", Questions.DISCLOSURE}}));
  }

  /// Nobody knows when the author died, but the work is very old.
  private Judgement assumed(Judgement judgement) {
    boolean unknownDeath = !timeline.deathKnown() && judgement.status() == Status.UNKNOWN;
    if (!unknownDeath || !old()) {
      return judgement;
    }
    Map<String, String> missing = new LinkedHashMap<>(judgement.missing());
    Questions.askForDeaths(facts, missing);
    return new Judgement(
        Status.PUBLIC_DOMAIN,
        "assumed-120",
        judgement.free(),
        false,
        Confidence.LOW,
        true,
        false,
        judgement.row(),
        missing);
  }

  private boolean old() {
    int made = Math.min(timeline.created().to(), timeline.published().to());
    return made < year - ASSUMED;
  }

  private Confidence exactness() {
    return timeline.exact() ? Confidence.HIGH : Confidence.MEDIUM;
  }

  /// A row of this type that surely holds; one that was verified before one that was not.
  private @Nullable Term decisive(Type type) {
    Term found = null;
    for (Term term : applying(type)) {
      if (timeline.of(term.event(), term.years()).to() <= term.until()
          && (found == null || term.verified())) {
        found = term;
        if (term.verified()) {
          break;
        }
      }
    }
    return found;
  }

  private List<Term> applying(Type type) {
    String situation = situation();
    return terms.stream().filter(term -> term.type() == type && fits(term, situation)).toList();
  }

  private boolean fits(Term term, String situation) {
    boolean kind =
        switch (term.kind()) {
          case "any" -> true;
          case "simple-photograph" ->
              "photograph".equals(facts.kind()) && Boolean.TRUE.equals(facts.simple());
          default -> term.kind().equals(facts.kind());
        };
    boolean who =
        switch (term.situation()) {
          case "any" -> !situation.equals("government");
          case "no-notice" -> Boolean.FALSE.equals(facts.notice());
          // A life that surely ended early enough frees the work of an unknown hand as well.
          case "author" -> situation.equals("author") || situation.equals("anonymous");
          default -> term.situation().equals(situation);
        };
    return kind && who && when(term);
  }

  private boolean when(Term term) {
    Term.When when = term.when();
    if (when == null) {
      return true;
    }
    Years event = timeline.of(when.event(), term.years());
    return event.from() >= when.from() && event.to() <= when.to();
  }
}
