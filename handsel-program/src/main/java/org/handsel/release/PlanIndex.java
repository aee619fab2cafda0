package org.handsel.release;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import tools.jackson.core.JacksonException;

/// What a page needs to know of every line of a plan, small enough to keep for a hundred thousand
/// of them; the lines themselves stay on the disk. Immutable.
///
/// @param plan the file
/// @param lines in its order
record PlanIndex(Path plan, List<Line> lines) {

  /// @param at where the line begins
  /// @param size of it in bytes
  /// @param codes of its checks, each once
  record Line(
      long at,
      int size,
      String item,
      String file,
      String sha1,
      String title,
      boolean ready,
      List<String> codes,
      String rights) {
    FileKey key() {
      return new FileKey(item, file);
    }
  }

  static PlanIndex of(Path plan) {
    List<Line> lines = new ArrayList<>();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(plan), 1 << 16)) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      long at = 0;
      for (int next = in.read(); ; next = in.read()) {
        if (next >= 0 && next != '\n') {
          line.write(next);
          continue;
        }
        if (line.size() > 1) {
          lines.add(line(at, line.toByteArray(), plan));
        }
        at += line.size() + 1;
        line.reset();
        if (next < 0) {
          return new PlanIndex(plan, List.copyOf(lines));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Line line(long at, byte[] bytes, Path plan) {
    try {
      PlanEntry entry = Json.mapper().readValue(bytes, PlanEntry.class);
      String rights = entry.rights();
      return new Line(
          at,
          bytes.length,
          entry.item(),
          entry.file(),
          entry.sha1(),
          entry.title(),
          entry.ready(),
          entry.checks().stream().map(check -> check.code().intern()).distinct().toList(),
          rights == null ? "" : rights.intern());
    } catch (JacksonException | NullPointerException damaged) {
      throw HandselException.input(
          "%s: a line of the plan is damaged at byte %d. Plan the release again."
              .formatted(plan, at));
    }
  }

  /// A line in full.
  PlanEntry entry(Line line) {
    try (RandomAccessFile in = new RandomAccessFile(plan.toFile(), "r")) {
      in.seek(line.at());
      byte[] bytes = new byte[line.size()];
      in.readFully(bytes);
      return Json.mapper().readValue(new String(bytes, StandardCharsets.UTF_8), PlanEntry.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
