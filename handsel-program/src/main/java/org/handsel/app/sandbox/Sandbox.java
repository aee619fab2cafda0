package org.handsel.app.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.jspecify.annotations.Nullable;

/// A small wiki in this process, on 127.0.0.1, to rehearse a release without touching a real one.
///
/// Speaks the part of MediaWiki's Action API that an uploader needs, with the same checks, warnings
/// and errors; shows what was uploaded at [#url()]. Times, faults, lag and limits can be set, so
/// that a client's behaviour can be tried out. Safe for threads.
public final class Sandbox implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads;
  private final Api api;
  private final Store store;
  private final Sessions sessions;
  private final Faults faults;
  private final Conditions conditions;
  private final Jobs jobs;
  private final Fetching fetching;
  private final List<SandboxAccount> accounts;
  private final Path work;
  private final @Nullable Path temporary;

  private Sandbox(SandboxOptions options, Clock clock) throws IOException {
    Path kept = options.folder();
    this.temporary = kept == null ? Files.createTempDirectory("handsel-sandbox") : null;
    Path folder = kept == null ? temporary() : kept;
    this.work = Files.createDirectories(folder.resolve("stash"));
    clear(work);
    this.server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port()), 256);
    this.threads = Executors.newVirtualThreadPerTaskExecutor();
    this.accounts = options.accounts();
    this.store = new Store(folder, clock);
    this.sessions = new Sessions(accounts);
    this.faults = new Faults(options.faults());
    this.conditions = new Conditions(clock);
    this.jobs = new Jobs(threads);
    this.fetching = new Fetching(work);
    seed();
    Described described = new Described("http://127.0.0.1:" + server.getAddress().getPort());
    this.api = api(described);
    ApiHandler handler =
        new ApiHandler(
            api,
            sessions,
            new FormReader(work),
            faults,
            new ServiceTime(options.serviceTime(), options.parallelService()));
    server.createContext("/w/api.php", handler::handle);
    server.createContext("/", new PageHandler(store, new Pages(store, described))::handle);
    server.setExecutor(threads);
  }

  private Path temporary() {
    Path made = temporary;
    if (made == null) {
      throw new IllegalStateException("the sandbox keeps its files elsewhere");
    }
    return made;
  }

  private Api api(Described described) {
    BlacklistAction blacklist = new BlacklistAction(store);
    FileTypes types = new FileTypes();
    UploadAction upload =
        new UploadAction(
            store,
            new Stash(work),
            types,
            new UploadChecks(store, types, blacklist),
            conditions,
            described,
            jobs,
            fetching);
    return new Api(
        sessions,
        conditions,
        new QueryAction(
            store,
            sessions,
            described,
            new MetaQuery(store, sessions, conditions, described, types.extensions())),
        upload,
        new EditAction(store, blacklist, conditions),
        new EntityAction(store, new Statements(), conditions),
        blacklist);
  }

  private void seed() {
    if (store.isEmpty()) {
      FileTypes.rows("seed.tsv").forEach(row -> addPage(row.get(0), row.get(1)));
    }
  }

  /// Starts a wiki.
  ///
  /// @throws HandselException with exit 3 when the port is taken or the folder cannot be used
  public static Sandbox start(SandboxOptions options) {
    return start(options, Clock.systemUTC());
  }

  /// Starts a wiki whose clock is given.
  public static Sandbox start(SandboxOptions options, Clock clock) {
    try {
      Sandbox sandbox = new Sandbox(options, clock);
      sandbox.server.start();
      return sandbox;
    } catch (IOException e) {
      throw HandselException.environment(
          "sandbox wiki: cannot be started on port %d of 127.0.0.1 (%s). Choose another port with --port, or 0 for any."
              .formatted(options.port(), DurableFiles.reason(e)),
          e);
    }
  }

  /// Where a browser looks at the wiki.
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  /// Where the Action API answers.
  public URI api() {
    return url().resolve("/w/api.php");
  }

  public List<SandboxAccount> accounts() {
    return accounts;
  }

  /// The account that uploads in a rehearsal: the first bot.
  public SandboxAccount bot() {
    return accounts.stream().filter(SandboxAccount::bot).findFirst().orElseThrow();
  }

  /// How many requests of an action arrived, such as `upload`.
  public long requests(String action) {
    return api.requests(action);
  }

  /// The next matching requests fail; null ends it.
  public void fault(@Nullable Fault fault) {
    faults.set(fault);
  }

  /// Whether a fault that was set has not fired yet.
  public boolean faultPending() {
    return faults.pending();
  }

  /// At most so many actions (`upload`, `edit`) of a user within a time; the rest is refused as
  /// `ratelimited`.
  public void limit(String action, int hits, Duration span) {
    conditions.limit(action, new Conditions.Limit(hits, span));
  }

  /// Every change is refused as `readonly`; null ends it.
  public void readOnly(@Nullable String reason) {
    conditions.readOnly(reason);
  }

  /// Seconds by which the database lags, as `maxlag` sees them.
  public void lag(double seconds) {
    conditions.lag(seconds);
  }

  /// Whether the wiki fetches files itself that are uploaded by URL; from this machine only.
  public void fetches(boolean now) {
    conditions.fetches(now);
  }

  /// Whether what is asked for asynchronously waits in the queue.
  public void holdJobs(boolean now) {
    jobs.hold(now);
  }

  /// Ends every limit, lag, read-only time and fault set by Java.
  public void calm() {
    jobs.hold(false);
    conditions.calm();
    faults.set(null);
  }

  /// All clients are logged out.
  public void forgetLogins() {
    sessions.forget();
  }

  /// Writes a page as if an administrator had.
  public void addPage(String title, String text) {
    store.write(
        Titles.read(title)
            .orElseThrow(() -> new IllegalArgumentException("no title of a wiki: " + title)),
        text,
        "Admin",
        "");
  }

  /// Deletes a page and its file; the wiki remembers that they were there.
  public void deletePage(String title) {
    store.delete(title);
  }

  /// Where the bytes of a file lie; for reading only.
  public Path fileOf(String sha1) {
    return store.path(sha1);
  }

  /// Ends the wiki. Requests under way are given no time to finish.
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    fetching.close();
    try {
      store.close();
      if (temporary != null) {
        clear(temporary);
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw HandselException.environment(
          "sandbox wiki: its temporary folder cannot be removed (%s)."
              .formatted(DurableFiles.reason(e)),
          e);
    }
  }

  private static void clear(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!file.equals(folder)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /// Handles one exchange; what it throws ends the connection.
  interface Exchange {
    void handle(HttpExchange exchange) throws IOException;
  }
}
