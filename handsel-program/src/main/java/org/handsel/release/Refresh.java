package org.handsel.release;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.Exit;
import org.handsel.platform.HandselException;
import org.handsel.platform.Progress;
import org.handsel.platform.Tsv;
import org.handsel.wiki.api.Entity;
import org.handsel.wiki.api.Login;
import org.handsel.wiki.api.PageNow;
import org.handsel.wiki.api.Patience;
import org.handsel.wiki.api.Reply;
import org.handsel.wiki.api.Wiki;
import org.handsel.wiki.api.WikiAddress;
import org.handsel.wiki.api.WikiSettings;
import org.jspecify.annotations.Nullable;

/// Brings later corrections to the pages of a release and keeps what people changed there: what was
/// released, what is planned now and what stands on the wiki are merged parameter by parameter and
/// statement by statement. Where people changed the same place, theirs stays and the list names all
/// three.
///
/// Running it again is safe: what stands on the wiki already is only noted. Files that were on the
/// wiki before the release are never touched. One object is one run; [#stop()] may be called by any
/// thread.
public final class Refresh {
  private static final int AT_ONCE = 20;

  private final ReleaseFolder release;
  private final RefreshOptions options;
  private final Clock clock;
  private final StopSign stop = new StopSign();

  /// Whether the wiki has structured data, as far as is known.
  private boolean data = true;

  public Refresh(Path release, RefreshOptions options, Clock clock) {
    this.release = ReleaseFolder.open(release);
    this.options = options;
    this.clock = clock;
  }

  /// Ends the run in order, after the page at hand.
  public void stop() {
    stop.raise();
  }

  /// Refreshes, and writes `refresh.tsv`.
  ///
  /// @param login who edits; null for a dry run
  /// @throws HandselException with exit 2 when there is no plan, another run, or a wrong login,
  ///   with exit 3 when the wiki gives no usable answer
  public RefreshReport run(
      WikiAddress address, @Nullable Login login, WikiSettings settings, Progress progress) {
    try (Ledger ledger = Ledger.open(release, clock, RunHook.NONE);
        Wiki wiki = Wiki.open(address, settings)) {
      if (!options.dryRun()) {
        if (login == null) {
          throw HandselException.usage("--user: expected who edits, found nothing.");
        }
        wiki.login(login);
      }
      ReleaseFolder later = options.plan() == null ? release : ReleaseFolder.open(options.plan());
      PlanIndex then = release.index();
      PlanIndex now = options.plan() == null ? then : later.index();
      List<PlanIndex.Line> released =
          then.lines().stream()
              .filter(line -> ledger.of(line.key()).kind() == FileState.Kind.PROVEN)
              .toList();
      RefreshPairs pairs = RefreshPairs.of(released, now.lines());
      progress.total(pairs.pairs().size());
      Patience patience = Patience.real().waitingBy(stop);
      PageRefresh refresh = new PageRefresh(wiki, ledger, options, later.files(), patience);
      List<RefreshLine> lines = new ArrayList<>();
      int unchanged = 0;
      for (int from = 0; from < pairs.pairs().size() && !stop.isRaised(); from += AT_ONCE) {
        List<RefreshPairs.Pair> some =
            pairs.pairs().subList(from, Math.min(pairs.pairs().size(), from + AT_ONCE));
        List<PlanEntry> before =
            then.entries(some.stream().map(RefreshPairs.Pair::released).toList());
        List<PlanEntry> planned =
            now.entries(some.stream().map(RefreshPairs.Pair::planned).toList());
        unchanged += pages(refresh, wiki, before, planned, progress, lines);
      }
      others(pairs, ledger, lines);
      write(lines);
      return report(pairs.pairs().size(), unchanged, lines);
    }
  }

  /// Some pages at once.
  ///
  /// @param before what was released and `planned` what is planned for each now
  private int pages(
      PageRefresh refresh,
      Wiki wiki,
      List<PlanEntry> before,
      List<PlanEntry> planned,
      Progress progress,
      List<RefreshLine> lines) {
    List<Long> ids = before.stream().map(entry -> refresh.state(entry).pageId()).toList();
    Map<Long, PageNow> pages = wiki.pages(ids).orThrow(wiki.api() + ", what became of the pages");
    Map<String, Entity> entities = Map.of();
    if (data) {
      Reply<Map<String, Entity>> reply = wiki.entities(ids.stream().map(id -> "M" + id).toList());
      data = !(reply instanceof Reply.No<?>(var failure) && failure.code().equals("badvalue"));
      entities = data ? reply.orThrow(wiki.api() + ", the structured data of the files") : Map.of();
    }
    int unchanged = 0;
    for (int i = 0; i < before.size() && !stop.isRaised(); i++) {
      PageNow page = pages.getOrDefault(ids.get(i), PageNow.gone(ids.get(i)));
      List<RefreshLine> found =
          refresh.refresh(
              before.get(i),
              planned.get(i),
              page,
              data ? entities.getOrDefault("M" + page.id(), Entity.none("M" + page.id())) : null);
      unchanged += found.isEmpty() ? 1 : 0;
      lines.addAll(found);
      progress.step(1, page.title());
    }
    return unchanged;
  }

  private void others(RefreshPairs pairs, Ledger ledger, List<RefreshLine> lines) {
    if (options.plan() == null) {
      return;
    }
    for (PlanIndex.Line entry : pairs.gone()) {
      lines.add(
          line(
              entry,
              ledger.of(entry.key()).title(),
              RefreshLine.State.WITHDRAWN,
              "the later plan has no such record; the file stays on the wiki"));
    }
    for (PlanIndex.Line entry : pairs.fresh()) {
      boolean known = ledger.of(entry.key()).kind() != FileState.Kind.LEFT;
      if (entry.ready() && !known) {
        lines.add(
            line(
                entry,
                entry.title(),
                RefreshLine.State.NEW,
                "never released: upload it with \"handsel release run %s\""
                    .formatted(options.plan())));
      }
    }
  }

  private static RefreshLine line(
      PlanIndex.Line entry, String title, RefreshLine.State state, String note) {
    return new RefreshLine(entry.item(), entry.file(), title, "page", state, "", "", "", note);
  }

  private void write(List<RefreshLine> lines) {
    DurableFiles.replace(
        release.refresh(),
        out -> {
          out.write(Tsv.row(RefreshLine.HEADER) + "\n");
          for (RefreshLine line : lines) {
            out.write(Tsv.row(line.cells()) + "\n");
          }
        });
  }

  private RefreshReport report(int files, int unchanged, List<RefreshLine> lines) {
    Map<String, Integer> states = new TreeMap<>();
    lines.forEach(line -> states.merge(line.state().word(), 1, Integer::sum));
    StringBuilder words = new StringBuilder();
    states.forEach((state, number) -> words.append(", %,d %s".formatted(number, state)));
    boolean open =
        states.containsKey("conflict") || states.containsKey("failed") || stop.isRaised();
    String message =
        "%s: %,d released files, %,d as they should be%s. %s%s"
            .formatted(
                release.folder(),
                files,
                unchanged,
                words,
                stop.isRaised() ? "Stopped; run the same command again to go on. " : "",
                lines.isEmpty() ? "" : "Each place: " + release.refresh() + ".")
            .strip();
    return new RefreshReport(
        files, unchanged, states, lines, message, open ? Exit.PARTIAL : Exit.DONE);
  }
}
