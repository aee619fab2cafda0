package org.handsel.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.handsel.impact.ReferralGraph;
import org.handsel.partnership.register.Institution;
import org.handsel.partnership.register.Institutions;
import org.handsel.partnership.talks.Referral;
import org.handsel.partnership.talks.Referrals;
import org.handsel.platform.Database;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.History;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Who told whom.
@Command(
    name = "referrals",
    description = {
      "Word of mouth: which institution heard of it from which other. --out draws all of it as a",
      "picture (SVG)."
    },
    footer = {
      "",
      "Example: handsel impact referrals --told 'Stadtmuseum Nordhafen' --by 'Skarvik Maritime"
          + " Museum' --out told.svg"
    })
final class ImpactReferralsCommand implements Runnable {
  private final Surroundings surroundings;

  @ParentCommand private @Nullable ImpactCommand impact;

  @Option(names = "--told", paramLabel = "INSTITUTION", description = "Who was told; with --by.")
  private @Nullable String told;

  @Option(names = "--by", paramLabel = "INSTITUTION", description = "Who told it.")
  private @Nullable String by;

  @Option(names = "--on", paramLabel = "DAY", description = "When; otherwise today.")
  private @Nullable String day;

  @Option(names = "--note", paramLabel = "TEXT", description = "How it is known.")
  private String note = "";

  @Option(names = "--out", paramLabel = "SVG", description = "Picture to write.")
  private @Nullable Path out;

  ImpactReferralsCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    ImpactCommand parent = Objects.requireNonNull(impact);
    if ((told == null) != (by == null)) {
      throw HandselException.usage("--told and --by: expected both institutions, found one.");
    }
    try (Database database = parent.database()) {
      History history = new History(database, surroundings.clock());
      Institutions institutions = new Institutions(database, history, surroundings.clock());
      Referrals referrals = new Referrals(database, history, surroundings.clock());
      if (told != null && by != null) {
        var unused =
            referrals.note(
                parent.who(),
                InstitutionsCommand.meant(institutions, told).id(),
                InstitutionsCommand.meant(institutions, by).id(),
                Desk.on(database, surroundings.clock()).day(day),
                note);
      }
      List<ReferralGraph.Told> all = new ArrayList<>();
      for (Referral one : referrals.all()) {
        all.add(
            new ReferralGraph.Told(
                name(institutions, one.toldBy()),
                name(institutions, one.institution()),
                one.day().toString()));
      }
      Set<String> lines = new LinkedHashSet<>();
      all.forEach(one -> lines.add("%s  %s → %s".formatted(one.day(), one.by(), one.to())));
      lines.forEach(surroundings.out()::println);
      if (out != null) {
        DurableFiles.replace(out, ReferralGraph.svg(all));
        surroundings.out().println(out);
      }
    }
  }

  private static String name(Institutions institutions, String id) {
    return institutions.find(id).map(Institution::name).orElse(id);
  }
}
