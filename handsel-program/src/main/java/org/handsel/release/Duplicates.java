package org.handsel.release;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handsel.collection.image.LookAlike;
import org.handsel.platform.HandselException;
import org.handsel.platform.KeyedTexts;
import org.handsel.platform.Progress;
import org.jspecify.annotations.Nullable;

/// Files of a release that are there already, on the wiki or in the release itself, and what is to
/// become of each: `duplicates.tsv` in the release folder.
///
/// Same bytes are known by SHA-1, pictures that only look the same by what they show. Nothing is
/// decided by the program except that the very bytes that a wiki holds are not sent again.
public final class Duplicates {
  /// Codes of checks that say that the bytes are there already.
  static final Set<String> DOUBLE_BYTES = Set.of("DUPLICATE_IN_BATCH", "ON_WIKI");

  static final String LOOKS_ALIKE = "LOOKS_ALIKE";
  static final String SAME_PICTURE = "SAME_PICTURE";

  private Duplicates() {}

  /// Looks through the pictures of a plan for those that show the same, notes them as checks in the
  /// plan and as questions in `duplicates.tsv`. Answers given before stay. What else the pictures
  /// show of themselves (blank, enlarged) is noted in passing, since decoding them is what costs.
  ///
  /// @throws HandselException with exit 2 when there is no plan
  public static PlanCounts search(Path folder, int threads, Progress progress, Clock clock) {
    ReleaseFolder release = ReleaseFolder.open(folder);
    Map<FileKey, LookAlikeSearch.Found> found = new HashMap<>();
    LookAlikeSearch.Result looked = LookAlikeSearch.of(release, threads, progress);
    for (LookAlikeSearch.Found one : looked.found()) {
      found.put(one.entry().key(), one);
    }
    Map<FileKey, Duplicate> answers = DuplicatesFile.read(release);
    Map<FileKey, Duplicate> rows = rows(release, found, answers);
    return rewrite(
        release,
        entry ->
            PictureChecks.checked(
                checked(entry, found.get(FileKey.of(entry))), looked.poor().get(FileKey.of(entry))),
        rows,
        clock);
  }

  /// The duplicates that the checks of a plan name, with the answers given so far.
  public static List<Duplicate> list(Path folder) {
    ReleaseFolder release = ReleaseFolder.open(folder);
    return List.copyOf(rows(release, Map.of(), DuplicatesFile.read(release)).values());
  }

  /// Answers for some lines, or for all that are open.
  ///
  /// @param items ids; empty for all lines without an answer of a person
  /// @param kinds which duplicates are meant; empty for all that the answer fits
  /// @return the duplicates as they are now
  /// @throws HandselException with exit 2 when there is no such line or the answer does not fit
  public static List<Duplicate> answer(
      Path folder,
      Collection<String> items,
      Collection<Duplicate.Kind> kinds,
      Duplicate.Answer answer,
      String by,
      String note,
      Clock clock) {
    if (by.isBlank()) {
      throw HandselException.usage("--by: expected who answers, found nothing.");
    }
    ReleaseFolder release = ReleaseFolder.open(folder);
    Map<FileKey, Duplicate> rows = rows(release, Map.of(), DuplicatesFile.read(release));
    Set<String> missing = new HashSet<>(items);
    for (Map.Entry<FileKey, Duplicate> row : rows.entrySet()) {
      Duplicate duplicate = row.getValue();
      boolean meant =
          (items.isEmpty() ? duplicate.by().isEmpty() : items.contains(duplicate.item()))
              && (kinds.isEmpty() || kinds.contains(duplicate.kind()));
      missing.remove(duplicate.item());
      if (meant) {
        row.setValue(duplicate.answered(answer, by, note));
      }
    }
    if (!missing.isEmpty()) {
      throw HandselException.usage(
          "--item: no duplicate of this release has the id %s. \"handsel release duplicates %s\" lists them."
              .formatted(String.join(", ", missing), folder));
    }
    rewrite(release, entry -> entry, rows, clock);
    return List.copyOf(rows.values());
  }

  private static PlanCounts rewrite(
      ReleaseFolder release,
      UnaryOperator<PlanEntry> change,
      Map<FileKey, Duplicate> rows,
      Clock clock) {
    DuplicatesFile.write(release, rows.values());
    try (KeyedTexts memory = KeyedTexts.in(release.folder(), "titles")) {
      KeyedTexts.Register titles = memory.register("title");
      // Only who is given another title has to know all that there are.
      if (rows.values().stream().anyMatch(row -> row.answer() == Duplicate.Answer.RENAME)) {
        try (Stream<PlanEntry> plan = release.read()) {
          plan.forEach(entry -> titles.putIfAbsent(entry.title(), ""));
        }
      }
      return Plans.rewrite(
          release,
          entry -> applied(change.apply(entry), rows.get(FileKey.of(entry)), titles),
          clock);
    }
  }

  /// Rows of all duplicates that checks name, in the order of the plan.
  private static Map<FileKey, Duplicate> rows(
      ReleaseFolder release,
      Map<FileKey, LookAlikeSearch.Found> found,
      Map<FileKey, Duplicate> answers) {
    Map<FileKey, Duplicate> rows = new LinkedHashMap<>();
    Map<String, String> firstTitles = new HashMap<>();
    Set<String> doubled = doubled(release);
    try (Stream<PlanEntry> plan = release.read()) {
      plan.forEach(entry -> {
        FileKey key = FileKey.of(entry);
        Duplicate row = row(entry, found.get(key), firstTitles, answers.get(key));
        if (row != null) {
          Duplicate given = answers.get(key);
          rows.put(
              key,
              given != null && given.kind() == row.kind()
                  ? row.answered(given.answer(), given.by(), given.note())
                  : row);
        }
        if (doubled.contains(entry.sha1())) {
          firstTitles.putIfAbsent(entry.sha1(), entry.title());
        }
      });
    }
    return rows;
  }

  /// Checksums that came more than once: those of which the first title has to be known.
  private static Set<String> doubled(ReleaseFolder release) {
    try (Stream<PlanEntry> plan = release.readNaming("DUPLICATE_IN_BATCH")) {
      return plan.map(PlanEntry::sha1).collect(Collectors.toSet());
    }
  }

  private static @Nullable Duplicate row(
      PlanEntry entry,
      LookAlikeSearch.@Nullable Found found,
      Map<String, String> firstTitles,
      @Nullable Duplicate before) {
    if (found != null && asks(found)) {
      return row(
          entry,
          Duplicate.Kind.LOOKS_ALIKE,
          found.earlier().title(),
          found.alike().agreement(),
          Duplicate.Answer.ASK);
    }
    for (PlanEntry.Check check : entry.checks()) {
      switch (check.code()) {
        case "ON_WIKI" -> {
          List<String> titles = WikiCheck.linked(check.message());
          return row(
              entry,
              Duplicate.Kind.ON_WIKI,
              titles.isEmpty() ? "" : titles.getFirst(),
              1,
              Duplicate.Answer.LINK);
        }
        case "DUPLICATE_IN_BATCH" -> {
          return row(
              entry,
              Duplicate.Kind.SAME_BYTES,
              firstTitles.getOrDefault(entry.sha1(), ""),
              1,
              Duplicate.Answer.ASK);
        }
        case "TITLE_TAKEN" -> {
          return row(entry, Duplicate.Kind.TITLE_TAKEN, entry.title(), 0, Duplicate.Answer.ASK);
        }
        case LOOKS_ALIKE -> {
          if (before != null && before.kind() == Duplicate.Kind.LOOKS_ALIKE) {
            return before;
          }
        }
        default -> {}
      }
    }
    // A renamed line has lost its check; its answer stays for the record.
    return before != null && before.answer() == Duplicate.Answer.RENAME ? before : null;
  }

  private static Duplicate row(
      PlanEntry entry, Duplicate.Kind kind, String of, double agreement, Duplicate.Answer answer) {
    return new Duplicate(entry.item(), entry.file(), kind, of, agreement, answer, "", "");
  }

  /// Two files of one record are a pair of formats, a positive and its negative, a detail: they
  /// belong together. The same picture at two records is a question.
  private static boolean asks(LookAlikeSearch.Found found) {
    return !found.entry().item().equals(found.earlier().item())
        && found.alike().kind() != LookAlike.Kind.NEGATIVE;
  }

  private static PlanEntry checked(PlanEntry entry, LookAlikeSearch.@Nullable Found found) {
    List<PlanEntry.Check> checks = new ArrayList<>();
    for (PlanEntry.Check check : entry.checks()) {
      if (!check.code().equals(LOOKS_ALIKE) && !check.code().equals(SAME_PICTURE)) {
        checks.add(check);
      }
    }
    if (found != null) {
      checks.add(
          asks(found)
              ? Checks.error(LOOKS_ALIKE, question(found))
              : Checks.warning(SAME_PICTURE, pair(found)));
    }
    return entry.with(checks);
  }

  private static String question(LookAlikeSearch.Found found) {
    return "the picture %s %s of item %s (%d %% alike). Look at both; then answer with \"handsel release duplicates\": link, data or keep."
        .formatted(
            found.alike().kind() == LookAlike.Kind.PART
                ? "shows a part of, or more than,"
                : "shows the same as",
            Checks.quote(found.earlier().file()),
            found.earlier().item(),
            Math.round(found.alike().agreement() * 100));
  }

  private static String pair(LookAlikeSearch.Found found) {
    boolean same = found.entry().item().equals(found.earlier().item());
    String other =
        Checks.quote(found.earlier().file()) + (same ? "" : " of item " + found.earlier().item());
    return switch (found.alike().kind()) {
      case NEGATIVE ->
          "one is the negative of the other: %s. Decide whether both are wanted.".formatted(other);
      case PART -> "shows a part of %s, or the whole of it.".formatted(other);
      case COPY ->
          "shows the same as %s: %s."
              .formatted(
                  other,
                  extension(found.entry()).equals(extension(found.earlier()))
                      ? "decide whether both are wanted"
                      : "a pair of formats, which may name each other under other versions");
    };
  }

  private static String extension(LookAlikeSearch.Shown entry) {
    return FilesFolder.extension(FilesFolder.name(entry.file()));
  }

  private static PlanEntry applied(
      PlanEntry entry, @Nullable Duplicate row, KeyedTexts.Register titles) {
    if (row == null) {
      return entry;
    }
    List<PlanEntry.Check> checks = new ArrayList<>();
    boolean rename = false;
    for (PlanEntry.Check check : entry.checks()) {
      if (check.code().equals(LOOKS_ALIKE)) {
        checks.add(
            row.answer() == Duplicate.Answer.KEEP
                ? Checks.warning(LOOKS_ALIKE, check.message())
                : Checks.error(LOOKS_ALIKE, check.message()));
      } else if (check.code().equals("TITLE_TAKEN") && row.answer() == Duplicate.Answer.RENAME) {
        rename = true;
      } else {
        checks.add(check);
      }
    }
    if (!rename) {
      return entry.with(checks);
    }
    String title = another(entry, titles);
    titles.putIfAbsent(title, "");
    checks.add(
        Checks.warning(
            "TITLE_NUMBERED",
            "the wiki has another file called %s; this one goes as %s. Run \"handsel release check\" again."
                .formatted(Checks.quote(entry.title()), Checks.quote(title))));
    return entry.with(checks).titled(title);
  }

  /// The id says which it is; a number where the title has the id already.
  private static String another(PlanEntry entry, KeyedTexts.Register titles) {
    String title = entry.title();
    int dot = title.lastIndexOf('.');
    String stem = dot < 0 ? title : title.substring(0, dot);
    String extension = dot < 0 ? "" : title.substring(dot);
    String id = entry.item().replaceAll("[#<>\\[\\]|{}/:\\\\_\\s]+", " ").strip();
    String with = stem + " (" + id + ")" + extension;
    if (!id.isEmpty()
        && !stem.toLowerCase(Locale.ROOT).contains(id.toLowerCase(Locale.ROOT))
        && !titles.contains(with)) {
      return with;
    }
    for (int number = 2; ; number++) {
      String numbered = "%s (%d)%s".formatted(stem, number, extension);
      if (!titles.contains(numbered)) {
        return numbered;
      }
    }
  }
}
