package org.handsel.release;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.handsel.wiki.api.ApiFailure;
import org.handsel.wiki.api.FileOnWiki;
import org.handsel.wiki.api.Reply;

/// After the sending: links lines of the plan to files that are on the wiki already, as somebody
/// answered, and gives those files the captions and statements that they lack where that was the
/// answer. Nothing of them is ever replaced.
final class Linking {
  private static final int AT_ONCE = 500;

  private final Batch batch;
  private final PlanIndex plan;
  private final Map<FileKey, Duplicate> duplicates;
  private final DataReading reading;
  private final DataWriting writing;

  Linking(Batch batch, PlanIndex plan, Collection<Duplicate> duplicates) {
    this.batch = batch;
    this.plan = plan;
    this.reading = new DataReading(batch, new Handover<>(1), new Handover<>(1));
    this.writing = new DataWriting(batch, new Handover<>(1));
    this.duplicates =
        duplicates.stream()
            .filter(Duplicate::linked)
            .collect(Collectors.toMap(Duplicate::key, one -> one, (first, second) -> first));
  }

  void run() {
    if (duplicates.isEmpty()) {
      return;
    }
    Map<String, String> titles = released();
    List<PlanIndex.Line> lines =
        plan.lines().stream()
            .filter(line -> !line.ready() && duplicates.containsKey(line.key()))
            .toList();
    for (int from = 0; from < lines.size() && !batch.ending(); from += AT_ONCE) {
      link(plan.entries(lines.subList(from, Math.min(lines.size(), from + AT_ONCE))), titles);
    }
  }

  private void link(List<PlanEntry> entries, Map<String, String> titles) {
    List<PlanEntry> data = new ArrayList<>();
    for (PlanEntry entry : entries) {
      FileKey key = FileKey.of(entry);
      Duplicate duplicate = Objects.requireNonNull(duplicates.get(key));
      if (batch.ending()) {
        break;
      }
      boolean linked = batch.ledger.of(key).onWiki() || link(entry, duplicate, titles);
      if (linked
          && duplicate.answer() == Duplicate.Answer.DATA
          && DataWriting.planned(entry)
          && !batch.ledger.of(key).data().equals("done")) {
        data.add(entry);
      }
    }
    for (int from = 0; from < data.size(); from += DataReading.MOST_AT_ONCE) {
      int to = Math.min(data.size(), from + DataReading.MOST_AT_ONCE);
      reading.read(data.subList(from, to)).forEach(writing::write);
    }
  }

  /// Titles of the plan that others link to, and what they became on the wiki.
  private Map<String, String> released() {
    Set<String> wanted =
        duplicates.values().stream().map(Duplicate::of).collect(Collectors.toSet());
    return plan.lines().stream()
        .filter(line -> wanted.contains(line.title()))
        .filter(line -> batch.ledger.of(line.key()).onWiki())
        .collect(
            Collectors.toMap(
                PlanIndex.Line::title, line -> batch.ledger.of(line.key()).title(), (a, b) -> a));
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
