package org.handsel.app.web.impact;

import java.util.ArrayList;
import java.util.List;
import org.handsel.app.web.Notice;
import org.handsel.app.web.Page;
import org.handsel.app.web.Room;
import org.handsel.app.web.Routes;
import org.handsel.app.web.account.Role;
import org.handsel.impact.Dated;
import org.handsel.impact.ImpactFolders;
import org.handsel.impact.MeasureFolder;
import org.handsel.impact.PartnerReports;
import org.handsel.impact.ReferralGraph;
import org.handsel.impact.ReportSchedule;
import org.handsel.impact.Stewarded;
import org.handsel.partnership.talks.Board;
import org.handsel.partnership.talks.Card;
import org.handsel.partnership.talks.CardFilter;
import org.handsel.partnership.talks.FullColumn;
import org.handsel.partnership.talks.Partnership;
import org.handsel.partnership.talks.Referral;

/// Stage 5 at a glance: who wants a look, which stages are full and why, reports that are due, and
/// who told whom.
final class ImpactRoom implements Room {
  private static final int STEWARDSHIP = 5;
  private static final int MOST = 200;

  private final Doors doors;

  ImpactRoom(Doors doors) {
    this.doors = doors;
  }

  @Override
  public String name() {
    return "impact";
  }

  @Override
  public List<Entry> navigation() {
    return List.of(new Entry(85, "/impact", "impact.navigation"));
  }

  @Override
  public void addTo(Routes routes) {
    routes.get("/impact", Role.VIEWER, this::show);
    routes.post("/impact/prepare", Role.MEMBER, this::prepare);
  }

  private void show(Page page) {
    List<ImpactView.Row> rows = new ArrayList<>();
    for (Card card : doors.boards().cards(CardFilter.ALL.inStage(STEWARDSHIP), MOST, 0)) {
      String id = card.partnership().id();
      Stewarded stands = doors.stewardship().look(id, doors.folders().latest(id).orElse(null), 0);
      Dated next = stands.dates().stream().filter(one -> !one.over()).findFirst().orElse(null);
      ImpactFolders.Entry measured = doors.folders().of(id).stream().findFirst().orElse(null);
      rows.add(new ImpactView.Row(card, stands, next, measured));
    }
    rows.sort(
        java.util.Comparator.comparingInt((ImpactView.Row row) -> -row.stands().warnings().size())
            .thenComparing(row -> row.card().institution()));
    List<ReferralGraph.Told> told = told();
    page.show(
        "impact/impact.jte",
        new ImpactView(
            rows,
            full(),
            doors.schedule().due().stream()
                .map(planned -> new ImpactView.Due(planned, institution(planned.partnership())))
                .toList(),
            doors.folders().of(""),
            ReferralGraph.svg(told),
            told.stream().map(one -> one.by() + " → " + one.to()).toList()));
  }

  private List<ReferralGraph.Told> told() {
    List<ReferralGraph.Told> told = new ArrayList<>();
    for (Referral one : doors.referrals().all()) {
      told.add(
          new ReferralGraph.Told(
              doors.name(one.toldBy()), doors.name(one.institution()), one.day().toString()));
    }
    return told;
  }

  private List<FullColumn> full() {
    List<FullColumn> full = new ArrayList<>();
    for (String team : doors.boards().teams()) {
      for (Board.Column column : doors.boards().of(team, 1).columns()) {
        if (column.full() != null) {
          full.add(column.full());
        }
      }
    }
    return full;
  }

  private String institution(String partnership) {
    return doors
        .partnerships()
        .find(partnership)
        .map(Partnership::institution)
        .map(doors::name)
        .orElse("");
  }

  private void prepare(Page page) {
    List<ReportSchedule.Prepared> all =
        doors
            .schedule()
            .prepare(
                new PartnerReports(List.of()),
                planned ->
                    doors
                        .stewardship()
                        .notes(
                            planned.partnership(),
                            new MeasureFolder(planned.folder()).read(),
                            planned.language()));
    long done = all.stream().filter(one -> one.problem().isEmpty()).count();
    page.notice(Notice.Kind.SUCCESS, "impact.prepared", done);
    all.stream()
        .filter(one -> !one.problem().isEmpty())
        .forEach(one -> page.notice(Notice.Kind.WARNING, "agreements.refused", one.problem()));
    page.redirect("/impact");
  }
}
