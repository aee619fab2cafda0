package org.handsel.release;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.handsel.platform.Progress;
import org.handsel.wiki.api.ApiFailure;
import org.handsel.wiki.api.FileOnWiki;
import org.handsel.wiki.api.FileUpload;
import org.handsel.wiki.api.Patience;
import org.handsel.wiki.api.Stash;
import org.handsel.wiki.api.UploadAnswer;
import org.handsel.wiki.api.UploadWatch;
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
  private final boolean mayByUrl;
  private final Progress progress;
  private final Set<String> notFrom = ConcurrentHashMap.newKeySet();
  private final AtomicReference<@Nullable ApiFailure> halt = new AtomicReference<>();
  private final AtomicReference<@Nullable Throwable> crash = new AtomicReference<>();
  private final AtomicInteger givenUp = new AtomicInteger();
  private final AtomicInteger onTheWire = new AtomicInteger();

  Batch(
      Wiki wiki,
      Ledger ledger,
      Path files,
      RunOptions options,
      Patience patience,
      RateBucket bucket,
      StopSign stop,
      RunHook hook,
      boolean mayByUrl,
      Progress progress) {
    this.wiki = wiki;
    this.ledger = ledger;
    this.files = files;
    this.options = options;
    this.patience = patience;
    this.bucket = bucket;
    this.stop = stop;
    this.hook = hook;
    this.mayByUrl = mayByUrl;
    this.progress = progress;
  }

  /// Uploads, and tells meanwhile that it does.
  UploadAnswer upload(FileUpload upload, @Nullable Stash begun, UploadWatch watch) {
    onTheWire.incrementAndGet();
    try {
      return wiki.upload(upload, begun, watch);
    } finally {
      onTheWire.decrementAndGet();
    }
  }

  /// Whether the answer to an upload is awaited.
  boolean sending() {
    return onTheWire.get() > 0;
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

  /// Whether the account may let the wiki fetch files itself, and somebody wants that.
  boolean mayByUrl() {
    return mayByUrl;
  }

  /// Where the wiki may fetch a file itself; null when its bytes are to be sent from here.
  FileUpload.@Nullable Source source(PlanEntry entry) {
    String url = entry.url();
    if (url == null || !mayByUrl || notFrom.contains("")) {
      return null;
    }
    try {
      URI address = URI.create(url);
      return address.getHost() == null || notFrom.contains(address.getHost())
          ? null
          : new FileUpload.Source(address, entry.sha1());
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /// Notes that a file is sent from here after all, and asks the wiki no more for what it never
  /// does.
  void notFetched(PlanEntry entry, ApiFailure why) {
    String url = entry.url();
    String host = String.valueOf(url == null ? "" : URI.create(url).getHost());
    ledger.append(
        Step.NOT_FETCHED,
        FileKey.of(entry),
        Map.of("code", why.code(), "host", host, "reason", why.info(), "advice", why.advice()));
    switch (why.code()) {
      case "copyuploadbaddomain" -> notFrom.add(host);
      case "copyuploaddisabled", "permissiondenied" -> notFrom.add("");
      default -> {}
    }
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

  /// What goes wrong with the structured data of a file that is released.
  void dataProblem(PlanEntry entry, ApiFailure failure) {
    ledger.append(
        Step.DATA_PROBLEM,
        FileKey.of(entry),
        Map.of("code", failure.code(), "reason", failure.info(), "advice", failure.advice()));
  }

  void unsettled(PlanEntry entry, String code, String reason) {
    ledger.append(
        Step.UNSETTLED,
        FileKey.of(entry),
        Map.of(
            "code", code,
            "reason", reason,
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
