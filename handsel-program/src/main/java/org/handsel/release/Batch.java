package org.handsel.release;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.handsel.platform.Progress;
import org.handsel.wiki.api.ApiFailure;
import org.handsel.wiki.api.FileOnWiki;
import org.handsel.wiki.api.Patience;
import org.handsel.wiki.api.Wiki;
import org.jspecify.annotations.Nullable;

/// What the stages of one run share: the wiki, the ledger, and whether the run is to end. Writes
/// the final word on each file, so that ledger and progress agree. Safe for use by many threads.
final class Batch {
  private static final int HOPELESS_FILES = 3;

  final Wiki wiki;
  final Ledger ledger;
  final Path files;
  final RunOptions options;
  final Patience patience;
  final RateBucket bucket;
  final StopSign stop;
  final RunHook hook;
  private final Progress progress;
  private final AtomicReference<@Nullable ApiFailure> halt = new AtomicReference<>();
  private final AtomicReference<@Nullable Throwable> crash = new AtomicReference<>();
  private final AtomicInteger givenUp = new AtomicInteger();

  Batch(
      Wiki wiki,
      Ledger ledger,
      Path files,
      RunOptions options,
      Patience patience,
      RateBucket bucket,
      StopSign stop,
      RunHook hook,
      Progress progress) {
    this.wiki = wiki;
    this.ledger = ledger;
    this.files = files;
    this.options = options;
    this.patience = patience;
    this.bucket = bucket;
    this.stop = stop;
    this.hook = hook;
    this.progress = progress;
  }

  boolean ending() {
    return stop.isRaised();
  }

  /// Ends the run in order because no further file can succeed.
  void halt(ApiFailure failure) {
    halt.compareAndSet(null, failure);
    stop.raise();
  }

  @Nullable ApiFailure halted() {
    return halt.get();
  }

  /// Ends the run because the program itself failed.
  void crashed(Throwable failure) {
    crash.compareAndSet(null, failure);
    stop.raise();
  }

  @Nullable Throwable crash() {
    return crash.get();
  }

  Path local(PlanEntry entry) {
    return files.resolve(entry.file());
  }

  void proven(PlanEntry entry, FileOnWiki file) {
    givenUp.set(0);
    ledger.append(Step.PROVEN, FileKey.of(entry), onWiki(file));
    progress.step(1, file.title());
  }

  void alreadyThere(PlanEntry entry, FileOnWiki file) {
    givenUp.set(0);
    ledger.append(Step.ALREADY_THERE, FileKey.of(entry), onWiki(file));
    progress.step(1, file.title());
  }

  /// The final word for this run.
  ///
  /// @param again whether the next run may try without being told to
  void refused(PlanEntry entry, String code, String reason, String advice, boolean again) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("title", entry.title());
    facts.put("sha1", entry.sha1());
    facts.put("text", Sha1.of(entry.wikitext()));
    facts.put("code", code);
    facts.put("reason", reason);
    facts.put("advice", advice);
    facts.put("again", Boolean.toString(again));
    ledger.append(Step.REFUSED, FileKey.of(entry), facts);
    progress.step(1, entry.title());
  }

  void unsettled(PlanEntry entry, ApiFailure failure) {
    ledger.append(
        Step.UNSETTLED,
        FileKey.of(entry),
        Map.of(
            "code", failure.code(),
            "reason", failure.info(),
            "advice", "Run the command again: the wiki is asked before anything is sent."));
    progress.step(1, entry.title());
  }

  /// Counts files for which all patience was in vain; when several follow one another the wiki
  /// itself is the trouble, and trying each of thousands so long helps nobody.
  void gaveUp(ApiFailure failure) {
    if (givenUp.incrementAndGet() >= HOPELESS_FILES) {
      halt(failure);
    }
  }

  void wikiWorks() {
    givenUp.set(0);
  }

  private static Map<String, Object> onWiki(FileOnWiki file) {
    return Map.of(
        "title", file.title(),
        "sha1", file.sha1(),
        "pageId", Long.toString(file.pageId()),
        "url", file.url());
  }
}
