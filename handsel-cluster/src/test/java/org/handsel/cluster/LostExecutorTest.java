package org.handsel.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.handsel.authority.matching.Linking;
import org.handsel.platform.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Executors are processes of their own here, and one of them is killed in the midst of the work.
class LostExecutorTest {
  @TempDir Path folder;

  /// The processes of executors that this one started through its workers.
  private static List<ProcessHandle> executors() {
    return ProcessHandle.current()
        .descendants()
        .filter(process ->
            process.info().commandLine().orElse("").contains("CoarseGrainedExecutorBackend"))
        .toList();
  }

  /// Where executors find Spark: the class path of this test as a folder of links.
  private static void jars() throws IOException {
    Path jars = Files.createDirectories(Path.of(System.getenv("SPARK_HOME")).resolve("jars"));
    for (String entry : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
      Path jar = Path.of(entry).toAbsolutePath();
      Path link = jars.resolve(String.valueOf(jar.getFileName()));
      if (entry.endsWith(".jar") && !Files.exists(link)) {
        Files.createSymbolicLink(link, jar);
      }
    }
  }

  private static String folders() {
    List<String> folders = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
      if (!entry.endsWith(".jar")) {
        folders.add(Path.of(entry).toAbsolutePath().toString());
      }
    }
    return String.join(java.io.File.pathSeparator, folders);
  }

  @Test
  void aKilledExecutorDoesNotChangeTheLinks() throws IOException {
    jars();
    MadePersons made = MadePersons.write(folder, 31, 1_500, 0);
    Linking.Summary expected =
        Linking.run(
            new Linking.Order(
                made.persons(),
                made.authority(),
                Map.of(),
                Linking.CHOSEN,
                folder.resolve("local")),
            Progress.NONE);
    System.setProperty("spark.executor.extraClassPath", folders());
    System.setProperty("spark.executor.memory", "1024m");
    AtomicInteger tasks = new AtomicInteger();
    AtomicInteger killed = new AtomicInteger();
    try (Session session =
        Session.open(
            "local-cluster[2,1,1024]",
            6,
            List.of(),
            new StageLog(new PrintStream(OutputStream.nullOutputStream()), 60))) {
      session
          .spark()
          .sparkContext()
          .addSparkListener(
              new SparkListener() {
                @Override
                public void onTaskEnd(SparkListenerTaskEnd end) {
                  // Within the rounds of learning, when each executor holds results of its own.
                  if (tasks.incrementAndGet() == 30) {
                    Optional<ProcessHandle> executor = executors().stream().findFirst();
                    executor.ifPresent(process -> {
                      process.destroyForcibly();
                      killed.incrementAndGet();
                    });
                  }
                }
              });
      Linking.Summary summary =
          new LinkJob(
                  session,
                  new LinkJob.Order(
                      List.of(made.persons()),
                      List.of(made.authority()),
                      Map.of(),
                      Linking.CHOSEN,
                      folder.resolve("out").toString(),
                      100))
              .run();
      assertThat(summary).isEqualTo(expected);
    } finally {
      System.clearProperty("spark.executor.extraClassPath");
      System.clearProperty("spark.executor.memory");
    }
    assertThat(killed).as("executors killed").hasValue(1);
    for (String table : List.of("links.tsv", "candidates.tsv")) {
      assertThat(folder.resolve("out").resolve(table))
          .hasSameBinaryContentAs(folder.resolve("local").resolve(table));
    }
  }
}
