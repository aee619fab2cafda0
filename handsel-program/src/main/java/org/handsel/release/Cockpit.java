package org.handsel.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.handsel.collection.Item;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// The plan of a release as people look through it: by state, problem, rights and words, with
/// decisions for all files that a filter finds. Keeps what it knows of plan and ledger in memory
/// and reads on where they grew, so that a look while a release runs costs as much as what it
/// shows. Safe for many threads.
public final class Cockpit {
  /// Words that people looked for last; each costs a reading of the whole plan.
  private static final int WORDS_KEPT = 8;

  private static final CheckWords WORDS = CheckWords.load();

  private final ReleaseFolder folder;
  private final Map<String, BitSet> saying = new LinkedHashMap<>();
  private @Nullable Standing standing;
  private @Nullable ItemPlaces places;

  private Cockpit(ReleaseFolder folder) {
    this.folder = folder;
  }

  /// @throws HandselException with exit 2 when there is no plan
  public static Cockpit open(Path release) {
    return new Cockpit(ReleaseFolder.open(release));
  }

  /// What is looked for; an empty part finds everything.
  ///
  /// @param state `ready` (nothing to look at), `warned`, `blocked`, or how far a file is: `left`,
  ///   `proven`, `already-there`, `refused`, `unsettled`
  /// @param code of a check
  /// @param rights address of the statement under which it goes
  /// @param text part of title, item, file or page, whatever the case of its letters
  public record Filter(String state, String code, String rights, String text) {
    public static final Filter ALL = new Filter("", "", "", "");
  }

  /// A file of the plan and how far it is.
  ///
  /// @param progress as in `results.tsv`
  /// @param url on the wiki; empty while it is not there
  public record Row(PlanEntry entry, String progress, String url, String reason) {}

  /// Part of what a filter finds.
  ///
  /// @param all how many it finds
  /// @param undecided how many of them could be held back, and have not been sent
  /// @param decided how many of them a person keeps back
  public record Found(List<Row> rows, long all, long undecided, long decided) {
    public Found {
      rows = List.copyOf(rows);
    }
  }

  /// What there is to choose from, with counts.
  public record Choices(
      Map<String, Long> states, Map<String, Long> codes, Map<String, Long> rights) {}

  /// Looks through the plan.
  public Found find(Filter filter, long skip, int most) {
    try {
      return look(filter, skip, most);
    } catch (HandselException changed) {
      return look(filter, skip, most); // the plan was written anew between two readings
    }
  }

  private Found look(Filter filter, long skip, int most) {
    BitSet said = said(filter.text());
    List<PlanIndex.Line> page = new ArrayList<>();
    List<FileState> states = new ArrayList<>();
    PlanIndex plan;
    BitSet found;
    BitSet open;
    BitSet decided;
    synchronized (this) {
      Standing now = now();
      plan = now.plan();
      found = found(now, filter, said);
      open = now.open();
      open.and(found);
      decided = now.decided();
      decided.and(open);
      int line = found.nextSetBit(0);
      for (long i = 0; i < skip && line >= 0; i++) {
        line = found.nextSetBit(line + 1);
      }
      for (; line >= 0 && page.size() < most; line = found.nextSetBit(line + 1)) {
        page.add(plan.lines().get(line));
        states.add(now.ledger().of(plan.lines().get(line).key()));
      }
    }
    List<PlanEntry> entries = plan.entries(page);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      FileState state = states.get(i);
      rows.add(new Row(entries.get(i), Outcomes.word(state), state.url(), state.reason()));
    }
    long held = decided.cardinality();
    return new Found(rows, found.cardinality(), open.cardinality() - held, held);
  }

  private static BitSet found(Standing now, Filter filter, @Nullable BitSet said) {
    BitSet found = filter.state().isEmpty() ? now.all() : now.inState(filter.state());
    if (!filter.code().isEmpty()) {
      found.and(now.withCode(filter.code()));
    }
    if (!filter.rights().isEmpty()) {
      found.and(now.withRights(filter.rights()));
    }
    if (said != null) {
      found.and(said);
    }
    return found;
  }

  /// Lines that say what is looked for; null when that is nothing.
  private @Nullable BitSet said(String text) {
    if (text.isEmpty()) {
      return null;
    }
    Standing then;
    synchronized (this) {
      then = now();
      BitSet known = saying.remove(text);
      if (known != null) {
        saying.put(text, known); // the one asked for last is forgotten last
        return known;
      }
    }
    BitSet said = then.saying(text);
    synchronized (this) {
      if (then == standing) {
        saying.put(text, said);
        if (saying.size() > WORDS_KEPT) {
          saying.remove(saying.keySet().iterator().next());
        }
      }
    }
    return said;
  }

  public synchronized Choices choices() {
    Standing now = now();
    return new Choices(now.states(), now.codes(), now.rights());
  }

  /// How far the release is.
  public synchronized ReleaseStatus status() {
    return now().status();
  }

  /// Title of a check in the words of a coordinator.
  public static String title(String code) {
    return WORDS.title(code);
  }

  /// What a check means; empty for a code that no check has.
  public static String meaning(String code) {
    return WORDS.meaning(code);
  }

  /// The small picture of a file of the plan.
  public Optional<Path> thumbnail(String sha1) {
    PlanIndex plan;
    synchronized (this) {
      plan = now().plan();
    }
    return plan.lines().stream()
        .filter(line -> line.sha1().equals(sha1))
        .findFirst()
        .flatMap(line -> new Thumbnails(folder.thumbnails(), folder.files()).of(sha1, line.file()))
        .map(folder.thumbnails()::resolve);
  }

  /// The items of some ids, as far as the file they were planned from is still there.
  public Map<String, Item> items(Set<String> ids) {
    Path file = folder.folder().resolve(folder.items());
    if (folder.items().isEmpty() || !Files.isRegularFile(file)) {
      return Map.of();
    }
    try {
      ItemPlaces now;
      synchronized (this) {
        now = ItemPlaces.of(file, Optional.ofNullable(places));
        places = now;
      }
      return now.items(ids);
    } catch (IOException | JacksonException unreadable) {
      // The plan has what counts; the record is shown beside it where it can be.
      return Map.of();
    }
  }

  /// What is decided about files.
  public enum Decision {
    EXCLUDE,
    HOLD,
    INCLUDE
  }

  /// Decides about all files that a filter finds and that were not sent: keeps them back, or takes
  /// such a decision back. No decision lets a file go that a check keeps back.
  ///
  /// @param expected how many the person saw; another number decides nothing
  /// @return how many files it changed
  /// @throws HandselException with exit 2 when there is no reason, when the plan changed since, or
  ///   while files of it are being sent
  public synchronized long decide(
      Filter filter, Decision decision, long expected, String by, String reason, Clock clock) {
    if (reason.isBlank() && decision != Decision.INCLUDE) {
      throw HandselException.usage("a decision needs a reason: expected why, found nothing.");
    }
    // Nothing is sent while the ledger is held; where nothing was sent yet there is none.
    if (!Files.exists(folder.ledger())) {
      return decided(filter, decision, expected, by, reason, clock);
    }
    try (Ledger held = Ledger.open(folder, clock, RunHook.NONE)) {
      return decided(filter, decision, expected, by, reason, clock);
    }
  }

  private long decided(
      Filter filter, Decision decision, long expected, String by, String reason, Clock clock) {
    BitSet said = said(filter.text());
    Standing now = now();
    BitSet found = found(now, filter, said);
    found.and(now.open());
    BitSet decided = now.decided();
    if (decision == Decision.INCLUDE) {
      found.and(decided);
    } else {
      found.andNot(decided);
    }
    List<PlanIndex.Line> lines = found.stream().mapToObj(now.plan().lines()::get).toList();
    if (lines.size() != expected) {
      throw HandselException.usage(
          "the plan changed meanwhile: expected %,d files, found %,d. Look again; nothing was decided."
              .formatted(expected, lines.size()));
    }
    Map<FileKey, Decisions.Decision> all = new LinkedHashMap<>(Decisions.read(folder).all());
    for (PlanIndex.Line line : lines) {
      if (decision == Decision.INCLUDE) {
        all.remove(line.key());
      } else {
        all.put(
            line.key(),
            new Decisions.Decision(
                decision == Decision.EXCLUDE ? Decisions.EXCLUDED : Decisions.HELD,
                reason.strip(),
                by,
                clock.instant().toString()));
      }
    }
    if (!lines.isEmpty()) {
      new Decisions(all).write(folder);
      Plans.rewrite(folder, entry -> entry, clock);
    }
    return lines.size();
  }

  /// What stands now; to be asked while this object's monitor is held.
  private Standing now() {
    Standing then = standing;
    Standing now = Standing.of(folder, Optional.ofNullable(then));
    if (now != then) {
      standing = now;
      saying.clear();
    }
    return now;
  }

  /// What one person thinks of the pilot.
  public record Opinion(String by, boolean accept, String note, String at, String pilot) {}

  /// The opinions on the pilot as it stands.
  public List<Opinion> opinions() {
    String pilot = pilot();
    List<Opinion> opinions = new ArrayList<>();
    if (!Files.exists(folder.opinions())) {
      return opinions;
    }
    try {
      for (String line : Files.readAllLines(folder.opinions())) {
        Opinion opinion = Json.mapper().readValue(line, Opinion.class);
        if (opinion.pilot().equals(pilot)) {
          opinions.add(opinion);
        }
      }
    } catch (IOException | JacksonException unreadable) {
      throw HandselException.environment(
          "%s: cannot be read.".formatted(folder.opinions()), unreadable);
    }
    return opinions;
  }

  /// Says what one person thinks of the pilot. Two people have to accept it before the rest may go,
  /// and the second must be somebody else; one is enough to reject it.
  ///
  /// @return whether the pilot is judged now
  /// @throws HandselException with exit 2 when there is no pilot to judge, or the same person
  ///   speaks again
  public boolean judge(String by, boolean accept, String note, Clock clock) {
    if (by.isBlank()) {
      throw HandselException.usage("expected who judges the pilot, found nothing.");
    }
    if (!status().pilot().equals("waiting for judgement")) {
      throw HandselException.usage("there is no pilot that waits for a judgement.");
    }
    if (!accept) {
      ReleaseRun.judge(folder.folder(), false, by.strip(), note, clock);
      return true;
    }
    List<Opinion> before = opinions();
    if (before.stream().anyMatch(opinion -> person(opinion.by()).equals(person(by)))) {
      throw HandselException.usage(
          "%s has accepted the pilot already: the second must be somebody else."
              .formatted(by.strip()));
    }
    if (before.isEmpty()) {
      Opinion opinion = new Opinion(by.strip(), true, note, clock.instant().toString(), pilot());
      String kept = "";
      try {
        kept = Files.exists(folder.opinions()) ? Files.readString(folder.opinions()) : "";
      } catch (IOException e) {
        throw HandselException.environment("%s: cannot be read.".formatted(folder.opinions()), e);
      }
      DurableFiles.replace(folder.opinions(), kept + Json.line(opinion) + "\n");
      return false;
    }
    Opinion first = before.getFirst();
    String notes =
        first.note().isBlank() ? note : note.isBlank() ? first.note() : first.note() + " / " + note;
    ReleaseRun.judge(folder.folder(), true, first.by() + ", " + by.strip(), notes, clock);
    return true;
  }

  private static String person(String name) {
    return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  /// Marks the pilot by its files; opinions on another one do not count.
  private synchronized String pilot() {
    return Sha1.of(String.join("\n", now().ledger().pilotFiles()));
  }
}
