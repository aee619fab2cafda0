package org.handsel.release;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.handsel.wiki.api.ApiFailure;
import org.handsel.wiki.api.FileOnWiki;
import org.handsel.wiki.api.Reply;

/// After the sending: links lines of the plan to files that are on the wiki already, as somebody
/// answered, and gives those files the captions and statements that they lack where that was the
/// answer. Nothing of them is ever replaced.
final class Linking {
  private final Batch batch;
  private final Map<FileKey, PlanEntry> plan;
  private final Collection<Duplicate> duplicates;

  Linking(Batch batch, List<PlanEntry> plan, Collection<Duplicate> duplicates) {
    this.batch = batch;
    this.plan = plan.stream().collect(Collectors.toMap(FileKey::of, entry -> entry, (a, b) -> a));
    this.duplicates = duplicates;
  }

  void run() {
    Map<String, String> titles = released();
    List<PlanEntry> data = new ArrayList<>();
    for (Duplicate duplicate : duplicates) {
      PlanEntry entry = plan.get(duplicate.key());
      if (entry == null || entry.ready() || !duplicate.linked() || batch.ending()) {
        continue;
      }
      FileState state = batch.ledger.of(duplicate.key());
      boolean linked = state.onWiki() || link(entry, duplicate, titles);
      if (linked
          && duplicate.answer() == Duplicate.Answer.DATA
          && DataWriting.planned(entry)
          && !batch.ledger.of(duplicate.key()).data().equals("done")) {
        data.add(entry);
      }
    }
    Handover<PlanEntry> handover = new Handover<>(Integer.MAX_VALUE);
    data.forEach(handover::put);
    handover.close();
    new DataWriting(batch, handover).run();
  }

  /// Titles of the plan and what they became on the wiki.
  private Map<String, String> released() {
    return plan.values().stream()
        .filter(entry -> batch.ledger.of(FileKey.of(entry)).onWiki())
        .collect(
            Collectors.toMap(
                PlanEntry::title,
                entry -> batch.ledger.of(FileKey.of(entry)).title(),
                (a, b) -> a));
  }

  private boolean link(PlanEntry entry, Duplicate duplicate, Map<String, String> titles) {
    String title = titles.getOrDefault(duplicate.of(), duplicate.of());
    switch (batch.wiki.file(title)) {
      case Reply.No<FileOnWiki>(ApiFailure failure) -> {
        batch.halt(failure);
        return false;
      }
      case Reply.Value<FileOnWiki>(FileOnWiki file) -> {
        boolean there = !file.redirect() && file.pageId() != 0 && !file.sha1().isEmpty();
        boolean bytes = duplicate.kind() == Duplicate.Kind.LOOKS_ALIKE || file.holds(entry.sha1());
        if (there && bytes) {
          batch.alreadyThere(entry, file);
          return true;
        }
        batch.refused(
            entry,
            "LINK_MISSING",
            there
                ? "%s holds other bytes than this file now".formatted(title)
                : "%s, to which this line was to be linked, is not on the wiki".formatted(title),
            "Run the command again when that file is there, or give another answer with \"handsel"
                + " release duplicates\".",
            true);
        return false;
      }
    }
  }
}
