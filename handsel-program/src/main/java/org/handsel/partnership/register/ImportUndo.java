package org.handsel.partnership.register;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handsel.platform.Database;
import org.handsel.platform.History;
import org.handsel.platform.History.Change;
import org.handsel.platform.Json;
import org.handsel.platform.Who;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/// Takes an import back: what it changed stands again as before, what it added goes, except for
/// rows that were changed since or that something else refers to by now.
final class ImportUndo {
  private final Database database;
  private final History history;
  private final Clock clock;

  ImportUndo(Database database, History history, Clock clock) {
    this.database = database;
    this.history = history;
    this.clock = clock;
  }

  @SuppressWarnings("unchecked")
  void undo(Who who, Change change) {
    database.write(handle -> {
      List<Map.Entry<String, String>> changed =
          handle
              .createQuery(
                  "select institution, before_state from import_change where import_run = :run")
              .bind("run", change.subject())
              .map((row, context) ->
                  Map.entry(row.getString("institution"), row.getString("before_state")))
              .list();
      for (Map.Entry<String, String> one : changed) {
        Fields.write(
            handle,
            one.getKey(),
            (Map<String, Object>) Json.mapper().readValue(one.getValue(), Map.class),
            clock.millis());
        handle.execute("update institution set row_hash = null where id = ?", one.getKey());
      }
      handle.execute("delete from import_change where import_run = ?", change.subject());
      List<String> added =
          handle
              .createQuery("select id from institution where import_run = :run and version = 1")
              .bind("run", change.subject())
              .mapTo(String.class)
              .list();
      int removed = remove(handle, added);
      Revisions.removed(handle);
      Revisions.next(handle);
      Map<String, Object> done = new LinkedHashMap<>();
      done.put("restored", changed.size());
      done.put("removed", removed);
      done.put("kept", added.size() - removed);
      history.note(
          handle, who, "institution-import", change.subject(), "undo", change.after(), done);
    });
  }

  private static int remove(Handle handle, List<String> ids) {
    int removed = 0;
    for (String id : ids) {
      // A partnership, a merge or a decision of a person that refers to the row keeps it.
      handle.savepoint("row");
      try {
        removed += handle.execute("delete from institution where id = ?", id);
        handle.releaseSavepoint("row");
      } catch (JdbiException e) {
        handle.rollbackToSavepoint("row");
      }
    }
    return removed;
  }
}
