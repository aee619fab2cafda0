package org.handsel.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/// A MediaWiki of its own for one test class: `testbed/mediawiki/up.sh` in a folder under
/// `target/`, taken down and removed by [#close()].
///
/// Needs the Debian packages of `testbed/mediawiki/deps.sh` and fails without them.
public final class RealWiki implements AutoCloseable {
  private static final AtomicInteger INSTANCES = new AtomicInteger();

  private final Path folder;
  private final Path scripts;
  private final Map<String, String> accounts;
  private final WikiState state;
  private final Thread lastResort = new Thread(this::down);

  /// Name and password as `action=login` takes them.
  public record Login(String name, String password) {}

  private RealWiki(Path folder, Path scripts, Map<String, String> accounts) {
    this.folder = folder;
    this.scripts = scripts;
    this.accounts = accounts;
    this.state = new WikiState(api());
    Runtime.getRuntime().addShutdownHook(lastResort);
  }

  /// Starts a wiki; `name` tells its folder from those of other tests.
  public static RealWiki start(String name) {
    return start(name, Map.of());
  }

  /// Starts a wiki with an environment for `up.sh`, such as `MW_UPLOAD_MAX=8M`.
  public static RealWiki start(String name, Map<String, String> environment) {
    Path root = Path.of(System.getProperty("handsel.root", "..")).toAbsolutePath().normalize();
    Path scripts = root.resolve("testbed/mediawiki");
    Path folder =
        root.resolve("handsel-program/target/wikis")
            .resolve(
                "%s-%d-%d"
                    .formatted(name, ProcessHandle.current().pid(), INSTANCES.incrementAndGet()));
    String said =
        run(
            environment,
            List.of(
                scripts.resolve("up.sh").toString(), folder.toString(), String.valueOf(freePort())),
            true);
    if (!said.contains("mediawiki ready")) {
      throw new AssertionError("up.sh did not say that the wiki is ready: " + said);
    }
    return new RealWiki(folder, scripts, accounts(folder.resolve("accounts.env")));
  }

  public URI api() {
    return URI.create(value("MW_API"));
  }

  /// The bot password of GlamBot, a member of the group bot.
  public Login bot() {
    return new Login(value("MW_BOT_LOGIN"), value("MW_BOT_LOGIN_PASSWORD"));
  }

  /// The bot password of a normal user.
  public Login volunteer() {
    return new Login(value("MW_USER_LOGIN"), value("MW_USER_LOGIN_PASSWORD"));
  }

  public Login admin() {
    return new Login(value("MW_ADMIN"), value("MW_ADMIN_PASSWORD"));
  }

  public Login blocked() {
    return new Login(value("MW_BLOCKED"), value("MW_BLOCKED_PASSWORD"));
  }

  /// Asks the wiki itself.
  public WikiState state() {
    return state;
  }

  /// The next matching requests fail; see `testbed/README.md` for the keys.
  public void setFault(String json) {
    control("fault.json", json);
  }

  /// Whether a fault that was set has not fired yet.
  public boolean faultPending() {
    return Files.exists(folder.resolve("ctl/fault.json"));
  }

  /// Changes settings of the wiki from the next request on; `{}` ends it.
  public void setOverrides(String json) {
    control("overrides.json", json);
  }

  /// Seconds of replication lag as `maxlag` sees them; zero ends it.
  public void setLag(int seconds) {
    if (seconds > 0) {
      control("lag", String.valueOf(seconds));
    } else {
      remove("lag");
    }
  }

  /// Writes a dump of all pages, latest revisions only, with MediaWiki's own exporter.
  public void dump(Path file) {
    run(
        Map.of("MW_CONFIG_FILE", folder.resolve("conf/LocalSettings.php").toString()),
        List.of(
            "php",
            "/usr/share/mediawiki/maintenance/dumpBackup.php",
            "--current",
            "--quiet",
            "--output=" + (file.toString().endsWith(".bz2") ? "bzip2:" : "file:") + file),
        true);
  }

  /// Whether uploads that were asked for asynchronously stay in the queue. Returns when nothing of
  /// it runs any more.
  public void holdJobs(boolean now) {
    if (!now) {
      remove("nojobs");
      return;
    }
    control("nojobs", "");
    // The one that watches the queue looks for that file each time before it starts a runner.
    ProcessHandle watcher = ProcessHandle.of(watcher()).orElseThrow();
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(20))
        .during(Duration.ofMillis(400))
        .until(() -> watcher.descendants().noneMatch(ProcessHandle::isAlive));
  }

  private long watcher() {
    try {
      return Long.parseLong(Files.readString(folder.resolve("run/jobs.pgid")).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Ends every fault, override and lag, and lets the queue run.
  public void calm() {
    remove("fault.json");
    holdJobs(false);
    setLag(0);
    setOverrides("{}");
  }

  /// Counts the requests of a client whose User-Agent contains this, from now on.
  public RequestCount requests(String userAgent) {
    return new RequestCount(folder.resolve("log/access.log"), userAgent);
  }

  /// The web server before the wiki takes no larger request from now on; it answers them with HTTP
  /// status 413 itself.
  public void requestLimit(int bytes) {
    try {
      Path conf = folder.resolve("conf/nginx.conf");
      Files.writeString(
          conf,
          Files.readString(conf)
              .replaceFirst(
                  "client_max_body_size [^;]+;", "client_max_body_size %d;".formatted(bytes)));
      long master = Long.parseLong(Files.readString(folder.resolve("run/nginx.pgid")).strip());
      Set<Long> before = children(master);
      run(Map.of(), List.of("kill", "-HUP", String.valueOf(master)), true);
      // Workers that ended what they had are replaced by others, which read the file anew.
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .pollInterval(Duration.ofMillis(20))
          .until(() -> {
            Set<Long> now = children(master);
            return !now.isEmpty() && Collections.disjoint(now, before);
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// How many requests the web server refused for their size.
  public long tooLarge() {
    try (Stream<String> lines = Files.lines(folder.resolve("log/access.log"))) {
      return lines.filter(line -> line.contains("\" 413 ")).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<Long> children(long process) {
    return ProcessHandle.of(process)
        .orElseThrow()
        .children()
        .filter(ProcessHandle::isAlive)
        .map(ProcessHandle::pid)
        .collect(Collectors.toSet());
  }

  /// The wiki forgets everything that it was sent and has not published: as after too long a time
  /// its entries, or as after the loss of a disk the files only.
  ///
  /// @return how many
  public int forgetStash(boolean entries) {
    try {
      if (entries) {
        try (Connection data =
                DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/wiki.sqlite"));
            Statement statement = data.createStatement()) {
          statement.execute("PRAGMA busy_timeout = 20000");
          return statement.executeUpdate("DELETE FROM uploadstash");
        }
      }
      try (Stream<Path> stashed = Files.walk(folder.resolve("images/temp"))) {
        List<Path> files = stashed.filter(Files::isRegularFile).toList();
        for (Path file : files) {
          Files.deleteIfExists(file);
        }
        return files.size();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Makes an AbuseFilter that forbids what its rules say.
  public void filter(String rules) {
    run(
        Map.of(),
        List.of(
            scripts.resolve("abusefilter.sh").toString(),
            api().toString(),
            admin().name(),
            admin().password(),
            "made by a test",
            rules,
            "disallow"),
        true);
  }

  /// How many jobs of a kind the wiki has done, well or not; of a kind whose log takes one line.
  public long jobs(String kind) {
    Path log = folder.resolve("log/jobs.log");
    try {
      return Files.exists(log)
          ? Files.readAllLines(log).stream()
              .filter(line -> line.contains(" " + kind + " ") && line.contains(" t="))
              .count()
          : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(lastResort);
    state.close();
    down();
  }

  private void down() {
    run(
        Map.of(),
        List.of(scripts.resolve("down.sh").toString(), folder.toString(), "--purge"),
        false);
  }

  private String value(String name) {
    return Objects.requireNonNull(accounts.get(name), name);
  }

  /// A control file appears whole or not at all: the wiki reads it at every request.
  private void control(String name, String text) {
    try {
      Path part = Files.writeString(folder.resolve("tmp/" + name + ".part"), text);
      Files.move(part, folder.resolve("ctl/" + name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void remove(String name) {
    try {
      Files.deleteIfExists(folder.resolve("ctl/" + name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> accounts(Path file) {
    Map<String, String> accounts = new HashMap<>();
    try {
      for (String line : Files.readAllLines(file)) {
        int equals = line.indexOf('=');
        accounts.put(line.substring(0, equals), line.substring(equals + 1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(accounts);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String run(
      Map<String, String> environment, List<String> command, boolean mustSucceed) {
    try {
      // The servers that up.sh leaves behind would keep a pipe open for ever: a file does not mind.
      Path output = Files.createTempFile("handsel-testbed", ".log");
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      boolean ended = process.waitFor(3, TimeUnit.MINUTES);
      String said = Files.readString(output);
      Files.delete(output);
      if (mustSucceed && (!ended || process.exitValue() != 0)) {
        throw new AssertionError(
            said.contains("run deps.sh")
                ? "the real MediaWiki is not installed: run testbed/mediawiki/deps.sh ("
                    + said
                    + ")"
                : String.join(" ", command) + " failed: " + said);
      }
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
