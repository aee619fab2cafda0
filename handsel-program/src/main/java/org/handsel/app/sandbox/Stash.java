package org.handsel.app.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/// Files that were sent and not published yet. Safe for threads as long as nobody sends two pieces
/// of one file at once.
final class Stash {
  private static final Pattern KEY = Pattern.compile("[\\w-]+\\.\\w+\\.\\d+\\.\\w+");

  private final Path folder;
  private final AtomicLong keys = new AtomicLong();
  private final Map<String, Entry> entries = new ConcurrentHashMap<>();

  /// @param open whether more pieces are expected
  record Entry(String user, Path file, long offset, boolean open) {}

  Stash(Path folder) {
    this.folder = folder;
  }

  static boolean isKey(String key) {
    return KEY.matcher(key).matches();
  }

  /// Takes a file over and gives it a key.
  String put(Path file, String user, String extension, boolean open) throws IOException {
    String key =
        "%s.%s.2.%s"
            .formatted(
                Long.toString(System.nanoTime() & 0xFFFFFFFFFFFL, 36),
                Long.toString(1_000_000 + keys.incrementAndGet(), 36),
                extension.isEmpty() ? "bin" : extension);
    Path place = folder.resolve(key);
    Files.move(file, place, StandardCopyOption.REPLACE_EXISTING);
    entries.put(key, new Entry(user, place, Files.size(place), open));
    return key;
  }

  Entry entry(String key, String user) {
    return Optional.ofNullable(entries.get(key))
        .filter(entry -> entry.user().equals(user))
        .orElseThrow(() ->
            new Refusal(
                "uploadstash-file-not-found", "Key \"%s\" not found in stash.".formatted(key)));
  }

  Optional<Entry> find(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  /// Adds a piece; returns how much there is now.
  long append(String key, String user, Path piece) throws IOException {
    Entry entry = entry(key, user);
    try (InputStream in = Files.newInputStream(piece);
        OutputStream out = Files.newOutputStream(entry.file(), StandardOpenOption.APPEND)) {
      in.transferTo(out);
    }
    long size = Files.size(entry.file());
    entries.put(key, new Entry(user, entry.file(), size, true));
    return size;
  }

  /// The whole file gets a key of its own, the old one is gone.
  String close(String key, String user, String extension) throws IOException {
    Entry entry = entry(key, user);
    entries.remove(key);
    return put(entry.file(), user, extension, false);
  }

  void remove(String key) {
    entries.remove(key);
  }
}
