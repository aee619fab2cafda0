package org.handsel.impact;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Progress;
import org.jspecify.annotations.Nullable;

/// Reads a folder of Commons Impact Metrics dumps: two threads unpack, one adds up.
final class CimReader {
  private static final int UNPACKING = 2;
  private static final int ROWS_A_BATCH = 2000;
  private static final int PROBLEMS_TOLD = 200;

  private final Path folder;
  private final YearMonth present;
  private final List<DataProblem> problems;
  private long refused;

  CimReader(Path folder, YearMonth present, List<DataProblem> problems) {
    this.folder = folder;
    this.present = present;
    this.problems = problems;
  }

  /// @param file null when one of the unpacking threads has come to its end
  private record Batch(
      @Nullable CimFile file, long firstLine, List<String> lines, @Nullable String failure) {}

  /// @param wanted categories with underscores; none for all primary categories
  CimTally read(Set<String> wanted, Progress progress) {
    List<CimFile> files = files();
    YearMonth latest =
        files.stream()
            .filter(f -> f.kind() != CimFile.Kind.EDITS)
            .map(CimFile::month)
            .filter(m -> m != null && !m.isAfter(present))
            .max(Comparator.naturalOrder())
            .orElse(present);
    CimTally tally = new CimTally(wanted, present, latest);
    progress.total(files.size());
    BlockingQueue<Batch> queue = new ArrayBlockingQueue<>(16);
    AtomicInteger next = new AtomicInteger();
    // Views by category come first, so that views by file know whether they are needed for pages.
    List<CimFile> ordered =
        files.stream()
            .sorted(Comparator.comparing((CimFile f) -> f.kind()).thenComparing(CimFile::path))
            .toList();
    tally.categoryViews = ordered.stream().anyMatch(f -> f.kind() == CimFile.Kind.CATEGORY_VIEWS);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < UNPACKING; i++) {
      threads.add(
          Thread.ofPlatform()
              .daemon()
              .name("unpack-" + i)
              .start(() -> unpack(ordered, next, queue)));
    }
    try {
      int ended = 0;
      while (ended < UNPACKING) {
        Batch batch = queue.take();
        if (batch.file() == null) {
          ended++;
        } else {
          add(batch.file(), batch, tally, progress);
        }
      }
    } catch (InterruptedException e) {
      threads.forEach(Thread::interrupt);
      Thread.currentThread().interrupt();
      throw HandselException.environment("reading was stopped; run the command again.");
    }
    if (refused > PROBLEMS_TOLD) {
      problems.add(
          new DataProblem(
              folder.toString(),
              "ROWS_REFUSED",
              Long.toString(refused),
              "%,d rows in all could not be used".formatted(refused),
              true));
    }
    return tally;
  }

  private void unpack(List<CimFile> files, AtomicInteger next, BlockingQueue<Batch> queue) {
    try {
      for (int i = next.getAndIncrement(); i < files.size(); i = next.getAndIncrement()) {
        unpack(files.get(i), queue);
      }
      queue.put(new Batch(null, 0, List.of(), null));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void unpack(CimFile file, BlockingQueue<Batch> queue) throws InterruptedException {
    long line = file.header() ? 2 : 1;
    List<String> lines = new ArrayList<>(ROWS_A_BATCH);
    try (BufferedReader in = file.open()) {
      for (String text = in.readLine(); text != null; text = in.readLine()) {
        lines.add(text);
        if (lines.size() == ROWS_A_BATCH) {
          queue.put(new Batch(file, line, lines, null));
          line += ROWS_A_BATCH;
          lines = new ArrayList<>(ROWS_A_BATCH);
        }
      }
      queue.put(new Batch(file, line, lines, null));
    } catch (IOException | RuntimeException e) {
      queue.put(new Batch(file, line, lines, String.valueOf(e.getMessage())));
    }
  }

  private void add(CimFile file, Batch batch, CimTally tally, Progress progress) {
    long number = batch.firstLine();
    for (String line : batch.lines()) {
      if (!line.isBlank()) {
        String wrong = tally.row(file.kind(), CimFile.cells(line));
        if (wrong != null && ++refused <= PROBLEMS_TOLD) {
          problem(file.path(), number, "ROW_REFUSED", clipped(line), wrong);
        }
      }
      number++;
    }
    if (batch.failure() != null) {
      problem(
          file.path(),
          number,
          "FILE_BROKEN",
          batch.failure(),
          "the rest of the file could not be read: " + batch.failure());
    }
    if (batch.lines().size() < ROWS_A_BATCH) {
      progress.step(1, String.valueOf(file.path().getFileName()));
    }
  }

  private List<CimFile> files() {
    List<CimFile> files = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path :
          paths.filter(Files::isRegularFile).filter(CimFile::named).sorted().toList()) {
        try {
          CimFile file = CimFile.recognise(path);
          if (file.kind() == CimFile.Kind.UNKNOWN) {
            problem(
                path,
                1,
                "TABLE_UNKNOWN",
                "",
                "none of the five tables of Commons Impact Metrics; not read");
          } else {
            files.add(file);
          }
        } catch (IOException | RuntimeException e) {
          problem(path, 0, "FILE_BROKEN", "", "the file could not be read: " + e.getMessage());
        }
      }
    } catch (java.nio.file.NoSuchFileException e) {
      throw HandselException.usage("%s: no such folder.".formatted(folder));
    } catch (IOException e) {
      throw HandselException.environment(
          "%s: cannot be read (%s).".formatted(folder, DurableFiles.reason(e)), e);
    }
    if (files.isEmpty()) {
      throw HandselException.input(
          "%s: expected dumps of Commons Impact Metrics (.tsv, .tsv.bz2 or .tsv.gz), found none%s."
              .formatted(folder, problems.isEmpty() ? "" : "; " + problems.getFirst()));
    }
    return files;
  }

  private void problem(Path file, long line, String code, String raw, String reason) {
    problems.add(
        new DataProblem(
            line == 0
                ? String.valueOf(file.getFileName())
                : String.format(Locale.ROOT, "%s, line %d", file.getFileName(), line),
            code,
            raw,
            reason,
            true));
  }

  private static String clipped(String line) {
    return line.length() > 120 ? line.substring(0, 120) + "…" : line;
  }
}
