package org.handsel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.handsel.testing.Shared;
import org.junit.jupiter.api.Test;

/// What only other modules need must not weigh on the program.
class WeightTest {
  private static final String CLUSTER = "(?:spark|hadoop|scala|parquet|arrow|netty)[-_].*";

  private static List<String> classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> String.valueOf(Path.of(entry).getFileName()))
        .toList();
  }

  @Test
  void nothingOfSparkIsOnTheClassPath() {
    assertThat(classPath()).isNotEmpty().noneMatch(jar -> jar.matches(CLUSTER));
    assertThat(WeightTest.class.getClassLoader().getResource("org/apache/spark/SparkContext.class"))
        .isNull();
    assertThat(WeightTest.class.getClassLoader().getResource("scala/Product.class")).isNull();
  }

  @Test
  void theProgramNamesNoneOfItAmongWhatItNeeds() throws IOException {
    assertThat(Shared.root().resolve("handsel-program/pom.xml"))
        .content()
        .doesNotContain("spark", "hadoop", "scala");
    Path lib = Shared.root().resolve("handsel-program/target/lib");
    if (Files.isDirectory(lib)) {
      try (var jars = Files.list(lib)) {
        assertThat(jars.map(jar -> jar.getFileName().toString()))
            .noneMatch(jar -> jar.matches(CLUSTER));
      }
    }
  }
}
