package org.handsel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every source of every module has the layout of google-java-format. `-Dformat.write=true`
/// rewrites instead of failing.
class FormatTest {
  private static final Path ROOT = Path.of(System.getProperty("handsel.root", ".."));

  @Test
  void sourcesAreFormatted() throws Exception {
    Formatter formatter = new Formatter();
    List<Path> unformatted = new ArrayList<>();
    for (String module : List.of("handsel-program", "handsel-cluster", "handsel-bench")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src"))) {
        for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          String text = Files.readString(file);
          String formatted = formatter.formatSource(RemoveUnusedImports.removeUnusedImports(text));
          if (!formatted.equals(text)) {
            unformatted.add(ROOT.relativize(file));
            if (Boolean.getBoolean("format.write")) {
              Files.writeString(file, formatted);
            }
          }
        }
      }
    }
    if (!Boolean.getBoolean("format.write")) {
      assertThat(unformatted)
          .as(
              "files that google-java-format would lay out differently; mend them with"
                  + " mvn -pl :handsel test -Dtest=FormatTest -Dformat.write=true")
          .isEmpty();
    }
  }
}
