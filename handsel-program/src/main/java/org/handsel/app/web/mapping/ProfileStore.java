package org.handsel.app.web.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.handsel.collection.mapping.MappingProfile;
import org.handsel.collection.mapping.ProfileText;
import org.handsel.collection.mapping.Profiles;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;

/// The profile of one delivery: `mapping.yaml`, written whole or not at all, and the steps that led
/// to it, so that each can be taken back.
///
/// Two people may edit at once: a change says what stood at its places when the person saw them,
/// and is refused only if one of these places changed; everything else of the other person stays.
record ProfileStore(Path folder) {
  private static final ReentrantLock LOCK = new ReentrantLock();
  private static final int KEPT = 200;

  /// A change that was made.
  ///
  /// @param what place that was changed, such as `fields.title`
  /// @param before the whole profile before it
  /// @param after mark of the profile after it
  record Step(String who, String at, String what, String before, String after) {}

  /// What became of a change.
  ///
  /// @param place that somebody else changed meanwhile; empty when the change was made
  /// @param text the profile as it is now
  record Result(String place, ProfileText text) {
    boolean made() {
      return place.isEmpty();
    }
  }

  Path file() {
    return folder.resolve("mapping.yaml");
  }

  /// Where the whole delivery is mapped to.
  Path out() {
    return folder.resolve("items");
  }

  Optional<ProfileText> text() {
    try {
      return Files.exists(file())
          ? Optional.of(new ProfileText(Files.readString(file())))
          : Optional.empty();
    } catch (IOException e) {
      throw HandselException.usage(
          "%s: cannot be read as UTF-8 (%s).".formatted(file(), DurableFiles.reason(e)));
    }
  }

  /// The profile, checked.
  ///
  /// @throws HandselException with exit 2 and what is wrong
  MappingProfile load() {
    return checked(text().orElseThrow(() -> HandselException.usage("there is no profile yet")));
  }

  /// Checks a text as if it stood in the file.
  MappingProfile checked(ProfileText text) {
    for (String name : text.files()) {
      if (name.startsWith("/")
          || name.contains("..")
          || name.contains("\\")
          || name.contains(":")) {
        throw HandselException.usage(
            "the profile names the file \"%s\": expected one beside the profile. The workbench opens no others; use the command line for them."
                .formatted(name));
      }
    }
    return Profiles.load(file(), text.text());
  }

  /// Writes the first profile; false when there is one already.
  boolean begin(String text) {
    return locked(() -> {
      if (Files.exists(file())) {
        return false;
      }
      DurableFiles.replace(file(), text);
      return true;
    });
  }

  /// Makes a change.
  ///
  /// @param seen marks of what stood at each place when the person saw it
  /// @throws HandselException with exit 2 when the profile would be wrong after it; nothing is
  ///   written then
  Result change(
      String who, Instant at, Map<Place, String> seen, UnaryOperator<ProfileText> change) {
    return locked(() -> {
      ProfileText before =
          text().orElseThrow(() -> HandselException.usage("there is no profile yet"));
      for (Map.Entry<Place, String> place : seen.entrySet()) {
        if (!mark(before, place.getKey()).equals(place.getValue())) {
          return new Result(place.getKey().toString(), before);
        }
      }
      ProfileText after = change.apply(before);
      if (!after.text().equals(before.text())) {
        boolean wasRight = right(before);
        if (wasRight) {
          checked(after);
        }
        String what = String.join(", ", seen.keySet().stream().map(Place::toString).toList());
        keep(new Step(who, at.toString(), what, before.text(), mark(after.text())));
        DurableFiles.replace(file(), after.text());
      }
      return new Result("", after);
    });
  }

  /// A profile that is wrong already may be mended step by step.
  private boolean right(ProfileText text) {
    try {
      checked(text);
      return true;
    } catch (HandselException wrong) {
      return false;
    }
  }

  /// The change that would be taken back; empty when there is none, or when the file was changed by
  /// other means since.
  Optional<Step> last() {
    Optional<ProfileText> now = text();
    Path newest = newest();
    if (now.isEmpty() || newest == null) {
      return Optional.empty();
    }
    return Optional.of(read(newest)).filter(step -> step.after().equals(mark(now.get().text())));
  }

  /// Takes the last change back.
  ///
  /// @param seen mark of the change that the person saw
  /// @return the change; empty when it is not the last one any more
  Optional<Step> undo(String seen) {
    return locked(() -> {
      Optional<Step> last = last().filter(step -> step.after().equals(seen));
      last.ifPresent(step -> {
        DurableFiles.replace(file(), step.before());
        delete(newest());
      });
      return last;
    });
  }

  /// A short mark of a text, equal for equal texts only.
  static String mark(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The mark of what stands at a place.
  static String mark(ProfileText text, Place place) {
    return place.whole() ? mark(text.text()) : mark(text.value(place.keys()).orElse(""));
  }

  private void keep(Step step) {
    Path newest = newest();
    int number = newest == null ? 1 : number(newest) + 1;
    DurableFiles.replace(steps().resolve("%06d.json".formatted(number)), Json.line(step));
    delete(steps().resolve("%06d.json".formatted(number - KEPT)));
  }

  private Path steps() {
    return folder.resolve("steps");
  }

  private static int number(Path step) {
    return Integer.parseInt(String.valueOf(step.getFileName()).substring(0, 6));
  }

  private @org.jspecify.annotations.Nullable Path newest() {
    if (!Files.isDirectory(steps())) {
      return null;
    }
    try (Stream<Path> all = Files.list(steps())) {
      return all.filter(file -> String.valueOf(file.getFileName()).matches("[0-9]{6}[.]json"))
          .max(java.util.Comparator.naturalOrder())
          .orElse(null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Step read(Path file) {
    try {
      return Json.mapper().readValue(Files.readString(file), Step.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(@org.jspecify.annotations.Nullable Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// One at a time, also with a second workbench on the same workspace.
  <T> T locked(Supplier<T> work) {
    LOCK.lock();
    try {
      Files.createDirectories(folder);
      try (FileChannel channel =
              FileChannel.open(
                  folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock held = channel.lock()) {
        if (!held.isValid()) {
          throw new IOException("the lock was lost");
        }
        return work.get();
      }
    } catch (IOException e) {
      throw HandselException.environment(
          "%s: cannot be written (%s). Nothing was changed."
              .formatted(folder, DurableFiles.reason(e)),
          e);
    } finally {
      LOCK.unlock();
    }
  }

  /// Marks of several places of a text.
  static Map<Place, String> marks(ProfileText text, Iterable<Place> places) {
    Map<Place, String> marks = new LinkedHashMap<>();
    places.forEach(place -> marks.put(place, mark(text, place)));
    return marks;
  }
}
