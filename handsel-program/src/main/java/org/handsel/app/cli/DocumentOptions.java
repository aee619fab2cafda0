package org.handsel.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.handsel.app.web.prospects.Spoken;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import picocli.CommandLine.Option;

/// Where a document goes, in which forms and language.
final class DocumentOptions {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Folder to write to; it is made if need be.")
  Path out = Path.of("");

  @Option(
      names = "--format",
      paramLabel = "F,…",
      defaultValue = "html,pdf",
      description = "html, pdf or both (${DEFAULT-VALUE}).")
  String formats = "";

  @Option(
      names = "--language",
      paramLabel = "CC",
      defaultValue = "en",
      description = "de or en (${DEFAULT-VALUE}).")
  String language = "";

  @Option(
      names = "--fonts",
      paramLabel = "DIR",
      description = "Folder with further font files for the PDF.")
  List<Path> fonts = new ArrayList<>();

  /// What a document is made into.
  interface Pdf {
    byte[] make();
  }

  Spoken words() {
    return new Spoken(PageWords.words("prospects", language));
  }

  /// Writes the document in the forms that were asked for, each whole or not at all.
  List<Path> write(String name, java.util.function.Supplier<String> html, Pdf pdf) {
    Set<String> wanted = new LinkedHashSet<>();
    for (String format : formats.split(",", -1)) {
      String one = format.strip().toLowerCase(Locale.ROOT);
      if (!one.equals("html") && !one.equals("pdf")) {
        throw HandselException.usage(
            "--format: expected html, pdf or both, found \"%s\".".formatted(format.strip()));
      }
      wanted.add(one);
    }
    List<Path> written = new ArrayList<>();
    if (wanted.contains("html")) {
      Path file = out.resolve(name + ".html");
      DurableFiles.replace(file, html.get());
      written.add(file);
    }
    if (wanted.contains("pdf")) {
      Path file = out.resolve(name + ".pdf");
      byte[] content = pdf.make();
      Path part = out.resolve(name + ".pdf.part");
      try {
        Files.createDirectories(out);
        Files.write(part, content);
        DurableFiles.move(part, file);
      } catch (IOException e) {
        throw HandselException.environment(
            "%s: cannot be written (%s).".formatted(file, DurableFiles.reason(e)), e);
      }
      written.add(file);
    }
    return written;
  }
}
