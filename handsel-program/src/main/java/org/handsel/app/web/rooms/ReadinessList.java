package org.handsel.app.web.rooms;

import java.util.List;
import java.util.Optional;
import org.handsel.app.web.Form;
import org.handsel.readiness.work.AuditEntry;
import org.handsel.readiness.work.AuditJobs;

/// The audits of the workspace, wiki by wiki, and what can be begun.
///
/// @param without audits that came to no result, the newest first
/// @param dumps files that can be audited
/// @param folder where they lie
public record ReadinessList(
    List<Wiki> wikis,
    List<AuditEntry> without,
    Running running,
    List<String> dumps,
    String folder,
    Form form) {

  /// @param latest the newest audit with a result
  /// @param row all of them, the oldest first
  public record Wiki(String name, AuditEntry latest, List<AuditEntry> row) {
    public Trend trend() {
      return new Trend(row.stream().map(AuditEntry::findings).toList());
    }
  }

  /// The audit that runs now, if any.
  public record Running(Optional<AuditJobs.Status> status) {}
}
