package org.handsel.partnership.talks;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handsel.platform.Database;
import org.handsel.platform.HandselException;
import org.handsel.platform.History;
import org.handsel.platform.Who;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Claims: one person at a time speaks with an institution, so that nobody does another's work
/// again and no house gets two letters.
///
/// A claim lasts for the days of the habit `claim-days` after the last contact and then is free for
/// everybody without anything having to run. Safe for use by many threads and processes.
public final class Claims {
  private final Ground ground;

  public Claims(Database database, History history, Clock clock) {
    this.ground = Ground.of(database, history, clock);
  }

  /// Takes the claim on an institution. Where somebody else has it, nothing changes without a
  /// reason; with one, the claim changes hands and both are told.
  ///
  /// @param overrideReason why somebody else's claim is taken over, or null
  public Claimed take(Who who, String institution, @Nullable String overrideReason) {
    return ground.write(handle -> {
      ground.turn(handle, "claim " + institution);
      LocalDate today = ground.today();
      Claim before = ClaimRow.active(handle, institution, today).orElse(null);
      Claim foreign = before != null && !before.owner().id().equals(who.id()) ? before : null;
      String reason = overrideReason == null ? "" : overrideReason.strip();
      if (foreign != null && reason.isEmpty()) {
        return new ClaimNotice(foreign, Entries.lastOf(handle, institution));
      }
      LocalDate expires = today.plusDays(days(ground, handle));
      Claim after =
          before == null || foreign != null
              ? new Claim(institution, who, today, expires)
              : new Claim(
                  institution, before.owner(), before.since(), later(before.expiresOn(), expires));
      ClaimRow.put(handle, after);
      ground
          .history()
          .note(
              handle,
              who,
              "claim",
              institution,
              foreign == null ? "take" : "take-over",
              before,
              after);
      if (foreign != null) {
        tellBoth(ground, handle, foreign.owner(), who, "taken-over", institution, reason);
      }
      return new Claimed.Taken(after);
    });
  }

  /// Gives a claim back. Somebody else than its owner gives a reason, and the owner is told.
  public void release(Who who, String institution, @Nullable String reason) {
    ground.write(handle -> {
      ground.turn(handle, "claim " + institution);
      Claim before = ClaimRow.active(handle, institution, ground.today()).orElse(null);
      if (before == null) {
        return false;
      }
      if (!before.owner().id().equals(who.id())) {
        if (reason == null || reason.isBlank()) {
          throw HandselException.usage(
              "claim of %s until %s: releasing somebody else's claim needs a reason."
                  .formatted(before.owner().name(), before.expiresOn()));
        }
        tellBoth(ground, handle, before.owner(), who, "released", institution, reason);
      }
      ClaimRow.remove(handle, institution);
      ground.history().note(handle, who, "claim", institution, "release", before, null);
      return true;
    });
  }

  /// Ends the claims that ran out, so that the log says so; they did not hold anybody before.
  public List<Claim> releaseExpired() {
    return ground.write(handle -> {
      List<Claim> expired =
          handle
              .createQuery("select * from claim where expires_on < :today order by institution")
              .bind("today", ground.today().toString())
              .map(ClaimRow::read)
              .list();
      for (Claim claim : expired) {
        int removed =
            handle
                .createUpdate(
                    "delete from claim where institution = :institution and expires_on < :today")
                .bind("institution", claim.institution())
                .bind("today", ground.today().toString())
                .execute();
        if (removed == 1) {
          ground
              .history()
              .note(handle, Who.HANDSEL, "claim", claim.institution(), "expire", claim, null);
        }
      }
      return expired;
    });
  }

  /// The claim on an institution, if there is one that has not run out.
  public Optional<Claim> on(String institution) {
    return ground.database().read(handle -> ClaimRow.active(handle, institution, ground.today()));
  }

  /// A person's claims, the first to run out first.
  public List<Claim> of(Who owner) {
    return ground
        .database()
        .read(handle ->
            handle
                .createQuery(
                    "select * from claim where owner = :owner and expires_on >= :today order by"
                        + " expires_on, institution")
                .bind("owner", owner.id())
                .bind("today", ground.today().toString())
                .map(ClaimRow::read)
                .list());
  }

  /// What stops a person from writing to an institution, if anything does.
  public Optional<ClaimNotice> attempt(Who who, String institution) {
    return ground.database().read(handle -> attempt(ground, handle, who, institution));
  }

  /// What a person has not seen yet, the oldest first.
  public List<Notice> notices(Who who) {
    return ground
        .database()
        .read(handle ->
            handle
                .createQuery(
                    "select * from notice where recipient = :who and seen_at is null order by id")
                .bind("who", who.id())
                .map((row, context) ->
                    new Notice(
                        row.getString("id"),
                        row.getString("kind"),
                        row.getString("institution"),
                        new Who(row.getString("actor"), row.getString("actor_name")),
                        row.getString("reason"),
                        Instant.ofEpochMilli(row.getLong("at"))))
                .list());
  }

  /// Notes that a person has seen a notice.
  public void seen(Who who, String notice) {
    ground
        .database()
        .write(handle ->
            handle
                .createUpdate(
                    "update notice set seen_at = :now where id = :id and recipient = :who and"
                        + " seen_at is null")
                .bind("now", ground.clock().millis())
                .bind("id", notice)
                .bind("who", who.id())
                .execute());
  }

  static Optional<ClaimNotice> attempt(Ground ground, Handle handle, Who who, String institution) {
    return ClaimRow.active(handle, institution, ground.today())
        .filter(claim -> !claim.owner().id().equals(who.id()))
        .map(claim -> new ClaimNotice(claim, Entries.lastOf(handle, institution)));
  }

  /// Moves the end of a claim with a contact; one long ago does not shorten it.
  static void renew(Ground ground, Handle handle, Who who, String institution, LocalDate contact) {
    Claim before = ClaimRow.active(handle, institution, ground.today()).orElse(null);
    if (before == null) {
      return;
    }
    LocalDate expires = later(before.expiresOn(), contact.plusDays(days(ground, handle)));
    if (expires.isAfter(before.expiresOn())) {
      Claim after = new Claim(institution, before.owner(), before.since(), expires);
      ClaimRow.put(handle, after);
      ground.history().note(handle, who, "claim", institution, "renew", before, after);
    }
  }

  static void tellBoth(
      Ground ground,
      Handle handle,
      Who owner,
      Who actor,
      String kind,
      String institution,
      String reason) {
    ClaimRow.tell(ground, handle, owner, kind, institution, actor, reason);
    ClaimRow.tell(ground, handle, actor, kind, institution, actor, reason);
    ground
        .history()
        .note(
            handle,
            actor,
            "claim",
            institution,
            "override",
            Map.of("owner", owner),
            Map.of("kind", kind, "reason", reason));
  }

  private static int days(Ground ground, Handle handle) {
    return ground.habits().one(handle, "", "claim-days").value();
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
