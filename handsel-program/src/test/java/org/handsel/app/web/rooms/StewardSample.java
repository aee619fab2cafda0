package org.handsel.app.web.rooms;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.handsel.impact.Correction;
import org.handsel.impact.Corrections;
import org.handsel.impact.ImpactFolders;
import org.handsel.impact.InstitutionComparison;
import org.handsel.impact.MeasureFolder;
import org.handsel.impact.MeasureOptions;
import org.handsel.impact.Measurement;
import org.handsel.impact.Measurements;
import org.handsel.impact.PageLists;
import org.handsel.impact.ReportSchedule;
import org.handsel.impact.Stewardship;
import org.handsel.impact.Stories;
import org.handsel.impact.Story;
import org.handsel.partnership.register.Institution;
import org.handsel.partnership.talks.Referrals;
import org.handsel.partnership.talks.Stages;
import org.handsel.platform.History;
import org.handsel.platform.Who;

/// A partnership some months after its release: numbers, expectations, things seen, corrections, a
/// story that the partner approved, and a report that is due. All names are invented.
final class StewardSample {
  final String story;
  final String comparison;
  final String folder;

  private StewardSample(String story, String comparison, String folder) {
    this.story = story;
    this.comparison = comparison;
    this.folder = folder;
  }

  /// @param partnership of an institution that is told of by another one
  /// @param home folder for the measures
  static StewardSample fill(
      Workbench.Parts parts, Clock clock, Who who, String partnership, Path home)
      throws IOException {
    History history = parts.history();
    LocalDate today = LocalDate.now(clock);
    Path uses = Files.createDirectories(home.resolve("measured/uses"));
    PageLists.main(new String[] {home.resolve("measured/list.xlsx").toString()});
    Measurement measured =
        new Measurements(clock)
            .pages(
                home.resolve("measured/list.xlsx"),
                new MeasureOptions(50, "Skarvik Museum", today.minusDays(20), 90L, null));
    new MeasureFolder(uses).write(measured);
    Files.writeString(
        uses.resolve("suggestions.tsv"),
        "file\tarticle\tprobability\tbasis\tdepicted\n"
            + "File:Skarvik_fjord.jpg\tSkarvik fjord\t0.970\tauthority\tQ900002\n"
            + "File:Alva <b>.jpg\tAlva (ship)\t0.600\tname\tAlva <i>\n",
        StandardCharsets.UTF_8);
    ImpactFolders folders = new ImpactFolders(parts.database(), history, clock);
    folders.attach(who, partnership, uses, measured.about());
    Stewardship stewardship = new Stewardship(parts.database(), history, clock);
    stewardship.expect(
        who, partnership, "In thirty articles by autumn", "pages", 30.0, today.minusDays(3));
    stewardship.expect(who, partnership, "Used at all", "files-used", 2.0, null);
    String judged =
        stewardship
            .expect(who, partnership, "More visitors <b>", null, null, today.minusDays(9))
            .id();
    stewardship.judge(who, partnership, judged, "partly", "the head of the collection, by phone");
    stewardship.observe(
        who, partnership, "satisfaction", today.minusDays(90), 5.0, null, "at the party");
    stewardship.observe(
        who, partnership, "satisfaction", today.minusDays(2), 2.0, null, "by phone");
    stewardship.observe(
        who, partnership, "deletion", today.minusDays(1), 3.0, null, "no source given");
    stewardship.observe(
        who, partnership, "credit-sample", today.minusDays(1), 2.0, 20.0, "press photos");
    stewardship.observe(who, partnership, "inquiries", today.minusDays(40), 40.0, 60.0, "");
    stewardship.observe(who, partnership, "inquiries", today.minusDays(4), 80.0, 60.0, "");
    stewardship.observe(
        who, partnership, "review", today.plusDays(10), null, null, "at the museum");
    stewardship.observe(who, partnership, "wish", today, null, null, "maps next");
    Corrections corrections = new Corrections(parts.database(), history, clock);
    corrections.propose(
        who,
        partnership,
        List.of(
            new Correction(
                "SKM 0001",
                "maker",
                "Stormdal, E.",
                "Stormdal, Elin",
                "https://skarvik.example/1",
                "proposed"),
            new Correction(
                "SKM 0004", "date", "1870s", "1874", "log of the pilot boat <i>", "proposed")));
    corrections.settle(who, partnership, null, "sent");
    corrections.settle(who, partnership, "SKM 0001", "accepted");
    Stories stories = new Stories(parts.database(), history, clock);
    Story story =
        stories.draft(who, partnership, "newsletter", "en", measured, corrections.of(partnership));
    stories.decide(who, story.id(), true, "Elin Halvorsen", "mail of 20 November");
    new ReportSchedule(parts.database(), history, clock)
        .plan(
            who,
            ReportSchedule.Planned.fresh(
                partnership, 3, today.minusDays(1), uses, "en", Set.of("html")));
    var found =
        new org.handsel.partnership.talks.Partnerships(parts.database(), history, clock)
            .find(partnership)
            .orElseThrow();
    new Stages(parts.database(), history, clock)
        .move(who, partnership, found.version(), 5, "a report is due");
    Institution told =
        parts.institutions().add(who, Institution.draft("Nordholm <i> Archive", "NO", "archive"));
    new Referrals(parts.database(), history, clock)
        .note(who, told.id(), found.institution(), today, "at the spring meeting");
    Path figures = home.resolve("measured/figures.csv");
    Files.writeString(
        figures,
        "Full institution name;Commons category;Category depth;Total images available;Distinct"
            + " images used;Image reuse percentage;Distinct articles;Number of languages;Total"
            + " usages;Average image reuse;Date\n"
            + "Skarvik Museum;Images from Skarvik;2;1.000;250;25,00;300;20;400;1,60;01-10-2026\n"
            + "Nordholm <b>;Images from Nordholm;0;8;8;100,00;8;3;8;1,00;01-10-2026\n"
            + "Vik Library;Images from Vik;1;5.000;100;2,00;90;10;110;1,10;01-10-2026\n",
        StandardCharsets.UTF_8);
    InstitutionComparison comparison = new InstitutionComparison(clock);
    var compared = comparison.read(List.of(figures));
    comparison.write(compared, "en", "files-used", home.resolve("measured/side-by-side"));
    folders.attach(
        who,
        "",
        home.resolve("measured/side-by-side"),
        comparison.about(compared, List.of(figures)));
    return new StewardSample(
        story.id(), folders.of("").getFirst().id(), folders.of(partnership).getFirst().id());
  }
}
