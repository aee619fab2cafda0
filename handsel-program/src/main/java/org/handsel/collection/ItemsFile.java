package org.handsel.collection;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SequenceWriter;

/// Reads and writes `items.jsonl`: one item a line, UTF-8, keys in the order of the records.
public final class ItemsFile {
  private ItemsFile() {}

  /// Items one by one, in the order of the file; empty lines are skipped. Close the stream.
  ///
  /// @throws HandselException when the file is missing, or, while the stream is used, when a line
  ///   is no item
  public static Stream<Item> read(Path file) {
    BufferedReader reader;
    try {
      reader = Files.newBufferedReader(file);
    } catch (NoSuchFileException e) {
      throw HandselException.usage(
          file
              + ": there is no such file: expected the items.jsonl that \"handsel collection map\""
              + " writes");
    } catch (IOException e) {
      throw HandselException.environment(
          "%s: cannot be read (%s)".formatted(file, DurableFiles.reason(e)), e);
    }
    Lines lines = new Lines(file);
    return reader
        .lines()
        .map(lines::item)
        .filter(item -> item != Lines.EMPTY)
        .onClose(() -> close(reader));
  }

  private static void close(BufferedReader reader) {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Counts lines while they are read.
  private static final class Lines {
    static final Item EMPTY =
        new Item(
            "",
            Map.of(),
            ItemRights.SILENT,
            Facts.NONE,
            null,
            List.of(),
            new Item.Origin("", 0, 0));

    private final Path file;
    private long number;

    Lines(Path file) {
      this.file = file;
    }

    Item item(String line) {
      number++;
      if (line.isBlank()) {
        return EMPTY;
      }
      Item item;
      try {
        item = Json.mapper().readValue(line, Item.class);
      } catch (JacksonException e) {
        throw HandselException.input(
            "%s, line %d: is not an item: expected a JSON object with id, fields, rights and facts, found %s (%s)."
                .formatted(file, number, shown(line), e.getOriginalMessage()));
      }
      if (item == null || item.id().isBlank()) {
        throw HandselException.input(
            "%s, line %d: an item without id: expected \"id\" with a text, found %s."
                .formatted(file, number, shown(line)));
      }
      return item;
    }

    private static String shown(String line) {
      return line.length() > 80 ? line.substring(0, 77) + "..." : line;
    }
  }

  /// A writer onto a stream, which it does not close. Used by one thread.
  public static Writer writer(OutputStream out) {
    return new Writer(out);
  }

  /// Writes items, a line each, onto a stream that somebody else opened and closes.
  public static final class Writer {
    private final OutputStream out;
    private final SequenceWriter values;
    private boolean any;

    private Writer(OutputStream out) {
      this.out = out;
      values =
          Json.mapper()
              .writerFor(Item.class)
              .withRootValueSeparator("\n")
              .without(StreamWriteFeature.AUTO_CLOSE_TARGET)
              .writeValues(out);
    }

    /// @throws tools.jackson.core.exc.JacksonIOException when the stream fails
    public void write(Item item) {
      values.write(item);
      any = true;
    }

    /// Ends the last line and hands everything to the stream.
    public void finish() throws IOException {
      values.close();
      if (any) {
        out.write('\n');
      }
    }
  }
}
