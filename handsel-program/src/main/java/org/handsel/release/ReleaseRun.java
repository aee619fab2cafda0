package org.handsel.release;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.handsel.partnership.agreement.Gatekeeper;
import org.handsel.platform.Exit;
import org.handsel.platform.HandselException;
import org.handsel.platform.Progress;
import org.handsel.wiki.api.Account;
import org.handsel.wiki.api.ApiFailure;
import org.handsel.wiki.api.FailureClass;
import org.handsel.wiki.api.Login;
import org.handsel.wiki.api.Patience;
import org.handsel.wiki.api.Waiter;
import org.handsel.wiki.api.Wiki;
import org.handsel.wiki.api.WikiAddress;
import org.handsel.wiki.api.WikiSettings;
import org.jspecify.annotations.Nullable;

/// Brings the ready files of a release to a wiki, so that no crash and no lost answer can lose or
/// double one: the intent is on the disk before a request leaves, and every outcome that is not
/// certain is settled by asking the wiki by title and bytes. Running it again after any stop goes
/// on where it was; what is proven is never sent again.
///
/// One object is one run; [#stop()] may be called by any thread.
public final class ReleaseRun {
  /// The right that an account needs to let a wiki fetch files itself.
  private static final String BY_URL = "upload_by_url";

  private final ReleaseFolder release;
  private final RunOptions options;
  private final Clock clock;
  private final RandomGenerator random;
  private final RunHook hook;
  private final @Nullable Waiter testWaiter;
  private final @Nullable Gatekeeper gatekeeper;
  private final StopSign stop = new StopSign();

  /// A run that looks at no agreement, as for a rehearsal on the sandbox wiki.
  public ReleaseRun(Path release, RunOptions options) {
    this(release, options, Patience.real().clock(), Patience.real().random(), RunHook.NONE, null);
  }

  /// A run that sends files in copyright only when the agreement of their partnership is complete.
  public ReleaseRun(Path release, RunOptions options, Gatekeeper gatekeeper) {
    this(
        release,
        options,
        Patience.real().clock(),
        Patience.real().random(),
        RunHook.NONE,
        null,
        gatekeeper);
  }

  /// @param testWaiter instead of real waits; null for those
  ReleaseRun(
      Path release,
      RunOptions options,
      Clock clock,
      RandomGenerator random,
      RunHook hook,
      @Nullable Waiter testWaiter) {
    this(release, options, clock, random, hook, testWaiter, null);
  }

  private ReleaseRun(
      Path release,
      RunOptions options,
      Clock clock,
      RandomGenerator random,
      RunHook hook,
      @Nullable Waiter testWaiter,
      @Nullable Gatekeeper gatekeeper) {
    this.gatekeeper = gatekeeper;
    this.release = new ReleaseFolder(release);
    this.options = options;
    this.clock = clock;
    this.random = random;
    this.hook = hook;
    this.testWaiter = testWaiter;
  }

  /// Ends the run in order: what is on the wire is finished and read back, nothing new is sent.
  public void stop() {
    stop.raise();
  }

  /// Runs to the end, or until there is a reason to stop.
  ///
  /// @throws HandselException when the run cannot begin: no plan, another run, a judgement or an
  ///   agreement missing (exit 2), wrong login (exit 2), wiki unreachable (exit 3)
  public RunReport run(WikiAddress address, Login login, WikiSettings settings, Progress progress) {
    try (Ledger ledger = Ledger.open(release, clock, hook)) {
      PlanIndex plan = release.index();
      if (gatekeeper != null) {
        AgreementCheck.pass(release, plan, gatekeeper);
      }
      PilotRule rule = PilotRule.of(plan, ledger.state());
      List<PlanIndex.Line> allowed =
          rule.allowed(options.pilot(), work(plan, ledger.state()), release);
      Waiter waiter = testWaiter == null ? stop : testWaiter;
      Patience base = Patience.real();
      Patience patience =
          new Patience(clock, waiter, random, options.patience(), base.first(), base.longest());
      WikiSettings patient =
          settings
              .patient(patience.lasting(settings.questionPatience().total()))
              .lookingUp(Math.max(settings.lookups(), 2 * options.parallel()));
      try (Wiki wiki = Wiki.open(address, patient, login)) {
        Account account = wiki.login(login);
        begin(ledger, rule, allowed, account);
        RateBucket bucket =
            new RateBucket(account.uploadLimit(), clock, waiter, shared(wiki, account));
        progress.total(allowed.size());
        progress.step(0, bucket.words(allowed.size()));
        Path files = options.files() == null ? release.files() : options.files();
        Batch batch =
            new Batch(
                wiki,
                ledger,
                files,
                options,
                patience,
                bucket,
                stop,
                hook,
                options.ways().byUrl() && account.rights().contains(BY_URL),
                progress);
        try (RunControl.Watch watch = RunControl.watch(release, stop)) {
          pass(batch, plan, allowed);
          if (!batch.ending() && rule.beyond()) {
            new Linking(batch, plan, DuplicatesFile.read(release).values()).run();
          }
        }
        return end(batch, plan);
      }
    }
  }

  /// Brings a release to a wiki, with real time and the ordinary settings.
  public static RunReport run(Path release, WikiAddress address, Login login, RunOptions options) {
    return new ReleaseRun(release, options).run(address, login, WikiSettings.of(""), Progress.NONE);
  }

  /// Records what people think of the pilot.
  ///
  /// @param by who judged
  /// @throws HandselException with exit 2 when there is no pilot that is ready to be judged
  public static ReleaseStatus judge(
      Path folder, boolean accept, String by, String note, Clock clock) {
    ReleaseFolder release = new ReleaseFolder(folder);
    if (by.isBlank()) {
      throw HandselException.usage("--by: expected who judged the pilot, found nothing.");
    }
    try (Ledger ledger = Ledger.open(release, clock, RunHook.NONE)) {
      PlanIndex plan = release.index();
      PilotRule rule = PilotRule.of(plan, ledger.state());
      boolean begun = ledger.state().pilot() != LedgerState.Pilot.NONE;
      if (!begun || !rule.complete()) {
        throw HandselException.usage(
            ("%s: there is no pilot to judge: expected a finished one, found \"%s\". Run \"handsel"
                    + " release run %s --wiki URL --pilot N\" first.")
                .formatted(folder, rule.words(), folder));
      }
      ledger.await(
          ledger.append(
              Step.JUDGED,
              FileKey.NONE,
              Map.of("verdict", accept ? "accepted" : "rejected", "by", by, "note", note)));
      return new Outcomes(plan, ledger.state()).status();
    }
  }

  /// How many ready files rest on what a partner declared, while the release names no partnership
  /// whose agreement could be looked at.
  public static long withoutAgreement(Path folder) {
    ReleaseFolder release = new ReleaseFolder(folder);
    return AgreementCheck.unchecked(release, release.index());
  }

  /// How far a release is, also while it runs.
  public static ReleaseStatus status(Path folder) {
    ReleaseFolder release = new ReleaseFolder(folder);
    return new Outcomes(release.index(), Ledger.read(release)).status();
  }

  /// Writes `results.tsv` and `failures.csv` anew.
  ///
  /// @return rows of `failures.csv`
  public static int failures(Path folder) {
    ReleaseFolder release = ReleaseFolder.open(folder);
    return new Outcomes(release.index(), Ledger.read(release)).write(release);
  }

  /// Asks the wiki for every proven file again.
  ///
  /// @throws HandselException with exit 3 when the wiki gives no usable answer
  public static Verification verify(Path folder, WikiAddress address, WikiSettings settings) {
    ReleaseFolder release = new ReleaseFolder(folder);
    try (Wiki wiki = Wiki.open(address, settings)) {
      return Verification.of(wiki, release.index(), Ledger.read(release));
    }
  }

  private @Nullable SharedRate shared(Wiki wiki, Account account) {
    Path rates = options.rates();
    return rates == null ? null : new SharedRate(rates, wiki.api().toString(), account.name());
  }

  private void begin(Ledger ledger, PilotRule rule, List<PlanIndex.Line> allowed, Account account) {
    ledger.append(Step.RUN, FileKey.NONE, Map.of("by", account.name()));
    if (rule.begins(options.pilot())) {
      List<String> files = allowed.stream().map(line -> line.key().text()).toList();
      ledger.await(ledger.append(Step.PILOT, FileKey.NONE, Map.of("files", files)));
    }
  }

  private void pass(Batch batch, PlanIndex plan, List<PlanIndex.Line> allowed) {
    List<PlanIndex.Line> dataOnly =
        plan.lines().stream()
            .filter(line -> DataWriting.wanted(line, batch.ledger.of(line.key())))
            .toList();
    Pipeline pipeline = new Pipeline(batch);
    Thread worker = Thread.ofVirtual().start(() -> pipeline.run(plan, allowed, dataOnly));
    // Whoever interrupts the caller (Ctrl-C) wants an end in order, not a torn one.
    boolean interrupted = false;
    while (worker.isAlive()) {
      try {
        worker.join();
      } catch (InterruptedException e) {
        interrupted = true;
        stop.raise();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    switch (batch.crash()) {
      case null -> {}
      case Error e -> throw e;
      case RuntimeException e -> throw e;
      case Throwable e -> throw new IllegalStateException(e);
    }
  }

  /// Lines that this run has to deal with, in the order of the plan.
  private List<PlanIndex.Line> work(PlanIndex plan, LedgerState ledger) {
    List<PlanIndex.Line> work = new ArrayList<>();
    for (PlanIndex.Line line : plan.lines()) {
      FileState state = ledger.of(line.key());
      boolean todo =
          switch (state.kind()) {
            case LEFT -> line.ready();
            case INTENDED, UNSETTLED -> true;
            case PROVEN, ALREADY_THERE -> false;
            case REFUSED ->
                line.ready() && (state.again() || options.recheck() || changed(plan, line, state));
          };
      if (todo) {
        work.add(line);
      }
    }
    return work;
  }

  private static boolean changed(PlanIndex plan, PlanIndex.Line line, FileState state) {
    return !line.title().equals(state.title())
        || !line.sha1().equals(state.sha1())
        || !Sha1.of(plan.entry(line).wikitext()).equals(state.text());
  }

  private RunReport end(Batch batch, PlanIndex plan) {
    Outcomes outcomes = new Outcomes(plan, batch.ledger.state());
    ReleaseStatus status = outcomes.status();
    batch.ledger.append(Step.ENDED, FileKey.NONE, Map.of("status", status.sentence()));
    int unused = outcomes.write(release);
    ApiFailure halted = batch.halted();
    if (halted != null) {
      return new RunReport(
          halted.kind() == FailureClass.WAIT ? Exit.ENVIRONMENT : Exit.PARTIAL,
          "%s: the run ended early: %s %s. Then run the same command again: it goes on where it was."
              .formatted(release.folder(), halted.sentence(), status.sentence()),
          status);
    }
    String message =
        message(status)
            + unsourced(batch.ledger.state().unsourced())
            + notFetched(batch.ledger.state().notFetched(), batch.mayByUrl());
    return new RunReport(exit(status), message, status);
  }

  private static String unsourced(Set<String> properties) {
    return properties.isEmpty()
        ? ""
        : " The wiki does not know %s: statements went without them in their references."
            .formatted(String.join(", ", new TreeSet<>(properties)));
  }

  private String notFetched(Map<String, Integer> why, boolean may) {
    if (options.ways().byUrl() && !may) {
      return " The wiki does not let this account upload by URL (right %s): everything was sent from here."
          .formatted(BY_URL);
    }
    int files = why.values().stream().mapToInt(Integer::intValue).sum();
    return files == 0
        ? ""
        : " The wiki did not fetch %d %s from the web, sent from here instead: %s."
            .formatted(
                files,
                files == 1 ? "file" : "files",
                why.entrySet().stream()
                    .map(one -> one.getValue() + " × " + one.getKey())
                    .collect(Collectors.joining(", ")));
  }

  private Exit exit(ReleaseStatus status) {
    boolean failed =
        status.refused() + status.unsettled() + status.dataProblems() > 0 || stop.isRaised();
    return failed ? Exit.PARTIAL : Exit.DONE;
  }

  private String message(ReleaseStatus status) {
    String next =
        stop.isRaised()
            ? "Stopped; run the same command again to go on."
            : status.pilot().equals("waiting for judgement")
                ? "The pilot waits for a judgement: look at its files on the wiki, then run \"handsel release judge %s --accept --by WHO\" (or --reject)."
                    .formatted(release.folder())
                : status.refused() + status.unsettled() + status.dataProblems() > 0
                    ? "What failed and why: " + release.failures() + "."
                    : "Details: " + release.results() + ".";
    return "%s: %s. %s".formatted(release.folder(), status.sentence(), next);
  }
}
