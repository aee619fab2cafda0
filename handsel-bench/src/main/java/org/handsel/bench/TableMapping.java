package org.handsel.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.handsel.collection.mapping.Mapping;
import org.handsel.collection.mapping.MappingSummary;
import org.handsel.platform.Progress;

/// Rows per second of a large table, mapped with 12 fields in a heap of 512 MB (the script sets
/// it).
final class TableMapping {
  private static final String PROFILE =
      """
      source: {format: tsv, quote: none, charset: UTF-8}
      id: row_id
      fields:
        title: {from: title, transforms: [trim]}
        creator: {from: first_author, transforms: [trim, flip-name]}
        publisher: publisher
        place: {from: pubplace, transforms: [trim]}
        book: book_identifier
        date: {from: date, transforms: [trim, date], language: en}
        source: flickr_url
        page: page
        accession: flickr_id
        image: flickr_original_source
        height: flickr_original_height
        width: flickr_original_width
      rights: {release: "https://creativecommons.org/publicdomain/mark/1.0/"}
      """;

  private TableMapping() {}

  public static void main(String[] args) throws IOException {
    int rows = args[0].equals("long") ? 1_000_000 : 100_000;
    Path scratch = Places.scratch();
    Path table = scratch.resolve("table.tsv");
    repeat(Places.shared("collections/tsv/bl_1879_plates.tsv"), rows, table);
    Path profile = scratch.resolve("table.yaml");
    Files.writeString(profile, PROFILE);
    long before = System.nanoTime();
    MappingSummary summary = Mapping.run(table, profile, scratch.resolve("items"), Progress.NONE);
    double seconds = (System.nanoTime() - before) / 1e9;
    if (summary.items() != rows) {
      throw new IllegalStateException(
          "expected %d items, found %d".formatted(rows, summary.items()));
    }
    Figure.print(
        "table mapping, %,d rows, 12 fields, -Xmx512m, cold".formatted(rows),
        rows / seconds,
        "rows/s",
        50_000,
        true);
    Places.remove(scratch);
  }

  private static void repeat(Path source, int rows, Path table) throws IOException {
    List<String> lines = Files.readAllLines(source);
    try (BufferedWriter out = Files.newBufferedWriter(table)) {
      out.write("row_id\t" + lines.getFirst() + "\r\n");
      for (int row = 0; row < rows; row++) {
        out.write(row + "\t" + lines.get(1 + row % (lines.size() - 1)) + "\r\n");
      }
    }
  }
}
