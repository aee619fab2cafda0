package org.handsel.cluster;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.SparkConf;
import org.apache.spark.shuffle.api.ShuffleDataIO;
import org.apache.spark.shuffle.api.ShuffleDriverComponents;
import org.apache.spark.shuffle.api.ShuffleExecutorComponents;
import org.apache.spark.shuffle.api.ShuffleMapOutputWriter;
import org.apache.spark.shuffle.api.SingleSpillShuffleMapOutputWriter;
import org.apache.spark.shuffle.sort.io.LocalDiskShuffleDataIO;

/// Spark's own disk, on which stages leave files for those that follow: it takes so many files and
/// then says that no space is left. Spark makes it by its name, so that what it has left is known
/// to all of them.
public final class FullShuffle implements ShuffleDataIO {
  static final AtomicInteger LEFT = new AtomicInteger();

  private final ShuffleDataIO disk;

  public FullShuffle(SparkConf configuration) {
    disk = new LocalDiskShuffleDataIO(configuration);
  }

  @Override
  public ShuffleDriverComponents driver() {
    return disk.driver();
  }

  @Override
  public ShuffleExecutorComponents executor() {
    ShuffleExecutorComponents components = disk.executor();
    return new ShuffleExecutorComponents() {
      @Override
      public void initializeExecutor(
          String application, String executor, Map<String, String> configuration) {
        components.initializeExecutor(application, executor, configuration);
      }

      @Override
      public ShuffleMapOutputWriter createMapOutputWriter(int shuffle, long task, int partitions)
          throws IOException {
        take();
        return components.createMapOutputWriter(shuffle, task, partitions);
      }

      @Override
      public Optional<SingleSpillShuffleMapOutputWriter> createSingleFileMapOutputWriter(
          int shuffle, long task) throws IOException {
        take();
        return components.createSingleFileMapOutputWriter(shuffle, task);
      }
    };
  }

  private static void take() throws IOException {
    if (LEFT.decrementAndGet() < 0) {
      throw new IOException("No space left on device");
    }
  }
}
