package org.handsel.readiness.edits;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.handsel.wiki.api.ApiFailure;
import org.handsel.wiki.api.FailureClass;
import org.handsel.wiki.api.PageText;
import org.handsel.wiki.api.Patience;
import org.handsel.wiki.api.Reply;
import org.handsel.wiki.api.Wiki;

/// Brings one page after the other into the wanted state. Used by one thread.
final class PageEditor {
  /// After so many edits of others in between, a person should look at what is going on there.
  private static final int TRIES = 3;

  /// MediaWiki keeps 500 characters of a summary.
  private static final int LONGEST_SUMMARY = 500;

  private final Wiki wiki;
  private final EditRun.Options options;
  private boolean changedBefore;

  PageEditor(Wiki wiki, EditRun.Options options) {
    this.wiki = wiki;
    this.options = options;
  }

  /// @param stop why no further page should be tried; empty when the run goes on
  record Done(Outcome outcome, String stop) {}

  private record Wanted(
      String text, int made, boolean already, List<String> notes, String summary) {}

  Done edit(String title, List<Edit> edits) {
    Patience.Trying trying = options.patience().begin();
    for (int conflicts = 0; ; ) {
      Reply<Optional<PageText>> reply = wiki.page(title);
      if (reply instanceof Reply.No<Optional<PageText>>(ApiFailure failure)) {
        return failed(title, failure, Outcome.State.REFUSED);
      }
      Optional<PageText> page = reply.orThrow(title);
      if (page.isEmpty()) {
        return done(title, Outcome.State.NO_PAGE, 0, 0, List.of());
      }
      Wanted wanted = wanted(page.get().text(), edits);
      if (wanted.made == 0) {
        return done(
            title,
            wanted.already ? Outcome.State.ALREADY : Outcome.State.CHANGED_SINCE,
            0,
            0,
            wanted.notes);
      }
      if (options.dry()) {
        return done(title, Outcome.State.WOULD_CHANGE, 0, wanted.made, wanted.notes);
      }
      if (!paused()) {
        return new Done(
            new Outcome(title, Outcome.State.UNSETTLED, 0, 0, List.of("not begun")), "Stopped.");
      }
      switch (wiki.save(page.get(), wanted.text, wanted.summary)) {
        case Reply.Value<Long>(Long revision) -> {
          changedBefore = true;
          return done(title, Outcome.State.MADE, revision, wanted.made, wanted.notes);
        }
        case Reply.No<Long>(ApiFailure failure) -> {
          boolean conflict = failure.code().equals("editconflict");
          if (conflict && ++conflicts >= TRIES) {
            return failed(title, failure, Outcome.State.CONFLICT);
          }
          // An answer that was lost is settled by reading the page again: if the edit was made,
          // the new passages stand there.
          boolean again =
              conflict || failure.kind() == FailureClass.WAIT && waited(trying, failure);
          if (!again) {
            return failed(
                title,
                failure,
                failure.certain() ? Outcome.State.REFUSED : Outcome.State.UNSETTLED);
          }
        }
      }
    }
  }

  private static Wanted wanted(String text, List<Edit> edits) {
    String changed = text;
    int made = 0;
    boolean already = true;
    List<String> notes = new ArrayList<>();
    Set<String> summaries = new LinkedHashSet<>();
    for (Edit edit : edits) {
      switch (Passage.change(changed, edit)) {
        case Passage.Found.Changed(String next) -> {
          changed = next;
          made++;
          summaries.add(edit.summary());
        }
        case Passage.Found.Already() -> notes.add("already made: \"%s\"".formatted(edit.changed()));
        case Passage.Found.Absent() -> {
          already = false;
          notes.add("not on the page any more: \"%s\"".formatted(edit.old()));
        }
        case Passage.Found.Ambiguous(int times) -> {
          already = false;
          notes.add("stands there %d times: \"%s\"".formatted(times, edit.old()));
        }
      }
    }
    String summary = String.join("; ", summaries);
    return new Wanted(
        changed,
        made,
        already,
        notes,
        summary.length() > LONGEST_SUMMARY
            ? summary.substring(0, LONGEST_SUMMARY - 1) + "…"
            : summary);
  }

  private static Done done(
      String title, Outcome.State state, long revision, int edits, List<String> notes) {
    return new Done(new Outcome(title, state, revision, edits, notes), "");
  }

  private static Done failed(String title, ApiFailure failure, Outcome.State state) {
    boolean stop =
        failure.kind() == FailureClass.STOP_BATCH
            || failure.kind() == FailureClass.WAIT
            || failure.kind() == FailureClass.LOGIN;
    return new Done(
        new Outcome(title, state, 0, 0, List.of(failure.sentence())),
        stop ? failure.sentence() : "");
  }

  private boolean paused() {
    if (!changedBefore || options.pause().isZero()) {
      return true;
    }
    try {
      return options.patience().waiter().pause(options.pause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static boolean waited(Patience.Trying trying, ApiFailure failure) {
    try {
      return trying.again(failure);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
