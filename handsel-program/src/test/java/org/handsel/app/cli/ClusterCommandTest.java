package org.handsel.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.handsel.testing.Shared;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The jobs on Spark are another process, and nothing of Spark is in this one.
class ClusterCommandTest {
  private static final Path ROOT = Shared.root();

  @TempDir Path folder;

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @AfterEach
  void rootIsTheRepository() {
    System.setProperty("handsel.root", ROOT.toString());
  }

  private int run(String... arguments) {
    System.setProperty("handsel.root", folder.toString());
    return Commands.run(
        new Surroundings(
            Clock.systemUTC(),
            Map.of("HANDSEL_CLUSTER_JAVA_OPTIONS", "-Dexample=7  -Xmx64m"),
            InputStream.nullInputStream(),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false),
        arguments);
  }

  @Test
  void sparkIsNotOnTheClassPath() {
    assertThat(getClass().getClassLoader().getResource("org/apache/spark/SparkContext.class"))
        .isNull();
    assertThat(getClass().getClassLoader().getResource("scala/Tuple2.class")).isNull();
  }

  @Test
  void whatIsNotBuiltSaysHowToBuildIt() {
    assertThat(run("cluster", "facts", "dump.xml", "--out", "out")).isEqualTo(3);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("not built")
        .contains("mvn -pl :handsel-cluster -am package");
  }

  @Test
  void argumentsAndExitCodeGoThrough() throws Exception {
    Path target = Files.createDirectories(folder.resolve("handsel-cluster/target"));
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Echo.class.getName());
    String name = Echo.class.getName().replace('.', '/') + ".class";
    try (JarOutputStream jar =
            new JarOutputStream(
                Files.newOutputStream(target.resolve("handsel-cluster-9.9-app.jar")), manifest);
        InputStream own = Echo.class.getClassLoader().getResourceAsStream(name)) {
      jar.putNextEntry(new java.util.zip.ZipEntry(name));
      jar.write(own == null ? new byte[0] : own.readAllBytes());
      jar.closeEntry();
    }
    Path told = folder.resolve("told");
    assertThat(run("cluster", told.toString(), "link", "--help", "--out", "a b", "--home"))
        .isEqualTo(1);
    assertThat(told).hasContent("7 link|--help|--out|a b|--home");
  }

  /// Stands for the other process: writes what it is told into the file that it is told first.
  static final class Echo {
    private Echo() {}

    public static void main(String[] arguments) throws Exception {
      Files.writeString(
          Path.of(arguments[0]),
          System.getProperty("example")
              + " "
              + String.join("|", java.util.Arrays.asList(arguments).subList(1, arguments.length)));
      System.exit(1);
    }
  }
}
