package org.handsel.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.handsel.app.sandbox.Sandbox;
import org.handsel.app.sandbox.SandboxAccount;
import org.handsel.app.sandbox.SandboxOptions;
import org.handsel.collection.mapping.Mapping;
import org.handsel.collection.mapping.Profiles;
import org.handsel.partnership.agreement.Agreement;
import org.handsel.partnership.agreement.Agreements;
import org.handsel.partnership.agreement.Gatekeeper;
import org.handsel.partnership.commitment.Commitment;
import org.handsel.partnership.commitment.CommitmentDraft;
import org.handsel.partnership.commitment.Commitments;
import org.handsel.partnership.commitment.Promised;
import org.handsel.partnership.commitment.Staffings;
import org.handsel.partnership.draft.Drafts;
import org.handsel.partnership.effort.Capacities;
import org.handsel.partnership.effort.PartnerLoads;
import org.handsel.partnership.effort.Volunteers;
import org.handsel.partnership.register.Institution;
import org.handsel.partnership.register.InstitutionQuery;
import org.handsel.partnership.register.Institutions;
import org.handsel.partnership.talks.Answer;
import org.handsel.partnership.talks.Claims;
import org.handsel.partnership.talks.Digests;
import org.handsel.partnership.talks.Direction;
import org.handsel.partnership.talks.Entry;
import org.handsel.partnership.talks.EntryDraft;
import org.handsel.partnership.talks.EntryKind;
import org.handsel.partnership.talks.Logged;
import org.handsel.partnership.talks.Moved;
import org.handsel.partnership.talks.Partnership;
import org.handsel.partnership.talks.Partnerships;
import org.handsel.partnership.talks.Referrals;
import org.handsel.partnership.talks.Revisits;
import org.handsel.partnership.talks.Stages;
import org.handsel.partnership.talks.Timeline;
import org.handsel.platform.Database;
import org.handsel.platform.History;
import org.handsel.platform.Progress;
import org.handsel.platform.Who;
import org.handsel.release.PlanOptions;
import org.handsel.release.Plans;
import org.handsel.release.ReleaseRun;
import org.handsel.release.RunOptions;
import org.handsel.release.RunReport;
import org.handsel.rights.conditions.Conditions;
import org.handsel.rights.conditions.LetterAnalysis;
import org.handsel.testing.Shared;
import org.handsel.wiki.api.Login;
import org.handsel.wiki.api.WikiAddress;
import org.handsel.wiki.api.WikiSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// The steps that a co-operation goes through, in the words of a coordinator, over a database that
/// a subclass chooses. What was documented of the two German co-operations stands in the scenarios;
/// names of people, and days other than the documented ones, are made up.
abstract class Cooperation {
  static final Who ADA = new Who("ada", "Ada");
  static final Who BO = new Who("bo", "Bo");
  static final Who CLEO = new Who("cleo", "Cleo");

  @TempDir Path folder;

  final Day clock = new Day();
  Database database;
  History history;
  Institutions institutions;
  Partnerships partnerships;
  Stages stages;
  Timeline timeline;
  Claims claims;
  Revisits revisits;
  Digests digests;
  Referrals referrals;
  Agreements agreements;
  Gatekeeper gatekeeper;
  Commitments commitments;
  Capacities capacities;
  Volunteers volunteers;
  Staffings staffings;
  PartnerLoads loads;
  Drafts drafts;

  abstract String url() throws Exception;

  /// A clock that stands on one day.
  static final class Day extends Clock {
    private LocalDate today = LocalDate.parse("2007-11-26");

    LocalDate today() {
      return today;
    }

    void go(String day) {
      today = LocalDate.parse(day);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return today.atTime(12, 0).toInstant(ZoneOffset.UTC);
    }
  }

  @BeforeEach
  void open() throws Exception {
    database = Database.open(url(), clock);
    history = new History(database, clock);
    institutions = new Institutions(database, history, clock);
    partnerships = new Partnerships(database, history, clock);
    stages = new Stages(database, history, clock);
    timeline = new Timeline(database, history, clock);
    claims = new Claims(database, history, clock);
    revisits = new Revisits(database, history, clock);
    digests = new Digests(database, history, clock);
    referrals = new Referrals(database, history, clock);
    agreements = new Agreements(database, history, clock);
    gatekeeper = new Gatekeeper(database, history, clock);
    commitments = new Commitments(database, history, clock);
    capacities = new Capacities(database, history, clock);
    volunteers = new Volunteers(database, history, clock);
    staffings = new Staffings(database, history, clock);
    loads = new PartnerLoads(database, history, clock);
    drafts = new Drafts(database, history, clock, "Wikimedia Deutschland e. V.");
  }

  @AfterEach
  void close() {
    database.close();
  }

  /// The list of institutions is imported; again, without doubling.
  void listIsImported() {
    Path list =
        Shared.root().resolve("handsel-program/src/test/resources/scenario/institutions.tsv");
    institutions.importList(ADA, list, Map.of(), Progress.NONE);
    assertThat(institutions.importList(ADA, list, Map.of(), Progress.NONE).unchanged())
        .isEqualTo(5);
  }

  Institution institution(String identifier) {
    return institutions.search(identifier, InstitutionQuery.text(""), 5).getFirst();
  }

  Partnership inStage(Partnership partnership, int stage) {
    return ((Moved.There)
            stages.move(ADA, partnership.id(), now(partnership).version(), stage, null))
        .partnership();
  }

  Partnership now(Partnership partnership) {
    return partnerships.find(partnership.id()).orElseThrow();
  }

  Entry logged(Logged logged) {
    return ((Logged.Entered) logged).entry();
  }

  EntryDraft mail(Partnership partnership, String text) {
    return EntryDraft.of(partnership.id(), clock.today(), EntryKind.MAIL, Direction.OUT, text);
  }

  /// A "no, but" comes, is analysed, and its conditions stand on the timeline.
  LetterAnalysis letter(Partnership partnership, String text) {
    LetterAnalysis analysis = Conditions.load().analyse(text, "de");
    Entry entry =
        logged(
            timeline.log(
                ADA, EntryDraft.answer(partnership.id(), clock.today(), Answer.NO_BUT, text)));
    timeline.link(
        ADA,
        entry.id(),
        analysis.conditions().stream()
            .map(one ->
                new Entry.LinkedCondition(
                    one.id(), one.quote(), one.verdict().name().toLowerCase(java.util.Locale.ROOT)))
            .toList());
    return analysis;
  }

  static LetterAnalysis.Condition condition(LetterAnalysis analysis, String id) {
    return analysis.conditions().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError(id + " was not found in the letter"));
  }

  Agreement agreement(Partnership partnership) {
    return agreements.of(partnership.id());
  }

  void met(Partnership partnership, String item, String statement, @Nullable String by) {
    gatekeeper.meet(ADA, partnership.id(), item, statement, by, clock.today());
  }

  static Commitment agreed(Promised promised) {
    assertThat(promised).isInstanceOf(Promised.Agreed.class);
    return ((Promised.Agreed) promised).commitment();
  }

  static String stopped(Promised promised) {
    assertThat(promised).isInstanceOf(Promised.Stopped.class);
    return ((Promised.Stopped) promised).code();
  }

  CommitmentDraft ours(
      Partnership partnership, String kind, String text, String keeper, String due, long hours) {
    return CommitmentDraft.ours(
        partnership.id(), kind, text, keeper, LocalDate.parse(due), hours, keeper);
  }

  /// A small delivery in the manner of the house: 800 pixels on the long side, one credit line.
  Path delivery(String house, String credit, List<String> ids) throws IOException {
    Path delivery = Files.createDirectories(folder.resolve("delivery-" + house));
    List<String> rows = new ArrayList<>(List.of("Signatur;Titel;Fotograf;Datum;Nennung"));
    for (String id : ids) {
      rows.add("%s;Bahnhof %s;unbekannt;1936;%s".formatted(id, id, credit.formatted(id)));
      BufferedImage image = new BufferedImage(800, 533, BufferedImage.TYPE_INT_RGB);
      for (int x = 0; x < 800; x++) {
        for (int y = 0; y < 533; y++) {
          image.setRGB(x, y, (x * y + id.hashCode()) & 0xFFFFFF);
        }
      }
      ImageIO.write(image, "jpg", delivery.resolve(id + ".jpg").toFile());
    }
    Files.write(delivery.resolve("export.csv"), rows);
    Files.writeString(
        delivery.resolve("mapping.yaml"),
        """
        source: {format: csv, delimiter: ";", charset: UTF-8}
        id: Signatur
        fixed: {institution: %s, country: DE, kind: photograph}
        fields:
          title: {from: Titel, language: de}
          date: {from: Datum, transforms: [date], language: de}
          accession: Signatur
          source: Nennung
        rights:
          release: https://creativecommons.org/licenses/by-sa/3.0/de/
        filename: "{title} - %s - {id}"
        template: {name: Photograph, parameters: {accession number: "{accession}"}}
        """
            .formatted(house, house));
    return delivery;
  }

  /// The delivery is mapped and planned for the partnership.
  Path planned(Path delivery, Partnership partnership, @Nullable Path excluded) {
    Path items = folder.resolve("items");
    Mapping.run(
        delivery.resolve("export.csv"), delivery.resolve("mapping.yaml"), items, Progress.NONE);
    Path release = folder.resolve("release");
    Plans.plan(
        items.resolve("items.jsonl"),
        Profiles.load(delivery.resolve("mapping.yaml")),
        delivery,
        new PlanOptions(excluded, partnership.id(), 2, Progress.NONE, Clock.systemUTC()),
        release);
    return release;
  }

  RunReport uploaded(Path release, Sandbox sandbox) {
    SandboxAccount bot = SandboxAccount.DEFAULTS.getFirst();
    return new ReleaseRun(release, RunOptions.DEFAULT, gatekeeper)
        .run(
            WikiAddress.parse(sandbox.url().toString()),
            new Login(bot.login(), bot.password()),
            WikiSettings.of("ada@example.org"),
            Progress.NONE);
  }

  static Sandbox sandbox() {
    return Sandbox.start(SandboxOptions.defaults());
  }
}
