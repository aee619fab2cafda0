package org.handsel.wiki.dump;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.handsel.platform.HandselException;
import org.handsel.wiki.dump.DumpRange.Place;

/// Reads ranges of a dump that is packed with bzip2 without what stands before them, so that many
/// machines read one file. Each range looks for its first page on its own; [RangeReading] says how
/// to find out whether all of them together are the dump. Where a range was mistaken, because what
/// looked like a page stood in a CDATA section, it is read again from where the one before it
/// stopped. Checksums of blocks are verified, that of a whole stream only where one range holds it.
/// Pure functions, safe for threads.
public final class DumpRanges {
  private DumpRanges() {}

  /// What the beginning of a dump says.
  ///
  /// @param root whether it begins as a dump does
  public record Head(DumpSite site, boolean root) {}

  /// Whether a file can be read in ranges: whether bzip2 packed it.
  public static boolean divisible(RandomBytes dump) throws IOException {
    java.nio.ByteBuffer begins = java.nio.ByteBuffer.allocate(3);
    while (begins.hasRemaining() && dump.read(begins, begins.position()) >= 0) {}
    return Arrays.equals(begins.array(), new byte[] {'B', 'Z', 'h'});
  }

  /// Reads what stands before the first page.
  ///
  /// @throws HandselException with exit 1 where no page follows
  public static Head head(RandomBytes dump, String name) throws IOException {
    DumpSite[] site = new DumpSite[1];
    PageScanner scanner =
        new PageScanner(
            new DumpHandler() {
              @Override
              public void site(DumpSite told) {
                site[0] = told;
              }

              @Override
              public void page(DumpPage page) {}
            },
            new Problems());
    Bzip2Source source = new Bzip2Source(dump, 0, new Problems());
    for (Piece piece = source.next();
        piece != null && scanner.pages() == 0;
        piece = source.next()) {
      scanner.accept(piece);
    }
    if (!scanner.isDump()) {
      throw HandselException.input(
          "%s: no dump of a wiki: expected export XML, found neither a mediawiki nor a page element. Fetch the file again."
              .formatted(name));
    }
    DumpSite told = site[0];
    return new Head(told == null ? DumpSite.UNKNOWN : told, scanner.rootSeen());
  }

  /// Reads the pages of a range.
  ///
  /// @param root whether the dump has a root element, whose end must be seen
  /// @param handler takes the pages; it is told of no site
  public static RangeReading read(
      RandomBytes dump, DumpRange range, boolean root, DumpHandler handler) throws IOException {
    return new Run(dump, range, root, handler).read();
  }

  /// One reading of a range.
  private static final class Run {
    private final DumpRange range;
    private final boolean root;
    private final Problems packing = new Problems();
    private final Problems pages = new Problems();
    private final PageScanner scanner;
    private final Bzip2Source source;
    private final List<Place> blocks = new ArrayList<>();
    private long length;

    Run(RandomBytes dump, DumpRange range, boolean root, DumpHandler handler) throws IOException {
      this.range = range;
      this.root = root;
      Place start = range.start();
      long from = start == null ? range.from() << 3 : Math.max(start.block(), range.from() << 3);
      source = new Bzip2Source(dump, from, packing);
      scanner = new PageScanner(handler, pages, new byte[1 << 21], 0, 0, range.pagesBefore(), true);
    }

    RangeReading read() throws IOException {
      long firstBlock = source.nextBlock();
      long block = firstBlock;
      while (block >= 0 && block >>> 3 < range.to()) {
        accept(block);
        block = source.nextBlock();
      }
      long own = length;
      long nextBlock = block;
      List<DumpProblem> ownPacking = List.copyOf(packing.kept());
      scanner.limit(own);
      while (block >= 0 && !scanner.limitReached()) {
        accept(block);
        block = source.nextBlock();
      }
      long read = scanner.pages() - range.pagesBefore();
      Place next = scanner.limitReached() ? place(scanner.position()) : null;
      List<DumpProblem> before = List.copyOf(pages.kept());
      if (next == null) {
        scanner.goOnFrom(root, false);
        scanner.finish();
      }
      return new RangeReading(
          scanner.firstPage() < 0 ? null : place(scanner.firstPage()),
          next,
          firstBlock,
          nextBlock,
          read,
          own,
          scanner.numbered(),
          ownPacking,
          before,
          pages.kept().subList(before.size(), pages.kept().size()));
    }

    private void accept(long block) throws IOException {
      Piece piece = source.next();
      if (piece == null) {
        throw new IllegalStateException("a block was promised");
      }
      Place start = range.start();
      int skipped = 0;
      if (start != null && start.block() == block) {
        skipped = (int) Math.min(start.offset(), piece.length());
      }
      blocks.add(new Place(block, length - skipped));
      byte[] bytes =
          skipped == 0 ? piece.bytes() : Arrays.copyOfRange(piece.bytes(), skipped, piece.length());
      scanner.accept(new Piece(bytes, piece.length() - skipped, piece.afterGap()));
      length += piece.length() - skipped;
    }

    /// The place of a byte among those that were read.
    private Place place(long at) {
      int low = 0;
      int high = blocks.size() - 1;
      while (low < high) {
        int middle = (low + high + 1) >>> 1;
        if (blocks.get(middle).offset() <= at) {
          low = middle;
        } else {
          high = middle - 1;
        }
      }
      return new Place(blocks.get(low).block(), at - blocks.get(low).offset());
    }
  }
}
