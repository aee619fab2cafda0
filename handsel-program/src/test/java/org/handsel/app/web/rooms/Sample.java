package org.handsel.app.web.rooms;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.handsel.partnership.contacts.Contact;
import org.handsel.partnership.contacts.ContactDraft;
import org.handsel.partnership.contacts.Contacts;
import org.handsel.partnership.register.Institution;
import org.handsel.partnership.talks.Answer;
import org.handsel.partnership.talks.Claims;
import org.handsel.partnership.talks.Direction;
import org.handsel.partnership.talks.Entry;
import org.handsel.partnership.talks.EntryDraft;
import org.handsel.partnership.talks.EntryKind;
import org.handsel.partnership.talks.Logged;
import org.handsel.partnership.talks.Moved;
import org.handsel.partnership.talks.NextStep;
import org.handsel.partnership.talks.Occasion;
import org.handsel.partnership.talks.Occasions;
import org.handsel.partnership.talks.Partnership;
import org.handsel.partnership.talks.Partnerships;
import org.handsel.partnership.talks.Referrals;
import org.handsel.partnership.talks.RevisitPlan;
import org.handsel.partnership.talks.Revisits;
import org.handsel.partnership.talks.Stages;
import org.handsel.partnership.talks.Timeline;
import org.handsel.platform.Who;
import org.handsel.testing.SetClock;

/// A group of three with some months of talks behind it; all names are invented.
public final class Sample {
  static final String LETTER =
      """
      Dear Ms Winter,

      thank you for your visit. We like the idea of showing our photographs to more people.
      The images may be used for non-commercial purposes only.
      Each image must carry the credit line "Skarvik Museum".
      We can only deliver images of at most 1,000 pixels.
      If possible, we would perhaps want a visible watermark.
      We expect a report on usage once a year.
      We must also receive a printed copy of every book.

      With kind regards
      E. Halvorsen
      """;

  private final Workbench.Parts parts;
  private final SetClock clock;
  private final Partnerships partnerships;
  private final Stages stages;
  private final Timeline timeline;
  private final Claims claims;

  final Who ada;
  final Who bo;
  final Who cy;
  String museum = "";
  String museumPartnership = "";
  String archivePartnership = "";
  String answerEntry = "";
  String mailEntry = "";
  String contact = "";
  String event = "";

  private Sample(Workbench.Parts parts, SetClock clock, Who ada, Who bo, Who cy) {
    this.parts = parts;
    this.clock = clock;
    this.ada = ada;
    this.bo = bo;
    this.cy = cy;
    this.partnerships = new Partnerships(parts.database(), parts.history(), clock);
    this.stages = new Stages(parts.database(), parts.history(), clock);
    this.timeline = new Timeline(parts.database(), parts.history(), clock);
    this.claims = new Claims(parts.database(), parts.history(), clock);
  }

  /// Fills a workspace.
  ///
  /// @param clock stands on the day that the sample ends on
  public static Sample fill(Workbench.Parts parts, SetClock clock, Who ada, Who bo, Who cy) {
    Sample sample = new Sample(parts, clock, ada, bo, cy);
    sample.fill();
    return sample;
  }

  private Institution add(String name, String country, String type, String city) {
    return parts.institutions().add(ada, Institution.draft(name, country, type).at(city, null));
  }

  private Institution website(Institution one) {
    return parts.institutions().change(ada, one.withWebsite("https://skarvik.example/"));
  }

  private void fill() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    on(today.minusMonths(5));
    Institution skarvik = website(add("Skarvik Museum", "NO", "museum", "Skarvik"));
    website(add("Skarvik museum", "NO", "museum", "Skarvik"));
    museum = skarvik.id();
    parts
        .institutions()
        .state(ada, museum, "digital-share", "0.4", "https://skarvik.example/samling", null);
    parts
        .institutions()
        .state(ada, museum, "public-domain-share", "0.65", "https://skarvik.example/om", null);
    parts.institutions().state(ada, museum, "description-quality", "well", null, null);
    parts
        .institutions()
        .state(
            bo,
            museum,
            "interests",
            "More visitors from abroad; better dates for the fishing photographs",
            "talk of 3 July",
            null);
    parts.institutions().identify(ada, museum, "Q685753");
    Institution friends = add("Friends of Skarvik Museum", "NO", "other", "Skarvik");
    parts.institutions().affiliate(ada, friends.id(), museum, "friends-of", "its statutes");
    Partnership photographs = partnerships.begin(ada, museum, "Fishing photographs");
    museumPartnership = photographs.id();
    claims.take(ada, museum, null);
    Contact head = person(museum, "Elin Halvorsen", "head of the collection");
    contact = head.id();
    stages.move(ada, photographs.id(), photographs.version(), 2, "");
    log(
        ada,
        photographs,
        EntryKind.CALL,
        Direction.OUT,
        "Called the museum. They know Commons from a colleague in Tromsø and would like to see an"
            + " example.",
        head,
        null);
    on(today.minusMonths(3));
    log(
        ada,
        photographs,
        EntryKind.MEETING,
        Direction.BOTH,
        "Met in the reading room. They showed the glass negatives, 4,200 of them, 1,700 scanned.",
        head,
        null);
    on(today.minusDays(20));
    claims.take(ada, museum, null);
    mailEntry =
        log(
                ada,
                photographs,
                EntryKind.MAIL,
                Direction.OUT,
                "Sent the example of the small archive and asked for a first list.",
                head,
                NextStep.open("ask how the list comes along", today.minusDays(2), ada))
            .id();
    on(today.minusDays(3));
    Entry answer =
        entered(
            timeline.log(
                ada,
                EntryDraft.answer(photographs.id(), today.minusDays(3), Answer.NO_BUT, LETTER)
                    .withPeople(List.of(head.id()))));
    answerEntry = answer.id();
    timeline.link(
        ada,
        answer.id(),
        org.handsel.rights.conditions.Conditions.load().analyse(LETTER).conditions().stream()
            .map(one ->
                new Entry.LinkedCondition(
                    one.id(), one.quote(), one.verdict().name().toLowerCase(java.util.Locale.ROOT)))
            .toList());
    move(ada, photographs, 3);

    on(today.minusMonths(7));
    Institution archive = add("Stadtarchiv Lindenau", "DE", "archive", "Lindenau");
    Partnership town = partnerships.begin(bo, archive.id(), "Town views");
    archivePartnership = town.id();
    claims.take(bo, archive.id(), null);
    move(bo, town, 2);
    log(
        bo,
        town,
        EntryKind.LETTER,
        Direction.OUT,
        "Wrote to the head of the archive with an offer to link persons to the authority file.",
        null,
        null);
    on(today.minusDays(8));
    claims.take(bo, archive.id(), null);
    log(
        bo,
        town,
        EntryKind.CALL,
        Direction.IN,
        "They called back: the board meets in January.",
        null,
        NextStep.open("send two pages for the board", today.plusDays(6), bo));

    on(today.minusMonths(6));
    Institution library = add("Bibliothèque de Valmont", "FR", "library", "Valmont");
    Partnership prints = partnerships.begin(ada, library.id(), "Prints");
    claims.take(ada, library.id(), null);
    move(ada, prints, 2);
    log(ada, prints, EntryKind.MAIL, Direction.OUT, "Introduced ourselves.", null, null);
    timeline.log(
        ada,
        EntryDraft.answer(
            prints.id(), today.minusMonths(6), Answer.NO, "They have no staff for it this year."));

    on(today.minusDays(15));
    for (String[] row :
        new String[][] {
          {"Galleria Montesole", "IT", "gallery", "Montesole", "Drawings"},
          {"Heimatmuseum Oberau", "DE", "museum", "Oberau", ""},
          {"Press Photo Vik", "NO", "media agency", "Bergen", "Sports, 1950–1970"},
        }) {
      Institution one = add(row[0], row[1], row[2], row[3]);
      Partnership begun = partnerships.begin(cy, one.id(), row[4]);
      if (row[3].equals("Bergen")) {
        claims.take(cy, one.id(), null);
        move(cy, begun, 2);
        log(
            cy,
            begun,
            EntryKind.MAIL,
            Direction.OUT,
            "Asked for a first talk.",
            null,
            NextStep.open("call if nothing came", today.plusDays(1), cy));
      }
    }
    add("Heimatmuseum Oberau e. V.", "DE", "museum", "Oberau");
    Institution done = add("Fotosammlung Kestenholz", "CH", "archive", "Kestenholz");
    Partnership released = partnerships.begin(ada, done.id(), "Aerial views");
    claims.take(ada, done.id(), null);
    move(ada, released, 4);
    new Referrals(parts.database(), parts.history(), clock)
        .note(ada, museum, done.id(), today.minusDays(30), "at the archives’ congress");
    new Revisits(parts.database(), parts.history(), clock)
        .plan(
            ada,
            town.id(),
            new RevisitPlan("staff-change", 2, null, "the new head begins in January"));
    event =
        new Occasions(parts.database(), parts.history(), clock)
            .add(
                ada,
                Occasion.draft(
                        "Congress of small archives",
                        "congress",
                        "Kassel",
                        today.plusDays(9),
                        today.plusDays(11))
                    .with(List.of(ada, bo), List.of(archive.id())))
            .id();
    new Occasions(parts.database(), parts.history(), clock)
        .add(
            bo,
            Occasion.draft(
                "Open day of the town archive",
                "exhibition",
                "Lindenau",
                today.plusDays(20),
                today.plusDays(20)));
    parts.institutions().proposeDuplicates(0.3);
    clock.set(today.atTime(LocalTime.of(8, 0)).toInstant(ZoneOffset.UTC));
  }

  /// The day of a clock.
  public static LocalDate day(java.time.Clock clock) {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private void on(LocalDate day) {
    clock.set(day.atTime(10, 0).toInstant(ZoneOffset.UTC));
  }

  private Contact person(String institution, String name, String role) {
    return new Contacts(parts.database(), parts.history(), clock)
        .add(
            ada,
            new ContactDraft(
                institution,
                name,
                role,
                "e.halvorsen@skarvik.example",
                "+47 55 00 00 00",
                null,
                "legitimate-interest",
                "imprint of the site"));
  }

  private Entry log(
      Who who,
      Partnership partnership,
      EntryKind kind,
      Direction direction,
      String text,
      @org.jspecify.annotations.Nullable Contact with,
      @org.jspecify.annotations.Nullable NextStep step) {
    EntryDraft draft =
        EntryDraft.of(
            partnership.id(),
            LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
            kind,
            direction,
            text);
    if (with != null) {
      draft = draft.withPeople(List.of(with.id()));
    }
    return entered(timeline.log(who, step == null ? draft : draft.with(step)));
  }

  private static Entry entered(Logged logged) {
    return ((Logged.Entered) logged).entry();
  }

  private void move(Who who, Partnership partnership, int stage) {
    Partnership now = partnerships.find(partnership.id()).orElseThrow();
    Moved moved = stages.move(who, now.id(), now.version(), stage, "sample");
    if (!(moved instanceof Moved.There)) {
      throw new IllegalStateException("the sample does not fit the limits");
    }
  }
}
