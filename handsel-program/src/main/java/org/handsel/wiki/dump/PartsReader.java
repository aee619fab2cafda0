package org.handsel.wiki.dump;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/// Parts a dump behind ends of pages and has the parts read on several threads. The calling thread
/// only copies bytes, looks for the last end of a page, and hands results over in order.
///
/// What looks like the end of a page may stand in a CDATA section. Then a part leaves bytes over,
/// and the part behind it is read again together with them.
final class PartsReader<R> implements PieceReader {
  private static final int PART = 1 << 20;
  private static final byte[] PAGE_END = Tags.bytes("</page>");

  private final PartsHandler<R> handler;
  private final ExecutorService threads;
  private final int ahead;
  private final Problems problems;
  private final ArrayDeque<Part> parts = new ArrayDeque<>();
  private final ConcurrentLinkedQueue<byte[]> spare = new ConcurrentLinkedQueue<>();

  private byte[] buffer = new byte[2 * PART];
  private int end;
  private int searched;
  private long passed;
  private boolean siteTold;
  private boolean rootSeen;
  private boolean endSeen;
  private long pages;
  private @Nullable Part last;

  /// @param threads that read parts
  /// @param threadCount how many they are
  PartsReader(
      PartsHandler<R> handler, ExecutorService threads, int threadCount, Problems problems) {
    this.handler = handler;
    this.threads = threads;
    this.problems = problems;
    ahead = threadCount + 2;
  }

  @Override
  public long pages() {
    return pages;
  }

  @Override
  public long bytes() {
    return passed + end;
  }

  @Override
  public void accept(Piece piece) throws IOException {
    if (piece.afterGap()) {
      part(end, true);
    }
    int needed = end + piece.length();
    if (needed > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(needed, buffer.length + (buffer.length >> 1)));
    }
    System.arraycopy(piece.bytes(), 0, buffer, end, piece.length());
    end = needed;
    if (end >= PART) {
      int split = lastPageEnd();
      if (split > 0) {
        part(split, false);
      }
    }
  }

  /// Behind the last end of a page, or 0.
  private int lastPageEnd() {
    int least = Math.max(0, searched - PAGE_END.length);
    for (int at = end - PAGE_END.length; at >= least; at--) {
      if (buffer[at] == '<' && XmlText.starts(buffer, at, end, PAGE_END)) {
        return at + PAGE_END.length;
      }
    }
    searched = end;
    return 0;
  }

  /// Makes a part of the first bytes in the buffer.
  private void part(int length, boolean beforeGap) throws IOException {
    byte[] rest = spare.poll();
    if (rest == null || rest.length < end - length) {
      rest = new byte[Math.max(2 * PART, end - length)];
    }
    System.arraycopy(buffer, length, rest, 0, end - length);
    start(new Part(buffer, length, passed, beforeGap, pages), false);
    buffer = rest;
    end -= length;
    passed += length;
    searched = 0;
    while (parts.size() > ahead) {
      take();
    }
  }

  private void start(Part part, boolean first) {
    if (first) {
      parts.addFirst(part);
    } else {
      parts.add(part);
    }
    if (siteTold) {
      threads.execute(part.reading);
    } else {
      // No page can be read before the site is known.
      part.reading.run();
    }
  }

  /// Takes what came of the first part.
  private void take() throws IOException {
    Part part = parts.remove();
    PageScanner read = Awaited.result(part.reading);
    if (read.numbered() && part.firstPage != pages) {
      // Pages without an id are numbered, and how many come before them is known only now.
      again(part);
      return;
    }
    if (!part.holds()) {
      again(part);
      return;
    }
    int left = part.beforeGap ? 0 : read.left();
    if (left > 0) {
      carry(part, left);
    }
    deliver(part);
    spare.add(part.bytes);
  }

  private void again(Part part) throws IOException {
    start(new Part(part.bytes, part.length, part.passed, part.beforeGap, pages), true);
    take();
  }

  private void deliver(Part part) throws IOException {
    PageScanner read = Awaited.result(part.reading);
    pages += read.pages() - part.firstPage;
    rootSeen |= read.rootSeen();
    endSeen |= read.endSeen();
    problems.addAll(part.problems);
    if (part.sink != null) {
      handler.done(part.sink.result());
    }
  }

  /// Puts what a part left over before the bytes that follow.
  private void carry(Part part, int left) throws IOException {
    Part next = parts.poll();
    if (next != null) {
      Awaited.result(next.reading);
    }
    byte[] tail = next == null ? buffer : next.bytes;
    int tailLength = next == null ? end : next.length;
    byte[] joined = new byte[Math.max(2 * PART, left + tailLength)];
    System.arraycopy(part.bytes, part.length - left, joined, 0, left);
    System.arraycopy(tail, 0, joined, left, tailLength);
    if (next == null) {
      buffer = joined;
      end += left;
      passed -= left;
      searched = 0;
    } else {
      start(
          new Part(joined, left + tailLength, next.passed - left, next.beforeGap, next.firstPage),
          true);
    }
  }

  @Override
  public boolean isDump() throws IOException {
    while (!parts.isEmpty()) {
      take();
    }
    Part part = new Part(buffer, end, passed, false, pages);
    part.reading.run();
    last = part;
    PageScanner read = Awaited.result(part.reading);
    return rootSeen || pages > 0 || read.isDump();
  }

  @Override
  public void finish() throws IOException {
    Part part = last;
    if (part == null) {
      throw new IllegalStateException("whether it is a dump is asked first");
    }
    if (!part.holds()) {
      part = new Part(part.bytes, part.length, part.passed, part.beforeGap, pages);
      part.reading.run();
    }
    PageScanner read = Awaited.result(part.reading);
    read.goOnFrom(rootSeen, endSeen);
    read.finish();
    deliver(part);
  }

  /// Bytes of the dump that are read together.
  private final class Part implements DumpHandler {
    private final byte[] bytes;
    private final int length;
    private final long passed;
    private final boolean beforeGap;
    private final long firstPage;
    private final Problems problems = new Problems();
    private final boolean told = siteTold;
    private final FutureTask<PageScanner> reading = new FutureTask<>(this::read);
    private PartsHandler.@Nullable Part<R> sink;

    /// @param passed bytes of the dump before these
    /// @param firstPage how many pages come before, as far as they are counted
    Part(byte[] bytes, int length, long passed, boolean beforeGap, long firstPage) {
      this.bytes = bytes;
      this.length = length;
      this.passed = passed;
      this.beforeGap = beforeGap;
      this.firstPage = firstPage;
    }

    private PageScanner read() {
      PageScanner scanner = new PageScanner(this, problems, bytes, length, passed, firstPage, told);
      scanner.readWhole();
      if (beforeGap) {
        scanner.cut();
      }
      return scanner;
    }

    private boolean holds() {
      return sink == null || handler.holds(sink.result());
    }

    @Override
    public void site(DumpSite site) {
      siteTold = true;
      handler.site(site);
    }

    @Override
    public void page(DumpPage page) {
      if (sink == null) {
        sink = handler.part();
      }
      sink.page(page);
    }
  }
}
