package org.handsel.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.handsel.app.web.account.Accounts;
import org.handsel.app.web.account.Role;
import org.handsel.partnership.register.Institutions;
import org.handsel.platform.Database;
import org.handsel.platform.History;
import org.handsel.platform.Ids;
import org.handsel.platform.Progress;
import org.handsel.platform.Tsv;
import org.handsel.platform.Who;
import org.handsel.platform.Workspace;
import org.jdbi.v3.core.Handle;

/// A workspace as a large group has it after years: the institutions come through the importer, the
/// rest is written as rows, because a year of clicks would take hours.
///
/// The same seed makes the same workspace.
final class FullWorkspace {
  static final String PASSWORD = "four words are enough";

  private static final String[] FIRST = {
    "Stadt", "Heimat", "Technik", "Kunst", "Landes", "Universitäts", "Diözesan", "Kreis", "County",
    "City", "National", "Maritime", "Folk", "Railway", "Botanical", "Musée", "Biblioteca", "Museo",
    "Österreichisches", "Śląskie", "Norsk", "Svenska", "Archivio", "Historical"
  };
  private static final String[] SECOND = {
    "museum",
    "archiv",
    "bibliothek",
    "Museum",
    "Archive",
    "Library",
    "Society",
    "Collection",
    "Gallery",
    "des Beaux-Arts",
    "Foundation",
    "Institute"
  };
  private static final String[] PLACE = {
    "Lindenau",
    "Skarvik",
    "Valmont",
    "Montesole",
    "Oberau",
    "Kestenholz",
    "Bergen",
    "Ashford",
    "Springfield",
    "Łódź",
    "Göteborg",
    "Århus",
    "Sankt Veit",
    "Ørsta",
    "Clermont",
    "Utrecht",
    "Gent",
    "Zürich",
    "Plzeň",
    "Győr",
    "Ávila",
    "Coimbra",
    "Bath",
    "Halle",
    "Tampere"
  };
  private static final String[] COUNTRY = {
    "US", "DE", "FR", "IT", "NO", "SE", "PL", "NL", "GB", "CH", "AT", "ES", "BE", "DK", "FI"
  };
  private static final String[] TYPE = {"museum", "library", "archive", "gallery", "unknown"};
  private static final String[] WORDS = {
    "called",
    "wrote",
    "met",
    "asked",
    "answered",
    "board",
    "list",
    "scans",
    "glass",
    "negatives",
    "director",
    "collection",
    "rights",
    "credit",
    "line",
    "pilot",
    "thousand",
    "images",
    "next",
    "week",
    "meeting",
    "reading",
    "room",
    "example",
    "letter",
    "draft",
    "agreement",
    "funding"
  };

  private final Workspace workspace;
  private final Size size;
  private final Random random = new Random(17);
  private final Clock clock = Clock.systemUTC();
  private final Ids ids = new Ids(clock);
  private final LocalDate today = LocalDate.now(clock);
  private final List<Who> people = new ArrayList<>();

  /// How much of it there is.
  record Size(int institutions, int partnerships, int entries, int users) {}

  private FullWorkspace(Workspace workspace, Size size) {
    this.workspace = workspace;
    this.size = size;
  }

  static void fill(Workspace workspace, Size size) throws IOException {
    new FullWorkspace(workspace, size).fill();
  }

  static String user(int number) {
    return "User %02d".formatted(number);
  }

  private void fill() throws IOException {
    try (Database database = Database.open(workspace.create().databaseUrl(), clock)) {
      Accounts accounts = new Accounts(database, clock);
      for (int i = 0; i < size.users(); i++) {
        Role role = i == 0 ? Role.ADMIN : Role.COORDINATOR;
        people.add(accounts.add(Who.HANDSEL, user(i), role, PASSWORD, null).who());
      }
      Path list = workspace.home().resolveSibling("institutions.tsv");
      write(list);
      new Institutions(database, new History(database, clock), clock)
          .importList(people.getFirst(), list, Map.of(), Progress.NONE);
      List<String> institutions =
          database.read(handle ->
              handle
                  .createQuery("select id from institution order by id limit :most")
                  .bind("most", size.partnerships())
                  .mapTo(String.class)
                  .list());
      database.write(handle -> {
        List<String> partnerships = new ArrayList<>();
        for (String institution : institutions) {
          partnerships.add(partnership(handle, institution));
        }
        entries(handle, partnerships);
        occasions(handle, institutions);
      });
    }
  }

  private void write(Path list) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(list)) {
      out.write(
          Tsv.row(
                  List.of(
                      "source",
                      "source_id",
                      "name",
                      "country",
                      "type",
                      "city",
                      "region",
                      "lat",
                      "lon",
                      "website",
                      "isil",
                      "wikidata"))
              + "\n");
      for (int i = 0; i < size.institutions(); i++) {
        String country = pick(COUNTRY);
        String place = pick(PLACE);
        out.write(
            Tsv.row(
                    List.of(
                        "measured",
                        "M" + i,
                        "%s%s %s %d".formatted(pick(FIRST), pick(SECOND), place, i % 977),
                        country,
                        pick(TYPE),
                        place,
                        "",
                        i % 3 == 0 ? "" : String.valueOf(36 + random.nextDouble() * 30),
                        i % 3 == 0 ? "" : String.valueOf(-10 + random.nextDouble() * 35),
                        i % 2 == 0 ? "" : "https://house%d.example/".formatted(i),
                        i % 4 == 0 ? country + "-M" + i : "",
                        "Q" + (90_000_000 + i)))
                + "\n");
      }
    }
  }

  private String partnership(Handle handle, String institution) {
    String id = ids.next();
    int stage = new int[] {0, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5}[random.nextInt(11)];
    String state = stage == 3 && random.nextInt(2) == 0 ? "not-yet" : "open";
    state = random.nextInt(10) == 0 ? "done" : state;
    String revisit = state.equals("not-yet") ? day(-30 + random.nextInt(300)) : null;
    Who who = people.get(random.nextInt(people.size()));
    handle.execute(
        "insert into partnership (id, institution, title, stage, state, team, revisit_on,"
            + " stage_since, last_contact_on, created_at, changed_at) values (?, ?, ?, ?, ?, ?, ?,"
            + " ?, ?, ?, ?)",
        id,
        institution,
        "Photographs " + random.nextInt(1000),
        stage,
        state,
        new String[] {"", "", "north", "south"}[random.nextInt(4)],
        revisit,
        day(-random.nextInt(400)),
        day(-random.nextInt(200)),
        clock.millis(),
        clock.millis());
    if (revisit != null) {
      handle.execute(
          "insert into revisit (partnership, cause, months, since, due_on, reason, who, who_name)"
              + " values (?, 'refusal', 12, ?, ?, 'no staff this year', ?, ?)",
          id,
          day(-90),
          revisit,
          who.id(),
          who.name());
    }
    if (random.nextInt(2) == 0) {
      handle.execute(
          "insert into claim (institution, owner, owner_name, since, expires_on) values (?, ?, ?,"
              + " ?, ?)",
          institution,
          who.id(),
          who.name(),
          day(-20),
          day(random.nextInt(60)));
    }
    handle.execute(
        "insert into contact (id, institution, name, role, mail, legal_basis, source, recorded_on,"
            + " recorded_by, last_contact_on, retain_until) values (?, ?, ?, 'head of the"
            + " collection', ?, 'legitimate-interest', 'imprint', ?, ?, ?, ?)",
        ids.next(),
        institution,
        "Person " + random.nextInt(100_000),
        "p" + random.nextInt(100_000) + "@house.example",
        day(-300),
        who.id(),
        day(-50),
        day(-20 + random.nextInt(700)));
    for (String[] answer :
        new String[][] {
          {"digital-share", "0.4"},
          {"public-domain-share", "0.6"},
          {"description-quality", "well"},
          {"interests", "more visitors from abroad"}
        }) {
      if (random.nextInt(3) > 0) {
        handle.execute(
            "insert into profile_statement (id, institution, question, answer, evidence, as_of,"
                + " who, who_name) values (?, ?, ?, ?, 'https://house.example/about', ?, ?, ?)",
            ids.next(),
            institution,
            answer[0],
            answer[1],
            day(-100),
            who.id(),
            who.name());
      }
    }
    if (stage >= 4) {
      agreed(handle, id, who);
    }
    return id;
  }

  private void agreed(Handle handle, String partnership, Who who) {
    handle.execute(
        "insert into agreement (partnership, rung, renegotiate_on, signed_on, changed_at) values"
            + " (?, 'memorandum', ?, ?, ?)",
        partnership,
        day(200),
        day(-100),
        clock.millis());
    for (int i = 0; i < 4; i++) {
      handle.execute(
          "insert into commitment (id, partnership, side, kind, text, keeper, due_on, hours, state,"
              + " made_on, who, who_name) values (?, ?, ?, 'corrections', 'Return corrections as a"
              + " table', ?, ?, ?, ?, ?, ?, ?)",
          ids.next(),
          partnership,
          i % 2 == 0 ? "community" : "institution",
          who.name(),
          day(-60 + random.nextInt(300)),
          i * 3,
          i == 3 ? "kept" : "agreed",
          day(-100),
          who.id(),
          who.name());
    }
    handle.execute(
        "insert into partner_load (id, partnership, day, inquiries, staff, note, who, who_name)"
            + " values (?, ?, ?, ?, 2.0, '', ?, ?)",
        ids.next(),
        partnership,
        day(-60),
        50 + random.nextInt(100),
        who.id(),
        who.name());
    for (int i = 0; i < 10; i++) {
      handle.execute(
          "insert into time_spent (id, partnership, stage, minutes, day, note, who, who_name)"
              + " values (?, ?, ?, ?, ?, 'a meeting', ?, ?)",
          ids.next(),
          partnership,
          1 + random.nextInt(4),
          30 + random.nextInt(200),
          day(-random.nextInt(300)),
          who.id(),
          who.name());
    }
  }

  private void entries(Handle handle, List<String> partnerships) {
    String[] kinds = {"mail", "call", "meeting", "letter", "note"};
    var entries =
        handle.prepareBatch(
            "insert into timeline_entry (id, partnership, day, kind, direction, text, step,"
                + " step_on, step_by, step_by_name, step_done_on, who, who_name, logged_at) values"
                + " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    var changes =
        handle.prepareBatch(
            "insert into change (id, at, who, who_name, kind, subject, action, after_state) values"
                + " (?, ?, ?, ?, 'entry', ?, 'add', '{\"version\":1}')");
    for (int i = 0; i < size.entries(); i++) {
      Who who = people.get(random.nextInt(people.size()));
      String id = ids.next();
      boolean step = random.nextInt(20) == 0;
      String due = step ? day(-20 + random.nextInt(120)) : null;
      entries.add(
          id,
          partnerships.get(random.nextInt(partnerships.size())),
          day(-random.nextInt(900)),
          kinds[random.nextInt(kinds.length)],
          random.nextBoolean() ? "out" : "in",
          text(),
          step ? "ask again" : null,
          due,
          step ? who.id() : null,
          step ? who.name() : null,
          step && random.nextInt(4) > 0 ? day(-1) : null,
          who.id(),
          who.name(),
          clock.millis());
      changes.add(ids.next(), clock.millis(), who.id(), who.name(), id);
      if (i % 1000 == 999) {
        entries.execute();
        changes.execute();
      }
    }
    entries.execute();
    changes.execute();
  }

  private void occasions(Handle handle, List<String> institutions) {
    for (int i = 0; i < 60; i++) {
      String id = ids.next();
      int in = -60 + random.nextInt(200);
      handle.execute(
          "insert into occasion (id, title, kind, place, begins_on, ends_on, changed_at) values (?,"
              + " ?, 'congress', ?, ?, ?, ?)",
          id,
          "Congress of archives " + i,
          pick(PLACE),
          day(in),
          day(in + 2),
          clock.millis());
      handle.execute(
          "insert into occasion_institution (occasion, institution) values (?, ?)",
          id,
          institutions.get(random.nextInt(institutions.size())));
      Who who = people.get(random.nextInt(people.size()));
      handle.execute(
          "insert into occasion_goer (occasion, who, who_name) values (?, ?, ?)",
          id,
          who.id(),
          who.name());
    }
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    int words = 6 + random.nextInt(40);
    for (int i = 0; i < words; i++) {
      text.append(i == 0 ? "" : " ").append(pick(WORDS));
    }
    return text.toString();
  }

  private String day(int in) {
    return today.plusDays(in).toString();
  }

  private String pick(String[] from) {
    return from[random.nextInt(from.length)];
  }
}
