package org.handsel.app.web.rooms;

import java.util.List;
import java.util.Map;
import org.handsel.readiness.work.AuditEntry;
import org.handsel.readiness.work.FindingWork;
import org.jspecify.annotations.Nullable;

/// One audit.
///
/// @param before the audit of the same wiki before it, or null
/// @param row all audits of the wiki, the oldest first
public record ReadinessView(
    AuditEntry entry,
    @Nullable AuditEntry before,
    List<Row> rows,
    List<AuditEntry> row,
    boolean report,
    boolean changes,
    boolean edits) {

  /// @param count findings; -1 when the audit could not be answered
  /// @param last findings the time before; -1 when not known
  /// @param unknown why it could not be answered
  /// @param done how many findings are in which state
  public record Row(
      String id,
      long count,
      long last,
      String unknown,
      Map<FindingWork.State, Long> done,
      Trend trend) {
    public long in(FindingWork.State state) {
      return done.getOrDefault(state, 0L);
    }

    public String change() {
      return count < 0 || last < 0 || count == last
          ? ""
          : (count > last ? "+" : "−") + Math.abs(count - last);
    }
  }
}
