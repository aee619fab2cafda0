package org.handsel.release;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.handsel.collection.Item;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import tools.jackson.core.JacksonException;

/// The plan of a release as people look through it: by state, problem, rights and words, with
/// decisions for all files that a filter finds. Keeps an index of the plan in memory and reads it
/// anew when the files change. Safe for many threads.
public final class Cockpit {
  private static final String WARNED = "warned";
  private static final CheckWords WORDS = CheckWords.load();

  private final ReleaseFolder folder;
  private String planSeen = "";
  private String ledgerSeen = "";
  private PlanIndex index;
  private LedgerState ledger = new LedgerState();

  private Cockpit(ReleaseFolder folder) {
    this.folder = folder;
    this.index = new PlanIndex(folder.plan(), List.of());
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
  /// @param text part of title, item or file
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
  public synchronized Found find(Filter filter, long skip, int most) {
    refresh();
    List<PlanIndex.Line> found = index.lines().stream().filter(line -> fits(line, filter)).toList();
    return new Found(
        found.stream().skip(skip).limit(most).map(this::row).toList(),
        found.size(),
        found.stream().filter(line -> open(line) && !decided(line)).count(),
        found.stream().filter(line -> open(line) && decided(line)).count());
  }

  public synchronized Choices choices() {
    refresh();
    Map<String, Long> states = new LinkedHashMap<>();
    for (String state :
        List.of(
            "ready",
            WARNED,
            "blocked",
            "left",
            "proven",
            "already-there",
            "refused",
            "unsettled")) {
      long count =
          index.lines().stream().filter(line -> fits(line, new Filter(state, "", "", ""))).count();
      if (count > 0) {
        states.put(state, count);
      }
    }
    Map<String, Long> codes = new HashMap<>();
    Map<String, Long> rights = new TreeMap<>();
    for (PlanIndex.Line line : index.lines()) {
      line.codes().forEach(code -> codes.merge(code, 1L, Long::sum));
      if (!line.rights().isEmpty()) {
        rights.merge(line.rights(), 1L, Long::sum);
      }
    }
    Map<String, Long> sorted = new LinkedHashMap<>();
    codes.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return new Choices(states, sorted, rights);
  }

  /// How far the release is.
  public synchronized ReleaseStatus status() {
    refresh();
    return ReleaseRun.status(folder.folder());
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
    PlanIndex now;
    synchronized (this) {
      refresh();
      now = index;
    }
    return now.lines().stream()
        .filter(line -> line.sha1().equals(sha1))
        .findFirst()
        .flatMap(line -> new Thumbnails(folder.thumbnails(), folder.files()).of(sha1, line.file()))
        .map(folder.thumbnails()::resolve);
  }

  /// The items of some ids, as far as the file they were planned from is still there.
  public Map<String, Item> items(Set<String> ids) {
    Map<String, Item> items = new HashMap<>();
    Path file = folder.folder().resolve(folder.items());
    if (folder.items().isEmpty() || !Files.isRegularFile(file)) {
      return items;
    }
    Map<String, String> begins =
        ids.stream().collect(Collectors.toMap(id -> "{\"id\":" + Json.line(id) + ",", id -> id));
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      for (String line = reader.readLine();
          line != null && items.size() < ids.size();
          line = reader.readLine()) {
        for (Map.Entry<String, String> begin : begins.entrySet()) {
          if (line.startsWith(begin.getKey())) {
            items.putIfAbsent(begin.getValue(), Json.mapper().readValue(line, Item.class));
          }
        }
      }
    } catch (IOException | JacksonException unreadable) {
      // The plan has what counts; the record is shown beside it where it can be.
    }
    return items;
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
    refresh();
    List<PlanIndex.Line> lines =
        index.lines().stream()
            .filter(line -> fits(line, filter))
            .filter(this::open)
            .filter(line -> (decision == Decision.INCLUDE) == decided(line))
            .toList();
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

  private Row row(PlanIndex.Line line) {
    FileState state = ledger.of(line.key());
    return new Row(index.entry(line), word(state), state.url(), state.reason());
  }

  private static String word(FileState state) {
    return state.kind() == FileState.Kind.INTENDED
        ? FileState.Kind.UNSETTLED.word
        : state.kind().word;
  }

  private boolean open(PlanIndex.Line line) {
    FileState.Kind kind = ledger.of(line.key()).kind();
    return kind == FileState.Kind.LEFT || kind == FileState.Kind.REFUSED;
  }

  private static boolean decided(PlanIndex.Line line) {
    return line.codes().stream().anyMatch(Decisions::decided);
  }

  private boolean fits(PlanIndex.Line line, Filter filter) {
    boolean state =
        switch (filter.state()) {
          case "" -> true;
          case "ready" -> line.ready() && line.codes().isEmpty();
          case WARNED -> line.ready() && !line.codes().isEmpty();
          case "blocked" -> !line.ready();
          case "left" -> line.ready() && word(ledger.of(line.key())).equals("left");
          default -> word(ledger.of(line.key())).equals(filter.state());
        };
    return state
        && (filter.code().isEmpty() || line.codes().contains(filter.code()))
        && (filter.rights().isEmpty() || line.rights().equals(filter.rights()))
        && (filter.text().isEmpty() || holds(line, filter.text().toLowerCase(Locale.ROOT)));
  }

  private static boolean holds(PlanIndex.Line line, String text) {
    return line.title().toLowerCase(Locale.ROOT).contains(text)
        || line.item().toLowerCase(Locale.ROOT).contains(text)
        || line.file().toLowerCase(Locale.ROOT).contains(text);
  }

  private void refresh() {
    String plan = seen(folder.plan());
    if (!plan.equals(planSeen)) {
      index = PlanIndex.of(folder.plan());
      planSeen = plan;
    }
    String written = seen(folder.ledger());
    if (!written.equals(ledgerSeen)) {
      ledger = Ledger.read(folder);
      ledgerSeen = written;
    }
  }

  private static String seen(Path file) {
    try {
      return Files.exists(file)
          ? Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis()
          : "";
    } catch (IOException e) {
      return "";
    }
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
    if (!ReleaseRun.status(folder.folder()).pilot().equals("waiting for judgement")) {
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
  private String pilot() {
    return Sha1.of(String.join("\n", Ledger.read(folder).pilotFiles()));
  }
}
