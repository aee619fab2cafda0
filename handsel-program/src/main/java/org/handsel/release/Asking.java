package org.handsel.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.handsel.platform.DurableFiles;
import org.handsel.wiki.api.ApiFailure;
import org.handsel.wiki.api.FileOnWiki;
import org.handsel.wiki.api.Reply;

/// First stage of a run, ahead of the sending: looks at the local file, asks the wiki by title and
/// bytes, settles what earlier runs left open, and hands on only what really is to be sent.
final class Asking implements Runnable {
  private static final int MOST_AT_ONCE = 50;

  private final Batch batch;
  private final PlanIndex plan;
  private final List<PlanIndex.Line> work;
  private final Handover<PlanEntry> next;
  private final Handover<ReadBack.Claim> claims;
  private final Set<FileKey> titleTwice = new HashSet<>();
  private final Set<FileKey> bytesTwice = new HashSet<>();

  Asking(
      Batch batch,
      PlanIndex plan,
      List<PlanIndex.Line> work,
      Handover<PlanEntry> next,
      Handover<ReadBack.Claim> claims) {
    this.claims = claims;
    this.batch = batch;
    this.plan = plan;
    this.work = work;
    this.next = next;
    later(PlanIndex.Line::title, titleTwice);
    later(PlanIndex.Line::sha1, bytesTwice);
  }

  /// Lines that mean the same file as one before them.
  private void later(Function<PlanIndex.Line, String> what, Set<FileKey> twice) {
    Map<String, PlanIndex.Line> firsts = new HashMap<>();
    for (PlanIndex.Line line : plan.lines()) {
      PlanIndex.Line first = line.ready() ? firsts.putIfAbsent(what.apply(line), line) : null;
      if (first != null && !first.key().equals(line.key())) {
        twice.add(line.key());
      }
    }
  }

  @Override
  public void run() {
    // A small first portion, and all questions of it at once, so that the sending starts soon.
    int size = 2 * batch.options.parallel();
    for (int from = 0; from < work.size() && !batch.ending(); ) {
      int to = Math.min(work.size(), from + size);
      portion(plan.entries(work.subList(from, to)), from == 0);
      from = to;
      size = Math.min(MOST_AT_ONCE, 2 * size);
    }
  }

  private void portion(List<PlanEntry> entries, boolean atOnce) {
    Map<PlanEntry, List<WikiWord.Question>> questions = new HashMap<>();
    List<WikiWord.Question> all = new ArrayList<>();
    for (PlanEntry entry : entries) {
      List<WikiWord.Question> own = questions(entry);
      questions.put(entry, own);
      all.addAll(own);
    }
    switch (atOnce ? WikiWord.askAtOnce(batch.wiki, all) : WikiWord.ask(batch.wiki, all)) {
      case Reply.No<Map<WikiWord.Question, WikiWord>>(ApiFailure failure) -> batch.halt(failure);
      case Reply.Value<Map<WikiWord.Question, WikiWord>>(var words) -> {
        batch.wikiWorks();
        for (PlanEntry entry : entries) {
          List<WikiWord> found =
              Objects.requireNonNull(questions.get(entry)).stream()
                  .map(question -> Objects.requireNonNull(words.get(question)))
                  .toList();
          decide(entry, found);
        }
      }
    }
  }

  /// What an earlier run intended comes first: the plan may have changed since.
  private List<WikiWord.Question> questions(PlanEntry entry) {
    List<WikiWord.Question> questions = new ArrayList<>();
    FileState state = batch.ledger.of(FileKey.of(entry));
    WikiWord.Question now = new WikiWord.Question(entry.title(), entry.sha1());
    if (state.open()) {
      WikiWord.Question then = new WikiWord.Question(state.title(), state.sha1());
      if (!then.equals(now)) {
        questions.add(then);
      }
    }
    questions.add(now);
    return questions;
  }

  private void decide(PlanEntry entry, List<WikiWord> found) {
    FileState state = batch.ledger.of(FileKey.of(entry));
    for (WikiWord word : found) {
      switch (word) {
        case WikiWord.Here(FileOnWiki file) -> {
          // Without an intent of ours, somebody else brought it.
          if (state.open()) {
            claims.put(new ReadBack.Claim(entry, file.title()));
          } else {
            batch.alreadyThere(entry, file);
          }
          return;
        }
        case WikiWord.Elsewhere(FileOnWiki file, List<String> all) -> {
          batch.alreadyThere(entry, file);
          return;
        }
        case WikiWord.Taken taken -> {}
        case WikiWord.Nothing nothing -> {}
      }
    }
    if (!entry.ready()) {
      // An earlier run intended it, the wiki knows nothing of it, and the plan now keeps it back.
      batch.refused(
          entry, "BLOCKED", "the plan keeps it back now", "Mend what its checks say.", true);
    } else if (found.getLast() instanceof WikiWord.Taken(FileOnWiki file)) {
      refuseTaken(batch, entry, file);
    } else if (whole(entry) && onlyOne(entry)) {
      next.put(entry);
    }
  }

  static void refuseTaken(Batch batch, PlanEntry entry, FileOnWiki file) {
    String what =
        file.redirect()
            ? "a redirect"
            : file.sha1().isEmpty() ? "a page without a file" : "another file, by " + file.user();
    batch.refused(
        entry,
        "TITLE_TAKEN",
        "the wiki has %s under this title".formatted(what),
        "Give it another title, or look at what is there, then run the command again.",
        true);
  }

  /// The file is there and its bytes are those of the plan.
  private boolean whole(PlanEntry entry) {
    Path file = batch.local(entry);
    try {
      if (!Files.isRegularFile(file)) {
        batch.refused(
            entry,
            "FILE_MISSING",
            "no file " + file,
            "Put the file back, then run the command again.",
            true);
        return false;
      }
      String sha1 = Sha1.of(file);
      if (!sha1.equals(entry.sha1())) {
        batch.refused(
            entry,
            "FILE_CHANGED",
            "the file changed since the plan was made: expected SHA-1 %s, found %s"
                .formatted(entry.sha1(), sha1),
            "Plan the release again, so that the new file is checked, then run the command again.",
            true);
        return false;
      }
      return true;
    } catch (IOException e) {
      batch.refused(
          entry,
          "FILE_UNREADABLE",
          "%s cannot be read (%s)".formatted(file, DurableFiles.reason(e)),
          "Mend the permissions or get the file again, then run the command again.",
          true);
      return false;
    }
  }

  /// Two lines that mean the same file would race each other to the wiki.
  private boolean onlyOne(PlanEntry entry) {
    boolean title = !titleTwice.contains(FileKey.of(entry));
    boolean content = !bytesTwice.contains(FileKey.of(entry));
    if (title && content) {
      return true;
    }
    batch.refused(
        entry,
        title ? "SAME_BYTES_TWICE" : "SAME_TITLE_TWICE",
        "another line of the plan has the same " + (title ? "bytes" : "title"),
        "Run the command again to link it to the file of the other line, or plan the release"
            + " again.",
        true);
    return false;
  }
}
