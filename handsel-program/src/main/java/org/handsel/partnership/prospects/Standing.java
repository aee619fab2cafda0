package org.handsel.partnership.prospects;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// How far the group is with the institutions that it deals with, and who speaks with them. Read
/// anew for each list, because a claim must never be shown late; there are few.
///
/// @param stages by institution: the furthest open stage, else the state of the newest partnership
/// @param holders by institution: id and name of who has the claim now
record Standing(Map<String, String> stages, Map<String, Holder> holders) {
  record Holder(String id, String name) {}

  static Standing read(Handle handle, LocalDate today) {
    Map<String, String> stages = new HashMap<>();
    handle
        .createQuery("select institution, stage, state from partnership order by id")
        .map((row, context) -> {
          String state = row.getString("state");
          String stage = state.equals("open") ? String.valueOf(row.getLong("stage")) : state;
          return stages.merge(
              row.getString("institution"), stage, (old, fresh) -> further(old, fresh));
        })
        .forEach(one -> {});
    Map<String, Holder> holders = new HashMap<>();
    handle
        .createQuery("select institution, owner, owner_name from claim where expires_on >= :today")
        .bind("today", today.toString())
        .map((row, context) ->
            holders.put(
                row.getString("institution"),
                new Holder(row.getString("owner"), row.getString("owner_name"))))
        .list();
    return new Standing(stages, holders);
  }

  private static String further(String old, String fresh) {
    boolean oldOpen = old.length() == 1;
    boolean freshOpen = fresh.length() == 1;
    if (oldOpen && freshOpen) {
      return old.compareTo(fresh) >= 0 ? old : fresh;
    }
    return oldOpen ? old : fresh;
  }

  String stage(String institution) {
    return stages.getOrDefault(institution, "none");
  }

  @Nullable String holder(String institution) {
    Holder holder = holders.get(institution);
    return holder == null ? null : holder.name();
  }

  /// Id of who has the claim now, or an empty text.
  String holderId(String institution) {
    Holder holder = holders.get(institution);
    return holder == null ? "" : holder.id();
  }
}
