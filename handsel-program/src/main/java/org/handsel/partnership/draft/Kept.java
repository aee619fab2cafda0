package org.handsel.partnership.draft;

import java.util.Optional;
import org.handsel.partnership.agreement.Rung;
import org.jdbi.v3.core.Handle;

/// An edited draft as the table keeps it.
record Kept(String text, long version) {
  static Optional<Kept> find(Handle handle, String partnership, Rung kind, String language) {
    return handle
        .createQuery(
            """
            select text, version from agreement_draft
            where partnership = :partnership and kind = :kind and language = :language
            """)
        .bind("partnership", partnership)
        .bind("kind", kind.code())
        .bind("language", language)
        .map((row, context) -> new Kept(row.getString("text"), row.getLong("version")))
        .findOne();
  }
}
