package org.handsel.wiki.dump;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Unpacks a bzip2 file of any number of streams, its blocks on several threads and in order.
///
/// Blocks are found by their marks, so that no index and no second stream is needed. A mark counts
/// only where the block before it ends, for the same bits may stand within a block by chance. The
/// checksum of every block and stream is verified; what does not hold is left out and reported.
///
/// Source of the format: bzip2 1.0.8 `decompress.c`, and the marks of its `bzip2recover.c`.
final class Bzip2Source implements ByteSource {
  /// No block is longer when packed: 900,000 codes of 20 bits and its tables.
  private static final int LONGEST_PACKED = 2_300_000;

  private static final int LARGEST_DIGIT = 9;

  private final RandomBytes file;
  private final long size;
  private final Problems problems;
  private final Function<Callable<Decoded>, Future<Decoded>> threads;
  private final int ahead;
  private final BlockMarks marks;
  private final ConcurrentLinkedQueue<Bzip2Block> decoders = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<byte[]> buffers = new ConcurrentLinkedQueue<>();
  private final ArrayDeque<Job> jobs = new ArrayDeque<>();
  private final ByteBuffer few = ByteBuffer.allocate(16);

  private long nextMark;
  private long at;
  private boolean inStream;
  private boolean gap;
  private int blockSize = LARGEST_DIGIT * 100_000;
  private int streamChecksum;
  private boolean checksumKnown;
  private byte @Nullable [] handedOut;
  private @Nullable Decoded peeked;
  private boolean ended;

  /// A block that is being decoded, by the bit at which its mark begins.
  private record Job(long mark, Future<Decoded> block) {}

  private record Decoded(
      Bzip2Block.Outcome outcome, byte[] bytes, int length, int checksum, long endBit) {}

  /// @param threads that decode blocks
  /// @param threadCount how many they are
  Bzip2Source(Path path, ExecutorService threads, int threadCount, Problems problems)
      throws IOException {
    this(RandomBytes.open(path), problems, threads::submit, threadCount + 2, 0);
  }

  /// Begins with the first block of the file whose mark stands at a bit or behind it. Blocks are
  /// unpacked on the calling thread, each when it is asked for.
  ///
  /// @param fromBit 0 for the beginning of the file
  Bzip2Source(RandomBytes file, long fromBit, Problems problems) throws IOException {
    this(
        file,
        problems,
        work ->
            new FutureTask<>(work) {
              @Override
              public Decoded get() throws InterruptedException, ExecutionException {
                run();
                return super.get();
              }
            },
        2,
        fromBit);
    if (fromBit > 0 && !resume(fromBit)) {
      at = size << 3;
    }
  }

  private Bzip2Source(
      RandomBytes file,
      Problems problems,
      Function<Callable<Decoded>, Future<Decoded>> threads,
      int ahead,
      long fromBit)
      throws IOException {
    this.file = file;
    size = file.size();
    this.problems = problems;
    this.threads = threads;
    this.ahead = ahead;
    marks = new BlockMarks(file);
    nextMark = marks.next(fromBit);
  }

  @Override
  public @Nullable Piece next() throws IOException {
    Decoded block = peek();
    return block == null ? null : piece(block);
  }

  /// The bit at which the mark of the next block stands, or -1 where no block follows. What is
  /// wrong before it is reported now.
  long nextBlock() throws IOException {
    return peek() == null ? -1 : at;
  }

  private @Nullable Decoded peek() throws IOException {
    if (peeked != null || ended) {
      return peeked;
    }
    peeked = sought();
    ended = peeked == null;
    return peeked;
  }

  private @Nullable Decoded sought() throws IOException {
    if (handedOut != null) {
      buffers.add(handedOut);
      handedOut = null;
    }
    while (true) {
      if (!inStream) {
        if (!streamBegins()) {
          return null;
        }
        continue;
      }
      long mark = mark(at);
      if (mark == BlockMarks.BLOCK) {
        Decoded block = result(take(at));
        if (block.outcome == Bzip2Block.Outcome.DECODED) {
          return block;
        }
        if (!skip(block.outcome)) {
          return null;
        }
      } else if (mark == BlockMarks.END && at + 80 <= size << 3) {
        streamEnds();
      } else if (at + BlockMarks.MARK_BITS > size << 3 || mark == BlockMarks.END) {
        problems.add("truncated", at >>> 3, "The file ends within a bzip2 stream.");
        return null;
      } else if (!skip(Bzip2Block.Outcome.DAMAGED)) {
        return null;
      }
    }
  }

  private Piece piece(Decoded block) {
    peeked = null;
    streamChecksum = (streamChecksum << 1 | streamChecksum >>> 31) ^ block.checksum;
    at = block.endBit;
    boolean afterGap = gap;
    gap = false;
    handedOut = block.bytes;
    return new Piece(block.bytes, block.length, afterGap);
  }

  /// Reads the four bytes before the first block of a stream.
  ///
  /// @return false at the end of the file
  private boolean streamBegins() throws IOException {
    long byteAt = at >>> 3;
    if (byteAt >= size) {
      return false;
    }
    int digit = read(byteAt, 4) < 4 ? 0 : few.get(3) - '0';
    if (digit >= 1
        && digit <= LARGEST_DIGIT
        && few.get(0) == 'B'
        && few.get(1) == 'Z'
        && few.get(2) == 'h') {
      at += 32;
      blockSize = digit * 100_000;
      streamChecksum = 0;
      checksumKnown = true;
      inStream = true;
      return true;
    }
    problems.add(
        "damaged-stream",
        byteAt,
        "Byte %,d: expected the beginning of a bzip2 stream, found something else."
            .formatted(byteAt));
    gap = true;
    return resume(at);
  }

  private void streamEnds() throws IOException {
    read(at + BlockMarks.MARK_BITS >>> 3, 5);
    int shift = (int) (at + BlockMarks.MARK_BITS & 7);
    long five = 0;
    for (int i = 0; i < 5; i++) {
      five = five << 8 | few.get(i) & 0xff;
    }
    int stated = (int) (five >>> 8 - shift);
    if (checksumKnown && stated != streamChecksum) {
      problems.add(
          "damaged-stream",
          at >>> 3,
          "Byte %,d: the checksum of the stream does not hold, though those of its blocks do: blocks"
                  .formatted(at >>> 3)
              + " are missing or in another order.");
    }
    at = at + 80 + 7 & ~7L;
    inStream = false;
  }

  /// Leaves a damaged block out.
  ///
  /// @return false where nothing readable follows
  private boolean skip(Bzip2Block.Outcome outcome) throws IOException {
    long from = at;
    gap = true;
    if (resume(at + 1)) {
      problems.add(
          "damaged-block",
          from >>> 3,
          "Byte %,d: a bzip2 block is damaged; reading went on at byte %,d."
              .formatted(from >>> 3, at >>> 3));
      return true;
    }
    problems.add(
        outcome == Bzip2Block.Outcome.CUT ? "truncated" : "damaged-block",
        from >>> 3,
        outcome == Bzip2Block.Outcome.CUT
            ? "Byte %,d: the file ends within a bzip2 block.".formatted(from >>> 3)
            : "Byte %,d: a bzip2 block is damaged, and none after it can be read."
                .formatted(from >>> 3));
    return false;
  }

  /// Goes on at the next block that can be decoded.
  private boolean resume(long fromBit) throws IOException {
    while (true) {
      ahead();
      Job job = jobs.peek();
      if (job == null) {
        return false;
      }
      if (job.mark >= fromBit && result(job).outcome == Bzip2Block.Outcome.DECODED) {
        at = job.mark;
        inStream = true;
        checksumKnown = false;
        return true;
      }
      forget(jobs.remove());
    }
  }

  private Job take(long mark) throws IOException {
    ahead();
    while (!jobs.isEmpty() && jobs.element().mark < mark) {
      forget(jobs.remove());
      ahead();
    }
    return !jobs.isEmpty() && jobs.element().mark == mark ? jobs.remove() : start(mark, -1);
  }

  /// Keeps the threads busy with the blocks that probably come next.
  private void ahead() throws IOException {
    while (jobs.size() < ahead && nextMark >= 0) {
      long mark = nextMark;
      nextMark = marks.next(mark + BlockMarks.MARK_BITS);
      jobs.add(start(mark, nextMark));
    }
  }

  private Job start(long mark, long following) {
    int length =
        following < 0
            ? LONGEST_PACKED
            : (int) Math.min(LONGEST_PACKED, (following >>> 3) - (mark >>> 3) + 16);
    int digits = blockSize;
    return new Job(mark, threads.apply(() -> decode(mark, length, digits)));
  }

  private Decoded decode(long mark, int length, int digits) throws IOException {
    Bzip2Block decoder = decoders.poll();
    if (decoder == null) {
      decoder = new Bzip2Block();
    }
    long from = mark >>> 3;
    ByteBuffer input = ByteBuffer.allocate((int) Math.min(length, size - from));
    while (input.hasRemaining() && file.read(input, from + input.position()) >= 0) {}
    int bit = (int) (mark & 7) + BlockMarks.MARK_BITS;
    Bzip2Block.Outcome outcome = decoder.decode(input.array(), input.position(), bit, digits);
    if (outcome != Bzip2Block.Outcome.DECODED && length < LONGEST_PACKED) {
      // The mark that seemed to end it may have been bits of its own.
      decoders.add(decoder);
      return decode(mark, LONGEST_PACKED, Bzip2Block.LARGEST);
    }
    byte[] spare = buffers.poll();
    long end = (from << 3) + decoder.endBit();
    Decoded block =
        new Decoded(
            outcome,
            decoder.swap(spare == null ? new byte[Bzip2Block.LARGEST * 5 / 4] : spare),
            decoder.length(),
            decoder.checksum(),
            end);
    decoders.add(decoder);
    return block;
  }

  private void forget(Job job) throws IOException {
    buffers.add(result(job).bytes);
  }

  private static Decoded result(Job job) throws IOException {
    return Awaited.result(job.block);
  }

  private long mark(long bit) throws IOException {
    read(bit >>> 3, 8);
    long eight = few.getLong(0);
    return eight << (bit & 7) >>> 64 - BlockMarks.MARK_BITS;
  }

  /// Reads a few bytes; zeros follow the end of the file.
  private int read(long from, int count) throws IOException {
    few.clear();
    few.putLong(0, 0).limit(count);
    while (few.hasRemaining() && file.read(few, from + few.position()) >= 0) {}
    return few.position();
  }

  @Override
  public long position() {
    return Math.min(at >>> 3, size);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
