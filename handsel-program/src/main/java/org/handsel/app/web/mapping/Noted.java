package org.handsel.app.web.mapping;

import java.util.Map;
import org.handsel.platform.Database;
import org.handsel.platform.History;
import org.handsel.platform.Who;

/// Notes in the history of the workspace what was changed in the files of a mapping.
record Noted(Database database, History history) {
  void change(
      Who who,
      String subject,
      String action,
      Map<String, String> before,
      Map<String, String> after) {
    database.write(handle -> history.note(handle, who, "mapping", subject, action, before, after));
  }
}
