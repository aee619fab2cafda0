package org.handsel.wiki.api;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the wiki of the tests was sent and has not published, and what it is still to do with it:
/// ready after it was asked for so many times. Keys of pieces begin with `chunk`, those of whole
/// files with `whole`.
final class FaultyStash {
  private static final Pattern KEY = Pattern.compile("(chunk|whole)\\d+|\\d+\\.\\w+\\.\\d+\\.\\w+");

  private static final class Job {
    private final Supplier<FaultyAnswer> work;
    private int polls;
    private @Nullable FaultyAnswer done;

    Job(Supplier<FaultyAnswer> work, int polls) {
      this.work = work;
      this.polls = polls;
    }
  }

  private final Map<String, ByteArrayOutputStream> entries = new HashMap<>();
  private final Map<String, Job> jobs = new HashMap<>();
  private int keys;
  private int polls = 2;
  private boolean held;

  static boolean isKey(String key) {
    return KEY.matcher(key).matches();
  }

  void polls(int number) {
    polls = number;
  }

  void hold(boolean now) {
    held = now;
  }

  void forget() {
    jobs.clear();
    entries.clear();
  }

  /// The key of an empty file to which pieces will be added.
  String open() {
    String key = "chunk" + keys++;
    entries.put(key, new ByteArrayOutputStream());
    return key;
  }

  /// The key of a whole file.
  String put(byte[] bytes) {
    String key = "whole" + keys++;
    ByteArrayOutputStream taken = new ByteArrayOutputStream();
    taken.writeBytes(bytes);
    entries.put(key, taken);
    return key;
  }

  boolean has(String key) {
    return entries.containsKey(key);
  }

  byte @Nullable [] bytes(String key) {
    ByteArrayOutputStream taken = entries.get(key);
    return taken == null ? null : taken.toByteArray();
  }

  int size(String key) {
    ByteArrayOutputStream taken = entries.get(key);
    return taken == null ? 0 : taken.size();
  }

  void append(String key, byte[] piece) {
    Objects.requireNonNull(entries.get(key), key).writeBytes(piece);
  }

  void remove(String key) {
    entries.remove(key);
  }

  boolean queued(String key) {
    Job job = jobs.get(key);
    return job != null && job.done == null;
  }

  void queue(String key, Supplier<FaultyAnswer> work) {
    jobs.put(key, new Job(work, polls));
  }

  /// How far the wiki is with a key: its job, or how many pieces it has.
  FaultyAnswer state(String key) {
    Job job = jobs.get(key);
    if (job == null) {
      return has(key) && key.startsWith("chunk")
          ? more(key)
          : FaultyAnswer.error("missingresult", "No result in status data.");
    }
    if (job.done == null && !held && job.polls-- <= 0) {
      job.done = job.work.get();
    }
    return job.done == null
        ? FaultyAnswer.json(Map.of("upload", Map.of("result", "Poll", "stage", "queued")))
        : job.done;
  }

  FaultyAnswer more(String key) {
    return FaultyAnswer.json(
        Map.of("upload", Map.of("result", "Continue", "offset", size(key), "filekey", key)));
  }
}
