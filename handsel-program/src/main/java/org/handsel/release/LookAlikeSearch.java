package org.handsel.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.handsel.collection.image.Appearance;
import org.handsel.collection.image.Images;
import org.handsel.collection.image.Likeness;
import org.handsel.collection.image.LookAlike;
import org.handsel.collection.image.LookAlikes;
import org.handsel.collection.image.Quality;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.KeyedTexts;
import org.handsel.platform.Progress;

/// Looks through the pictures of a plan for those that show the same, and for those that are worth
/// little. Pictures are decoded by several threads and compared by the calling one, in the order of
/// the plan, so that the first of several is the one that stays; what a picture looks like and
/// where it is from is kept on the disk while it is needed, so that memory grows by some 220 bytes
/// a picture only.
final class LookAlikeSearch {
  private static final int AHEAD = 64;

  /// What has to be known of a line.
  record Shown(String item, String file, String title) {
    private static Shown of(PlanEntry entry) {
      return new Shown(entry.item(), entry.file(), entry.title());
    }

    FileKey key() {
      return new FileKey(item, file);
    }
  }

  /// A line of the plan that shows what an earlier one shows.
  record Found(Shown entry, Shown earlier, LookAlike alike) {}

  /// @param poor pictures that a person should look at for what they are worth
  record Result(List<Found> found, Map<FileKey, Quality> poor) {}

  private record Looked(
      PlanEntry entry, Optional<LookAlikes.Sought> picture, Optional<Quality> quality) {}

  private final Path files;
  private final KeyedTexts.Register kept;

  private LookAlikeSearch(Path files, KeyedTexts memory) {
    this.files = files;
    this.kept = memory.register("picture");
  }

  /// @param threads that decode, at least 1
  static Result of(ReleaseFolder release, int threads, Progress progress) {
    Path scratch = release.folder().resolve("likenesses.part");
    try (KeyedTexts memory = KeyedTexts.in(release.folder(), "pictures");
        FileChannel pictures =
            FileChannel.open(
                scratch,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE)) {
      return new LookAlikeSearch(release.files(), memory)
          .search(release, pictures, threads, progress);
    } catch (IOException e) {
      throw failed(scratch, e);
    } catch (UncheckedIOException e) {
      throw failed(scratch, new IOException(e.getMessage(), e));
    }
  }

  private static HandselException failed(Path scratch, IOException e) {
    return HandselException.environment(
        "%s: cannot be written (%s). Make room, then run the command again."
            .formatted(scratch, DurableFiles.reason(e)),
        e);
  }

  private Result search(ReleaseFolder release, FileChannel pictures, int threads, Progress progress)
      throws IOException {
    LookAlikes index = new LookAlikes(number -> picture(pictures, number));
    List<Found> found = new ArrayList<>();
    Map<FileKey, Quality> poor = new HashMap<>();
    Deque<Future<Looked>> waiting = new ArrayDeque<>(AHEAD);
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try (Stream<PlanEntry> plan = release.read()) {
      Iterator<PlanEntry> iterator = plan.iterator();
      while (iterator.hasNext() || !waiting.isEmpty()) {
        while (iterator.hasNext() && waiting.size() < AHEAD) {
          PlanEntry entry = iterator.next();
          waiting.add(workers.submit(() -> look(entry)));
        }
        Looked looked = result(waiting.remove());
        progress.step(1, looked.entry.item());
        looked
            .quality()
            .filter(quality -> !PictureChecks.of(quality).isEmpty())
            .ifPresent(quality -> poor.put(FileKey.of(looked.entry), quality));
        if (looked.picture.isPresent()) {
          compare(looked.entry, looked.picture.get(), index, pictures, found);
        }
      }
    } finally {
      workers.shutdownNow();
    }
    return new Result(found, poor);
  }

  private Looked look(PlanEntry entry) {
    boolean meant =
        !entry.sha1().isEmpty()
            && entry.checks().stream()
                .noneMatch(check -> Duplicates.DOUBLE_BYTES.contains(check.code()));
    Path file = files.resolve(entry.file());
    if (!meant || !Files.isRegularFile(file)) {
      return new Looked(entry, Optional.empty(), Optional.empty());
    }
    Appearance appearance = Images.look(file);
    return new Looked(
        entry,
        Optional.ofNullable(appearance.likeness()).map(LookAlikes.Sought::new),
        Optional.ofNullable(appearance.quality()));
  }

  private void compare(
      PlanEntry entry,
      LookAlikes.Sought picture,
      LookAlikes index,
      FileChannel pictures,
      List<Found> found)
      throws IOException {
    Optional<LookAlike> alike = index.find(picture);
    if (alike.isPresent()) {
      found.add(new Found(Shown.of(entry), earlier(alike.get().number()), alike.get()));
      // One of each is enough to find the third, and hundreds that are equal stay cheap.
      if (alike.get().kind() == LookAlike.Kind.COPY) {
        return;
      }
    }
    int number = index.add(picture);
    ByteBuffer bytes = ByteBuffer.wrap(picture.likeness().bytes());
    pictures.write(bytes, (long) number * Likeness.BYTES);
    for (String text : List.of(entry.item(), entry.file(), entry.title())) {
      kept.add(Integer.toString(number), text);
    }
  }

  private Shown earlier(int number) {
    List<String> texts = kept.all(Integer.toString(number));
    return new Shown(texts.get(0), texts.get(1), texts.get(2));
  }

  private static Likeness picture(FileChannel pictures, int number) {
    ByteBuffer bytes = ByteBuffer.allocate(Likeness.BYTES);
    try {
      while (bytes.hasRemaining()
          && pictures.read(bytes, (long) number * Likeness.BYTES + bytes.position()) >= 0) {}
      return Likeness.of(bytes.array());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Looked result(Future<Looked> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new IllegalStateException(e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while comparing pictures", e);
    }
  }
}
