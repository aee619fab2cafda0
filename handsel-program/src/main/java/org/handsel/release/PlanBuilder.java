package org.handsel.release;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.handsel.collection.Item;
import org.handsel.collection.Value;
import org.handsel.collection.image.ImageFacts;
import org.handsel.platform.KeyedTexts;
import org.handsel.platform.Progress;
import org.handsel.release.page.FilePage;
import org.handsel.release.page.FilePages;
import org.handsel.release.page.PageFinding;
import org.jspecify.annotations.Nullable;

/// Makes the entries of a plan, in the order of the items.
///
/// Files are inspected and pages written by several threads; what depends on the order (titles of
/// their own, doubles) is decided by the calling thread. At most [#AHEAD] items wait at a time, and
/// titles and checksums are kept on the disk, so memory does not grow with the release.
final class PlanBuilder {
  private static final int AHEAD = 256;
  private static final Pattern ADDRESS =
      Pattern.compile("https?://[^\\s/@?#]+/[^\\s<>\"{}|\\\\^`\\[\\]]{1,2000}");

  private final FilesFolder folder;
  private final ItemFiles matches;
  private final FilePages pages;
  private final RightsGate gate;
  private final FileInspection inspection;
  private final Exclusions exclusions;
  private final PictureSizes sizes = PictureSizes.load();
  private final TitleRegister titles;
  private final KeyedTexts.Register firstWith;

  PlanBuilder(
      FilesFolder folder,
      ItemFiles matches,
      FilePages pages,
      RightsGate gate,
      FileInspection inspection,
      Exclusions exclusions,
      KeyedTexts memory) {
    this.folder = folder;
    this.matches = matches;
    this.pages = pages;
    this.gate = gate;
    this.inspection = inspection;
    this.exclusions = exclusions;
    KeyedTexts.Register taken = memory.register("title");
    this.titles = new TitleRegister(title -> taken.putIfAbsent(title, "") == null);
    this.firstWith = memory.register("sha1");
  }

  /// What the working threads found out about one file of an item.
  private record Draft(
      Item item,
      String file,
      int number,
      @Nullable ImageFacts facts,
      FilePage page,
      RightsGate.Passage rights,
      List<PlanEntry.Check> checks) {}

  void build(Stream<Item> items, int threads, Progress progress, Consumer<PlanEntry> out) {
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    Deque<Future<List<Draft>>> waiting = new ArrayDeque<>(AHEAD);
    try {
      Iterator<Item> iterator = items.iterator();
      for (int number = 0; iterator.hasNext(); number++) {
        Item item = iterator.next();
        ItemFiles.Match match = matches.match(item);
        boolean repeats = matches.idRepeats(number);
        waiting.add(workers.submit(() -> drafts(item, match, repeats)));
        if (waiting.size() >= AHEAD) {
          take(waiting.remove(), progress, out);
        }
      }
      while (!waiting.isEmpty()) {
        take(waiting.remove(), progress, out);
      }
      matches.left(file -> out.accept(withoutRecord(file)));
    } finally {
      workers.shutdownNow();
    }
  }

  private void take(Future<List<Draft>> future, Progress progress, Consumer<PlanEntry> out) {
    try {
      List<Draft> drafts = future.get();
      drafts.forEach(draft -> out.accept(entry(draft)));
      progress.step(1, drafts.isEmpty() ? "" : drafts.getFirst().item().id());
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new IllegalStateException(e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while planning", e);
    }
  }

  private List<Draft> drafts(Item item, ItemFiles.Match match, boolean repeats) {
    RightsGate.Passage rights = gate.judge(item);
    FilePage page = pages.render(item, rights.released());
    List<PlanEntry.Check> common = common(item, page, rights, repeats);
    if (!match.ambiguous().isEmpty()) {
      common.add(
          Checks.error(
              "FILE_AMBIGUOUS",
              "the record mentions %s, and several files are called so: %s. Give the path in the record, or keep one of them."
                  .formatted(
                      Checks.quote(match.ambiguous()),
                      String.join(", ", firstFew(match.files())))));
      return List.of(new Draft(item, "", 0, null, page, rights, common));
    }
    if (match.files().isEmpty()) {
      common.add(Checks.error("FILE_MISSING", missing(item)));
      return List.of(new Draft(item, "", 0, null, page, rights, common));
    }
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i < match.files().size(); i++) {
      String file = match.files().get(i);
      FileInspection.Result result = inspection.inspect(folder.path(file), file);
      List<PlanEntry.Check> checks = new ArrayList<>(common);
      checks.addAll(result.checks());
      checks.addAll(EmbeddedCheck.of(item, result.embedded()));
      ImageFacts facts = result.facts();
      FilePage own = page;
      if (facts != null) {
        checks.addAll(sizes.check(item.facts().kind(), facts));
        if (facts.pages() > 1 && pages.countsPages()) {
          own = pages.render(item, rights.released(), facts.pages());
        }
      }
      drafts.add(new Draft(item, file, match.numbers().get(i), facts, own, rights, checks));
    }
    return drafts;
  }

  private List<PlanEntry.Check> common(
      Item item, FilePage page, RightsGate.Passage rights, boolean repeats) {
    List<PlanEntry.Check> checks = new ArrayList<>();
    if (item.refused() != null) {
      checks.add(
          Checks.error(
              "REFUSED", "a rule under \"refuse\" of the profile keeps it out: " + item.refused()));
    }
    String excluded = exclusions.reason(item.id());
    if (excluded != null) {
      checks.add(Checks.error("EXCLUDED", "id %s: %s".formatted(item.id(), excluded)));
    }
    if (repeats) {
      checks.add(
          Checks.error(
              "ID_REPEATED",
              "the id %s stands at several records: which file belongs to which cannot be known. Choose another path under \"id\" in the profile."
                  .formatted(Checks.quote(item.id()))));
    }
    checks.addAll(rights.checks());
    for (PageFinding finding : page.findings()) {
      checks.add(
          finding.blocking()
              ? Checks.error(finding.code(), finding.message())
              : Checks.warning(finding.code(), finding.message()));
    }
    lostCharacters(item, checks);
    return checks;
  }

  private static void lostCharacters(Item item, List<PlanEntry.Check> checks) {
    for (Map.Entry<String, List<Value>> field : item.fields().entrySet()) {
      for (Value value : field.getValue()) {
        if (value.value().indexOf('\uFFFD') >= 0) {
          checks.add(
              Checks.warning(
                  "CHARACTER_LOST",
                  "%s (%s): a character was lost on the way: %s. Read the delivery again with the right charset, or ask for a new export."
                      .formatted(field.getKey(), value.path(), Checks.quote(value.value()))));
          return;
        }
      }
    }
  }

  private static String missing(Item item) {
    String looked =
        item.first("image")
            .map(image -> "a file called " + Checks.quote(image.value()))
            .orElse("a file named by the id, such as " + Checks.quote(item.id() + ".jpg"));
    return "no file was found: expected %s (or one named by id or accession number) in the files folder. Ask for it, or correct the name."
        .formatted(looked);
  }

  private PlanEntry entry(Draft draft) {
    List<PlanEntry.Check> checks = new ArrayList<>(draft.checks());
    String title = "";
    String sha1 = "";
    long bytes = 0;
    ImageFacts facts = draft.facts();
    if (facts != null) {
      sha1 = facts.sha1();
      bytes = facts.bytes();
      doubles(draft, sha1, bytes, checks);
    }
    if (!draft.file().isEmpty()) {
      TitleRegister.Given given =
          titles.give(
              draft.page(),
              draft.item().id(),
              draft.number(),
              FilesFolder.extension(FilesFolder.name(draft.file())));
      title = given.title();
      checks.addAll(given.checks());
    }
    return new PlanEntry(
        draft.item().id(),
        draft.file(),
        sha1,
        bytes,
        title,
        draft.page().wikitext(),
        draft.page().structuredData(),
        Checks.sorted(checks),
        Checks.state(checks),
        draft.rights().uri(),
        draft.rights().ground(),
        facts != null && facts.pages() > 1 ? facts.pages() : null,
        draft.file().isEmpty() ? null : address(draft.item(), draft.file()));
  }

  /// Where the record says that a file is on the web: the address that ends with the file's name.
  /// One that carries a password, or is none, is nobody else's business.
  private @Nullable String address(Item item, String file) {
    for (Value image : item.values("image")) {
      String text = image.value().strip();
      if (ADDRESS.matcher(text).matches()
          && folder.mentioned(text).stream().map(folder::file).anyMatch(file::equals)) {
        return text;
      }
    }
    return null;
  }

  private void doubles(Draft draft, String sha1, long bytes, List<PlanEntry.Check> checks) {
    String reason = exclusions.reason(sha1);
    if (reason != null) {
      checks.add(Checks.error("EXCLUDED", "checksum %s: %s".formatted(sha1, reason)));
    }
    if (bytes == 0) {
      return;
    }
    String first = firstWith.putIfAbsent(sha1, draft.item().id() + " (" + draft.file() + ")");
    if (first != null) {
      checks.add(
          Checks.error(
              "DUPLICATE_IN_BATCH",
              "the same bytes came with %s already: one of them goes. Look which record is right."
                  .formatted(first)));
    }
  }

  private static PlanEntry withoutRecord(String file) {
    return new PlanEntry(
        "",
        file,
        "",
        0,
        "",
        "",
        Map.of(),
        List.of(
            Checks.error(
                "RECORD_MISSING",
                "no record mentions %s and no id is in its name. Ask for the record, correct the name, or take the file out of the folder."
                    .formatted(Checks.quote(file)))),
        PlanEntry.BLOCKED,
        null);
  }

  private static List<String> firstFew(List<String> files) {
    return files.size() <= 4 ? files : files.subList(0, 4);
  }
}
