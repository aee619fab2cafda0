package org.handsel.app.web.impact;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.handsel.app.web.Form;
import org.handsel.app.web.Page;
import org.handsel.app.web.agreements.Head;
import org.handsel.impact.Corrections;
import org.handsel.impact.ImpactFolders;
import org.handsel.impact.ImpactHistory;
import org.handsel.impact.MeasureCatalogue;
import org.handsel.impact.ReportSchedule;
import org.handsel.impact.Stewardship;
import org.handsel.impact.Stories;
import org.handsel.impact.Suggestion;
import org.handsel.impact.SuggestionRun;
import org.handsel.partnership.register.Institution;
import org.handsel.partnership.register.Institutions;
import org.handsel.partnership.talks.Boards;
import org.handsel.partnership.talks.Partnership;
import org.handsel.partnership.talks.Partnerships;
import org.handsel.partnership.talks.Referrals;
import org.handsel.platform.Database;
import org.handsel.platform.HandselException;
import org.handsel.platform.History;

/// What the rooms of stewardship stand on.
record Doors(
    Clock clock,
    History history,
    Institutions institutions,
    Partnerships partnerships,
    Boards boards,
    Referrals referrals,
    Stewardship stewardship,
    Corrections corrections,
    Stories stories,
    ReportSchedule schedule,
    ImpactFolders folders,
    ImpactHistory measurements,
    MeasureCatalogue measures) {
  private static final List<String> KINDS =
      List.of("expectation", "observation", "corrections", "story", "schedule", "measurement");

  static Doors of(Database database, History history, Institutions institutions, Clock clock) {
    return new Doors(
        clock,
        history,
        institutions,
        new Partnerships(database, history, clock),
        new Boards(database, history, clock),
        new Referrals(database, history, clock),
        new Stewardship(database, history, clock),
        new Corrections(database, history, clock),
        new Stories(database, history, clock),
        new ReportSchedule(database, history, clock),
        new ImpactFolders(database, history, clock),
        new ImpactHistory(database, clock),
        new MeasureCatalogue());
  }

  /// The partnership that the path names, with its institution's name.
  Head head(Page page) {
    Partnership found = partnerships.find(page.part("id")).orElseThrow(page::notFound);
    return new Head(found, name(found.institution()));
  }

  String name(String institution) {
    return institutions.find(institution).map(Institution::name).orElse(institution);
  }

  LocalDate today(Page page) {
    return LocalDate.ofInstant(page.now(), page.words().zone());
  }

  /// Suggestions that lie beside a partnership's measures or in folders of their own.
  List<Suggestion> suggestions(String partnership) {
    return folders.of(partnership).stream()
        .map(entry -> SuggestionRun.read(entry.folder()))
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /// What was changed in a partnership since its release, the newest first.
  List<History.Change> changes(String partnership, int most) {
    List<History.Change> changes = new ArrayList<>();
    for (String kind : KINDS) {
      changes.addAll(history.of(kind, partnership, most));
    }
    return changes.stream()
        .sorted(Comparator.comparing(History.Change::id).reversed())
        .limit(most)
        .toList();
  }

  /// Does something that a person asked for; what stands against it is noted in the form under
  /// `form`.
  static boolean did(Form form, Supplier<?> act) {
    if (!form.good()) {
      return false;
    }
    try {
      // What came of it is seen on the next page.
      var unused = act.get();
      return true;
    } catch (HandselException e) {
      form.problem("form", "agreements.refused", String.valueOf(e.getMessage()));
      return false;
    }
  }

  static boolean did(Form form, Runnable act) {
    return did(
        form,
        () -> {
          act.run();
          return form;
        });
  }

  static Form fresh(Page page) {
    return page.form(Map.of());
  }
}
