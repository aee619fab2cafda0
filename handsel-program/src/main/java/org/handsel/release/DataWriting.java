package org.handsel.release;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.handsel.wiki.api.ApiFailure;
import org.handsel.wiki.api.Entity;
import org.handsel.wiki.api.FailureClass;
import org.handsel.wiki.api.Patience;
import org.handsel.wiki.api.Reply;
import org.jspecify.annotations.Nullable;

/// Last stage: adds captions and statements to files that are proven. Sends only what was missing
/// when they were read, because a wiki adds a statement again when it is sent again; an outcome
/// that is not certain is read again, too. What goes wrong here never takes a file's release back.
/// Safe for use by many threads.
final class DataWriting implements Runnable {
  private static final int CONFLICTS = 5;

  private final Batch batch;
  private final Handover<DataReading.Found> read;
  private final References references;

  DataWriting(Batch batch, Handover<DataReading.Found> read) {
    this.batch = batch;
    this.read = read;
    this.references = new References(batch.ledger.state().unsourced());
  }

  /// Whether a file still waits for its captions and statements.
  static boolean wanted(PlanIndex.Line line, FileState state) {
    return line.data() && state.kind() == FileState.Kind.PROVEN && !state.data().equals("done");
  }

  static boolean planned(PlanEntry entry) {
    Map<String, Object> data = entry.structuredData();
    return data != null && !Entity.none("").missingFrom(data).isEmpty();
  }

  @Override
  public void run() {
    for (List<DataReading.Found> one = read.take(1); !one.isEmpty(); one = read.take(1)) {
      write(one.getFirst());
    }
  }

  /// Does nothing when the run is to end.
  void write(DataReading.Found found) {
    boolean held = held();
    if (batch.ending()) {
      return;
    }
    // What was read before a pause of hours says little.
    Entity now = held ? again(found.entry(), found.entity()) : found.entity();
    if (now != null) {
      writeOne(found.entry(), now);
    }
  }

  /// Waits while somebody holds the run.
  ///
  /// @return whether somebody did
  private boolean held() {
    try {
      return batch.stop.pass();
    } catch (InterruptedException e) {
      batch.stop.raise();
      return false;
    }
  }

  /// What the wiki says now; null when it does not answer, which is then noted.
  private @Nullable Entity again(PlanEntry entry, Entity before) {
    switch (batch.wiki.entities(List.of(before.id()))) {
      case Reply.No<Map<String, Entity>>(ApiFailure failure) -> {
        batch.dataProblem(entry, failure);
        return null;
      }
      case Reply.Value<Map<String, Entity>>(Map<String, Entity> entities) -> {
        return entities.getOrDefault(before.id(), before);
      }
    }
  }

  private void writeOne(PlanEntry entry, Entity found) {
    Entity entity = found;
    Patience.Trying trying = batch.patience.begin();
    for (int conflicts = 0; ; ) {
      Map<String, Object> planned = Objects.requireNonNull(entry.structuredData());
      Map<String, Object> missing = entity.missingFrom(references.keep(planned));
      if (missing.isEmpty()) {
        batch.ledger.append(Step.DATA_DONE, FileKey.of(entry), done(Map.of(), planned));
        return;
      }
      Map<String, Object> written = facts(missing);
      batch.ledger.await(batch.ledger.append(Step.DATA_INTENDED, FileKey.of(entry), written));
      batch.hook.at("data");
      Reply<Entity> reply = batch.wiki.editEntity(entity, missing, batch.options.comment());
      batch.hook.at("data answer");
      if (!(reply instanceof Reply.No<Entity>(ApiFailure failure))) {
        batch.ledger.append(Step.DATA_DONE, FileKey.of(entry), done(written, planned));
        return;
      }
      if (references.learn(failure, missing)) {
        continue;
      }
      boolean conflict = failure.kind() == FailureClass.EDIT && conflicts++ < CONFLICTS;
      boolean throttled = failure.kind() == FailureClass.WAIT || throttled(failure);
      if (!conflict && !(throttled && waited(trying, failure))) {
        batch.dataProblem(entry, failure);
        return;
      }
      Entity now = again(entry, entity);
      if (now == null) {
        return;
      }
      entity = now;
    }
  }

  /// What is written, for the ledger: languages of captions and ids of statements.
  private static Map<String, Object> facts(Map<String, Object> missing) {
    Map<String, Object> facts = new HashMap<>();
    if (missing.get("labels") instanceof Map<?, ?> labels) {
      facts.put("captions", labels.keySet().stream().map(String::valueOf).toList());
    }
    if (missing.get("claims") instanceof List<?> claims) {
      facts.put(
          "statements",
          claims.stream()
              .map(claim -> claim instanceof Map<?, ?> map ? String.valueOf(map.get("id")) : "")
              .toList());
    }
    return facts;
  }

  private Map<String, Object> done(Map<String, Object> written, Map<String, Object> planned) {
    Set<String> leftOut = references.leftOut(planned);
    if (leftOut.isEmpty()) {
      return written;
    }
    Map<String, Object> facts = new HashMap<>(written);
    facts.put(References.LEFT_OUT, List.copyOf(leftOut));
    return facts;
  }

  /// A rate limit hides in the words of a failed save.
  private static boolean throttled(ApiFailure failure) {
    return failure.code().equals("failed-save") && failure.info().contains("rate limit");
  }

  private boolean waited(Patience.Trying trying, ApiFailure failure) {
    try {
      if (failure.code().equals("readonly")) {
        trying.extendOnce(Sending.READ_ONLY);
      }
      return trying.again(failure);
    } catch (InterruptedException e) {
      return false;
    }
  }
}
