package org.handsel.collection.mapping;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.handsel.collection.Item;
import org.handsel.collection.ItemsFile;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.SequenceWriter;

/// The three files of a mapping run. They are written beside their places and put there together by
/// [#finish]; a run that ends in any other way leaves what was there before. Used by one thread.
final class MappingOutput implements AutoCloseable {
  private static final String ITEMS = "items.jsonl";
  private static final String PROBLEMS = "problems.jsonl";
  private static final String SUMMARY = "summary.json";

  private final Path folder;
  private final OutputStream itemBytes;
  private final OutputStream problemBytes;
  private final ItemsFile.Writer items;
  private final SequenceWriter problems;
  private boolean anyProblem;

  private MappingOutput(Path folder, OutputStream itemBytes, OutputStream problemBytes) {
    this.folder = folder;
    this.itemBytes = itemBytes;
    this.problemBytes = problemBytes;
    this.items = ItemsFile.writer(itemBytes);
    this.problems =
        Json.mapper()
            .writerFor(Problem.class)
            .withRootValueSeparator("\n")
            .without(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .writeValues(problemBytes);
  }

  /// @throws HandselException with exit 3 when the folder cannot be written
  static MappingOutput open(Path folder) {
    try {
      Files.createDirectories(folder);
      OutputStream items = stream(folder, ITEMS);
      try {
        return new MappingOutput(folder, items, stream(folder, PROBLEMS));
      } catch (IOException e) {
        items.close();
        discard(folder);
        throw e;
      }
    } catch (IOException e) {
      throw failure(folder, e);
    }
  }

  private static OutputStream stream(Path folder, String name) throws IOException {
    return new WrittenBehind(Files.newOutputStream(part(folder, name)));
  }

  private static Path part(Path folder, String name) {
    return folder.resolve(name + ".part");
  }

  void write(Item item) {
    try {
      items.write(item);
    } catch (JacksonIOException e) {
      throw failure(folder, cause(e));
    }
  }

  void write(Problem problem) {
    try {
      problems.write(problem);
      anyProblem = true;
    } catch (JacksonIOException e) {
      throw failure(folder, cause(e));
    }
  }

  /// Puts everything in place.
  void finish(MappingSummary summary) {
    try {
      items.finish();
      itemBytes.close();
      problems.close();
      if (anyProblem) {
        problemBytes.write('\n');
      }
      problemBytes.close();
      Files.writeString(part(folder, SUMMARY), Json.pretty(summary) + "\n");
      for (String name : List.of(ITEMS, PROBLEMS, SUMMARY)) {
        DurableFiles.force(part(folder, name));
      }
      for (String name : List.of(ITEMS, PROBLEMS, SUMMARY)) {
        DurableFiles.move(part(folder, name), folder.resolve(name));
      }
    } catch (JacksonIOException e) {
      throw failure(folder, cause(e));
    } catch (IOException e) {
      throw failure(folder, e);
    }
  }

  /// Leaves nothing of an unfinished run.
  @Override
  public void close() {
    for (OutputStream bytes : List.of(itemBytes, problemBytes)) {
      try {
        bytes.close();
      } catch (IOException e) {
        // The failure that ended the run is the one worth telling; a finished run has closed both.
      }
    }
    discard(folder);
  }

  private static void discard(Path folder) {
    for (String name : List.of(ITEMS, PROBLEMS, SUMMARY)) {
      try {
        Files.deleteIfExists(part(folder, name));
      } catch (IOException e) {
        // The neighbour stays behind; see above.
      }
    }
  }

  private static IOException cause(JacksonIOException e) {
    return e.getCause() instanceof IOException cause ? cause : new IOException(e);
  }

  private static HandselException failure(Path folder, IOException e) {
    return HandselException.environment(
        "%s: cannot be written (%s). Nothing was changed; make room or choose another folder, then run the command again."
            .formatted(folder, DurableFiles.reason(e)),
        e);
  }
}
