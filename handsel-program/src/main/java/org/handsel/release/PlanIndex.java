package org.handsel.release;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// What has to be known of every line of a plan at once, small enough to keep for a hundred
/// thousand of them; the lines themselves, with their pages and structured data, stay on the disk
/// and are read a few at a time. Immutable.
///
/// @param plan the file
/// @param lines in its order
record PlanIndex(Path plan, List<Line> lines) {

  /// @param at where the line begins
  /// @param size of it in bytes
  /// @param data whether captions or statements are planned
  /// @param codes of its checks, each once
  /// @param rights and `ground` as in the plan; empty where it has none
  record Line(
      long at,
      int size,
      String item,
      String file,
      String sha1,
      String title,
      boolean ready,
      boolean data,
      List<String> codes,
      String rights,
      String ground) {
    FileKey key() {
      return new FileKey(item, file);
    }
  }

  PlanIndex {
    lines = List.copyOf(lines);
  }

  /// Reads a plan once from front to back.
  ///
  /// @throws HandselException with exit 2 when there is none, with exit 1 when a line is damaged,
  ///   with exit 3 when the disk refuses
  static PlanIndex of(Path plan) {
    List<Line> lines = new ArrayList<>();
    Map<List<String>, List<String>> codes = new ConcurrentHashMap<>();
    try {
      LineBlocks.read(
          plan,
          0,
          true,
          block -> lines.addAll(block.map(line -> new Reading(plan, block, line, codes).line())));
      return new PlanIndex(plan, lines);
    } catch (NoSuchFileException e) {
      throw ReleaseFolder.noPlan(plan);
    } catch (IOException e) {
      throw unreadable(plan, e);
    }
  }

  /// A line in full.
  PlanEntry entry(Line line) {
    return entries(List.of(line)).getFirst();
  }

  /// Some lines in full, in the order in which they are asked for.
  ///
  /// @throws HandselException with exit 1 when the plan is not the one that was read before
  List<PlanEntry> entries(Collection<Line> some) {
    List<PlanEntry> entries = new ArrayList<>(some.size());
    if (some.isEmpty()) {
      return entries;
    }
    try (RandomAccessFile in = new RandomAccessFile(plan.toFile(), "r")) {
      for (Line line : some) {
        entries.add(entry(in, line));
      }
      return entries;
    } catch (EOFException | JacksonException | NullPointerException e) {
      throw changed();
    } catch (IOException e) {
      throw unreadable(plan, e);
    }
  }

  private PlanEntry entry(RandomAccessFile in, Line line) throws IOException {
    byte[] bytes = new byte[line.size()];
    in.seek(line.at());
    in.readFully(bytes);
    PlanEntry entry = Json.mapper().readValue(bytes, PlanEntry.class);
    if (!entry.item().equals(line.item())
        || !entry.file().equals(line.file())
        || !entry.sha1().equals(line.sha1())
        || !entry.title().equals(line.title())) {
      throw changed();
    }
    return entry;
  }

  private HandselException changed() {
    return HandselException.input(
        "%s: another plan than a moment ago. Run the command again: it goes on where it was."
            .formatted(plan));
  }

  private static HandselException unreadable(Path plan, IOException e) {
    return HandselException.environment(
        "%s: cannot be read (%s).".formatted(plan, DurableFiles.reason(e)), e);
  }

  /// One line; its page and its data are passed over and never become objects.
  private static final class Reading {
    private static final byte[][] NAMES =
        LineWalk.names(
            "item",
            "file",
            "sha1",
            "title",
            "state",
            "rights",
            "ground",
            "checks",
            "structuredData");
    private static final byte[][] DATA = LineWalk.names("labels", "claims", "statements");
    private static final byte[][] CODE = LineWalk.names("code");

    private final Path plan;
    private final LineBlocks.Block block;
    private final int number;
    private final Map<List<String>, List<String>> known;

    Reading(Path plan, LineBlocks.Block block, int number, Map<List<String>, List<String>> known) {
      this.plan = plan;
      this.block = block;
      this.number = number;
      this.known = known;
    }

    Line line() {
      try {
        return walked(new LineWalk(block, number));
      } catch (LineWalk.Unusual | JacksonException unusual) {
        return parsed();
      }
    }

    private Line walked(LineWalk walk) throws LineWalk.Unusual {
      @Nullable String[] texts = new @Nullable String[7];
      @Nullable List<String> codes = null;
      boolean data = false;
      walk.enter('{');
      for (int name = walk.next(NAMES); name != LineWalk.END; name = walk.next(NAMES)) {
        if (name == LineWalk.OTHER || name < texts.length && !walk.isText()) {
          walk.skip();
        } else if (name < texts.length) {
          texts[name] = walk.string();
        } else if (name == texts.length) {
          codes = codes(walk);
        } else {
          data = data(walk);
        }
      }
      walk.leave();
      return line(texts, codes, data);
    }

    private static List<String> codes(LineWalk walk) throws LineWalk.Unusual {
      List<String> codes = new ArrayList<>();
      walk.enter('[');
      while (walk.nextValue()) {
        walk.enter('{');
        for (int name = walk.next(CODE); name != LineWalk.END; name = walk.next(CODE)) {
          if (name == LineWalk.OTHER) {
            walk.skip();
          } else {
            String code = walk.string().intern();
            if (!codes.contains(code)) {
              codes.add(code);
            }
          }
        }
      }
      return List.copyOf(codes);
    }

    /// Captions by language; statements as a list or by property.
    private static boolean data(LineWalk walk) throws LineWalk.Unusual {
      if (!walk.holdsAnything()) {
        walk.skip();
        return false;
      }
      boolean any = false;
      walk.enter('{');
      for (int name = walk.next(DATA); name != LineWalk.END; name = walk.next(DATA)) {
        any |= name != LineWalk.OTHER && walk.holdsAnything();
        walk.skip();
      }
      return any;
    }

    private Line line(@Nullable String[] texts, @Nullable List<String> codes, boolean data)
        throws LineWalk.Unusual {
      String item = texts[0];
      String file = texts[1];
      String sha1 = texts[2];
      String title = texts[3];
      String state = texts[4];
      if (item == null
          || file == null
          || sha1 == null
          || title == null
          || state == null
          || codes == null) {
        throw new LineWalk.Unusual();
      }
      return line(item, file, sha1, title, state, codes, data, texts[5], texts[6]);
    }

    /// By the parser that knows all of JSON, and says what is wrong.
    private Line parsed() {
      try {
        PlanEntry entry =
            Json.mapper()
                .readValue(
                    block.bytes(), block.begin(number), block.length(number), PlanEntry.class);
        Map<String, Object> data = entry.structuredData();
        return line(
            entry.item(),
            entry.file(),
            entry.sha1(),
            entry.title(),
            entry.state(),
            entry.checks().stream().map(check -> check.code().intern()).distinct().toList(),
            data != null && !data.isEmpty(),
            entry.rights(),
            entry.ground());
      } catch (JacksonException | NullPointerException e) {
        throw ReleaseFolder.damaged(plan, block.number(number), block.shown(number));
      }
    }

    private Line line(
        String item,
        String file,
        String sha1,
        String title,
        String state,
        List<String> codes,
        boolean data,
        @Nullable String rights,
        @Nullable String ground) {
      List<String> same = known.putIfAbsent(codes, codes);
      return new Line(
          block.at(number),
          block.length(number),
          Objects.requireNonNull(item),
          Objects.requireNonNull(file),
          Objects.requireNonNull(sha1),
          Objects.requireNonNull(title),
          state.equals(PlanEntry.READY),
          data,
          same == null ? codes : same,
          rights == null ? "" : rights.intern(),
          ground == null ? "" : ground.intern());
    }
  }
}
