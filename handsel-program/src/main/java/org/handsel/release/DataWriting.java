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

/// Last stage: adds captions and statements to files that are proven. Reads first and sends only
/// what is missing, because a wiki adds a statement again when it is sent again; an outcome that is
/// not certain is read again, too. What goes wrong here never takes a file's release back.
final class DataWriting implements Runnable {
  private static final int MOST_AT_ONCE = 10;
  private static final int CONFLICTS = 5;

  private final Batch batch;
  private final Handover<PlanEntry> proven;
  private final References references;
  private volatile boolean wikiHasNone;

  DataWriting(Batch batch, Handover<PlanEntry> proven) {
    this.batch = batch;
    this.proven = proven;
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

  /// Whether the plan names captions or statements, be they usable or not.
  private static boolean some(PlanEntry entry) {
    Map<String, Object> data = entry.structuredData();
    return data != null && !data.isEmpty();
  }

  @Override
  public void run() {
    for (List<PlanEntry> some = proven.take(MOST_AT_ONCE);
        !some.isEmpty();
        some = proven.take(MOST_AT_ONCE)) {
      write(some.stream().filter(DataWriting::some).toList());
    }
  }

  private void write(List<PlanEntry> entries) {
    if (entries.isEmpty() || batch.ending()) {
      return;
    }
    Map<PlanEntry, String> ids = new HashMap<>();
    entries.forEach(entry -> ids.put(entry, "M" + batch.ledger.of(FileKey.of(entry)).pageId()));
    Reply<Map<String, Entity>> reply =
        wikiHasNone ? new Reply.Value<>(Map.of()) : batch.wiki.entities(ids.values());
    for (PlanEntry entry : entries) {
      held();
      if (batch.ending()) {
        return;
      }
      String id = ids.getOrDefault(entry, "");
      switch (reply) {
        case Reply.No<Map<String, Entity>>(ApiFailure failure) -> {
          if (failure.code().equals("badvalue")) {
            wikiHasNone = true;
          }
          problem(entry, failure);
        }
        case Reply.Value<Map<String, Entity>>(Map<String, Entity> entities) -> {
          Entity entity = entities.get(id);
          if (entity != null) {
            writeOne(entry, entity);
          } else {
            problem(entry, none());
          }
        }
      }
    }
  }

  /// Waits while somebody holds the run.
  private void held() {
    try {
      boolean unused = batch.stop.pass();
    } catch (InterruptedException e) {
      batch.stop.raise();
    }
  }

  private void writeOne(PlanEntry entry, Entity read) {
    Entity entity = read;
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
        problem(entry, failure);
        return;
      }
      Reply<Map<String, Entity>> again = batch.wiki.entities(List.of(entity.id()));
      if (again instanceof Reply.No<Map<String, Entity>>(ApiFailure lost)) {
        problem(entry, lost);
        return;
      }
      entity = again.orThrow("structured data").getOrDefault(entity.id(), entity);
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

  private void problem(PlanEntry entry, ApiFailure failure) {
    batch.ledger.append(
        Step.DATA_PROBLEM,
        FileKey.of(entry),
        Map.of("code", failure.code(), "reason", failure.info(), "advice", failure.advice()));
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
