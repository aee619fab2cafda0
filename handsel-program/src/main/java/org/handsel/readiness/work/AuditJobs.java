package org.handsel.readiness.work;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.handsel.platform.HandselException;
import org.handsel.platform.Progress;
import org.handsel.platform.Who;
import org.handsel.readiness.audit.AuditRun;
import org.handsel.readiness.audit.AuditSummary;
import org.handsel.readiness.compare.Comparison;
import org.handsel.readiness.edits.EditLists;
import org.jspecify.annotations.Nullable;

/// Audits that run in the background of the workbench, one at a time: an audit uses every core.
///
/// After an audit its lists of edits and the comparison with the last audit of the same wiki stand
/// in its folder (`edits/`, `changes/`). Safe for use by many threads.
public final class AuditJobs {
  private final AuditRuns runs;
  private final Clock clock;
  private final AtomicReference<@Nullable Job> running = new AtomicReference<>();

  /// Marks what an earlier program left running as stopped.
  public AuditJobs(AuditRuns runs, Clock clock) {
    this.runs = runs;
    this.clock = clock;
    runs.cutOff();
  }

  /// How far the running audit is.
  ///
  /// @param id of the audit
  /// @param total bytes of the dump; 0 when not known yet
  /// @param left time that it will probably take; null when nothing can be said yet
  public record Status(String id, long done, long total, @Nullable Duration left) {
    /// In per cent.
    public int share() {
      return total <= 0 ? 0 : (int) Math.min(100, done * 100 / total);
    }
  }

  private final class Job implements Progress {
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong total = new AtomicLong();
    private final Instant begun = clock.instant();
    private volatile String id = "";
    private volatile boolean stopped;

    @Override
    public void total(long all) {
      total.set(all);
    }

    @Override
    public void step(long steps, String note) {
      done.addAndGet(steps);
    }

    @Override
    public void close() {}

    Status status() {
      long far = done.get();
      long all = total.get();
      Duration spent = Duration.between(begun, clock.instant());
      return new Status(
          id,
          far,
          all,
          far <= 0 || all <= far ? null : spent.multipliedBy(all - far).dividedBy(far));
    }
  }

  /// Begins an audit.
  ///
  /// @param dump to read
  /// @param sql folder with tables of the same dump, or null
  /// @param wiki code that counts more than what the dump says, or null
  /// @param out folder for the results
  /// @return its id; empty when another audit is running
  public Optional<String> begin(
      Who who, Path dump, @Nullable Path sql, @Nullable String wiki, Path out) {
    Job job = new Job();
    if (!running.compareAndSet(null, job)) {
      return Optional.empty();
    }
    try {
      job.id = runs.begun(out, String.valueOf(dump.getFileName()), who);
    } catch (RuntimeException e) {
      running.set(null);
      throw e;
    }
    int threads = Runtime.getRuntime().availableProcessors();
    AuditRun.Order order = new AuditRun.Order(dump, sql, wiki, threads, out);
    Thread.ofPlatform().daemon().name("audit").start(() -> work(job, order));
    return Optional.of(job.id);
  }

  private void work(Job job, AuditRun.Order order) {
    try {
      AuditSummary summary = AuditRun.run(order, job, () -> job.stopped);
      if (job.stopped) {
        runs.ended(job.id, AuditEntry.State.STOPPED, "");
        return;
      }
      EditLists.write(order.out(), summary.wiki());
      lookBack(order.out(), summary);
      runs.ended(job.id, summary);
    } catch (HandselException e) {
      runs.ended(job.id, AuditEntry.State.FAILED, String.valueOf(e.getMessage()));
    } catch (RuntimeException | Error e) {
      runs.ended(job.id, AuditEntry.State.FAILED, String.valueOf(e));
      throw e;
    } finally {
      running.set(null);
    }
  }

  private void lookBack(Path out, AuditSummary summary) {
    List<AuditEntry> earlier = runs.of(summary.wiki());
    if (!earlier.isEmpty()) {
      Comparison.run(earlier.getLast().folder(), out, out.resolve("changes"));
    }
  }

  /// The audit that runs now.
  public Optional<Status> running() {
    Job job = running.get();
    return job == null ? Optional.empty() : Optional.of(job.status());
  }

  /// Tells the running audit to stop; its results so far are no results.
  public void stop() {
    Job job = running.get();
    if (job != null) {
      job.stopped = true;
    }
  }
}
