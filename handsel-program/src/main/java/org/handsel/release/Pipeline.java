package org.handsel.release;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.handsel.wiki.api.UploadWarnings;

/// The stages of a run side by side: ask → write the intent → send → read back → read the
/// structured data → add to them. While a file is on the wire, the next ones are asked for and
/// their intents written, so that only the sending takes time. An intent that is never sent is
/// harmless: the next run asks.
final class Pipeline {
  /// Files between two stages: enough that none stands idle, and few enough that their pages take
  /// no memory worth counting when a later stage is the slower one.
  private static final int WAITING = 200;

  private final Batch batch;
  private final int ahead;
  private final UploadWarnings warnings = UploadWarnings.load();
  private final Handover<PlanEntry> asked = new Handover<>(WAITING / 2);
  private final Handover<PlanEntry> intended;
  private final Handover<ReadBack.Claim> claimed = new Handover<>(WAITING);
  private final Handover<PlanEntry> proven = new Handover<>(WAITING);
  private final Handover<DataReading.Found> read;

  Pipeline(Batch batch) {
    this.batch = batch;
    this.ahead = batch.options.ways().ahead();
    this.intended = new Handover<>(Math.max(ahead, batch.options.parallel()));
    // Few, because what was read grows old.
    this.read = new Handover<>(batch.options.parallel());
  }

  /// @param work lines that this run has to deal with
  /// @param dataOnly proven files that wait for structured data only
  void run(PlanIndex plan, List<PlanIndex.Line> work, List<PlanIndex.Line> dataOnly) {
    DataWriting writing = new DataWriting(batch, read);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      stage(threads, new Asking(batch, plan, work, asked, claimed), asked);
      stage(threads, this::intend, intended);
      stage(threads, ahead > 0 ? this::sendInOrder : () -> inParallel(this::send), claimed);
      stage(threads, () -> prove(plan, dataOnly), proven);
      stage(threads, new DataReading(batch, proven, read), read);
      stage(threads, () -> inParallel(writing), new Handover<>(1));
    }
  }

  /// Hands on what is read back, and beside it what earlier runs proved.
  private void prove(PlanIndex plan, List<PlanIndex.Line> dataOnly) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      // A second one asks for what comes while the first waits for its answer.
      for (int i = 0; i < Math.min(2, batch.options.parallel()); i++) {
        stage(threads, new ReadBack(batch, claimed, proven), new Handover<>(1));
      }
      stage(threads, () -> proven(plan, dataOnly), new Handover<>(1));
    }
  }

  private void proven(PlanIndex plan, List<PlanIndex.Line> earlier) {
    for (int from = 0; from < earlier.size() && !batch.ending(); from += WAITING) {
      plan.entries(earlier.subList(from, Math.min(earlier.size(), from + WAITING)))
          .forEach(proven::put);
    }
  }

  private void inParallel(Runnable stage) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < batch.options.parallel(); i++) {
        stage(threads, stage, new Handover<>(1));
      }
    }
  }

  /// A stage that ends closes the way to the next; one that fails closes all, so that none waits
  /// for ever.
  private void stage(ExecutorService threads, Runnable stage, Handover<?> next) {
    Future<?> unused =
        threads.submit(() -> {
          try {
            stage.run();
          } catch (Throwable e) {
            batch.crashed(e);
            List.of(asked, intended, claimed, proven, read).forEach(Handover::close);
          } finally {
            next.close();
          }
        });
  }

  private void intend() {
    int most = Math.max(ahead, batch.options.parallel());
    for (List<PlanEntry> some = asked.take(most); !some.isEmpty(); some = asked.take(most)) {
      if (batch.ending()) {
        continue; // drains, so that the stage before is never stuck
      }
      long last = 0;
      for (PlanEntry entry : some) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("title", entry.title());
        facts.put("sha1", entry.sha1());
        facts.put("text", Sha1.of(entry.wikitext()));
        last = batch.ledger.append(Step.INTENDED, FileKey.of(entry), facts);
      }
      batch.ledger.await(last);
      some.forEach(intended::put);
    }
  }

  private void send() {
    for (List<PlanEntry> one = intended.take(1); !one.isEmpty(); one = intended.take(1)) {
      if (!batch.ending()) {
        new Sending(batch, warnings, claimed, one.getFirst()).send();
      }
    }
  }

  /// A file whose bytes are under way to the wiki.
  ///
  /// @param stashed whether it is still to be published, once that is known
  private record Ahead(Sending sending, CompletableFuture<Boolean> stashed) {}

  /// Brings some files to the wiki at a time, and publishes one after another in their order.
  private void sendInOrder() {
    Handover<Ahead> waiting = new Handover<>(ahead);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      stage(threads, () -> stashAhead(threads, waiting), waiting);
      try {
        for (List<Ahead> one = waiting.take(1); !one.isEmpty(); one = waiting.take(1)) {
          if (one.getFirst().stashed.join() && !batch.ending()) {
            one.getFirst().sending.send();
          }
        }
      } catch (Throwable e) {
        batch.crashed(e); // before the threads are waited for, of which none may wait for this one
        waiting.close();
      }
    }
  }

  private void stashAhead(ExecutorService threads, Handover<Ahead> waiting) {
    for (List<PlanEntry> one = intended.take(1); !one.isEmpty(); one = intended.take(1)) {
      if (batch.ending()) {
        continue; // drains, so that the stage before is never stuck
      }
      Ahead next =
          new Ahead(
              new Sending(batch, warnings, claimed, one.getFirst()), new CompletableFuture<>());
      waiting.put(next);
      Future<?> unused =
          threads.submit(() -> {
            boolean publish = false;
            try {
              publish = next.sending.ahead();
            } catch (Throwable e) {
              batch.crashed(e);
            } finally {
              next.stashed.complete(publish);
            }
          });
    }
  }
}
