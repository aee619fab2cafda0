package org.handsel.release;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Reads one line of a ledger.
final class LedgerLine {
  private static final byte[][] NAMES = LineWalk.names("at", "step", "item", "file", "facts");
  private static final byte[][] LEFT_OUT = LineWalk.names(References.LEFT_OUT);
  private static final Map<String, Step> STEPS =
      Stream.of(Step.values()).collect(Collectors.toUnmodifiableMap(Step::word, step -> step));

  /// Steps that tell people what was sent: nothing follows from them.
  private static final Set<Step> TOLD = EnumSet.of(Step.SENT, Step.DATA_INTENDED);

  private static final LedgerEntry NOTHING = new LedgerEntry("", Step.SENT, "", "", Map.of());

  private LedgerLine() {}

  /// @throws HandselException with exit 1 when the line is damaged
  static LedgerEntry read(LineBlocks.Block block, int line, Path file) {
    try {
      return walked(new LineWalk(block, line));
    } catch (LineWalk.Unusual | JacksonException unusual) {
      return parsed(block, line, file);
    }
  }

  private static LedgerEntry walked(LineWalk walk) throws LineWalk.Unusual {
    @Nullable String[] texts = new @Nullable String[4];
    Map<String, Object> facts = Map.of();
    @Nullable Step step = null;
    walk.enter('{');
    for (int name = walk.next(NAMES); name != LineWalk.END; name = walk.next(NAMES)) {
      if (name == LineWalk.OTHER) {
        throw new LineWalk.Unusual();
      }
      if (name == texts.length) {
        facts = step == Step.DATA_DONE ? passed(walk) : facts(walk);
        continue;
      }
      texts[name] = walk.string();
      if (name == 1) {
        step = STEPS.get(texts[name]);
        if (step != null && TOLD.contains(step)) {
          return NOTHING;
        }
      }
    }
    walk.leave();
    String at = texts[0];
    if (at == null || step == null) {
      throw new LineWalk.Unusual();
    }
    return new LedgerEntry(
        at, step, texts[2] == null ? "" : texts[2], texts[3] == null ? "" : texts[3], facts);
  }

  /// What was written is told to people, too; what was left out counts, and is rare.
  private static Map<String, Object> passed(LineWalk walk) throws LineWalk.Unusual {
    walk.enter('{');
    for (int name = walk.next(LEFT_OUT); name != LineWalk.END; name = walk.next(LEFT_OUT)) {
      if (name != LineWalk.OTHER) {
        throw new LineWalk.Unusual();
      }
      walk.skip();
    }
    return Map.of();
  }

  private static Map<String, Object> facts(LineWalk walk) throws LineWalk.Unusual {
    Map<String, Object> facts = new HashMap<>();
    walk.enter('{');
    for (String name = walk.name(); name != null; name = walk.name()) {
      facts.put(name, walk.string()); // lists and objects are for the real parser
    }
    return facts;
  }

  private static LedgerEntry parsed(LineBlocks.Block block, int line, Path file) {
    try {
      return Json.mapper()
          .readValue(block.bytes(), block.begin(line), block.length(line), LedgerEntry.class);
    } catch (JacksonException | NullPointerException e) {
      throw HandselException.input(
          ("%s, line %d: damaged: expected one JSON object of the ledger, found \"%s\". Restore"
                  + " the file from a backup; nothing is sent before.")
              .formatted(file, block.number(line), block.shown(line)));
    }
  }
}
