package org.handsel.cluster;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.StageInfo;

/// Shows how far a job is, a line every few seconds at most, and counts what its stages cost. Safe
/// for threads.
final class StageLog extends SparkListener {
  private static final long NANOS = 1_000_000_000;

  private final PrintStream out;
  private final long between;
  private final Map<String, Cost> costs = new LinkedHashMap<>();
  private final Map<String, Double> seconds = new LinkedHashMap<>();
  private String doing = "starting";
  private long began = System.nanoTime();
  private long said = began;
  private int done;
  private int all;

  /// What stages of one name cost.
  ///
  /// @param cpuSeconds of all tasks
  /// @param shuffleBytes written for other stages
  /// @param spilledBytes written because memory did not suffice
  record Cost(
      int stages,
      int tasks,
      double cpuSeconds,
      double taskSeconds,
      long shuffleBytes,
      long spilledBytes) {
    Cost add(Cost other) {
      return new Cost(
          stages + other.stages,
          tasks + other.tasks,
          cpuSeconds + other.cpuSeconds,
          taskSeconds + other.taskSeconds,
          shuffleBytes + other.shuffleBytes,
          spilledBytes + other.spilledBytes);
    }
  }

  /// @param seconds between two lines
  StageLog(PrintStream out, long seconds) {
    this.out = out;
    between = seconds;
  }

  synchronized void doing(String what) {
    seconds.merge(doing, sinceBegun(), Double::sum);
    began = System.nanoTime();
    doing = what;
    done = 0;
    all = 0;
    say(true);
  }

  private double sinceBegun() {
    return (System.nanoTime() - began) / (double) NANOS;
  }

  /// How long each thing took that was done, in their order.
  synchronized Map<String, Double> seconds() {
    Map<String, Double> all = new LinkedHashMap<>(seconds);
    all.merge(doing, sinceBegun(), Double::sum);
    return all;
  }

  synchronized Map<String, Cost> costs() {
    return new LinkedHashMap<>(costs);
  }

  @Override
  public synchronized void onStageSubmitted(SparkListenerStageSubmitted event) {
    all += event.stageInfo().numTasks();
  }

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd event) {
    done += event.taskInfo().successful() ? 1 : 0;
    say(false);
  }

  @Override
  public synchronized void onExecutorRemoved(SparkListenerExecutorRemoved event) {
    out.println(
        "executor %s is lost (%s); its work is done again elsewhere"
            .formatted(event.executorId(), event.reason()));
  }

  @Override
  public synchronized void onStageCompleted(SparkListenerStageCompleted event) {
    StageInfo stage = event.stageInfo();
    TaskMetrics metrics = stage.taskMetrics();
    costs.merge(
        doing,
        new Cost(
            1,
            stage.numTasks(),
            metrics.executorCpuTime() / (double) NANOS,
            metrics.executorRunTime() / 1_000.0,
            metrics.shuffleWriteMetrics().bytesWritten(),
            metrics.diskBytesSpilled()),
        Cost::add);
  }

  private void say(boolean always) {
    long now = System.nanoTime();
    if (always || now - said >= between * NANOS) {
      said = now;
      List<String> parts = new ArrayList<>(List.of(doing));
      if (all > 0) {
        parts.add("%,d of %,d tasks".formatted(done, all));
      }
      out.println(String.join(": ", parts));
    }
  }
}
