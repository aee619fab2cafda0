package org.handsel.app.sandbox;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/// What the wiki does when it has time: assembling pieces and publishing from the stash, as
/// `async=1` asks for. Safe for threads.
final class Jobs {
  private final Executor threads;
  private final Map<String, Map<String, Object>> states = new HashMap<>();
  private final List<Runnable> waiting = new ArrayList<>();
  private boolean held;

  /// Something to be done later; what it gives is the state of its key from then on.
  interface Job {
    Map<String, Object> run() throws IOException;
  }

  Jobs(Executor threads) {
    this.threads = threads;
  }

  /// Puts a job into the queue.
  ///
  /// @return how it stands: `Poll`
  synchronized Map<String, Object> queue(String key, Job job) {
    Map<String, Object> queued = new LinkedHashMap<>();
    queued.put("result", "Poll");
    queued.put("stage", "queued");
    states.put(key, queued);
    Runnable run = () -> finish(key, job);
    if (held) {
      waiting.add(run);
    } else {
      threads.execute(run);
    }
    return new LinkedHashMap<>(queued);
  }

  private void finish(String key, Job job) {
    Map<String, Object> state;
    try {
      state = job.run();
    } catch (Refusal | IOException refused) {
      state = Map.of("result", "Failure", "info", String.valueOf(refused.getMessage()));
    }
    synchronized (this) {
      states.put(key, state);
    }
  }

  /// How far the job of a key is; empty when there was none.
  synchronized Optional<Map<String, Object>> state(String key) {
    Map<String, Object> state = states.get(key);
    if (state != null && "Failure".equals(state.get("result"))) {
      throw new Refusal("stashfailed", String.valueOf(state.get("info")));
    }
    return Optional.ofNullable(state);
  }

  synchronized boolean queued(String key) {
    Map<String, Object> state = states.get(key);
    return state != null && "Poll".equals(state.get("result"));
  }

  /// Nothing is done until this ends.
  synchronized void hold(boolean now) {
    held = now;
    if (!now) {
      waiting.forEach(threads::execute);
      waiting.clear();
    }
  }
}
