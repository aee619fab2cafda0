package org.handsel.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Predicate;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/// The workspace's database: SQLite by default, PostgreSQL by address, one SQL text for both.
///
/// SQLite has one writer and several readers, each with a pool of its own, so that a long read
/// never waits for a write. Safe for use by many threads.
public final class Database implements AutoCloseable {
  private static final int READERS = 4;

  private final HikariDataSource writerPool;
  private final HikariDataSource readerPool;
  private final Jdbi writer;
  private final Jdbi reader;
  private final boolean server;

  private Database(HikariDataSource writerPool, HikariDataSource readerPool) {
    this.server = writerPool.getJdbcUrl().startsWith("jdbc:postgresql:");
    this.writerPool = writerPool;
    this.readerPool = readerPool;
    this.writer = Jdbi.create(writerPool);
    this.reader = writerPool == readerPool ? writer : Jdbi.create(readerPool);
  }

  /// Opens the database of a workspace and brings it to the newest schema.
  public static Database open(Workspace workspace, Settings settings, Clock clock) {
    workspace.create();
    SqliteLibrary.keptIn(scratch(workspace));
    return open(settings.get("database").orElse(workspace.databaseUrl()), clock);
  }

  /// Opens the database behind an address.
  ///
  /// @param url a `jdbc:sqlite:` or `jdbc:postgresql:` address
  /// @throws HandselException with exit 3 when it cannot be reached
  public static Database open(String url, Clock clock) {
    return open(url, clock, script -> true);
  }

  /// Opens the database behind an address and applies those scripts only that a backup was made
  /// with, so that the ones after them find its rows.
  ///
  /// @param scripts which scripts may be applied, by name
  public static Database open(String url, Clock clock, Predicate<String> scripts) {
    Database database;
    try {
      database = url.startsWith("jdbc:sqlite:") ? sqlite(url) : server(url);
    } catch (RuntimeException e) {
      throw unreachable(url, e);
    }
    try {
      new Migrations(clock).apply(database.writer, scripts);
    } catch (RuntimeException e) {
      database.close();
      throw e instanceof HandselException ? e : unreachable(url, e);
    }
    return database;
  }

  /// Reads; sees what was written before it began.
  public <T, X extends Exception> T read(HandleCallback<T, X> query) throws X {
    return reader.withHandle(query);
  }

  /// Reads with several queries that all see the same moment, whatever is written meanwhile.
  public <T, X extends Exception> T readOneMoment(HandleCallback<T, X> queries) throws X {
    return server
        ? reader.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, queries)
        : reader.inTransaction(queries);
  }

  /// Whether it is a PostgreSQL server; otherwise it is a file of SQLite.
  public boolean server() {
    return server;
  }

  /// Names of the tables of the scripts that were applied, those first to which others refer.
  public List<String> tables() {
    return Migrations.tables(scripts().keySet());
  }

  /// Scripts that were applied, in order, each with its checksum.
  public SortedMap<String, String> scripts() {
    return read(Migrations::applied);
  }

  /// Scripts that this program has, in order, each with its checksum.
  public static SortedMap<String, String> knownScripts() {
    return Migrations.known();
  }

  /// Writes in one transaction that is kept whole or not at all.
  public <X extends Exception> void write(HandleConsumer<X> statements) throws X {
    writer.useTransaction(statements);
  }

  /// Writes in one transaction and returns what came of it.
  public <T, X extends Exception> T writeAndGet(HandleCallback<T, X> statements) throws X {
    return writer.inTransaction(statements);
  }

  @Override
  public void close() {
    readerPool.close();
    writerPool.close();
  }

  private static Database sqlite(String url) {
    if (url.contains(":memory:")) {
      HikariDataSource one = pool(url + "?foreign_keys=true", 1);
      return new Database(one, one);
    }
    String settings =
        "journal_mode=WAL&synchronous=NORMAL&foreign_keys=true&busy_timeout=20000&transaction_mode=";
    String joint = url.contains("?") ? "&" : "?";
    HikariDataSource writer = pool(url + joint + settings + "IMMEDIATE", 1);
    return new Database(writer, pool(url + joint + settings + "DEFERRED", READERS));
  }

  private static Database server(String url) {
    if (!url.startsWith("jdbc:postgresql:")) {
      throw HandselException.usage(
          "setting database: expected an address that begins with jdbc:sqlite: or"
              + " jdbc:postgresql:");
    }
    HikariDataSource shared = pool(url, READERS);
    return new Database(shared, shared);
  }

  private static HikariDataSource pool(String url, int size) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(size);
    config.setConnectionTimeout(10_000);
    return new HikariDataSource(config);
  }

  private static HandselException unreachable(String url, RuntimeException e) {
    if (e instanceof HandselException known) {
      return known;
    }
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    // The address may carry a password behind the question mark.
    return HandselException.environment(
        "%s: the database cannot be used (%s). Check the setting database and that the server runs."
            .formatted(
                url.replaceAll("[?].*", ""),
                String.valueOf(cause.getMessage()).lines().findFirst().orElse("")),
        e);
  }

  private static java.nio.file.Path scratch(Workspace workspace) {
    try {
      return java.nio.file.Files.createDirectories(workspace.scratch());
    } catch (java.io.IOException e) {
      throw HandselException.environment(
          workspace.scratch() + ": cannot be created (" + DurableFiles.reason(e) + ")", e);
    }
  }
}
