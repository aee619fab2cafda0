package org.handsel.readiness.work;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.handsel.readiness.audit.AuditSummary;
import org.jspecify.annotations.Nullable;

/// An audit of this workspace.
///
/// @param folder of its results
/// @param wiki database name; empty until it is known
/// @param dump name of the file
/// @param message why it failed or is partial
/// @param whoName who began it
/// @param endedAt null while it runs
/// @param summary its counts; null when it came to no result
public record AuditEntry(
    String id,
    Path folder,
    String wiki,
    String dump,
    State state,
    String message,
    String whoName,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable AuditSummary summary) {

  /// How far an audit is.
  public enum State {
    RUNNING,
    DONE,
    PARTIAL,
    FAILED,
    STOPPED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String word) {
      return Arrays.stream(values())
          .filter(state -> state.word().equals(word))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("audit_run.state: " + word));
    }
  }

  /// Number of findings of an audit; -1 when it could not be answered.
  public long count(String audit) {
    return summary == null ? -1 : summary.audits().getOrDefault(audit, -1L);
  }

  /// All findings together.
  public long findings() {
    return summary == null
        ? 0
        : summary.audits().values().stream().mapToLong(Long::longValue).sum();
  }
}
