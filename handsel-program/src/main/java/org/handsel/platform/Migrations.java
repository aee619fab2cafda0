package org.handsel.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Brings a database to the newest schema by numbered scripts, each in a transaction of its own and
/// never twice.
///
/// Scripts are `db/NNN-name.sql`, listed in `db/scripts.txt` in order. A script that was applied
/// must not change; a database that knows more scripts than the program is refused.
final class Migrations {
  private static final Pattern TABLE =
      Pattern.compile("(?m)^create table (?:if not exists )?(\\w+)");

  private final Clock clock;

  Migrations(Clock clock) {
    this.clock = clock;
  }

  private record Script(String name, String sql, String checksum) {}

  /// @param wanted which of the scripts that were not applied yet may be, by name
  void apply(Jdbi jdbi, Predicate<String> wanted) {
    List<Script> scripts = scripts();
    jdbi.useHandle(handle ->
        handle.execute(
            """
            create table if not exists migration (
              name text not null primary key, checksum text not null, applied_at text not null)
            """));
    Map<String, String> applied = jdbi.withHandle(Migrations::applied);
    refuseNewer(applied, scripts);
    for (Script script : scripts) {
      String checksum = applied.get(script.name());
      if (checksum == null) {
        if (!wanted.test(script.name())) {
          continue;
        }
        jdbi.useTransaction(handle -> applyOnce(handle, script));
      } else if (!checksum.equals(script.checksum())) {
        throw HandselException.environment(
            "database: script %s was changed after it had been applied. Use the program version that wrote this database."
                .formatted(script.name()));
      }
    }
  }

  private void applyOnce(Handle handle, Script script) {
    int mine =
        handle.execute(
            "insert into migration (name, checksum, applied_at) values (?, ?, ?) on conflict do"
                + " nothing",
            script.name(),
            script.checksum(),
            clock.instant().toString());
    // Another process may have been faster; its row is then seen here and its script has run.
    if (mine == 1) {
      try (var statements = handle.createScript(script.sql())) {
        statements.execute();
      }
    }
  }

  static SortedMap<String, String> applied(Handle handle) {
    SortedMap<String, String> applied = new TreeMap<>();
    handle
        .createQuery("select name, checksum from migration")
        .map((row, context) -> Map.entry(row.getString("name"), row.getString("checksum")))
        .forEach(script -> applied.put(script.getKey(), script.getValue()));
    return applied;
  }

  static SortedMap<String, String> known() {
    SortedMap<String, String> known = new TreeMap<>();
    scripts().forEach(script -> known.put(script.name(), script.checksum()));
    return known;
  }

  /// Tables that these scripts make, in the order in which they are made.
  static List<String> tables(Set<String> names) {
    List<String> tables = new ArrayList<>();
    for (Script script : scripts()) {
      if (names.contains(script.name())) {
        TABLE.matcher(script.sql()).results().forEach(made -> tables.add(made.group(1)));
      }
    }
    return tables;
  }

  private static void refuseNewer(Map<String, String> applied, List<Script> scripts) {
    List<String> unknown = new ArrayList<>(applied.keySet());
    unknown.removeAll(scripts.stream().map(Script::name).toList());
    if (!unknown.isEmpty()) {
      throw HandselException.environment(
          "database: it was written by a newer Handsel (script %s is unknown here). Use that version or newer."
              .formatted(unknown.getFirst()));
    }
  }

  private static List<Script> scripts() {
    List<Script> scripts = new ArrayList<>();
    for (String name : resource("db/scripts.txt").lines().filter(l -> !l.isBlank()).toList()) {
      String sql = resource("db/" + name);
      scripts.add(new Script(name, sql, checksum(sql)));
    }
    return scripts;
  }

  private static String resource(String path) {
    try (InputStream in = Migrations.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  private static String checksum(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
