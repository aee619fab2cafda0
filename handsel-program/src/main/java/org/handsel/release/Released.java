package org.handsel.release;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a file of a release was planned to be when it last reached the wiki: against this people's
/// changes are told from the institution's.
///
/// @param wikitext null when the plan was changed since and the wiki has to be asked
/// @param data captions and statements; null when the plan was changed since
/// @param sha1 of the file
record Released(
    @Nullable String wikitext, @Nullable Map<String, Object> data, String sha1, String title) {
  static Released of(PlanEntry entry, FileState state, @Nullable LedgerEntry refreshed) {
    if (refreshed != null) {
      return new Released(
          refreshed.text("wikitext"),
          map(refreshed.facts().get("data")),
          state.sha1(),
          state.title());
    }
    // A plan made before hashes of texts were kept in the ledger is believed.
    boolean same = state.text().isEmpty() || Sha1.of(entry.wikitext()).equals(state.text());
    return new Released(
        same ? entry.wikitext() : null,
        same ? entry.structuredData() : null,
        state.sha1(),
        state.title());
  }

  private static Map<String, Object> map(@Nullable Object facts) {
    Map<String, Object> map = new HashMap<>();
    if (facts instanceof Map<?, ?> data) {
      data.forEach((key, value) -> map.put(String.valueOf(key), value));
    }
    return map;
  }
}
