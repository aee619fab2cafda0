package org.handsel.app.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Decides which request fails. A fault set by Java goes first, then the file, which is rewritten
/// at every hit and removed after the last. Safe for threads.
final class Faults {
  private final @Nullable Path file;
  private @Nullable Fault set;

  Faults(@Nullable Path file) {
    this.file = file;
  }

  synchronized void set(@Nullable Fault fault) {
    set = fault;
  }

  synchronized boolean pending() {
    return set != null || (file != null && Files.exists(file));
  }

  /// The fault that hits a request with these parameters, which then counts as used.
  synchronized Optional<Fault> hit(String parameters) {
    Fault now = set;
    if (now != null && now.matches(parameters)) {
      set = now.hits() > 1 ? now.times(now.hits() - 1) : null;
      return Optional.of(now);
    }
    return file == null ? Optional.empty() : fromFile(file, parameters);
  }

  private static Optional<Fault> fromFile(Path file, String parameters) {
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      Fault fault = Json.mapper().readValue(Files.readString(file), Fault.class);
      if (!fault.matches(parameters)) {
        return Optional.empty();
      }
      if (fault.hits() > 1) {
        DurableFiles.replace(file, Json.line(fault.times(fault.hits() - 1)));
      } else {
        Files.delete(file);
      }
      return Optional.of(fault);
    } catch (JacksonException e) {
      // Somebody is writing it just now, or it is no JSON: no fault, as the testbed does.
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
