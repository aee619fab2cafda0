package org.handsel.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.handsel.testing.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever types along with the documents gets what they promise.
class DocumentsIT {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");

  @TempDir Path folder;

  private static List<Path> stages() throws IOException {
    try (Stream<Path> files = Files.list(Shared.root().resolve("docs/stages"))) {
      return files.sorted().toList();
    }
  }

  @Test
  void commandsOfTheStagesRunOneAfterTheOther() throws Exception {
    List<String> commands = new ArrayList<>();
    for (Path page : stages()) {
      for (String line : Files.readAllLines(page)) {
        if (line.strip().startsWith("./handsel ")) {
          commands.add(line.strip().substring("./handsel ".length()));
        }
      }
    }
    assertThat(commands).hasSizeGreaterThan(30);
    Path script = Files.write(folder.resolve("script.txt"), commands);
    Files.createSymbolicLink(folder.resolve("samples"), Shared.root().resolve("samples"));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Xmx1g",
                "-Dhandsel.root=" + Shared.root(),
                "-cp",
                System.getProperty("java.class.path"),
                CommandScript.class.getName(),
                script.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("commands that failed:%n%s", said).isZero();
    assertThat(folder.resolve("changes/report.html")).exists();
    assertThat(folder.resolve("release/results.tsv")).content().contains("\tproven\t");
    assertThat(folder.resolve("why.html")).exists();
  }

  @Test
  void linksBetweenDocumentsLeadSomewhere() throws Exception {
    List<String> dead = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Shared.root().resolve("docs"))) {
      List<Path> documents =
          new ArrayList<>(files.filter(f -> f.toString().endsWith(".md")).toList());
      for (String name : List.of("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md")) {
        documents.add(Shared.root().resolve(name));
      }
      for (Path document : documents) {
        for (Matcher link = LINK.matcher(Files.readString(document)); link.find(); ) {
          if (!Files.exists(document.resolveSibling(link.group(1)))) {
            dead.add(document + " → " + link.group(1));
          }
        }
      }
    }
    assertThat(dead).isEmpty();
  }
}
