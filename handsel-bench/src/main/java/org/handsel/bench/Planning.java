package org.handsel.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Random;
import org.handsel.collection.mapping.Mapping;
import org.handsel.collection.mapping.Profiles;
import org.handsel.platform.Progress;
import org.handsel.release.Duplicates;
import org.handsel.release.PlanCounts;
import org.handsel.release.PlanOptions;
import org.handsel.release.Plans;

/// Planning of many items with JPEGs of some 20 kB: hashed, checked for truncation, pages written.
final class Planning {
  private static final String PROFILE =
      """
      source: {format: csv}
      id: id
      fields:
        title: {from: title, language: en}
        creator: {from: maker, transforms: [flip-name]}
        date: {from: date, transforms: [date]}
        accession: id
        image: file
      rights: {release: "https://creativecommons.org/publicdomain/zero/1.0/"}
      filename: "{title} - Museum - {id}"
      template: {name: Artwork}
      categories: [Media of a museum]
      """;

  private Planning() {}

  public static void main(String[] args) throws IOException {
    int items = args[0].equals("long") ? 100_000 : 5_000;
    Path scratch = Places.scratch();
    Path files = pictures(scratch.resolve("files"), items);
    Path table = scratch.resolve("table.csv");
    try (BufferedWriter out = Files.newBufferedWriter(table)) {
      out.write("id,title,maker,date,file\n");
      for (int i = 0; i < items; i++) {
        out.write(
            "M %06d,View number %d,\"Maker, Ada\",c. %d,M_%06d.jpg%n"
                .formatted(i, i, 1800 + i % 100, i));
      }
    }
    Path profile = scratch.resolve("mapping.yaml");
    Files.writeString(profile, PROFILE);
    Mapping.run(table, profile, scratch.resolve("items"), Progress.NONE);
    long before = System.nanoTime();
    PlanCounts counts =
        Plans.plan(
            scratch.resolve("items/items.jsonl"),
            Profiles.load(profile),
            files,
            PlanOptions.with(Clock.systemUTC()),
            scratch.resolve("release"));
    double seconds = (System.nanoTime() - before) / 1e9;
    if (counts.ready() != items) {
      throw new IllegalStateException("expected %d ready, found %s".formatted(items, counts));
    }
    Figure.print(
        "planning, %,d items with JPEGs of 20 kB, cold".formatted(items),
        seconds,
        "s",
        60.0 * items / 100_000,
        false);
    long between = System.nanoTime();
    Duplicates.search(
        scratch.resolve("release"),
        Runtime.getRuntime().availableProcessors(),
        Progress.NONE,
        Clock.systemUTC());
    Figure.print(
        "planning, the same with pictures decoded and compared",
        seconds + (System.nanoTime() - between) / 1e9,
        "s",
        60.0 * items / 100_000,
        false);
    Places.remove(scratch);
  }

  private static Path pictures(Path folder, int count) throws IOException {
    Files.createDirectories(folder);
    byte[] picture = Uploading.jpeg(new Random(7), 160);
    for (int i = 0; i < count; i++) {
      // Bytes after the end of the picture make each file different.
      byte[] own = Arrays.copyOf(picture, picture.length + 4);
      own[picture.length] = (byte) i;
      own[picture.length + 1] = (byte) (i >> 8);
      own[picture.length + 2] = (byte) (i >> 16);
      Files.write(folder.resolve("M_%06d.jpg".formatted(i)), own);
    }
    return folder;
  }
}
