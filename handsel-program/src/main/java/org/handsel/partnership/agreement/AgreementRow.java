package org.handsel.partnership.agreement;

import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Reads and writes rows of the table `agreement`.
final class AgreementRow {
  private AgreementRow() {}

  static Optional<Agreement> find(Handle handle, String partnership) {
    return handle
        .createQuery("select * from agreement where partnership = :id")
        .bind("id", partnership)
        .map((row, context) -> {
          String rung = row.getString("rung");
          return new Agreement(
              row.getString("partnership"),
              rung == null ? null : Rung.of(rung),
              row.getString("reason"),
              row.getString("evidence"),
              row.getString("scale"),
              row.getString("scale_advice"),
              row.getString("scale_reason"),
              day(row.getString("renegotiate_on")),
              day(row.getString("ends_on")),
              day(row.getString("signed_on")),
              row.getString("signed_evidence"),
              row.getLong("version"));
        })
        .findOne();
  }

  /// Writes the agreement with the next version.
  ///
  /// @return false when somebody else was faster
  static boolean put(Handle handle, Agreement agreement, long now) {
    Rung rung = agreement.rung();
    return handle
            .createUpdate(
                """
                insert into agreement (partnership, rung, reason, evidence, scale, scale_advice, scale_reason,
                  renegotiate_on, ends_on, signed_on, signed_evidence, version, changed_at)
                values (:partnership, :rung, :reason, :evidence, :scale, :advice, :scaleReason,
                  :again, :end, :signed, :signedEvidence, 1, :now)
                on conflict (partnership) do update set rung = excluded.rung, reason = excluded.reason,
                  evidence = excluded.evidence, scale = excluded.scale, scale_advice = excluded.scale_advice,
                  scale_reason = excluded.scale_reason, renegotiate_on = excluded.renegotiate_on,
                  ends_on = excluded.ends_on, signed_on = excluded.signed_on,
                  signed_evidence = excluded.signed_evidence, version = agreement.version + 1,
                  changed_at = excluded.changed_at
                where agreement.version = :version
                """)
            .bind("partnership", agreement.partnership())
            .bind("rung", rung == null ? null : rung.code())
            .bind("reason", agreement.reason())
            .bind("evidence", agreement.evidence())
            .bind("scale", agreement.scale())
            .bind("advice", agreement.scaleAdvice())
            .bind("scaleReason", agreement.scaleReason())
            .bind("again", text(agreement.renegotiateOn()))
            .bind("end", text(agreement.endsOn()))
            .bind("signed", text(agreement.signedOn()))
            .bind("signedEvidence", agreement.signedEvidence())
            .bind("now", now)
            .bind("version", agreement.version())
            .execute()
        == 1;
  }

  static @Nullable LocalDate day(@Nullable String text) {
    return text == null ? null : LocalDate.parse(text);
  }

  private static @Nullable String text(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }
}
