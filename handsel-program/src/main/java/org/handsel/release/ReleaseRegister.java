package org.handsel.release;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.handsel.platform.Database;
import org.jspecify.annotations.Nullable;

/// Remembers which releases were planned in a workspace and where their folders are, so that a
/// person can name a release instead of typing its path. What happened to the files stands in each
/// folder's own ledger.
///
/// Safe for use by many threads.
public final class ReleaseRegister {
  private final Database database;
  private final Clock clock;

  public ReleaseRegister(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /// A release that was planned here.
  ///
  /// @param folder absolute path of its folder
  /// @param name name of the folder
  /// @param partnership id of the partnership it belongs to, or null
  /// @param plannedAt when it was last planned
  /// @param files entries of its plan
  public record Entry(
      Path folder, String name, @Nullable String partnership, Instant plannedAt, long files) {}

  /// Adds a release, or notes that it was planned again.
  public void planned(Path folder, @Nullable String partnership, long files) {
    Path absolute = folder.toAbsolutePath().normalize();
    String name = String.valueOf(absolute.getFileName());
    database.write(handle ->
        handle
            .createUpdate(
                """
                insert into release_folder (id, folder, name, name_key, partnership, planned_at, files)
                values (:id, :folder, :name, :key, :partnership, :at, :files)
                on conflict (folder) do update
                  set partnership = excluded.partnership, planned_at = excluded.planned_at, files = excluded.files
                """)
            .bind("id", UUID.randomUUID().toString())
            .bind("folder", absolute.toString())
            .bind("name", name)
            .bind("key", key(name))
            .bind("partnership", partnership)
            .bind("at", clock.instant().toString())
            .bind("files", files)
            .execute());
  }

  /// All releases, the newest plan first.
  public List<Entry> all() {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select folder, name, partnership, planned_at, files from release_folder
                order by planned_at desc, folder
                """)
            .map((row, context) ->
                new Entry(
                    Path.of(row.getString("folder")),
                    row.getString("name"),
                    row.getString("partnership"),
                    Instant.parse(row.getString("planned_at")),
                    row.getLong("files")))
            .list());
  }

  /// The newest release of that name, upper and lower case alike.
  public Optional<Entry> named(String name) {
    return all().stream().filter(entry -> key(entry.name()).equals(key(name))).findFirst();
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
