package org.handsel.impact;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.handsel.platform.Database;
import org.handsel.platform.HandselException;
import org.handsel.platform.History;
import org.handsel.platform.Ids;
import org.handsel.platform.Who;
import org.jspecify.annotations.Nullable;

/// Which folders of measures belong to which partnership, so that the workbench finds them. Only
/// who works on this machine adds one; a page never names a folder.
///
/// Safe for use by many threads.
public final class ImpactFolders {
  private final Database database;
  private final History history;
  private final Ids ids;

  public ImpactFolders(Database database, History history, Clock clock) {
    this.database = database;
    this.history = history;
    this.ids = new Ids(clock);
  }

  /// A folder that `handsel impact measure` wrote.
  ///
  /// @param partnership its id, or empty for a comparison of institutions
  /// @param asOf day or month of the data, or null
  public record Entry(
      String id,
      String partnership,
      Path folder,
      String kind,
      String collection,
      @Nullable String asOf,
      String measuredAt) {
    /// The last part of its path, by which people know it.
    public String source() {
      return String.valueOf(folder.getFileName());
    }

    /// Whether the folder is still there.
    public boolean there() {
      return Files.exists(folder.resolve("measures.json"));
    }

    /// What was measured.
    public Measurement measured() {
      return new MeasureFolder(folder).read();
    }
  }

  /// Notes a folder; one that is known is renewed.
  public void attach(Who who, String partnership, Path folder, Measurement.About about) {
    String place = folder.toAbsolutePath().normalize().toString();
    database.write(handle -> {
      handle
          .createUpdate(
              """
              insert into impact_folder (id, partnership, folder, kind, collection, as_of, measured_at, who, who_name)
              values (:id, :partnership, :folder, :kind, :collection, :asOf, :at, :who, :name)
              on conflict (partnership, folder) do update set kind = excluded.kind,
                collection = excluded.collection, as_of = excluded.as_of, measured_at = excluded.measured_at,
                who = excluded.who, who_name = excluded.who_name
              """)
          .bind("id", ids.next())
          .bind("partnership", partnership)
          .bind("folder", place)
          .bind("kind", about.kind())
          .bind("collection", about.collection())
          .bind("asOf", about.asOf())
          .bind("at", about.measuredAt())
          .bind("who", who.id())
          .bind("name", who.name())
          .execute();
      history.note(handle, who, "measurement", partnership, "measure", null, about);
    });
  }

  /// Folders of a partnership, or the comparisons for an empty id; those measured last come first.
  public List<Entry> of(String partnership) {
    return database.read(handle ->
        handle
            .createQuery(
                "select * from impact_folder where partnership = :id order by measured_at desc, id"
                    + " desc")
            .bind("id", partnership)
            .map((row, context) ->
                new Entry(
                    row.getString("id"),
                    row.getString("partnership"),
                    Path.of(row.getString("folder")),
                    row.getString("kind"),
                    row.getString("collection"),
                    row.getString("as_of"),
                    row.getString("measured_at")))
            .list());
  }

  /// What was measured last of a partnership and can still be read.
  public Optional<Measurement> latest(String partnership) {
    for (Entry entry : of(partnership)) {
      if (entry.there()) {
        try {
          return Optional.of(entry.measured());
        } catch (HandselException damaged) {
          // An older one is better than none; making its report says what is wrong with it.
        }
      }
    }
    return Optional.empty();
  }
}
