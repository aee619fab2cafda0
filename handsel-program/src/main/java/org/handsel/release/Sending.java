package org.handsel.release;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handsel.wiki.api.ApiFailure;
import org.handsel.wiki.api.FailureClass;
import org.handsel.wiki.api.FileOnWiki;
import org.handsel.wiki.api.FileUpload;
import org.handsel.wiki.api.Patience;
import org.handsel.wiki.api.Reply;
import org.handsel.wiki.api.Stash;
import org.handsel.wiki.api.StashAnswer;
import org.handsel.wiki.api.UploadAnswer;
import org.handsel.wiki.api.UploadWarnings;
import org.handsel.wiki.api.UploadWatch;
import org.jspecify.annotations.Nullable;

/// Brings one intended file to the wiki, or to a refusal with a reason. What passes by itself is
/// waited for; after any outcome that is not certain the wiki is asked by title and bytes before
/// anything is sent again. For one file and one thread.
final class Sending implements UploadWatch {
  /// Wikis are closed for maintenance for an hour or so, and say so; nothing is lost by waiting.
  static final Duration READ_ONLY = Duration.ofHours(2);

  /// A wiki that fails while it fetches a file is not asked for it again and again.
  private static final int MOST_FETCHES = 2;

  private final Batch batch;
  private final UploadWarnings warnings;
  private final Handover<ReadBack.Claim> readBack;
  private final PlanEntry entry;
  private final FileKey key;
  private final WikiWord.Question question;
  private Patience.Trying trying;
  private @Nullable Stash stash;
  private long furthest;
  private int fetches;
  private boolean everUncertain;

  Sending(
      Batch batch, UploadWarnings warnings, Handover<ReadBack.Claim> readBack, PlanEntry entry) {
    this.batch = batch;
    this.warnings = warnings;
    this.readBack = readBack;
    this.entry = entry;
    this.key = FileKey.of(entry);
    this.question = new WikiWord.Question(entry.title(), entry.sha1());
    this.trying = batch.patience.begin();
    this.stash = batch.ledger.of(key).stash();
    this.everUncertain = queued();
  }

  void send() {
    try {
      boolean goOn = true;
      batch.stop.pass();
      while (goOn && !batch.ending() && batch.bucket.take()) {
        if (batch.stop.pass()) {
          trying = batch.patience.begin(); // the hours of a pause are nobody's fault
        }
        goOn = !batch.ending() && attempt();
      }
    } catch (InterruptedException e) {
      // The run ends; the intent stands in the ledger, and the next run asks the wiki about it.
      batch.stop.raise();
    }
  }

  /// Brings the bytes to the wiki, to be published later by [#send()].
  ///
  /// @return whether it is still to be published; else its outcome is told
  boolean ahead() {
    try {
      batch.stop.pass();
      for (boolean goOn = true; goOn && !batch.ending(); ) {
        StashAnswer answer = batch.wiki.stash(upload(), stash, this);
        batch.hook.at("stash answer");
        switch (answer) {
          case StashAnswer.Whole whole -> {
            return true;
          }
          case StashAnswer.Stopped(UploadAnswer.Warned warned) -> goOn = warned(warned);
          case StashAnswer.Stopped(UploadAnswer.Failed(ApiFailure failure)) ->
              goOn = failed(failure);
          case StashAnswer.Stopped(UploadAnswer.Published published) ->
              throw new IllegalStateException("published without being told to");
        }
        if (goOn && batch.stop.pass()) {
          trying = batch.patience.begin(); // the hours of a pause are nobody's fault
        }
      }
    } catch (InterruptedException e) {
      batch.stop.raise();
    }
    return false;
  }

  private FileUpload upload() {
    FileUpload.Source source =
        stash == null && fetches++ < MOST_FETCHES ? batch.source(entry) : null;
    return new FileUpload(
            batch.local(entry),
            entry.bytes(),
            entry.title(),
            entry.wikitext(),
            batch.options.comment())
        .by(source, batch.options.ways().async());
  }

  /// @return whether to try again
  private boolean attempt() throws InterruptedException {
    batch.ledger.append(Step.SENT, key, Map.of());
    UploadAnswer answer = batch.upload(upload(), stash, this);
    batch.hook.at("answer");
    return switch (answer) {
      case UploadAnswer.Published published -> {
        batch.ledger.append(
            Step.ANSWERED, key, Map.of("title", published.title(), "sha1", published.sha1()));
        readBack.put(new ReadBack.Claim(entry, published.title()));
        yield false;
      }
      case UploadAnswer.Warned warned -> warned(warned);
      case UploadAnswer.Failed(ApiFailure failure) -> failed(failure);
    };
  }

  @Override
  public void notFetched(ApiFailure why) {
    batch.notFetched(entry, why);
  }

  @Override
  public void stashed(Stash taken) {
    stash = taken;
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("filekey", taken.filekey());
    facts.put("offset", Long.toString(taken.offset()));
    if (taken.queued()) {
      facts.put("queued", "true");
    }
    batch.ledger.append(Step.STASHED, key, facts);
    // A large file that gets on deserves new patience.
    if (taken.offset() > furthest) {
      furthest = taken.offset();
      trying = batch.patience.begin();
    }
  }

  private boolean warned(UploadAnswer.Warned warned) throws InterruptedException {
    return switch (warnings.meaning(warned.warnings())) {
      case UploadWarnings.Meaning.SameBytesHere same ->
          settle(new Refusal("nochange", "the wiki says that it holds this file", "", true));
      case UploadWarnings.Meaning.ElsewhereToo(List<String> titles) ->
          settle(
              new Refusal(
                  "duplicate",
                  "the wiki holds the same bytes as " + String.join(", ", titles),
                  "Link to that file.",
                  true));
      case UploadWarnings.Meaning.Refused(String code, String reason, String advice) ->
          everUncertain
              ? settle(new Refusal(code, reason, advice, false))
              : refuse(new Refusal(code, reason, advice, false));
    };
  }

  private boolean failed(ApiFailure failure) throws InterruptedException {
    everUncertain |= !failure.certain();
    return switch (failure.kind()) {
      case WAIT -> waited(failure);
      case TOKEN, LOGIN, STOP_BATCH -> {
        batch.halt(failure);
        yield false;
      }
      case SAME_BYTES -> settle(Refusal.of(failure));
      case RESTART_STASH,
          ADJUST_OFFSET,
          FIX_TITLE,
          FIX_FILE,
          OTHER_WAY,
          PERSON,
          EDIT,
          STRUCTURED_DATA,
          STOP_FILE -> {
        if (failure.kind() == FailureClass.RESTART_STASH) {
          stash = null;
        }
        yield everUncertain ? settle(Refusal.of(failure)) : refuse(Refusal.of(failure));
      }
    };
  }

  private boolean waited(ApiFailure failure) throws InterruptedException {
    if (failure.code().equals("ratelimited")) {
      trying.extendTo(batch.bucket.window().multipliedBy(2));
    }
    if (failure.code().equals("readonly")) {
      trying.extendOnce(READ_ONLY);
    }
    boolean time = trying.again(failure);
    if (failure.certain()) {
      return time || giveUp(failure, true);
    }
    // Asked only now, after the wait: the wiki may have been busy with the request that was cut
    // off.
    return switch (WikiWord.ask(batch.wiki, question)) {
      case Reply.Value<WikiWord>(WikiWord.Nothing nothing) -> time || giveUp(failure, !queued());
      case Reply.Value<WikiWord>(WikiWord word) -> accept(word);
      case Reply.No<WikiWord>(ApiFailure other) -> giveUp(other, false);
    };
  }

  /// The wiki may publish it at any time.
  private boolean queued() {
    Stash now = stash;
    return now != null && now.queued();
  }

  private boolean giveUp(ApiFailure failure, boolean certain) {
    if (batch.ending()) {
      return false; // not out of patience: the intent stands, and the next run asks the wiki
    }
    if (certain) {
      batch.refused(
          entry,
          failure.code(),
          "tried for %d min in vain: %s"
              .formatted(batch.options.patience().toMinutes(), failure.info()),
          failure.advice(),
          true);
    } else {
      batch.unsettled(entry, failure.code(), failure.info());
    }
    batch.gaveUp(failure);
    return false;
  }

  /// What the file is refused for unless the wiki holds it after all.
  private record Refusal(String code, String reason, String advice, boolean again) {
    static Refusal of(ApiFailure failure) {
      String filter = failure.detail().getOrDefault("abusefilter", "");
      return new Refusal(
          failure.code(),
          filter.isEmpty() ? failure.info() : failure.info() + " " + filter,
          failure.advice(),
          // Nothing about the file has to change for the next try.
          failure.kind() == FailureClass.RESTART_STASH || failure.code().equals("http-413"));
    }
  }

  private boolean settle(Refusal otherwise) {
    return switch (WikiWord.ask(batch.wiki, question)) {
      case Reply.Value<WikiWord>(WikiWord.Nothing nothing) -> {
        if (!queued()) {
          yield refuse(otherwise);
        }
        batch.unsettled(entry, otherwise.code, otherwise.reason);
        yield false;
      }
      case Reply.Value<WikiWord>(WikiWord.Taken taken) -> refuse(otherwise);
      case Reply.Value<WikiWord>(WikiWord word) -> accept(word);
      case Reply.No<WikiWord>(ApiFailure failure) -> giveUp(failure, false);
    };
  }

  private boolean accept(WikiWord word) {
    switch (word) {
      // Through the reading back like any other file, so that there is one way to be proven.
      case WikiWord.Here(FileOnWiki file) -> readBack.put(new ReadBack.Claim(entry, file.title()));
      case WikiWord.Elsewhere(FileOnWiki file, List<String> titles) ->
          batch.alreadyThere(entry, file);
      case WikiWord.Taken(FileOnWiki file) -> Asking.refuseTaken(batch, entry, file);
      case WikiWord.Nothing nothing ->
          throw new IllegalArgumentException("nothing is not something to accept");
    }
    return false;
  }

  private boolean refuse(Refusal refusal) {
    batch.wikiWorks();
    batch.refused(entry, refusal.code, refusal.reason, refusal.advice, refusal.again);
    return false;
  }
}
