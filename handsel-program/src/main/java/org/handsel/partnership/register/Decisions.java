package org.handsel.partnership.register;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.handsel.platform.Database;
import org.handsel.platform.EditConflict;
import org.handsel.platform.HandselException;
import org.handsel.platform.History;
import org.handsel.platform.History.Change;
import org.handsel.platform.Ids;
import org.handsel.platform.Json;
import org.handsel.platform.Who;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What people do to rows: edit, merge, decide on pairs, and take it back.
final class Decisions {
  private final Database database;
  private final History history;
  private final Clock clock;
  private final Ids ids;

  Decisions(Database database, History history, Clock clock, Ids ids) {
    this.database = database;
    this.history = history;
    this.clock = clock;
    this.ids = ids;
  }

  Institution change(Who who, Institution edited) {
    return database.writeAndGet(handle -> {
      Institution before = one(handle, edited.id());
      if (before.version() != edited.version()) {
        throw new EditConflict("institution", edited.id(), last(edited.id()));
      }
      write(handle, before, edited, true);
      Institution after = one(handle, edited.id());
      history.note(handle, who, "institution", edited.id(), "change", before, after);
      return after;
    });
  }

  private @Nullable Change last(String id) {
    return history.of("institution", id, 1).stream().findFirst().orElse(null);
  }

  /// @param byHand whether the changed fields are to be kept when the list is imported again
  private void write(Handle handle, Institution before, Institution after, boolean byHand) {
    String origin =
        handle
            .createQuery("select coalesce(origin, '') from institution where id = :id")
            .bind("id", before.id())
            .mapTo(String.class)
            .one();
    Map<String, Object> old = Fields.of(before);
    Map<String, Object> fields = Fields.of(after);
    java.util.Set<String> edited = new java.util.TreeSet<>();
    for (String field : Entry.FIELDS) {
      if (!java.util.Objects.equals(old.get(field), fields.get(field))) {
        edited.add(field);
      }
    }
    if (!origin.isEmpty()) {
      fields.put("origin", origin);
    }
    Fields.write(handle, before.id(), fields, clock.millis());
    if (byHand) {
      String known =
          handle
              .createQuery("select edited from institution where id = :id")
              .bind("id", before.id())
              .mapTo(String.class)
              .one();
      for (String field : known.split(",")) {
        if (!field.isEmpty()) {
          edited.add(field);
        }
      }
      handle.execute(
          "update institution set edited = ? where id = ?", String.join(",", edited), before.id());
    }
  }

  void merge(Who who, String keep, String drop, @Nullable String reason) {
    database.write(handle -> {
      Institution kept = one(handle, keep);
      Institution dropped = one(handle, drop);
      if (keep.equals(drop) || kept.mergedInto() != null || dropped.mergedInto() != null) {
        throw HandselException.usage(
            "institution %s: expected two rows that stand for themselves, found one that was merged already."
                .formatted(drop));
      }
      into(handle, drop, keep);
      String old = decided(handle, keep, drop);
      decide(handle, who, keep, drop, "same", reason);
      Map<String, Object> state = new LinkedHashMap<>();
      state.put("keep", keep);
      state.put("drop", drop);
      state.put("reason", reason);
      Map<String, Object> before = new LinkedHashMap<>();
      before.put("decision", old);
      history.note(handle, who, "institution", keep, "merge", before, state);
      history.note(handle, who, "institution", drop, "merge", before, state);
    });
  }

  private void into(Handle handle, String drop, @Nullable String keep) {
    handle.execute(
        "update institution set merged_into = ?, version = version + 1, revision = ?, changed_at ="
            + " ? where id = ?",
        keep,
        Revisions.next(handle),
        clock.millis(),
        drop);
  }

  void separate(Who who, String a, String b, String outcome, String kind, @Nullable String reason) {
    database.write(handle -> {
      one(handle, a);
      one(handle, b);
      decide(handle, who, a, b, outcome, reason);
      if (outcome.equals("affiliated")) {
        handle.execute(
            "insert into affiliation (id, from_institution, to_institution, kind, evidence, who,"
                + " who_name, decided_at) values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
            ids.next(),
            a,
            b,
            kind,
            reason,
            who.id(),
            who.name(),
            clock.millis());
      }
      Map<String, Object> state = new LinkedHashMap<>();
      state.put("other", b);
      state.put("outcome", outcome);
      state.put("kind", kind);
      state.put("reason", reason);
      history.note(handle, who, "institution", a, "decide", null, state);
    });
  }

  void identify(Who who, String institution, Identifier identifier, boolean has) {
    database.write(handle -> {
      one(handle, institution);
      int changed =
          handle.execute(
              has
                  ? "insert into institution_identifier (institution, scheme, value) values (?, ?,"
                      + " ?) on conflict do nothing"
                  : "delete from institution_identifier where institution = ? and scheme = ? and"
                      + " value = ?",
              institution,
              identifier.scheme(),
              identifier.value());
      if (changed > 0) {
        history.note(
            handle,
            who,
            "institution",
            institution,
            has ? "identify" : "unidentify",
            has ? null : identifier,
            has ? identifier : null);
      }
    });
  }

  private static @Nullable String decided(Handle handle, String a, String b) {
    return handle
        .createQuery("select outcome from duplicate_decision where a = :a and b = :b")
        .bind("a", a.compareTo(b) < 0 ? a : b)
        .bind("b", a.compareTo(b) < 0 ? b : a)
        .mapTo(String.class)
        .findOne()
        .orElse(null);
  }

  private void decide(
      Handle handle, Who who, String a, String b, String outcome, @Nullable String reason) {
    handle.execute(
        """
        insert into duplicate_decision (a, b, outcome, reason, who, who_name, decided_at)
        values (?, ?, ?, ?, ?, ?, ?)
        on conflict (a, b) do update set outcome = excluded.outcome, reason = excluded.reason,
          who = excluded.who, who_name = excluded.who_name, decided_at = excluded.decided_at
        """,
        a.compareTo(b) < 0 ? a : b,
        a.compareTo(b) < 0 ? b : a,
        outcome,
        reason,
        who.id(),
        who.name(),
        clock.millis());
  }

  void undo(Who who, String changeId) {
    Change change =
        history
            .find(changeId)
            .orElseThrow(
                () -> HandselException.usage("change %s: there is none.".formatted(changeId)));
    switch (change.action()) {
      case "change" -> undoChange(who, change);
      case "merge" -> undoMerge(who, change);
      case "decide" -> undoDecision(who, change);
      case "import" -> new ImportUndo(database, history, clock).undo(who, change);
      default ->
          throw HandselException.usage(
              "change %s: \"%s\" cannot be undone; change, merge, decide and import can."
                  .formatted(changeId, change.action()));
    }
  }

  private void undoChange(Who who, Change change) {
    Institution before = Json.mapper().treeToValue(change.before(), Institution.class);
    Institution after = Json.mapper().treeToValue(change.after(), Institution.class);
    database.write(handle -> {
      Institution now = one(handle, before.id());
      if (now.version() != after.version()) {
        throw new EditConflict("institution", before.id(), last(before.id()));
      }
      write(handle, now, before, true);
      history.note(handle, who, "institution", before.id(), "undo", now, one(handle, before.id()));
    });
  }

  private void undoMerge(Who who, Change change) {
    String keep = text(change, "keep");
    String drop = text(change, "drop");
    database.write(handle -> {
      if (!keep.equals(one(handle, drop).mergedInto())) {
        throw new EditConflict("institution", drop, last(drop));
      }
      into(handle, drop, null);
      forget(handle, keep, drop);
      history.note(handle, who, "institution", keep, "undo", change.after(), null);
      history.note(handle, who, "institution", drop, "undo", change.after(), null);
    });
  }

  private void undoDecision(Who who, Change change) {
    String other = text(change, "other");
    database.write(handle -> {
      forget(handle, change.subject(), other);
      handle.execute(
          "delete from affiliation where from_institution = ? and to_institution = ? and kind = ?",
          change.subject(),
          other,
          text(change, "kind"));
      history.note(handle, who, "institution", change.subject(), "undo", change.after(), null);
    });
  }

  private static void forget(Handle handle, String a, String b) {
    handle.execute(
        "delete from duplicate_decision where a = ? and b = ?",
        a.compareTo(b) < 0 ? a : b,
        a.compareTo(b) < 0 ? b : a);
  }

  private static String text(Change change, String key) {
    return java.util.Objects.requireNonNull(change.after()).path(key).asString("");
  }

  private static Institution one(Handle handle, String id) {
    return handle
        .createQuery("select * from institution where id = :id")
        .bind("id", id)
        .map(InstitutionRow::read)
        .findOne()
        .orElseThrow(() -> HandselException.usage("institution %s: there is none.".formatted(id)));
  }
}
