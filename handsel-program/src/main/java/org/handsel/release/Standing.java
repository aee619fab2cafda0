package org.handsel.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.handsel.platform.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Plan and ledger of a release in memory, sorted by what people look for, so that a look costs as
/// much as what it shows: of a ledger that grows only what was added is read, and moves the lines
/// that it names. The plan is read anew when it was written anew.
///
/// Sets of lines are sets of their numbers. Not safe for threads by itself, but for [#saying],
/// which reads the plan and may be called by any thread.
final class Standing {
  private static final String WARNED = "warned";

  private final ReleaseFolder folder;
  private final String seen;
  private final PlanIndex plan;
  private final Map<FileKey, Integer> last = new HashMap<>();
  private final int[] before;
  private final Map<String, BitSet> byState = new LinkedHashMap<>();
  private final Map<String, BitSet> byCode = new HashMap<>();
  private final Map<String, BitSet> byRights = new TreeMap<>();
  private final BitSet decided = new BitSet();
  private LedgerState ledger;
  private Tally tally = new Tally();
  private List<String> pilotFiles = List.of();
  private List<PlanIndex.Line> pilot = List.of();
  private long read;

  private Standing(ReleaseFolder folder, String seen) {
    this.folder = folder;
    this.seen = seen;
    this.ledger = new LedgerState(folder.ledger());
    this.plan = folder.index();
    this.before = new int[plan.lines().size()];
    for (int i = 0; i < plan.lines().size(); i++) {
      PlanIndex.Line line = plan.lines().get(i);
      Integer same = last.put(line.key(), i);
      before[i] = same == null ? -1 : same;
      for (String code : line.codes()) {
        set(byCode, code).set(i);
        if (Decisions.decided(code)) {
          decided.set(i);
        }
      }
      if (!line.rights().isEmpty()) {
        set(byRights, line.rights()).set(i);
      }
      set(byState, planned(line)).set(i);
    }
    fromTheStart();
  }

  /// What stands now, or the same object when the plan is the one that it knows.
  static Standing of(ReleaseFolder folder, Optional<Standing> known) {
    String seen = seen(folder.plan());
    Standing standing =
        known.filter(one -> one.seen.equals(seen)).orElseGet(() -> new Standing(folder, seen));
    standing.follow();
    return standing;
  }

  private static String seen(Path file) {
    try {
      return Files.exists(file) ? Files.size(file) + " " + Files.getLastModifiedTime(file) : "";
    } catch (IOException e) {
      return "";
    }
  }

  private static BitSet set(Map<String, BitSet> sets, String name) {
    return sets.computeIfAbsent(name, key -> new BitSet());
  }

  private static String planned(PlanIndex.Line line) {
    return !line.ready() ? "blocked" : line.codes().isEmpty() ? "ready" : WARNED;
  }

  /// Where a file stands, as a person looks for it; empty when it is only kept back.
  private static String progress(PlanIndex.Line line, FileState state) {
    String word = Outcomes.word(state);
    return state.kind() == FileState.Kind.LEFT && !line.ready() ? "" : word;
  }

  private void fromTheStart() {
    for (FileState.Kind kind : FileState.Kind.values()) {
      byState.remove(kind.word);
    }
    byState.remove("");
    ledger = new LedgerState(folder.ledger());
    tally = new Tally();
    read = 0;
    for (int i = 0; i < plan.lines().size(); i++) {
      enter(i, FileState.LEFT);
    }
  }

  private void follow() {
    Path file = folder.ledger();
    try {
      long size = Files.exists(file) ? Files.size(file) : 0;
      if (size < read) {
        fromTheStart(); // another ledger than before, such as one from a backup
      }
      if (size > read) {
        read = Ledger.follow(file, read, this::take);
      }
    } catch (IOException e) {
      // Gone a moment after it was seen: the next look tells.
    }
  }

  private void take(LedgerState.Placed placed) {
    LedgerEntry entry = placed.entry();
    int line = last.getOrDefault(entry.key(), -1);
    FileState then = ledger.of(entry.key());
    ledger.add(placed);
    FileState now = ledger.of(entry.key());
    for (int i = line; i >= 0 && now != then; i = before[i]) {
      tally.remove(plan.lines().get(i), then);
      set(byState, progress(plan.lines().get(i), then)).clear(i);
      enter(i, now);
    }
  }

  private void enter(int i, FileState state) {
    PlanIndex.Line line = plan.lines().get(i);
    tally.add(line, state);
    set(byState, progress(line, state)).set(i);
  }

  PlanIndex plan() {
    return plan;
  }

  LedgerState ledger() {
    return ledger;
  }

  ReleaseStatus status() {
    if (pilotFiles != ledger.pilotFiles()) {
      pilotFiles = ledger.pilotFiles();
      pilot = PilotRule.lines(plan, ledger);
    }
    return tally.status(new PilotRule(pilot, ledger).words());
  }

  /// Lines in a state: `ready`, `warned`, `blocked` by the plan, or how far a file is.
  BitSet inState(String state) {
    return copy(byState.getOrDefault(state, new BitSet()));
  }

  BitSet withCode(String code) {
    return copy(byCode.getOrDefault(code, new BitSet()));
  }

  BitSet withRights(String rights) {
    return copy(byRights.getOrDefault(rights, new BitSet()));
  }

  /// Lines that a person keeps back.
  BitSet decided() {
    return copy(decided);
  }

  /// Lines of which nothing was sent, or nothing that the wiki took.
  BitSet open() {
    BitSet open = inState(FileState.Kind.LEFT.word);
    open.or(inState(""));
    open.or(inState(FileState.Kind.REFUSED.word));
    return open;
  }

  BitSet all() {
    BitSet all = new BitSet();
    all.set(0, plan.lines().size());
    return all;
  }

  private static BitSet copy(BitSet set) {
    return (BitSet) set.clone();
  }

  /// How many lines are in each state that has any, in the order in which people think of them.
  Map<String, Long> states() {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (String state : List.of("ready", WARNED, "blocked")) {
      count(counts, state, byState.get(state));
    }
    for (FileState.Kind kind : FileState.Kind.values()) {
      if (kind != FileState.Kind.INTENDED && kind != FileState.Kind.UNSETTLED) {
        count(counts, kind.word, byState.get(kind.word));
      }
    }
    count(counts, FileState.Kind.UNSETTLED.word, byState.get(FileState.Kind.UNSETTLED.word));
    return counts;
  }

  private static void count(Map<String, Long> counts, String name, @Nullable BitSet set) {
    if (set != null && !set.isEmpty()) {
      counts.put(name, (long) set.cardinality());
    }
  }

  /// How many lines have each check, most frequent first.
  Map<String, Long> codes() {
    Map<String, Long> counts = new LinkedHashMap<>();
    byCode.entrySet().stream()
        .sorted((a, b) -> Integer.compare(b.getValue().cardinality(), a.getValue().cardinality()))
        .forEach(one -> count(counts, one.getKey(), one.getValue()));
    return counts;
  }

  Map<String, Long> rights() {
    Map<String, Long> counts = new LinkedHashMap<>();
    byRights.forEach((name, set) -> count(counts, name, set));
    return counts;
  }

  /// Lines whose title, item, file or page says this, whatever the case of its letters. Reads the
  /// whole plan once.
  BitSet saying(String text) {
    String part = text.toLowerCase(Locale.ROOT);
    BitSet found = new BitSet();
    try {
      int[] number = {0};
      LineBlocks.read(
          folder.plan(),
          0,
          true,
          block -> {
            for (boolean says : block.map(line -> says(block, line, part))) {
              found.set(number[0]++, says);
            }
          });
      return found;
    } catch (IOException e) {
      return found; // gone a moment after it was seen
    }
  }

  private static boolean says(LineBlocks.Block block, int line, String part) {
    try (JsonParser json =
        Json.mapper().createParser(block.bytes(), block.begin(line), block.length(line))) {
      boolean says = false;
      if (json.nextToken() == JsonToken.START_OBJECT) {
        while (!says && json.nextToken() == JsonToken.PROPERTY_NAME) {
          boolean asked =
              switch (json.currentName()) {
                case "item", "file", "title", "wikitext" -> true;
                default -> false;
              };
          if (json.nextToken() != JsonToken.VALUE_STRING) {
            json.skipChildren();
          } else if (asked) {
            says = json.getString().toLowerCase(Locale.ROOT).contains(part);
          }
        }
      }
      return says;
    } catch (JacksonException damaged) {
      return false; // another plan than a moment ago: the next look reads it anew
    }
  }
}
