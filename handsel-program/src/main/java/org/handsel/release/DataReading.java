package org.handsel.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.handsel.wiki.api.ApiFailure;
import org.handsel.wiki.api.Entity;
import org.handsel.wiki.api.FailureClass;
import org.handsel.wiki.api.Reply;

/// Stage before the last: reads the captions and statements that proven files have, some files at a
/// time, while those before them are written. For one thread.
final class DataReading implements Runnable {
  static final int MOST_AT_ONCE = 10;

  private final Batch batch;
  private final Handover<PlanEntry> proven;
  private final Handover<Found> next;
  private boolean wikiHasNone;

  /// What the wiki says of a file.
  record Found(PlanEntry entry, Entity entity) {}

  DataReading(Batch batch, Handover<PlanEntry> proven, Handover<Found> next) {
    this.batch = batch;
    this.proven = proven;
    this.next = next;
  }

  @Override
  public void run() {
    for (List<PlanEntry> some = proven.take(MOST_AT_ONCE);
        !some.isEmpty();
        some = proven.take(MOST_AT_ONCE)) {
      read(some).forEach(next::put);
    }
  }

  /// What can be read is returned; of the rest the ledger says why not. Nothing when the run is to
  /// end.
  List<Found> read(List<PlanEntry> entries) {
    List<PlanEntry> wanting = entries.stream().filter(DataReading::some).toList();
    if (wanting.isEmpty() || batch.ending()) {
      return List.of();
    }
    Reply<Map<String, Entity>> reply =
        wikiHasNone
            ? new Reply.Value<>(Map.of())
            : batch.wiki.entities(wanting.stream().map(this::id).toList());
    switch (reply) {
      case Reply.No<Map<String, Entity>>(ApiFailure failure) -> {
        wikiHasNone = failure.code().equals("badvalue");
        wanting.forEach(entry -> batch.dataProblem(entry, failure));
        return List.of();
      }
      case Reply.Value<Map<String, Entity>>(Map<String, Entity> entities) -> {
        List<Found> found = new ArrayList<>();
        for (PlanEntry entry : wanting) {
          Entity entity = entities.get(id(entry));
          if (entity == null) {
            batch.dataProblem(entry, none());
          } else {
            found.add(new Found(entry, entity));
          }
        }
        return found;
      }
    }
  }

  private String id(PlanEntry entry) {
    return "M" + batch.ledger.of(FileKey.of(entry)).pageId();
  }

  /// Whether the plan names captions or statements, be they usable or not.
  private static boolean some(PlanEntry entry) {
    Map<String, Object> data = entry.structuredData();
    return data != null && !data.isEmpty();
  }

  private static ApiFailure none() {
    return new ApiFailure(
        "no-structured-data",
        "this wiki has no structured data of files",
        FailureClass.STRUCTURED_DATA,
        true,
        "Nothing to do, unless the wiki should have them.",
        null,
        Map.of());
  }
}
