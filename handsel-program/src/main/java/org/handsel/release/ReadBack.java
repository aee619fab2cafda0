package org.handsel.release;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.handsel.wiki.api.ApiFailure;
import org.handsel.wiki.api.FileOnWiki;
import org.handsel.wiki.api.Patience;
import org.handsel.wiki.api.Reply;

/// Stage after the sending, beside it: reads each file that the wiki claims to have published back
/// from the wiki, many at once. Only this makes a file proven. Safe for use by a few threads.
final class ReadBack implements Runnable {
  /// The wiki says that this file is under this title.
  record Claim(PlanEntry entry, String title) {}

  private static final int MOST_AT_ONCE = 50;
  private static final int TRIES = 5;

  /// What was sent side by side is answered side by side, and is worth one question.
  private static final Duration MOMENT = Duration.ofMillis(50);

  private final Batch batch;
  private final Handover<Claim> claims;
  private final Handover<PlanEntry> next;

  ReadBack(Batch batch, Handover<Claim> claims, Handover<PlanEntry> next) {
    this.batch = batch;
    this.claims = claims;
    this.next = next;
  }

  @Override
  public void run() {
    for (List<Claim> some = some(); !some.isEmpty(); some = some()) {
      prove(some);
    }
  }

  private List<Claim> some() {
    return claims.take(MOST_AT_ONCE, MOMENT, batch::sending);
  }

  private void prove(List<Claim> some) {
    List<Claim> open = some;
    Patience.Trying trying = batch.patience.begin();
    for (int i = 1; !open.isEmpty(); i++) {
      switch (batch.wiki.files(open.stream().map(Claim::title).toList())) {
        case Reply.No<Map<String, FileOnWiki>>(ApiFailure failure) -> {
          open.forEach(claim -> batch.unsettled(claim.entry, failure.code(), failure.info()));
          batch.halt(failure);
          return;
        }
        case Reply.Value<Map<String, FileOnWiki>>(Map<String, FileOnWiki> files) ->
            open = stillMissing(open, files);
      }
      // A copy of the wiki's database that lags behind may not know the file yet.
      if (!open.isEmpty() && (i == TRIES || !waited(trying))) {
        open.forEach(claim -> {
          ApiFailure why = notFound(claim);
          batch.unsettled(claim.entry, why.code(), why.info());
        });
        return;
      }
    }
  }

  private List<Claim> stillMissing(List<Claim> claimed, Map<String, FileOnWiki> files) {
    List<Claim> missing = new ArrayList<>();
    for (Claim claim : claimed) {
      FileOnWiki file = Objects.requireNonNull(files.get(claim.title));
      if (file.holds(claim.entry.sha1())) {
        batch.proven(claim.entry, file);
        next.put(claim.entry);
      } else if (file.sha1().isEmpty() || file.pageId() == 0) {
        missing.add(claim);
      } else {
        batch.refused(
            claim.entry,
            "BYTES_DIFFER",
            "the wiki holds other bytes under this title after the upload: expected SHA-1 %s, found %s by %s"
                .formatted(claim.entry.sha1(), file.sha1(), file.user()),
            "Look at the file's history on the wiki: somebody replaced it, or the local file"
                + " changed while it was sent.",
            true);
      }
    }
    return missing;
  }

  private boolean waited(Patience.Trying trying) {
    try {
      return trying.again(notFound(null));
    } catch (InterruptedException e) {
      return false;
    }
  }

  private static ApiFailure notFound(@org.jspecify.annotations.Nullable Claim claim) {
    return new ApiFailure(
        "not-found-yet",
        claim == null
            ? "not found yet"
            : "the wiki said that it published %s, but does not show it".formatted(claim.title),
        org.handsel.wiki.api.FailureClass.WAIT,
        false,
        "Run the command again: the wiki is asked before anything is sent.",
        null,
        Map.of());
  }
}
