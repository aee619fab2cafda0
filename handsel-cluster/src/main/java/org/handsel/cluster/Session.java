package org.handsel.cluster;

import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.handsel.platform.HandselException;

/// A session of Spark: one of its own on this machine, or one on a cluster.
final class Session implements AutoCloseable {
  private final SparkSession spark;
  private final StageLog log;
  private final int partitions;

  private Session(SparkSession spark, StageLog log, int partitions) {
    this.spark = spark;
    this.log = log;
    this.partitions = partitions;
  }

  /// @param master as Spark names it: `local[2]`, `spark://…`, `yarn`, `k8s://…`
  /// @param partitions into which work is parted; 0 for what suits the machines
  /// @param jars that machines of a cluster need besides Spark's
  /// @throws HandselException with exit 3 when no session can be opened
  static Session open(String master, int partitions, List<String> jars, StageLog log) {
    SparkSession.Builder builder =
        SparkSession.builder()
            .appName("Handsel")
            .config("spark.ui.showConsoleProgress", "false")
            .config("spark.sql.parquet.compression.codec", "zstd");
    if (System.getProperty("spark.master") == null) {
      builder.master(master);
    }
    if (isLocal(master)) {
      // Nothing of a session on one machine is for others to see.
      builder
          .config("spark.driver.host", "127.0.0.1")
          .config("spark.driver.bindAddress", "127.0.0.1")
          .config("spark.ui.enabled", "false");
    }
    if (!master.startsWith("local[") && !master.equals("local") && !jars.isEmpty()) {
      builder.config("spark.jars", String.join(",", jars));
    }
    try {
      SparkSession spark = builder.getOrCreate();
      spark.sparkContext().addSparkListener(log);
      int chosen = partitions > 0 ? partitions : spark.sparkContext().defaultParallelism() * 3;
      return new Session(spark, log, chosen);
    } catch (RuntimeException e) {
      throw HandselException.environment(
          "--master %s: no session of Spark (%s). Check the address and that the machines can be reached."
              .formatted(master, e.getMessage()),
          e);
    }
  }

  private static boolean isLocal(String master) {
    return master.startsWith("local");
  }

  SparkSession spark() {
    return spark;
  }

  JavaSparkContext context() {
    return JavaSparkContext.fromSparkContext(spark.sparkContext());
  }

  /// Whether executors see the disk of this machine.
  boolean onOneMachine() {
    return spark.sparkContext().master().startsWith("local");
  }

  int partitions() {
    return partitions;
  }

  /// Says what the stages that follow are for.
  void doing(String what) {
    context().setJobDescription(what);
    log.doing(what);
  }

  @Override
  public void close() {
    spark.stop();
  }
}
