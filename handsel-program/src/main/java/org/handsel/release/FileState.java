package org.handsel.release;

import org.handsel.wiki.api.Stash;
import org.jspecify.annotations.Nullable;

/// Where one file of a release stands, as its ledger says.
///
/// @param title under which it was intended or is proven
/// @param text hash of the wikitext that was intended
/// @param stash pieces of a large file that the wiki has taken; null when there are none
/// @param again a refusal that costs little to try again, or may pass by itself
/// @param data what became of the structured data: empty, `done` or `problem`
record FileState(
    Kind kind,
    String title,
    String sha1,
    String text,
    long pageId,
    String url,
    String code,
    String reason,
    String advice,
    boolean again,
    int attempt,
    @Nullable Stash stash,
    String data) {

  /// The states of a file; a person reads them in `results.tsv`.
  enum Kind {
    LEFT("left"),
    INTENDED("intended"),
    UNSETTLED("unsettled"),
    PROVEN("proven"),
    ALREADY_THERE("already-there"),
    REFUSED("refused");

    final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  static final FileState LEFT =
      new FileState(Kind.LEFT, "", "", "", 0, "", "", "", "", true, 0, null, "");

  /// Bytes may be on the wiki without proof: ask before sending.
  boolean open() {
    return kind == Kind.INTENDED || kind == Kind.UNSETTLED;
  }

  boolean onWiki() {
    return kind == Kind.PROVEN || kind == Kind.ALREADY_THERE;
  }

  FileState after(LedgerEntry entry) {
    return switch (entry.step()) {
      case RUN, PILOT, JUDGED, ENDED, SENT, NOT_FETCHED, DATA_INTENDED -> this;
      case INTENDED ->
          new FileState(
              Kind.INTENDED,
              entry.text("title"),
              entry.text("sha1"),
              entry.text("text"),
              0,
              "",
              "",
              "",
              "",
              true,
              attempt + 1,
              entry.text("sha1").equals(sha1) ? stash : null,
              data);
      case STASHED ->
          with(
              new Stash(
                  entry.text("filekey"),
                  entry.number("offset"),
                  entry.text("queued").equals("true")));
      case ANSWERED -> with((Stash) null);
      case PROVEN -> settled(Kind.PROVEN, entry);
      case ALREADY_THERE -> settled(Kind.ALREADY_THERE, entry);
      case REFUSED -> settled(Kind.REFUSED, entry);
      case UNSETTLED -> settled(Kind.UNSETTLED, entry);
      case REFRESHED ->
          new FileState(
              kind,
              entry.text("title"),
              entry.text("sha1"),
              Sha1.of(entry.text("wikitext")),
              pageId,
              url,
              code,
              reason,
              advice,
              again,
              attempt,
              stash,
              data);
      case DATA_DONE -> withData("done", entry);
      case DATA_PROBLEM -> withData("problem", entry);
    };
  }

  private FileState settled(Kind other, LedgerEntry entry) {
    return new FileState(
        other,
        entry.facts().containsKey("title") ? entry.text("title") : title,
        entry.facts().containsKey("sha1") ? entry.text("sha1") : sha1,
        entry.facts().containsKey("text") ? entry.text("text") : text,
        entry.number("pageId"),
        entry.text("url"),
        entry.text("code"),
        entry.text("reason"),
        entry.text("advice"),
        entry.text("again").equals("true"),
        attempt,
        other == Kind.UNSETTLED || entry.text("again").equals("true") ? stash : null,
        data);
  }

  private FileState with(@Nullable Stash other) {
    return new FileState(
        kind, title, sha1, text, pageId, url, code, reason, advice, again, attempt, other, data);
  }

  private FileState withData(String word, LedgerEntry entry) {
    return new FileState(
        kind,
        title,
        sha1,
        text,
        pageId,
        url,
        entry.text("code"),
        entry.text("reason"),
        entry.text("advice"),
        again,
        attempt,
        stash,
        word);
  }
}
