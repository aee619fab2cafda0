package org.handsel.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.handsel.platform.Json;
import org.handsel.testbed.Pictures;

/// A release of generated pictures, as a plan would leave it.
final class RealRelease {
  private final Path folder;
  private final List<PlanEntry> plan = new ArrayList<>();

  RealRelease(Path folder) {
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  RealRelease picture(String title, long seed, int side) {
    byte[] bytes = Pictures.jpeg(seed, side);
    String file = "%d.jpg".formatted(plan.size() + 1);
    try {
      Files.createDirectories(folder.resolve("files"));
      Files.write(folder.resolve("files").resolve(file), bytes);
      plan.add(
          new PlanEntry(
              "item-" + (plan.size() + 1),
              file,
              Pictures.sha1(bytes),
              bytes.length,
              title,
              text(title),
              data("0307.a." + plan.size()),
              List.of(),
              PlanEntry.READY,
              "http://creativecommons.org/publicdomain/zero/1.0/"));
      Files.write(folder.resolve("plan.jsonl"), plan.stream().map(Json::line).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  private static String text(String title) {
    return """
    == {{int:filedesc}} ==
    {{Photograph
     | photographer = {{Creator:Sigvald Linné}}
     | description  = {{sv|1=%s}}
     | institution  = {{Institution:Statens museer för världskultur}}
     | permission   = {{Cc-zero}}
    }}

    [[Category:Linné expedition at Teotihuacan Mexico 1932]]\
    """
        .formatted(title.substring("File:".length()));
  }

  static Map<String, Object> data(String inventory) {
    return Map.of(
        "labels",
        Map.of("sv", Map.of("language", "sv", "value", "Bild " + inventory)),
        "claims",
        List.of(
            Map.of(
                "mainsnak",
                Map.of(
                    "snaktype",
                    "value",
                    "property",
                    "P217",
                    "datavalue",
                    Map.of("value", inventory, "type", "string")),
                "type",
                "statement",
                "rank",
                "normal")));
  }

  List<PlanEntry> plan() {
    return plan;
  }

  /// SHA-1 by title of what the plan wants.
  Map<String, String> wanted() {
    Map<String, String> wanted = new TreeMap<>();
    plan.forEach(entry -> wanted.put(entry.title(), entry.sha1()));
    return wanted;
  }

  /// Titles that the release says are on the wiki.
  List<String> reported() {
    return lines("results.tsv").stream()
        .skip(1)
        .map(row -> List.of(row.split("\t", -1)))
        .filter(row -> row.get(4).equals("proven"))
        .map(row -> row.get(1))
        .sorted()
        .toList();
  }

  String failures() {
    return String.join("\n", lines("failures.csv"));
  }

  private List<String> lines(String name) {
    try {
      return Files.readAllLines(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
