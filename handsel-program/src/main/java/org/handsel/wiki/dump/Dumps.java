package org.handsel.wiki.dump;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Progress;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/// Reads the pages of a dump: export XML 0.3 to 0.11, plain or packed with bzip2, gzip or xz, in
/// UTF-8 or UTF-16; or a folder or tar archive of `TITLE.wikitext` files, whose text may be escaped
/// once as in XML. What a file is, its first bytes say, not its name.
///
/// Blocks of bzip2 are unpacked on several threads. Pages are handed over one after the other on
/// the calling thread, or in parts on several. Memory depends on the number of threads and the
/// largest page alone. Pure functions, safe for threads.
public final class Dumps {
  private static final int XZ_MEMORY_KIB = 256 * 1024;
  private static final int TAR_MARK = 257;

  private Dumps() {}

  /// Reads a dump to its end, or until it is stopped, page by page on the calling thread.
  ///
  /// @param threads that unpack bzip2, at least 1
  /// @param progress counts bytes of the file
  /// @param stopped is asked after every piece of at most some MB
  /// @throws HandselException with exit 1 when this is no dump or cannot be read at all
  public static DumpReading read(
      Path dump, int threads, DumpHandler handler, Progress progress, BooleanSupplier stopped) {
    return withThreads(
        threads,
        pool -> {
          Problems problems = new Problems();
          return new Order(
                  dump, new PageScanner(handler, problems), problems, handler, progress, stopped)
              .read(pool, threads);
        });
  }

  /// Reads a dump to its end, or until it is stopped, in parts that are read at the same time.
  ///
  /// @param threads that unpack and read parts, at least 1, beside the calling one
  /// @param progress counts bytes of the file
  /// @param stopped is asked after every piece of at most some MB
  /// @throws HandselException with exit 1 when this is no dump or cannot be read at all
  public static <R> DumpReading readInParts(
      Path dump, int threads, PartsHandler<R> handler, Progress progress, BooleanSupplier stopped) {
    return withThreads(
        threads,
        pool -> {
          Problems problems = new Problems();
          try (PagesInParts<R> files = new PagesInParts<>(handler)) {
            return new Order(
                    dump,
                    new PartsReader<>(handler, pool, threads, problems),
                    problems,
                    files,
                    progress,
                    stopped)
                .read(pool, threads);
          }
        });
  }

  private static DumpReading withThreads(
      int threads, Function<ExecutorService, DumpReading> reading) {
    ExecutorService pool =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().daemon().name("dump-", 0).factory());
    try {
      return reading.apply(pool);
    } finally {
      pool.shutdownNow();
    }
  }

  /// What to read.
  ///
  /// @param reader of export XML
  /// @param pageProblems that the reader finds
  /// @param files takes pages that are files of their own
  private record Order(
      Path dump,
      PieceReader reader,
      Problems pageProblems,
      DumpHandler files,
      Progress progress,
      BooleanSupplier stopped) {
    DumpReading read(ExecutorService pool, int threads) {
      if (!Files.isReadable(dump)) {
        throw HandselException.input(
            "%s: cannot be read: expected a dump, or a folder of TITLE.wikitext files. Check the path."
                .formatted(dump));
      }
      Problems problems = new Problems();
      try {
        if (Files.isDirectory(dump)) {
          return WikitextFiles.folder(dump, files, problems, progress, stopped);
        }
        progress.total(Files.size(dump));
        try (ByteSource source = open(dump, pool, threads, problems)) {
          return read(source, problems);
        }
      } catch (IOException e) {
        throw HandselException.input(
            "%s: reading failed (%s).".formatted(dump, DurableFiles.reason(e)));
      } catch (UncheckedIOException e) {
        throw HandselException.environment(
            "%s: the results cannot be written (%s)."
                .formatted(dump, DurableFiles.reason(failure(e))),
            e);
      }
    }

    private DumpReading read(ByteSource source, Problems problems) throws IOException {
      Piece first = source.next();
      if (isTar(first)) {
        return WikitextFiles.archive(
            new PieceStream(first, source), source::position, files, problems, progress, stopped);
      }
      ByteSource xml = source;
      if (isUtf16(first)) {
        xml = new StreamSource(recoded(new PieceStream(first, source)), source::position, problems);
        first = xml.next();
      }
      refuseWebPage(dump, first);
      long shown = 0;
      Piece piece = first;
      boolean stop = false;
      while (piece != null && !stop) {
        reader.accept(piece);
        progress.step(source.position() - shown, "");
        shown = source.position();
        stop = stopped.getAsBoolean();
        piece = stop ? null : xml.next();
      }
      if (!stop) {
        if (!reader.isDump() && problems.count() == 0) {
          throw noDump(dump, "neither a mediawiki nor a page element");
        }
        reader.finish();
      }
      problems.addAll(pageProblems);
      return new DumpReading(
          reader.pages(), reader.bytes(), problems.kept(), problems.count(), stop);
    }
  }

  private static IOException failure(UncheckedIOException e) {
    return e.getCause() instanceof IOException cause ? cause : new IOException(e);
  }

  private static ByteSource open(Path dump, ExecutorService pool, int threads, Problems problems)
      throws IOException {
    byte[] begins;
    try (InputStream in = Files.newInputStream(dump)) {
      begins = in.readNBytes(6);
    }
    if (begins.length == 0) {
      throw noDump(dump, "an empty file");
    }
    if (begins(begins, 'B', 'Z', 'h')) {
      return new Bzip2Source(dump, pool, threads, problems);
    }
    CountedStream file = new CountedStream(Files.newInputStream(dump));
    try {
      if (begins(begins, 0x1f, 0x8b)) {
        return new StreamSource(new GZIPInputStream(file, 1 << 16), file::count, problems);
      }
      if (begins(begins, 0xfd, '7', 'z', 'X', 'Z')) {
        return new StreamSource(new XZInputStream(file, XZ_MEMORY_KIB), file::count, problems);
      }
    } catch (IOException e) {
      file.close();
      throw e;
    }
    return new StreamSource(file, file::count, problems);
  }

  private static boolean begins(byte[] bytes, int... wanted) {
    for (int i = 0; i < wanted.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xff) != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isTar(@Nullable Piece piece) {
    return piece != null
        && piece.length() >= TAR_MARK + 5
        && new String(piece.bytes(), TAR_MARK, 5, StandardCharsets.US_ASCII).equals("ustar");
  }

  private static boolean isUtf16(@Nullable Piece piece) {
    if (piece == null || piece.length() < 2) {
      return false;
    }
    int mark = (piece.bytes()[0] & 0xff) << 8 | piece.bytes()[1] & 0xff;
    return mark == 0xFEFF || mark == 0xFFFE;
  }

  private static InputStream recoded(InputStream utf16) {
    return new RecodedStream(new InputStreamReader(utf16, Charset.forName("UTF-16")));
  }

  private static void refuseWebPage(Path dump, @Nullable Piece piece) {
    if (piece == null) {
      return;
    }
    String begins =
        new String(piece.bytes(), 0, Math.min(piece.length(), 500), StandardCharsets.UTF_8)
            .strip()
            .toLowerCase(Locale.ROOT);
    if (begins.startsWith("<!doctype html") || begins.startsWith("<html")) {
      throw noDump(dump, "a web page, as servers send it when something goes wrong");
    }
  }

  private static HandselException noDump(Path dump, String found) {
    return HandselException.input(
        "%s: no dump of a wiki: expected export XML (pages-articles.xml, .bz2, .gz, .xz) or TITLE.wikitext files, found %s. Fetch the file again."
            .formatted(dump, found));
  }
}
